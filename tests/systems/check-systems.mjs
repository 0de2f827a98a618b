// Holds every supported system against this one: the same bytes in files, the same words in the terminal.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkHeldFile } from './held-file.mjs';
import { writeLargeSite, writeMistakes, writeNewsroom, writePaths, writeStory } from './sites.mjs';
import { installSystems } from './systems.mjs';

const NOW = ['--now', '2026-11-20T00:00:00Z'];
const SITE = ['--site', 'https://you.example/', '--title', 'You'];

/** What people do, in the order in which they do it; each step is compared. `slash` is what this system writes in paths. */
const VISITS = [
  {
    name: 'the sample newsroom',
    write: writeNewsroom,
    steps: () => ['build', 'list', 'links', 'check', 'diff'].map((command) => [command, ...NOW]),
  },
  {
    name: '1,000 articles',
    write: writeLargeSite,
    steps: (slash) => [
      ['build', ...NOW],
      ['build', '--output', `tagé${slash}日`, ...NOW],
      ['check', `dist${slash}rss.xml`, ...NOW],
      ['adopt', `dist${slash}rss.xml`, '--write', ...NOW],
    ],
  },
  {
    name: 'a new site',
    write: writeStory,
    steps: () => [
      ['init', ...SITE, ...NOW],
      ['build', ...NOW],
      ['pin', '--write'],
      ['list', ...NOW],
    ],
  },
  {
    name: 'paths',
    write: writePaths,
    steps: (slash, folder) => [
      ['build', '--config', `settings${slash}feedwright.yaml`, '--output', `${folder}${slash}out`, ...NOW],
      ['diff', '--config', `settings${slash}feedwright.yaml`, '--against', `out${slash}rss.xml`, ...NOW],
    ],
  },
  {
    name: 'mistakes',
    write: writeMistakes,
    steps: (slash) => [
      ['build', ...NOW],
      ['build', '--config', `none${slash}at${slash}all.yaml`],
      ['check', `none${slash}no.xml`],
    ],
  },
];

/** Every file below a folder, as text by its path. */
function readFiles(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = names.map(({ parentPath, name }) => join(parentPath, name)).toSorted();
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]));
}

/** Everything that can be seen of a visit, as text by its name. */
function visit(system, work, { write, steps }) {
  const folder = mkdtempSync(join(work, 'site-'));
  const slash = system.isWindows ? '\\' : '/';
  write(folder, slash);
  const absolute = system.isWindows ? `Z:${folder.replaceAll('/', '\\')}` : folder;
  const seen = new Map();
  for (const [i, args] of steps(slash, absolute).entries()) {
    const { status, out, log } = system.run(folder, args);
    seen.set(`${i + 1}. ${args[0]}`, `exit code ${status}\n${out}${log}`);
  }
  for (const [path, text] of readFiles(folder))
    if (!/^(?:out|log)\.txt$|feedwright\.yaml$/.test(path)) seen.set(path, text);
  return seen;
}

/** @returns what differs, in words */
function compare(found, expected) {
  const differs = [...expected].filter(([name, text]) => found.get(name) !== text);
  const more = [...found.keys()].filter((name) => !expected.has(name));
  return [
    ...differs.map(([name, text]) => `${name}:\n${firstDifference(found.get(name) ?? '(missing)', text)}`),
    ...more.map((name) => `${name}: a file that no other system has`),
  ];
}

function firstDifference(found, expected) {
  const [lines, wanted] = [found.split('\n'), expected.split('\n')];
  const at = wanted.findIndex((line, i) => lines[i] !== line);
  const show = (all) => JSON.stringify(all[at < 0 ? wanted.length : at] ?? '(end)');
  return `    expected ${show(wanted)}\n    found    ${show(lines)}`;
}

async function check(work) {
  const packed = spawnSync('npm', ['pack', '--silent', '--pack-destination', work], { encoding: 'utf8' });
  const tarball = join(work, packed.stdout.trim().split('\n').at(-1));
  const [reference, ...others] = installSystems(work, tarball);
  const expected = VISITS.map((each) => visit(reference, work, each));
  const isBuilt = expected[1].has('dist/rss.xml') && expected[3].has('out/rss.xml');
  const found = isBuilt ? [] : [`${reference.name} built nothing`];
  for (const system of others) {
    const wrong = VISITS.flatMap((each, i) => {
      const differences = compare(visit(system, work, each), expected[i]);
      return differences.map((line) => `${each.name}: ${line}`);
    });
    if (system.isWindows) wrong.push(...(await checkHeldFile(system, work)));
    console.log(
      `${system.name}: ${wrong.length === 0 ? `as ${reference.name}` : `${wrong.length} differences`}`,
    );
    found.push(...wrong.slice(0, 20).map((line) => `${system.name}: ${line}`));
  }
  return found;
}

const work = mkdtempSync(join(tmpdir(), 'feedwright-systems-'));
try {
  const found = await check(work);
  for (const line of found) console.log(line);
  process.exitCode = found.length > 0 ? 1 : 0;
} finally {
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
}
