/** The command line of the bench. */
import { parseArgs } from 'node:util';

export const usage = `npm run bench -- [options]
  --sizes 20,1000,10000   numbers of articles (default 20,1000,10000,100000; 1000000 needs about 9 GB of disk)
  --runs 5                runs of each contender at each size
  --only floor,hugo       these contenders alone, whatever their size limit: node floor feedwright feedwright-first
                          feedwright-tags feedwright-all hugo hugo-tags by-hand by-hand-all
  --cold                  drop the page cache before each run (Linux, root)
  --json FILE             write everything measured
  --markdown              put the tables into bench/README.md
  --record FILE           write the ratios of our builds to the floor
  --check FILE            measure our builds and the floor alone; exit 1 if a ratio got worse than the recorded one
  --factor 1.6            … by more than this factor
  --corpora DIR           where corpora are kept (default: below the folder for temporary files)`;

/**
 * @typedef {object} Options
 * @property {readonly number[]} sizes
 * @property {number} runs
 * @property {readonly string[] | undefined} only
 * @property {boolean} cold
 * @property {string | undefined} json
 * @property {boolean} markdown
 * @property {string | undefined} record
 * @property {string | undefined} check
 * @property {number} factor
 * @property {string | undefined} corpora
 * @property {boolean} help
 */

/**
 * @param {readonly string[]} parameters
 * @returns {Options}
 * @throws {Error} on unknown options and on numbers that are none
 */
export function readOptions(parameters) {
  const { values } = parseArgs({
    args: [...parameters],
    options: {
      sizes: { type: 'string', default: '20,1000,10000,100000' },
      runs: { type: 'string', default: '5' },
      only: { type: 'string' },
      cold: { type: 'boolean', default: false },
      json: { type: 'string' },
      markdown: { type: 'boolean', default: false },
      record: { type: 'string' },
      check: { type: 'string' },
      factor: { type: 'string', default: '1.6' },
      corpora: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    sizes: values.sizes.split(',').map((size) => readNumber('--sizes', size)),
    runs: readNumber('--runs', values.runs),
    only: values.only?.split(','),
    cold: values.cold,
    json: values.json,
    markdown: values.markdown,
    record: values.record,
    check: values.check,
    factor: readNumber('--factor', values.factor),
    corpora: values.corpora,
    help: values.help,
  };
}

/** @type {(option: string, text: string) => number} */
function readNumber(option, text) {
  const number = Number(text);
  if (!(number > 0)) throw new Error(`${option}: "${text}" is not a number above zero.`);
  return number;
}
