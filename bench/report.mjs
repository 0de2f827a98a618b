/** Results as Markdown tables, aligned so that they also read well in a terminal. */
import { judgeGoals } from './goals.mjs';
import { compareTimes, findSummary } from './statistics.mjs';

/**
 * @import { Contender } from './contenders.mjs'
 * @import { Machine } from './machine.mjs'
 * @import { Summary } from './statistics.mjs'
 *
 * @typedef {object} Report
 * @property {Machine} machine
 * @property {number} runs of each contender at each size
 * @property {boolean} cold page cache dropped before each run
 * @property {readonly Summary[]} summaries
 * @property {readonly string[]} notes what was not measured and why
 */

/** @type {(report: Report, contenders: readonly Contender[]) => string} */
export function renderReport(report, contenders) {
  const { machine, runs, cold, summaries, notes } = report;
  const sizes = [...new Set(summaries.map((summary) => summary.size))];
  return [
    `${machine.date}, ${machine.processors} × ${machine.processor}, ${machine.memory} GiB, ${machine.system}.`,
    `${Object.entries(machine.versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}.`,
    `Medians, ${runs} run(s) of each in turns, page cache ${cold ? 'cold' : 'warm'}, load ${machine.load}.`,
    ...sizes.flatMap((size) => [
      '',
      `### ${size.toLocaleString('en')} articles`,
      '',
      renderSize(report, contenders, size),
    ]),
    ...(notes.length === 0 ? [] : ['', ...notes.map((note) => `- ${note}`)]),
    '',
    '### From small to large',
    '',
    renderCurve(summaries),
    '',
    '### Goals',
    '',
    renderGoals(summaries),
    '',
  ].join('\n');
}

/** @type {(report: Report, contenders: readonly Contender[], size: number) => string} */
function renderSize({ summaries }, contenders, size) {
  const head = ['', 'wall s', 'fastest', 'CPU s', 'peak MiB', '× floor', 'feedwright is faster by'];
  const rows = summaries
    .filter((summary) => summary.size === size)
    .map((summary) => ({ summary, contender: contenders.find(({ name }) => name === summary.contender) }))
    .map(({ summary, contender }) => [
      contender?.title ?? summary.contender,
      summary.wall.toFixed(3),
      summary.fastest.toFixed(3),
      summary.cpu?.toFixed(2) ?? '',
      summary.memory === undefined ? '' : (summary.memory / 2 ** 20).toFixed(0),
      formatRatio(summaries, size, summary.contender, 'floor'),
      formatAdvantage(summaries, contender, summary),
    ]);
  return renderTable(head, rows);
}

/** @type {(summaries: readonly Summary[], contender: Contender | undefined, summary: Summary) => string} */
function formatAdvantage(summaries, contender, { size, contender: name }) {
  return contender?.kind === 'peer' ? formatRatio(summaries, size, name, counterpartOf(name)) : '';
}

/** Feeds by tag are compared with feeds by tag, everything rendered with everything rendered. */
function counterpartOf(/** @type {string} */ contender) {
  if (contender.endsWith('-tags')) return 'feedwright-tags';
  return contender.endsWith('-all') ? 'feedwright-all' : 'feedwright';
}

/** @type {(summaries: readonly Summary[], size: number, slower: string, faster: string) => string} */
function formatRatio(summaries, size, slower, faster) {
  const ratio = compareTimes(summaries, size, slower, faster);
  return ratio === undefined ? '' : `${ratio.median.toFixed(2)} ×`;
}

/** What each article adds to the bare start of Node: a flat column means that the build is linear. */
function renderCurve(/** @type {readonly Summary[]} */ summaries) {
  const rows = summaries
    .filter(({ contender }) => contender === 'floor' || contender === 'feedwright')
    .map(({ contender, size, wall, memory }) => {
      const start = findSummary(summaries, size, 'node');
      const time = start && ((wall - start.wall) / size) * 1e6;
      const bytes = start?.memory && memory && (memory - start.memory) / size / 1024;
      return [contender, size.toLocaleString('en'), time?.toFixed(1) ?? '', bytes?.toFixed(2) ?? ''];
    });
  return renderTable(['', 'articles', 'µs per article', 'KiB per article'], rows);
}

function renderGoals(/** @type {readonly Summary[]} */ summaries) {
  const rows = judgeGoals(summaries).map(({ subject, target, measured, reached }) => [
    subject,
    target,
    measured,
    reached === undefined ? 'not measured' : reached ? 'yes' : '**no**',
  ]);
  return renderTable(['', 'goal', 'measured', 'reached'], rows);
}

/**
 * A Markdown table with columns of equal width; every column but the first holds numbers or short words.
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function renderTable(head, rows) {
  const widths = head.map((title, column) =>
    Math.max(3, title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${widths.map((width, column) => pad(cells[column] ?? '', width, column)).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** @type {(text: string, width: number, column: number) => string} */
function pad(text, width, column) {
  return column === 0 ? text.padEnd(width) : text.padStart(width);
}
