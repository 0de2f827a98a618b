/** `npm run bench`: measures the floor, our build and the peers, and says where we stand. */
import { readFileSync, writeFileSync } from 'node:fs';
import { contenders } from './contenders.mjs';
import { makeCorpus } from './corpus.mjs';
import { describeMachine } from './machine.mjs';
import { measureInTurns, runContender } from './measure.mjs';
import { readOptions, usage } from './options.mjs';
import { checkFigures, readRecorded, recordFigures } from './recorded.mjs';
import { renderReport } from './report.mjs';
import { summarize } from './statistics.mjs';

/**
 * @import { Contender } from './contenders.mjs'
 * @import { Options } from './options.mjs'
 * @import { Report } from './report.mjs'
 */

const readme = new URL('README.md', import.meta.url);

const options = readCommandLine();
if (options?.help) console.log(usage);
else if (options) run(options);

function readCommandLine() {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    process.exitCode = 2;
    return undefined;
  }
}

function run(/** @type {Options} */ options) {
  const { working, notes } = tryContenders(chooseContenders(options), options);
  process.stderr.write('Measuring whole processes in turns; the machine should be idle.\n');
  if (options.check) return guard(working, options.check, options);
  const results = measureSizes(working, options);
  const summaries = results.map(summarize);
  const report = { machine: describeMachine(), runs: options.runs, cold: options.cold, summaries, notes };
  console.log(renderReport(report, contenders));
  if (options.json) writeFileSync(options.json, `${JSON.stringify({ ...report, results }, undefined, 2)}\n`);
  if (options.record) recordFigures(options.record, summaries, report.machine);
  if (options.markdown) updateReadme(report);
}

/** What got slower is slower every time; what was only disturbed is not. */
function guard(
  /** @type {readonly Contender[]} */ working,
  /** @type {string} */ file,
  /** @type {Options} */ options,
) {
  for (let attempt = 1; attempt <= 3; attempt++) {
    const summaries = measureSizes(working, options).map(summarize);
    const { lines, failed } = checkFigures(file, summaries, options.factor);
    console.log(lines.join('\n') || `Nothing that was measured is recorded in ${file}.`);
    process.exitCode = failed ? 1 : 0;
    if (!failed || lines.length === 0) return;
  }
}

/** The guard needs our builds that are on record, and the floor; everything else only costs time. */
function chooseContenders(/** @type {Options} */ { only, check }) {
  const names = only ?? (check ? ['floor', ...Object.keys(readRecorded(check).ratios)] : undefined);
  const unknown = names?.filter((name) => !contenders.some((contender) => contender.name === name)) ?? [];
  if (unknown.length > 0) throw new Error(`No such contender: ${unknown.join(', ')}.`);
  return contenders.filter(({ name }) => names === undefined || names.includes(name));
}

/**
 * Runs each once on a small corpus: peers that are not installed and features that are not there yet drop out with a note.
 * @type {(chosen: readonly Contender[], options: Options) => { working: Contender[], notes: string[] }}
 */
function tryContenders(chosen, options) {
  const corpus = makeCorpus(100, corpusOptions(options));
  /** @type {string[]} */
  const notes = [];
  const working = chosen.filter((contender) => {
    try {
      runContender(contender, corpus, false);
      return true;
    } catch (error) {
      if (options.check) throw error;
      const [reason] = String(error instanceof Error ? error.message : error).split('\n');
      notes.push(`Not measured: ${contender.name} (${reason})`);
      return false;
    }
  });
  return { working, notes };
}

/** @type {(working: readonly Contender[], options: Options) => import('./measure.mjs').Result[]} */
function measureSizes(working, options) {
  return options.sizes.flatMap((size) => measureSize(working, size, options));
}

/** @type {(working: readonly Contender[], size: number, options: Options) => import('./measure.mjs').Result[]} */
function measureSize(working, size, options) {
  const corpus = makeCorpus(size, corpusOptions(options));
  const fitting = working.filter((contender) => options.only || size <= contender.largest);
  const warm = fitting.find(({ name }) => name === 'floor');
  if (warm) runContender(warm, corpus, false);
  return measureInTurns(fitting, corpus, options.runs, {
    cold: options.cold,
    onRun: ({ name }, { wall }) => process.stderr.write(`${size} ${name} ${wall.toFixed(3)} s\n`),
  });
}

function corpusOptions(/** @type {Options} */ { corpora }) {
  return corpora === undefined ? {} : { parent: corpora };
}

function updateReadme(/** @type {Report} */ report) {
  const [start, end] = ['<!-- result -->', '<!-- /result -->'];
  const text = readFileSync(readme, 'utf8');
  const before = text.slice(0, text.indexOf(start) + start.length);
  const after = text.slice(text.indexOf(end));
  writeFileSync(readme, `${before}\n${renderReport(report, contenders)}\n${after}`);
}
