// What a real tool makes of each small site in tests/oracles/TOOL/: which files it publishes, where, under which title and
// date, with which content, and the feed that it writes itself.
//
//   node tests/oracles/record.mjs hugo jekyll             writes recorded.json and the feed beside each site
//   node tests/oracles/record.mjs --check hugo jekyll     builds anew and compares with them
//   node tests/oracles/record.mjs --modules DIR astro     DIR/node_modules has the tools that npm installs
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeHistory } from './make-history.mjs';
import { TOOLS } from './tools.mjs';

const { values, positionals } = parseArgs({
  options: { check: { type: 'boolean', default: false }, modules: { type: 'string' } },
  allowPositionals: true,
});

let differences = 0;
for (const tool of positionals) {
  const { version, record } = TOOLS[tool];
  for (const site of readdirSync(join(import.meta.dirname, tool)).sort()) {
    const folder = join(import.meta.dirname, tool, site);
    const work = mkdtempSync(join(tmpdir(), `oracle-${tool}-`));
    try {
      cpSync(join(folder, 'site'), work, { recursive: true });
      makeHistory(folder, work);
      const { articles, feed } = await record(work, values.modules);
      keep(join(folder, 'recorded.json'), write(tool, version(values.modules), articles));
      if (feed !== undefined) keep(join(folder, 'feed.xml'), feed);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
}
if (differences > 0) process.exitCode = 1;

function write(tool, version, articles) {
  const sorted = articles.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  return `${JSON.stringify({ tool, version, articles: sorted }, null, 2)}\n`;
}

function keep(path, text) {
  if (!values.check) return writeFileSync(path, text);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  differences++;
  const made = join(mkdtempSync(join(tmpdir(), 'recorded-')), 'new');
  writeFileSync(made, text);
  console.error(`${path} is not what the tool makes now, which is in ${made}.`);
}
