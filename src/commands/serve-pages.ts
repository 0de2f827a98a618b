import { createHash } from 'node:crypto';
import { countChanges } from '../guard/changes.ts';
import type { BuildReport, Problem } from '../model/index.ts';
import type { Html } from '../pages/html.ts';
import { writeFrame, writeViewFrame } from '../preview/frame.ts';
import {
  type ListRow,
  writeArticlePage,
  writeChanges,
  writeDocuments,
  writeList,
  writePhone,
} from '../preview/pages.ts';
import { writeProblems } from '../preview/problems.ts';
import { VIEWS, writeView } from '../preview/reader-views.ts';
import { ICON, SCRIPT, STYLE, VIEW_STYLE } from '../preview/style.ts';
import { hashOf, type Preview } from '../serve.ts';
import { type Answer, plain } from '../server/serve-local.ts';

const HTML = 'text/html; charset=utf-8';
/** Nothing but the style, the script and the frames of this server. */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** What an article holds acts nowhere: no script, no form, no origin of its own. Its images come from where they are. */
const VIEW_POLICY = `sandbox allow-popups; default-src 'none'; style-src '${hashOf(VIEW_STYLE)}'; img-src http: https: data:; media-src http: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`;

/** What the pages are made of at one moment. */
export interface Shown {
  readonly revision: number;
  /** Missing while the configuration can't be read. */
  readonly preview: Preview | undefined;
  /** Why it can't be read. */
  readonly problems: readonly Problem[];
  /** What a build now would mean to subscribers. */
  readonly compare: () => Promise<BuildReport>;
}

/** The answer to a request of the preview. */
export async function answerPage(url: URL, shown: Shown): Promise<Answer> {
  const { pathname, searchParams } = url;
  if (pathname === '/preview.css') return asset('text/css; charset=utf-8', STYLE);
  if (pathname === '/favicon.ico') return asset('image/svg+xml', ICON);
  if (pathname === '/preview.js') return asset('text/javascript; charset=utf-8', SCRIPT);
  const { preview } = shown;
  if (!preview) return page(shown, '/', 'The configuration has errors', writeProblems(shown.problems));
  if (pathname === '/view') return answerView(preview, searchParams);
  if (pathname === '/raw') return answerRaw(preview, searchParams.get('path') ?? '');
  if (pathname === '/page') return answerFeedPage(preview);
  if (pathname === '/article') return answerArticle(preview, shown, searchParams.get('file') ?? '');
  if (pathname === '/changes') return answerChanges(shown);
  if (pathname === '/documents') {
    const { feeds, companions, problems } = preview.documents();
    return page(shown, pathname, 'Documents', writeDocuments([...feeds, ...companions], problems));
  }
  if (pathname === '/phone')
    return page(shown, pathname, 'Feed page on a phone', writePhone(nameFeedPage(preview)));
  if (pathname !== '/') return plain(404, 'There is no such page.');
  const files = new Set(preview.articles.map(({ file }) => file));
  const others = preview.problems.filter(({ file }) => !files.has(file));
  const rows = preview.articles.map((article) => rowOf(article, preview.problems));
  return page(shown, '/', 'Articles', writeList(rows, others, searchParams.get('state') ?? undefined));
}

function asset(type: string, body: string): Answer {
  return { status: 200, type, body, policy: "default-src 'none'" };
}

function page({ preview, revision }: Shown, path: string, title: string, content: Html): Answer {
  const site = preview?.config.title ?? 'feedwright';
  return {
    status: 200,
    type: HTML,
    body: writeFrame({ site, title, path, revision }, content),
    policy: POLICY,
  };
}

type Listed = Preview['articles'][number];

function rowOf({ file, state, title, local }: Listed, problems: readonly Problem[]): ListRow {
  const own = problems.filter((each) => each.file === file);
  return { file, state, title: title || file, time: local ?? '', problems: own };
}

function answerArticle(preview: Preview, shown: Shown, file: string): Answer {
  const listed = preview.articles.find((article) => article.file === file);
  const article = preview.show(file);
  if (!listed || !article) return plain(404, 'There is no such article.');
  const row = rowOf({ ...listed, title: listed.title ?? article.item?.title ?? file }, article.problems);
  const { item, source, problems } = article;
  const content = writeArticlePage({
    row,
    url: item?.url,
    source,
    problems,
    shown: item && nameOf(`${row.time} ${JSON.stringify(item)}`),
  });
  return page(shown, '/article', row.title, content);
}

function answerView(preview: Preview, search: URLSearchParams): Answer {
  const file = search.get('file') ?? '';
  const view = VIEWS.find((each) => each === search.get('as'));
  const item = preview.show(file)?.item;
  if (!view || !item) return plain(404, 'There is nothing to show.');
  const listed = preview.articles.find((article) => article.file === file);
  const content = writeView(item, view, listed?.local?.slice(0, 10) ?? '');
  const language = item.language ?? preview.config.language;
  return {
    status: 200,
    type: HTML,
    body: writeViewFrame(item.title, VIEW_STYLE, language, content),
    policy: VIEW_POLICY,
  };
}

function answerRaw(preview: Preview, path: string): Answer {
  const body = preview.read(path);
  if (!body) return plain(404, 'There is no such document.');
  return { status: 200, type: 'text/plain; charset=utf-8', body, policy: "default-src 'none'" };
}

function findFeedPage(preview: Preview): string | undefined {
  return preview.documents().companions.find(({ kind }) => kind === 'page')?.path;
}

function nameFeedPage(preview: Preview): string | undefined {
  const path = findFeedPage(preview);
  const body = path === undefined ? undefined : preview.read(path);
  return body && nameOf(body);
}

/** A name for what a frame shows. */
function nameOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

/** The page brings a policy of its own, which allows its style and its script by their hashes. */
function answerFeedPage(preview: Preview): Answer {
  const path = findFeedPage(preview);
  const body = path === undefined ? undefined : preview.read(path);
  if (!body) return plain(404, 'There is no such page.');
  const policy =
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src http: https:; frame-ancestors 'self'";
  return { status: 200, type: HTML, body, policy };
}

async function answerChanges(shown: Shown): Promise<Answer> {
  const { changes, problems } = await shown.compare();
  const isFirst = changes === undefined || changes.comparedWith.length === 0;
  const sentence = isFirst
    ? 'Nothing is published yet, so everything would be new.'
    : `Subscribers will see: ${countChanges(changes)}`;
  return page(
    shown,
    '/changes',
    'What subscribers will see',
    writeChanges(sentence, isFirst ? undefined : changes, problems),
  );
}
