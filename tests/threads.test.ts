import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeSite } from './run-cli.ts';

// Workers run the compiled code, so this test does too.
const { build, listArticles, loadConfig }: typeof import('../src/index.ts') = await import(
  new URL('../lib/index.js', import.meta.url).href
);
const { shareWork }: typeof import('../src/threads/share-work.ts') = await import(
  new URL('../lib/threads/share-work.js', import.meta.url).href
);
const { findArticles }: typeof import('../src/articles/find.ts') = await import(
  new URL('../lib/articles/find.js', import.meta.url).href
);
const { prepareReading }: typeof import('../src/articles/read-batches.ts') = await import(
  new URL('../lib/articles/read-batches.js', import.meta.url).href
);

/** More articles than one thread reads alone, of every kind: plain, without title, draft, broken, future, twice the same id. */
function makeLargeSite(): string {
  const folder = makeSite({
    'feedwright.yaml':
      'site: https://you.example/\ntitle: You\ntimeZone: Europe/Paris\nonError: skip\narchive: { size: 400 }\n',
  });
  for (let year = 0; year < 25; year++) {
    const below = join(folder, 'articles', `${2000 + year}`);
    mkdirSync(below, { recursive: true });
    for (let day = 0; day < 120; day++) writeFileSync(join(below, `a${day}.md`), article(year, day));
  }
  return folder;
}

function article(year: number, day: number): string {
  const number = year * 120 + day;
  const date = new Date(Date.UTC(2000 + year, 0, day * 3)).toISOString().slice(0, 10);
  if (number % 97 === 0) return `---\ndate: ${date}\n---\n# From the body ${number}\n\nText.\n`;
  if (number % 89 === 0) return `---\ntitle: Broken ${number}\ndate: [\n---\nText.\n`;
  const extra = number % 83 === 0 ? 'draft: true\n' : number % 79 === 0 ? 'lang: no language\n' : '';
  return `---\ntitle: "Article – ${number} 🙂"\ndate: ${date} 09:00\n${extra}---\nText *${number}*, see [before]({{< ref "${2000 + year}/a5.md" >}}) and <script>x</script>.\n`;
}

test('the result is the same with 0, 1, 2 and 4 workers', () => {
  const folder = makeLargeSite();
  const runs = [0, 1, 2, 4].map((workers) => {
    const output = `dist${workers}`;
    const { config } = loadConfig({ workingDirectory: folder, flags: { output } });
    if (!config) throw new Error('no configuration');
    const now = Date.parse('2020-01-01T00:00:00Z');
    const report = build(config, { now, workers });
    const files = report.feeds.map(({ path }) => readFileSync(join(folder, output, path), 'utf8'));
    return { report, files, list: listArticles(config, now, workers) };
  });
  expect(runs[0]?.files.length).toBeGreaterThan(12);
  expect(runs[0]?.files.join('').match(/>before</g)?.length).toBeGreaterThan(6000);
  expect(runs[0]?.files[0]).toMatch(/<a href="https:\/\/you\.example\/\d+\/a5\/">before</);
  expect(runs[0]?.report.heldBack.length).toBeGreaterThan(100);
  expect(new Set(runs[0]?.report.problems.map(({ code }) => code))).toEqual(
    new Set(['bad-front-matter', 'bad-language', 'missing-title', 'removed-content']),
  );
  for (const run of runs) expect(run).toEqual(runs[0]);
});

/** Slow enough that a worker joins in. */
function wait(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

const keep = <Result>(result: Result): Result => result;

test('workers take a part of the work', () => {
  const folder = makeLargeSite();
  const { config } = loadConfig({ workingDirectory: folder });
  if (!config) throw new Error('no configuration');
  const { found: files } = findArticles(config.articles, folder, () => false);
  const read = prepareReading({ files, config });
  const pieces = 12;
  const expected = Array.from({ length: pieces }, (_, piece) => read(piece));
  // However long a worker takes to start on a busy machine, it finds something left to do.
  const isShared = [100, 1000, 10_000].some((patience) => {
    let here = 0;
    const run = (piece: number) => {
      wait(patience);
      here++;
      return read(piece);
    };
    expect(shareWork({ name: 'read', setup: { files, config }, pieces, run, keep }, 2)).toEqual(expected);
    return here < pieces;
  });
  expect(isShared).toBe(true);
});

test('a worker that cannot start, or fails, leaves its work to this thread', () => {
  const pieces = 20;
  const expected = Array.from({ length: pieces }, (_, piece) => piece * 2);
  const run = (piece: number) => {
    wait(20);
    return piece * 2;
  };
  expect(shareWork({ name: 'unknown', setup: {}, pieces, run, keep }, 2)).toEqual(expected);
  // Without files in its setup every piece fails in the worker.
  const setup = { files: {}, config: { timeZone: 'UTC' } };
  expect(shareWork({ name: 'read', setup, pieces, run, keep }, 1)).toEqual(expected);
});

test('the bundled command line has its worker and its program beside it, and loads neither to say its version', () => {
  const entrance = readFileSync(new URL('../lib/cli.js', import.meta.url), 'utf8');
  expect(existsSync(new URL('../lib/worker.js', import.meta.url))).toBe(true);
  expect(existsSync(new URL('../lib/program.cjs', import.meta.url))).toBe(true);
  expect(entrance).not.toMatch(/^(?:import|\} from)\b[^"\n]*"\./m);
  expect(entrance.length).toBeLessThan(60_000);
});
