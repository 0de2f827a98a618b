import { listArticles } from '../list.ts';
import type { ArticleState, ListedArticle } from '../model/index.ts';
import { joinLines } from '../problems/printable.ts';
import { loadFor } from './load.ts';
import type { CommandOptions, CommandOutput } from './options.ts';
import { countProblems, formatProblems } from './problem-lines.ts';

/** `feedwright list`: every article of the folders and what becomes of it. */
export function runList(options: CommandOptions): CommandOutput {
  const { config, problems } = loadFor(options);
  if (!config) return { out: '', error: formatProblems(problems, options.colour), exitCode: 1 };
  const listed = listArticles(config, options.instant, options.workers);
  const found = [...problems, ...listed.problems];
  const table = formatTable(listed.articles);
  const out = options.json
    ? `${JSON.stringify({ articles: listed.articles, problems: found }, null, 2)}\n`
    : table;
  const isFailed = found.some(({ severity }) => options.strict || severity === 'error');
  const summary = summarise(listed.articles, countProblems(found));
  const error =
    options.json || options.quiet ? '' : formatProblems(found, options.colour, '--json') + summary;
  return { out, error, exitCode: isFailed ? 1 : 0 };
}

function formatTable(articles: readonly ListedArticle[]): string {
  const width = articles.reduce((most, article) => Math.max(most, nameState(article).length), 0);
  const dates = articles.reduce((most, { local }) => Math.max(most, local?.length ?? 0), 20);
  const lines = articles.map((article) => {
    const { local, file, url } = article;
    return [(local ?? '-').padEnd(dates), nameState(article).padEnd(width), file, url ?? '']
      .join('  ')
      .trimEnd();
  });
  return joinLines(lines);
}

/** What hides an article is said; that a draft is one by its own `draft` says nothing more. */
function nameState({ state, reason = '' }: ListedArticle): string {
  return state === 'hidden' ? `${state} (${reason})` : state;
}

function summarise(articles: readonly ListedArticle[], problems: string): string {
  const counts = new Map<ArticleState, number>();
  for (const { state } of articles) counts.set(state, (counts.get(state) ?? 0) + 1);
  const states = [...counts].map(([state, count]) => `${count} ${state}`).join(', ');
  const all = `${articles.length} article${articles.length === 1 ? '' : 's'}${states === '' ? '' : `: ${states}`}`;
  return `${all}${problems === '' ? '' : `; ${problems}`}\n`;
}
