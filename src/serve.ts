import { createHash } from 'node:crypto';
import { extname, join } from 'node:path';
import type { ArticleFile } from './articles/find.ts';
import type { ReadingMemory } from './articles/read-batch.ts';
import { readArticles, readOthers } from './build/read-articles.ts';
import { prepareRendering } from './build/render-articles.ts';
import { build, isHeard } from './build.ts';
import { findMedia } from './files/find-media.ts';
import { readWhole } from './files/read.ts';
import { listCollected } from './list.ts';
import type { BuildReport, Config, Item, ListedArticle, Problem } from './model/index.ts';
import { listArticleFiles, listDraftFiles, openArticle } from './preview/open-article.ts';
import { conventionOf } from './writing/conventions.ts';

export type { ReadingMemory } from './articles/read-batch.ts';

/** The largest document and article that the preview shows. */
const LARGEST = 50_000_000;
/** What the page of a feed looks like where the configuration has none. */
const PAGES = { index: 'feeds/index.html', colour: '#c2410c' };

/** One article as the preview shows it. */
interface PreviewedArticle {
  readonly item: Item | undefined;
  readonly source: string;
  readonly problems: readonly Problem[];
}

/** A site at one moment; what is asked again is not read again. */
export interface Preview {
  readonly config: Config;
  readonly articles: readonly ListedArticle[];
  /** Of reading the site; those of a body are known when it is shown. */
  readonly problems: readonly Problem[];
  /** Undefined for a file that is not an article of the site. */
  readonly show: (file: string) => PreviewedArticle | undefined;
  /** A build into the folder of the preview. */
  readonly documents: () => BuildReport;
  /** The bytes of a document of that build; undefined for any other path. */
  readonly read: (path: string) => Uint8Array | undefined;
}

/**
 * Looks at a site as it is now: its articles are listed, everything else is done when someone looks at it.
 * @param now in ms
 * @param folder for the documents of this preview alone, not there yet; the output folder is never touched
 * @param memory what was read before and did not change
 */
export function openPreview(config: Config, now: number, folder: string, memory: ReadingMemory): Preview {
  const collected = readArticles(config, 0, undefined, memory);
  const { articles, problems } = listCollected(config, collected, now);
  const once = <Value>(make: () => Value): (() => Value) => {
    let made: { readonly value: Value } | undefined;
    return () => {
      made ??= { value: make() };
      return made.value;
    };
  };
  const drafts = listDraftFiles(config, conventionOf(config.preset).drafts);
  const files = once(
    () => new Map([...listArticleFiles(config), ...drafts.map((each) => [each.file, each] as const)]),
  );
  const shown = new Map<string, PreviewedArticle>();
  const documents = once(() => buildInto(config, now, folder));
  return {
    config,
    articles: [...articles, ...drafts.map((file) => describeDraft(config, file, now, memory))],
    problems,
    documents,
    show: (name) => {
      const file = files().get(name);
      const known = shown.get(name) ?? (file && showArticle(config, file, now));
      if (known) shown.set(name, known);
      return known;
    },
    read: (path) => {
      const report = documents();
      const all = [...report.feeds, ...report.companions];
      return all.some((each) => each.path === path)
        ? readWhole(join(folder, path), { maximum: LARGEST, inside: [folder] })
        : undefined;
    },
  };
}

function describeDraft(config: Config, file: ArticleFile, now: number, memory: ReadingMemory): ListedArticle {
  const known = memory.get(file.path);
  const title =
    known?.kind === 'draft'
      ? known.title
      : openArticle(config, file, readOthers(config), now).candidate?.title;
  memory.set(file.path, { kind: 'draft', reason: '', title, problems: [] });
  const unknown = { id: null, url: null, published: null, local: null, updated: null };
  return { ...unknown, file: file.file, state: 'draft', title: title ?? null };
}

/** Forgets files that changed. What is not an article that was read may mean anything for all of them. */
export function forgetChanged(memory: ReadingMemory, changed: readonly string[]): void {
  if (changed.every((path) => memory.has(path))) for (const path of changed) memory.delete(path);
  else memory.clear();
}

function showArticle(config: Config, file: ArticleFile, now: number): PreviewedArticle {
  const source = readText(file);
  const opened = openArticle(config, file, readOthers(config), now);
  if (!opened.candidate) return { item: undefined, source, problems: opened.problems };
  const rendered = prepareRendering(config, [opened.candidate], now)(opened.candidate);
  const problems = [...opened.problems, ...rendered.problems].filter((each) => isHeard(config, each));
  const item = rendered.item && showLocalImages(rendered.item, config, file.path);
  return { item, source, problems };
}

/** What browsers show in an `<img>`, by its ending. */
const IMAGES: ReadonlyMap<string, string> = new Map([
  ['avif', 'avif'],
  ['gif', 'gif'],
  ['jpeg', 'jpeg'],
  ['jpg', 'jpeg'],
  ['png', 'png'],
  ['svg', 'svg+xml'],
  ['webp', 'webp'],
]);
const LARGEST_IMAGE = 5_000_000;

/** With the images that are on this machine in the text: those of an article that is not published are nowhere else. */
function showLocalImages(item: Item, { root, site }: Config, path: string): Item {
  const read = (url: string) => {
    const places = [[site, '/'] as const, [new URL('.', item.url).href, ''] as const];
    const media = places
      .filter(([base]) => url.startsWith(base))
      .map(([base, start]) => findMedia(root, path, start + url.slice(base.length)))
      .find((found) => found !== undefined);
    const type = IMAGES.get(
      extname(media?.path ?? '')
        .slice(1)
        .toLowerCase(),
    );
    if (!media || type === undefined || media.bytes > LARGEST_IMAGE) return undefined;
    try {
      const bytes = readWhole(media.path, { maximum: LARGEST_IMAGE, inside: [root] });
      return `data:image/${type};base64,${bytes.toString('base64')}`;
    } catch {
      return undefined;
    }
  };
  const { image, content } = item;
  const isApart = image !== undefined && !content.includes(image.url.replaceAll('&', '&amp;'));
  const lead = isApart ? read(image.url) : undefined;
  const text = content.replace(/<img\b[^>]*>/g, (tag) => {
    const url = /\ssrc="([^"]*)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&');
    const local = url === undefined ? undefined : read(url);
    return local === undefined
      ? tag
      : tag.replace(/\s(?:srcset|sizes)="[^"]*"/g, '').replace(/\ssrc="[^"]*"/, ` src="${local}"`);
  });
  // The sources of a `<picture>` would be preferred.
  const shown = text === content ? text : text.replace(/<source\b[^>]*\ssrcset=[^>]*>/g, '');
  const { image: _, ...others } = item;
  if (lead === undefined) return isApart ? { ...item, content: shown } : { ...others, content: shown };
  return { ...others, content: `<p><img src="${lead}" alt=""/></p>${shown}` };
}

function readText({ path }: ArticleFile): string {
  try {
    return readWhole(path, { maximum: LARGEST, inside: 'anywhere' }).toString('utf8');
  } catch {
    return '';
  }
}

/** All documents as a build would write them, with the page of each feed, compared with nothing; without articles that would stop it. */
function buildInto(config: Config, now: number, folder: string): BuildReport {
  const { published: _, built: __, ...rest } = config;
  const own: Config = { ...rest, output: folder, pages: config.pages ?? PAGES, onError: 'skip' };
  return build(own, { now });
}

/** The style of a document as its policy names it. */
export function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
