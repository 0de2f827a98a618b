import { createBundleFiles } from '../articles/bundle-files.ts';
import { createPageLinks, createPageSearch } from '../articles/find-page.ts';
import type { BodyText } from '../articles/read.ts';
import { prepareCompletion } from '../articles/read-selected.ts';
import {
  createReferences,
  createTitles,
  type Referable,
  type ResolveReference,
} from '../articles/references.ts';
import type { TemplateFacts } from '../articles/template-values.ts';
import { createFileSearch } from '../built-site/find-files.ts';
import { render } from '../content/render.ts';
import { completeItem } from '../feeds/item.ts';
import { findMedia } from '../files/find-media.ts';
import { takeFingerprint } from '../manifest/fingerprint.ts';
import { writeContentMarkdown } from '../markdown/content-markdown.ts';
import type { Article, Candidate, Config, Item, Place, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import type { RenderBody } from './options.ts';

export type { RenderBody } from './options.ts';

/** An article as a feed carries it, unless something is wrong with it. */
export interface RenderedArticle {
  readonly item?: Item;
  readonly problems: readonly Problem[];
}

/**
 * Prepares to complete and render single articles.
 * @param targets the articles that others may refer to
 * @param now time of the build in ms
 * @param renderBody renders a body before it is cleaned
 */
export function prepareRendering(
  config: Config,
  targets: readonly Referable[],
  now: number,
  renderBody?: RenderBody,
): (candidate: Candidate) => RenderedArticle {
  const { complete } = prepareCompletion(config);
  const resolveReference = createReferences(targets, config, createPageSearch(config));
  const resolvePageLink = createPageLinks(targets, config);
  const findTitle = createTitles(targets);
  const searchFiles = createFileSearch(config);
  const placeFiles = createBundleFiles(targets, config);
  return (candidate) => {
    const search = searchFiles(candidate);
    const locate = (path: string) => findMedia(config.root, candidate.path, path);
    const place = placeFiles(
      candidate,
      (path, file = candidate.path) => findMedia(config.root, file, path)?.isBeside === true,
    );
    const findFile = (written: string, url: string, alt?: string) =>
      search({ written, url: place(written, url), alt, locate });
    const { article, body, facts, mediaBase, problems } = complete(candidate, findFile);
    if (article === undefined || body === undefined) return { problems };
    const resolvePost = (reference: string) => resolveReference(reference, candidate.path);
    const findPage = (reference: string) => resolvePageLink(reference, candidate.path);
    const bodyFacts = { ...facts, body, mediaBase, resolvePost, findPage, findTitle, renderBody };
    const rendered = renderArticle(config, article, bodyFacts, findFile, now);
    return { ...rendered, problems: [...problems, ...rendered.problems] };
  };
}

/** What the meaning of a body depends on, next to the configuration. */
interface BodyFacts extends TemplateFacts {
  readonly body: BodyText;
  readonly mediaBase: string | undefined;
  readonly resolvePost: ResolveReference;
  readonly findPage: ResolveReference;
  readonly findTitle: (url: string) => string | undefined;
  readonly renderBody: RenderBody | undefined;
}

function renderArticle(
  config: Config,
  article: Article,
  { body, renderBody, ...facts }: BodyFacts,
  search: (written: string, url: string, alt?: string) => string | undefined,
  now: number,
): { readonly item?: Item; readonly problems: readonly Problem[] } {
  const { file, url, title } = article;
  const { preset, site } = config;
  const missing = new Set<string>();
  const findFile = (written: string, fileUrl: string, alt?: string) => {
    const found = search(written, fileUrl, alt);
    if (found === undefined) missing.add(written);
    return found ?? fileUrl;
  };
  const html = renderBody?.({ file, text: body.text });
  const text = html === undefined ? {} : { text: html, format: 'html' as const, isRendered: true };
  const input = {
    file,
    line: body.line,
    format: article.body.format,
    text: body.text,
    url,
    site,
    title,
    findFile,
    ...facts,
    ...text,
  };
  const rendered = render(preset === undefined ? input : { ...input, preset });
  if (rendered.problems.some(({ severity }) => severity === 'error')) return { problems: rendered.problems };
  const completed = completeItem(article, rendered, now, takeFingerprint, config.language);
  const unfound = [...missing].map((written) =>
    problem('file-not-on-site', placeWritten(written, { ...body, file }), { written, outcome: undefined }),
  );
  const markdown = config.sourceMarkdown ? writeContentMarkdown(completed.item.content) : undefined;
  const item = markdown === undefined ? completed.item : { ...completed.item, markdown };
  return { item, problems: [...rendered.problems, ...unfound, ...completed.problems] };
}

/** The line of a body in which something is written. */
function placeWritten(
  written: string,
  { text, line, file }: { readonly text: string; readonly line: number; readonly file: string },
): Place {
  const at = text.indexOf(written);
  return { file, line: at < 0 ? line : line + text.slice(0, at).split('\n').length - 1 };
}
