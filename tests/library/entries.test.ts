import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { afterAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);
/** Made by `npm run compile`. */
const ENTRIES = ['', '/feed', '/eleventy', '/vite', '/astro', '/docusaurus', '/rss', '/handler'].map(
  (name) => `feedwright${name}`,
);

describe('the package', () => {
  it.each(ENTRIES)('%s is the same for import and require', async (name) => {
    const names = Object.keys(await import(name)).toSorted();
    expect(names.length).toBeGreaterThan(0);
    expect(Object.keys(require(name)).toSorted()).toEqual(names);
  });

  it('has nothing inside that can be imported', () => {
    for (const path of ['lib/build.js', 'lib/entry/index.js', 'lib/types/index.d.ts'])
      expect(() => require(`feedwright/${path}`)).toThrow(/not defined by "exports"|ERR_PACKAGE_PATH/);
  });

  it('is published without anything that no entry leads to', () => {
    const { stdout } = spawnSync('npm pack --dry-run --json --ignore-scripts', {
      cwd: root,
      encoding: 'utf8',
      shell: true,
    });
    const paths: string[] = JSON.parse(stdout)[0].files.map(({ path }: { path: string }) => path);
    const program = paths.filter((path) => path.startsWith('lib/') && /\.c?js$/.test(path));
    expect(
      program.filter((path) => !/^lib\/(?:chunks|entry|libraries|portable)\//.test(path)).toSorted(),
    ).toEqual([
      'lib/audio-worker.js',
      'lib/cli.js',
      'lib/memory-worker.js',
      'lib/program.cjs',
      'lib/worker.js',
    ]);
    expect(paths.filter((path) => /\.d\.c?ts$/.test(path) && !path.startsWith('lib/types/'))).toEqual([]);
    for (const path of paths.filter((each) => each.endsWith('.d.ts'))) {
      const text = readFileSync(join(root, path), 'utf8');
      for (const [, name = ''] of text.matchAll(/(?:from |import\()['"](\.[^'"]+)['"]/g))
        expect(paths, `${name} in ${path}`).toContain(join(path, '..', name).replace(/js$/, 'd.ts'));
    }
  });
});

describe('what is published', () => {
  it('loads no library that is not installed with it', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    // The parser's builds belong to satteri; debug asks for colours where there are some.
    const known = new Set([...builtinModules, ...Object.keys(dependencies), 'supports-color']);
    const files = readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' }).filter((path) =>
      /^(?:(?:chunks|entry|libraries|portable)[\\/].*|program|(?:[a-z-]+-)?worker|cli)\.c?js$/.test(path),
    );
    expect(files.length).toBeGreaterThan(20);
    for (const path of files) {
      const text = readFileSync(join(root, 'lib', path), 'utf8');
      const named = [
        ...text.matchAll(/\brequire\d*\(["']([@\w][^"']*)["']\)|^import .* from ["']([@\w][^"']*)["']/gm),
      ];
      const names = named.map(([, a, b]) => (a ?? b ?? '').replace(/^node:/, ''));
      expect(
        names.filter((name) => !known.has(name)),
        path,
      ).toEqual([]);
    }
  });
});

describe('feedwright in the process of a program', () => {
  it('changes nothing of how that process compiles and keeps memory', () => {
    for (const file of ['index.js', 'index.cjs', 'vite.js']) {
      const code = readFileSync(join(root, 'lib/entry', file), 'utf8');
      expect(code).toContain('loadLibrary(');
      expect(code).not.toMatch(/setFlagsFromString\(|enableCompileCache/);
    }
  });
});

describe('feedwright/feed', () => {
  const text = readFileSync(join(root, 'lib/entry/feed.cjs'), 'utf8');

  it('runs where there is only what every runtime for the web has', () => {
    const web = { URL, TextEncoder, TextDecoder, module: { exports: {} as Record<string, unknown> } };
    runInContext(text, createContext(web, { codeGeneration: { strings: false, wasm: false } }));
    const { Feed } = web.module.exports as { Feed: typeof import('../../src/formats/feed.ts').Feed };
    const feed = new Feed({ title: 'T', link: 'https://e.example/', podcast: true });
    const notes = `<h2>${'é'.repeat(3000)}</h2>`;
    feed.addItem({
      ...{ title: 'A', link: 'https://e.example/a', date: new Date(0), content: notes },
      ...{ audio: { url: 'https://e.example/a.mp3', length: 1 }, episode: { number: 1 } },
    });
    expect(feed.rss2()).toContain('<itunes:episode>1</itunes:episode>');
    expect(feed.atom1()).toContain('<title type="text">A</title>');
    expect(JSON.parse(feed.json1()).items).toHaveLength(1);
  });

  it('asks for no module of Node, as the entries for endpoints, and carries no library for XML', () => {
    for (const file of ['feed.js', 'feed.cjs', 'rss.js', 'handler.js']) {
      const code = readFileSync(join(root, 'lib/entry', file), 'utf8');
      expect(code.match(/\b(?:require|import)\(["'][^"']+|\bfrom ["'][^"']+/g)).toBeNull();
      expect(code).not.toMatch(/\bBuffer\.|\bprocess\.|js2xml\s*=\s*function/);
    }
  });
});

describe('the declarations', () => {
  const made = ['esm.mts', 'cjs.cts', 'tsconfig.json'].map((name) => join(root, `lib/types-test-${name}`));
  afterAll(() => {
    for (const path of made) rmSync(path, { force: true });
  });

  it.each(['nodenext', 'node16', 'bundler'])('hold in programs that resolve modules as %s', (resolution) => {
    const program = `import { buildInMemory, type BuiltInMemory, type Feed as Parsed, parseFeed } from 'feedwright';
import { Feed, type FeedOptions } from 'feedwright/feed';
const options: FeedOptions = { title: 'T', onProblem: ({ message }) => message.length };
export const feed: Feed = new Feed(options);
export const built: Promise<BuiltInMemory> = buildInMemory({ title: 'T' }, { now: 0, render: async ({ text }) => text });
const read = parseFeed('');
export const parsed: Parsed | undefined = 'feed' in read ? read.feed : undefined;
// @ts-expect-error: a title is text
export const wrong = new Feed({ title: 1 });
`;
    const [esm = '', cjs = '', config = ''] = made;
    writeFileSync(esm, program);
    writeFileSync(cjs, program);
    const options = {
      moduleResolution: resolution,
      module: resolution === 'bundler' ? 'esnext' : resolution,
      strict: true,
      noEmit: true,
      target: 'es2023',
      types: [],
      lib: ['es2023', 'dom'],
      rootDir: '..',
    };
    const files = resolution === 'bundler' ? [esm] : [esm, cjs];
    writeFileSync(config, JSON.stringify({ compilerOptions: options, files }));
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), '-p', config],
      { encoding: 'utf8' },
    );
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
});
