import { prepareCompletion } from '../articles/read-selected.ts';
import { keyItems } from '../feeds/item-keys.ts';
import type { Plan } from '../feeds/plan.ts';
import { verifyShows } from '../feeds/verify-show.ts';
import type { Candidate, Config, Problem, Progress, WrittenDocument } from '../model/index.ts';
import { shareWork } from '../threads/share-work.ts';
import { countPieces, type ItemsBatch, type ItemsSetup, listPiece, prepareItems } from './make-items.ts';
import { createPages, type MadePages } from './make-pages.ts';
import type { RenderBody } from './options.ts';

export interface MadeDocuments extends MadePages {
  readonly problems: readonly Problem[];
}

export interface MakingOptions {
  /** All articles of the site, which the selected ones may refer to. */
  readonly all: readonly Candidate[];
  /** Time of the build in ms. */
  readonly now: number;
  /** How many threads may help with many articles; the result is the same with any number. */
  readonly workers: number;
  readonly progress: Progress | undefined;
  /** Whether something is wrong already: then articles are rendered to say what is wrong with them, and no document is made. */
  readonly isRefused: boolean;
  /** Whether problems refuse the build as well. */
  readonly stops: (problems: readonly Problem[]) => boolean;
  /** Renders bodies before they are cleaned; only this thread can. */
  readonly renderBody: RenderBody | undefined;
  /** Takes each document once it is verified, in any order. */
  readonly add: (document: WrittenDocument) => void;
}

/** With fewer articles a worker would start after most of the work is done. */
const WORTH_WORKERS = 600;

/**
 * Makes the documents of a plan. Each article is rendered, written in every format, encoded and read again once, however many documents
 * carry it, by whatever thread is free; a document is put together as soon as its items are there.
 */
export function makeDocuments(config: Config, plan: Plan, options: MakingOptions): MadeDocuments {
  const { all, now, progress, stops } = options;
  const { pages: planned, keys, wanted } = keyItems(plan.feeds);
  const helpers = wanted.length < WORTH_WORKERS || options.renderBody ? 0 : options.workers;
  // Only a link of Hexo shows the title of the article that it leads to.
  const sayTitle = (title: string) => (config.preset === 'hexo' ? { title } : {});
  const targets =
    helpers === 0 ? all : all.map(({ path, url, title }) => ({ path, url, ...sayTitle(title) }));
  const pages = createPages(config, planned, options.add);
  const people = prepareCompletion(config);
  let isRefused = options.isRefused || stops(people.problems);
  const { translations } = plan;
  const setup: ItemsSetup = { config, wanted, keys, translations, targets, now, isRefused };
  const keep = ({ items, problems }: ItemsBatch, piece: number): readonly Problem[] => {
    isRefused ||= stops(problems);
    if (!isRefused) pages.take(listPiece(wanted, piece), items);
    return problems;
  };
  const pieces = countPieces(wanted);
  const tell = (share: number) => progress?.('rendering articles', share);
  const run = prepareItems(setup, options.renderBody);
  const problems = shareWork({ name: 'items', setup, pieces, tell, run, keep }, helpers).flat();
  const made = pages.finish();
  return { ...made, problems: [...people.problems, ...problems, ...verifyShows(made.current)] };
}
