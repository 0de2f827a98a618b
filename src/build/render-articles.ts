import { readBody } from '../articles/read.ts';
import { prepareCompletion } from '../articles/read-selected.ts';
import type { TemplateFacts } from '../articles/read-values.ts';
import { createReferences, type Referable, type ResolveReference } from '../articles/references.ts';
import { render } from '../content/render.ts';
import { completeItem } from '../feeds/item.ts';
import { takeFingerprint } from '../manifest/fingerprint.ts';
import type { Article, Candidate, Config, Item, Problem, Progress } from '../model/index.ts';
import { shareWork } from '../threads/share-work.ts';

export interface RenderedArticles {
  /** By the path of the article. */
  readonly items: ReadonlyMap<string, Item>;
  readonly problems: readonly Problem[];
}

/** What a thread needs to render articles by number. */
interface RenderingSetup {
  readonly config: Config;
  readonly selected: readonly Candidate[];
  /** The articles that others may refer to. */
  readonly targets: readonly Referable[];
  /** Instant of the build in ms. */
  readonly now: number;
}

interface RenderedBatch {
  readonly items: readonly Item[];
  readonly problems: readonly Problem[];
}

/** How many articles one thread takes at a time. */
const BATCH_SIZE = 50;

/** With fewer articles a worker would start after most of the work is done. */
const WORTH_WORKERS = 600;

/**
 * Completes and renders each selected article once, however many feeds carry it.
 * @param all articles of the site, which the selected ones may refer to
 * @param now instant of the build in ms
 * @param workers how many threads may help with many articles; the result is the same with any number
 */
export function renderArticles(
  config: Config,
  selected: readonly Candidate[],
  all: readonly Candidate[],
  now: number,
  workers = 0,
  progress?: Progress,
): RenderedArticles {
  const helpers = selected.length < WORTH_WORKERS ? 0 : workers;
  const targets = helpers === 0 ? all : all.map(({ path, url }) => ({ path, url }));
  const setup: RenderingSetup = { config, selected, targets, now };
  const pieces = Math.ceil(selected.length / BATCH_SIZE);
  const tell = (share: number) => progress?.('rendering articles', share);
  const batches = shareWork({ name: 'render', setup, pieces, tell, run: prepareRendering(setup) }, helpers);
  const people = prepareCompletion(config);
  return {
    items: new Map(batches.flatMap(({ items }) => items).map((item) => [item.path, item])),
    problems: [...people.problems, ...batches.flatMap(({ problems }) => problems)],
  };
}

/** Makes ready to render batches by number; what `worker.ts` runs. */
export function prepareRendering(setup: RenderingSetup): (piece: number) => RenderedBatch {
  const { config, selected, targets, now } = setup;
  const { complete } = prepareCompletion(config);
  const resolvePost = createReferences(targets);
  return (piece) => {
    const items: Item[] = [];
    const problems: Problem[] = [];
    for (const candidate of selected.slice(piece * BATCH_SIZE, (piece + 1) * BATCH_SIZE)) {
      const completed = complete(candidate);
      problems.push(...completed.problems);
      if (completed.article === undefined) continue;
      const rendered = renderArticle(config, completed.article, completed.facts, resolvePost, now);
      if (rendered.item) items.push(rendered.item);
      problems.push(...rendered.problems);
    }
    return { items, problems };
  };
}

function renderArticle(
  config: Config,
  article: Article,
  facts: TemplateFacts | undefined,
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
    ...facts,
  };
  const rendered = render(preset === undefined ? input : { ...input, preset });
  if (rendered.problems.some(({ severity }) => severity === 'error')) return { problems: rendered.problems };
  const completed = completeItem(article, rendered, now, takeFingerprint);
  return { item: completed.item, problems: [...rendered.problems, ...completed.problems] };
}
