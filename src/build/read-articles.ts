import { type Collected, collectArticles } from '../articles/collect.ts';
import { findDuplicates } from '../articles/find-duplicates.ts';
import { readBody } from '../articles/read.ts';
import type { ReadingMemory } from '../articles/read-batch.ts';
import type { OtherSources, TitleOf } from '../articles/resolve-context.ts';
import { findAddresses } from '../built-site/check-pages.ts';
import { readEmoji } from '../content/emoji.ts';
import { deriveTitle, deriveWords } from '../content/render.ts';
import { createCommitDates } from '../history/find-dates.ts';
import { dateByCommits } from '../history/read-dates.ts';
import type { Candidate, Config, Problem, Progress } from '../model/index.ts';
import { problem } from '../problems/problem.ts';

export type { Collected, ReadingMemory };

/**
 * The articles of a site, resolved: what `build` selects from and `list` shows.
 * @param workers how many threads may help
 * @param memory what was read before and did not change @default nothing
 */
export function readArticles(
  config: Config,
  workers = 0,
  progress?: Progress,
  memory?: ReadingMemory,
): Collected {
  const found = collectArticles(config, readOthers(config), workers, progress, memory);
  const collected = settleGuesses(config, found);
  if (config.updated !== 'git') return collected;
  progress?.('asking git');
  const dated = dateByCommits(config, collected.candidates);
  return { ...collected, candidates: dated.candidates, problems: [...collected.problems, ...dated.problems] };
}

/**
 * Takes the URLs that code of the site makes, which is never run, from the pages of the built site. Where it is not built or has no
 * such page, the problem is told, and an article whose URL is not known at all is refused.
 */
function settleGuesses(config: Config, collected: Collected): Collected {
  const guessed = collected.candidates.filter(({ guess }) => guess);
  if (guessed.length === 0) return collected;
  const known = new Set(collected.candidates.flatMap(({ guess, url }) => (guess ? [] : url)));
  const pages = new Map(
    findAddresses(config, guessed).map(({ article, address }) => [article, address] as const),
  );
  const refused: string[] = [];
  const unread: Candidate[] = [];
  const missing: Problem[] = [];
  const placed: Candidate[] = [];
  const candidates = collected.candidates.flatMap((candidate): readonly Candidate[] => {
    const { guess, ...rest } = candidate;
    if (guess === undefined) return [candidate];
    const url = pages.get(candidate);
    if (url !== undefined && !known.has(url)) {
      if (url !== candidate.url) placed.push(candidate);
      return [{ ...rest, url, id: candidate.id === candidate.url ? url : candidate.id }];
    }
    if (guess.code === 'unread-permalink') {
      unread.push(candidate);
      return [rest];
    }
    missing.push(problem('missing-url-key', guess.place, guess));
    refused.push(candidate.file);
    return [];
  });
  const others = collected.problems.filter(({ code }) => code !== 'duplicate-id' && code !== 'duplicate-url');
  const problems = [
    ...others,
    ...missing,
    ...explainUnread(unread),
    ...findDuplicates(candidates, config.site),
  ];
  return { ...collected, candidates, refused: [...collected.refused, ...refused], problems, placed };
}

/** One problem for all articles whose URLs the same code makes, at the first of them. */
function explainUnread(unread: readonly Candidate[]): readonly Problem[] {
  const byCode = new Map<string, { readonly first: Candidate; readonly count: number }>();
  for (const candidate of unread) {
    const { guess } = candidate;
    if (guess?.code !== 'unread-permalink') continue;
    const code = JSON.stringify([guess.key, guess.value]);
    const { first = candidate, count = 0 } = byCode.get(code) ?? {};
    byCode.set(code, { first: candidate.file < first.file ? candidate : first, count: count + 1 });
  }
  return [...byCode.values()].flatMap(({ first: { guess, url }, count }) =>
    guess?.code === 'unread-permalink'
      ? problem('unread-permalink', guess.place, { ...guess, url, count })
      : [],
  );
}

/** Where articles have facts that are not in their front matter and paths. */
export function readOthers({ articles, preset }: Config): OtherSources {
  const show = (title: string) => (preset === 'vitepress' ? readEmoji(title) : title);
  const titleOf: TitleOf = (source, written) => {
    const said = written === undefined ? titleFromBody(source) : titleFromMarkdown(written);
    return said.title ? { ...said, title: { ...said.title, title: show(said.title.title) } } : said;
  };
  return { titleOf, commitDatesOf: (paths) => createCommitDates(articles, paths) };
}

/** A title as the words that a page shows. */
function titleFromMarkdown(written: string): ReturnType<TitleOf> {
  const title = deriveTitle(`# ${written.replace(/\s+/g, ' ')}`, 'markdown') ?? written;
  return { title: { title, from: 'title' }, problems: [] };
}

/** What the body of an article says about its title. */
const titleFromBody: TitleOf = (source) => {
  const { text, problems } = readBody(source);
  const title = problems.length > 0 ? undefined : deriveTitle(text, source.format);
  if (title === undefined) return { problems, words: deriveWords(text, source.format) };
  return { problems, title: { title, from: source.format === 'text' ? 'first line' : 'first heading' } };
};
