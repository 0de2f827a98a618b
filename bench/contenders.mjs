/** Who is measured. Each is one command, started on a corpus with an empty output folder. */
import { existsSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hugoCommand } from './peers/hugo.mjs';

/**
 * @import { Corpus } from './corpus.mjs'
 *
 * @typedef {object} Contender
 * @property {string} name short, for `--only` and in recorded results
 * @property {string} title for tables
 * @property {'reference' | 'own' | 'peer'} kind
 * @property {number} largest above this many articles it is not run unless it is asked for by name
 * @property {string} [rss] its RSS document below the output folder
 * @property {Readonly<Record<string, string>>} [environment] besides that of all
 * @property {(publishable: number) => number} [items] how many items that document has, when it is not the newest 50
 * @property {(corpus: Corpus, output: string) => string[]} command the command to run; may write configuration into the corpus
 */

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const cli = here('../lib/cli.js');
const byHand = here('peers/by-hand.mjs');
/** Whether a second run is faster than the first. */
export const keepsCompiledCode = 'enableCompileCache' in module;

/** @type {readonly Contender[]} */
export const contenders = [
  {
    name: 'node',
    title: '`node -e 0`',
    kind: 'reference',
    largest: Infinity,
    command: () => [process.execPath, '-e', '0'],
  },
  {
    name: 'floor',
    title: 'floor',
    kind: 'reference',
    largest: Infinity,
    command: (corpus) => [process.execPath, here('floor.mjs'), corpus.articles],
  },
  {
    name: 'feedwright',
    title: '**feedwright**, newest 50, 3 formats',
    kind: 'own',
    largest: Infinity,
    rss: 'rss.xml',
    command: (corpus, output) => feedwrightCommand(corpus, output, 'main', ''),
  },
  {
    name: 'feedwright-first',
    title: '**feedwright**, newest 50, first run: no compiled code is kept (Node 22.8 and later)',
    kind: 'own',
    largest: keepsCompiledCode ? 1000 : 0,
    rss: 'rss.xml',
    environment: { NODE_DISABLE_COMPILE_CACHE: '1' },
    command: (corpus, output) => feedwrightCommand(corpus, output, 'main', ''),
  },
  {
    name: 'feedwright-tags',
    title: '**feedwright** + 60 tag feeds, 3 formats each',
    kind: 'own',
    largest: 100_000,
    rss: 'rss.xml',
    command: (corpus, output) =>
      feedwrightCommand(corpus, output, 'tags', 'feeds:\n  - by: tag\n    path: tags/:tag/\n    limit: 50\n'),
  },
  {
    name: 'feedwright-all',
    title: '**feedwright**, whole archive, every article rendered',
    kind: 'own',
    largest: 10_000,
    rss: 'rss.xml',
    // What does not fill an archive of 50 stays in the feed.
    items: (publishable) => (publishable < 50 ? publishable : 50 + (publishable % 50)),
    command: (corpus, output) => feedwrightCommand(corpus, output, 'all', 'archive: true\n'),
  },
  {
    name: 'hugo',
    title: 'Hugo, newest 50, RSS only',
    kind: 'peer',
    largest: 100_000,
    rss: 'index.xml',
    command: (corpus, output) => hugoCommand(corpus, output, { tags: false }),
  },
  {
    name: 'hugo-tags',
    title: 'Hugo + 60 tag feeds, RSS only',
    kind: 'peer',
    largest: 10_000,
    rss: 'index.xml',
    command: (corpus, output) => hugoCommand(corpus, output, { tags: true }),
  },
  {
    name: 'by-hand',
    title: 'gray-matter + markdown-it + feed, newest 50, 3 formats',
    kind: 'peer',
    largest: 100_000,
    rss: 'rss.xml',
    command: (corpus, output) => [process.execPath, byHand, corpus.articles, output],
  },
  {
    name: 'by-hand-all',
    title: 'the same, every article rendered',
    kind: 'peer',
    largest: 10_000,
    rss: 'rss.xml',
    command: (corpus, output) => [process.execPath, byHand, corpus.articles, output, 'all'],
  },
];

/** @type {(corpus: Corpus, output: string, name: string, extra: string) => string[]} */
function feedwrightCommand(corpus, output, name, extra) {
  if (!existsSync(cli)) throw new Error('lib/cli.js is missing: npm run compile');
  const file = join(corpus.folder, `feedwright-${name}.yaml`);
  const settings =
    'site: https://example.org/\ntitle: Bench\ndescription: Bench\narticles: articles\nlimit: 50\n';
  writeFileSync(file, settings + extra);
  return [process.execPath, cli, 'build', '--config', file, '--output', output];
}
