import { type Collected, collectArticles, completeArticles } from './articles/collect.ts';
import { readBody, type Source } from './articles/read.ts';
import { createReferences, type ResolveReference } from './articles/references.ts';
import { deriveTitle, render } from './content/render.ts';
import { assembleFeed, writeDocument } from './feeds/assemble.ts';
import { completeItem } from './feeds/item.ts';
import { planFeeds } from './feeds/plan.ts';
import { type Schedule, scheduleArticles, selectArticles } from './feeds/select.ts';
import type {
  Article,
  BuildReport,
  Candidate,
  Config,
  FeedDocument,
  Item,
  PlannedFeed,
  Problem,
} from './model.ts';
import { compareProblems, problem } from './problems.ts';
import { verifyDocuments } from './publish/verify.ts';
import { publishDocuments } from './publish/write.ts';

export interface BuildOptions {
  /** The instant of the build in ms: it decides what is due and never reaches the output (R60). */
  readonly now: number;
  /** Whether warnings stop the build as errors do. @default false */
  readonly strict?: boolean;
  /** How many threads may help with a large site; the result is the same with any number. @default 0 */
  readonly workers?: number;
}

/**
 * Builds the feeds of a site: read, resolve, select, render, assemble, write, verify, publish. Problems are returned, not thrown;
 * with an error (or, when strict, a warning) nothing is written.
 * @throws Error only for a bug: a document that does not say what its items say
 */
export function build(config: Config, { now, strict = false, workers = 0 }: BuildOptions): BuildReport {
  const collected = readArticles(config, workers);
  const schedule = scheduleArticles(collected.candidates, now);
  const selections = planFeeds(config).map((planned) => ({
    planned,
    candidates: selectArticles(schedule.live, planned.limit),
  }));
  const selected = [...new Set(selections.flatMap(({ candidates }) => candidates))];
  const completed = completeArticles(config, selected);
  const rendered = renderArticles(config, completed.articles, createReferences(collected.candidates), now);
  const before = [...collected.problems, ...completed.problems, ...rendered.problems].map((found) =>
    tolerate(config, found),
  );
  const stops = ({ severity }: Problem) => strict || severity === 'error';
  const finish = (outcome: Outcome) =>
    report({ ...outcome, problems: [...before, ...outcome.problems] }, schedule, collected);
  if (before.some(stops)) return finish(NOTHING);
  const written = selections.map(({ planned, candidates }) =>
    writeFeed(config, planned, rendered.items, candidates),
  );
  const problems = written.flatMap((feed) => feed.problems);
  if (problems.some(stops)) return finish({ ...NOTHING, problems });
  const documents = written.flatMap((feed) => feed.documents);
  const published = publishDocuments(documents, config);
  if (published.problems.length > 0)
    return finish({ ...NOTHING, problems: [...problems, ...published.problems] });
  return finish({ documents, changed: published.changed, problems });
}

/** The articles of a site, resolved: what `build` selects from and `list` shows. */
export function readArticles(config: Config, workers = 0): Collected {
  return collectArticles(config, titleFromBody, workers);
}

function titleFromBody(source: Source): { title: string; from: string } | undefined {
  const title = deriveTitle(readBody(source).text, source.format);
  return title === undefined
    ? undefined
    : { title, from: source.format === 'text' ? 'first line' : 'first heading' };
}

interface RenderedArticles {
  /** By the path of the article. */
  readonly items: ReadonlyMap<string, Item>;
  readonly problems: readonly Problem[];
}

/** Renders each article once, however many feeds carry it. */
function renderArticles(
  config: Config,
  articles: readonly Article[],
  resolvePost: ResolveReference,
  now: number,
): RenderedArticles {
  const items = new Map<string, Item>();
  const problems: Problem[] = [];
  for (const article of articles) {
    const rendered = renderArticle(config, article, resolvePost, now);
    if (rendered.item) items.set(article.path, rendered.item);
    problems.push(...rendered.problems);
  }
  return { items, problems };
}

function renderArticle(
  config: Config,
  article: Article,
  resolvePost: ResolveReference,
  now: number,
): { readonly item?: Item; readonly problems: readonly Problem[] } {
  const { file, url, title } = article;
  const body = readBody({ path: article.path, file, bodyOffset: article.body.offset });
  if (body.problems.length > 0) return { problems: body.problems };
  const { preset, site } = config;
  const input = {
    file,
    line: body.line,
    format: article.body.format,
    text: body.text,
    url,
    site,
    title,
    resolvePost,
  };
  const rendered = render(preset === undefined ? input : { ...input, preset });
  if (rendered.problems.some(({ severity }) => severity === 'error')) return { problems: rendered.problems };
  const completed = completeItem(article, rendered, config.content, now);
  return { item: completed.item, problems: [...rendered.problems, ...completed.problems] };
}

/** With `onError: skip` an article that cannot be read is left out and reported, and the build goes on. */
export function tolerate(config: Config, found: Problem): Problem {
  const isArticle = found.file !== config.file && found.code !== 'duplicate-id';
  return config.onError === 'skip' && isArticle ? { ...found, severity: 'warning' } : found;
}

interface WrittenFeed {
  readonly documents: readonly FeedDocument[];
  readonly problems: readonly Problem[];
}

function writeFeed(
  config: Config,
  planned: PlannedFeed,
  rendered: ReadonlyMap<string, Item>,
  candidates: readonly Candidate[],
): WrittenFeed {
  const items = candidates.flatMap(({ path }) => rendered.get(path) ?? []);
  if (items.length === 0)
    return { documents: [], problems: [problem('no-items', { file: config.file }, { feed: planned.title })] };
  const feed = assembleFeed(config, planned, items);
  const documents = planned.documents.map((document) => ({
    ...document,
    text: writeDocument(feed, document.format),
    items: items.length,
  }));
  return { documents: documents.flatMap(withCopies), problems: verifyDocuments(documents, items) };
}

/** A document and its copies at old paths, byte for byte: with the self link and ids of the first (R50). */
function withCopies({ aliases = [], ...document }: FeedDocument): readonly FeedDocument[] {
  return [document, ...aliases.map((path) => ({ ...document, path, copyOf: document.path }))];
}

interface Outcome {
  readonly documents: readonly FeedDocument[];
  readonly changed: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

const NOTHING: Outcome = { documents: [], changed: new Set(), problems: [] };

function report(
  { documents, changed, problems }: Outcome,
  { heldBack }: Schedule,
  { looksLike }: Collected,
): BuildReport {
  const waiting = heldBack.map(({ file, published }) => ({ file, due: formatInstant(published) }));
  const feeds = documents.map(({ path, format, items, text, copyOf }) => {
    const entry = { path, format, items, bytes: Buffer.byteLength(text), changed: changed.has(path) };
    return copyOf === undefined ? entry : { ...entry, copyOf };
  });
  return {
    changed: changed.size > 0,
    feeds,
    problems: problems.toSorted(compareProblems),
    heldBack: waiting,
    nextDue: waiting[0]?.due ?? null,
    ...(looksLike ? { looksLike } : {}),
  };
}

/** An instant in ms as reports show it: RFC 3339 in UTC, whole seconds. */
export function formatInstant(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
