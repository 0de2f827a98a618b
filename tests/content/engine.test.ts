import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import fc from 'fast-check';
import { htmlToHast, markdownToHast } from 'satteri';
import { describe, expect, it, test } from 'vitest';
import { type Engine, loadEngine } from '../../src/content/engine.ts';
import { parseHtml, parseMarkdown } from '../../src/content/markdown.ts';
import { copySite, makeSite, runCli } from '../run-cli.ts';
import { hostileText } from './hostile-text.ts';

const project = join(import.meta.dirname, '../..');
const corpora = join(project, '../shared/corpora');
const runs = Number(process.env.FEEDWRIGHT_PROPERTY_RUNS ?? 500);
const load = createRequire(import.meta.url);

/** Every article of the corpora as it is: front matter is hard Markdown too. */
function readCorpora(): readonly string[] {
  return ['babel', 'jekyll-docs', 'jekyll-edge-cases', 'rust-blog-2023', 'rust-blog-toml']
    .map((name) => join(corpora, name, 'articles'))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(?:md|mdx|markdown|html)$/.test(file) && statSync(join(folder, file)).isFile())
        .map((file) => readFileSync(join(folder, file), 'utf8')),
    );
}

/** What our own tree has of satteri's: no doctype, no data for plugins. */
function simplify(node: unknown): unknown {
  return JSON.parse(JSON.stringify(node), (key, value) => {
    if (key === 'data' || key === 'position') return undefined;
    return key === 'children'
      ? value.filter(({ type }: { type: string }) => /^(?:element|text|comment)$/.test(type))
      : value;
  });
}

function expectSameTree(text: string): void {
  const features = {
    rawHtml: /<[a-z!?/]/i.test(text),
    frontmatter: false,
    headingAttributes: true,
    gfm: { footnotes: { clobberPrefix: 'x-' } },
  };
  expect(parseMarkdown(text, 'x-')).toEqual(simplify(markdownToHast(text, { features, position: false })));
  expect(parseHtml(text)).toEqual(simplify(htmlToHast(text, { fragment: true })));
}

describe('the tree that we read is the one that satteri gives', () => {
  it('for any text', () => {
    fc.assert(fc.property(hostileText, expectSameTree), { numRuns: runs });
  });

  it('in scripts of two, three and four bytes', () => {
    for (const text of [
      '# Ünïcödé *ß*',
      '**Привет** [мир](/ж)',
      '日本語\n\n- 漢字',
      '`😀` 😀 <b title="😀é">x</b>',
    ])
      expectSameTree(text);
  });
});

const portable = join(project, 'lib/portable/engine.cjs');

/** The bytes of the documents that an engine makes of a text. */
function parseBytes(engine: Engine, text: string): Buffer {
  const handles = [
    engine.createHastHandle(text, 0x85e, { rawHtml: true, clobberPrefix: '' }, false),
    engine.createHastHandle(text, 0x85e, { rawHtml: false, clobberPrefix: 'x-' }, false),
    engine.createHastHandleFromHtml(text, true),
  ];
  const documents = handles.map((handle) => engine.serializeHandle(handle).slice());
  for (const handle of handles) engine.dropHandle(handle);
  return Buffer.concat(documents);
}

describe.skipIf(!existsSync(portable))('the portable build gives the bytes of the native one', () => {
  const engine: Engine = existsSync(portable) ? load(portable).loadPortable() : loadEngine();
  const expectSameBytes = (text: string) => {
    if (!parseBytes(engine, text).equals(parseBytes(loadEngine(), text)))
      expect.fail(`other bytes for ${text}`);
  };

  it('for any text', () => {
    fc.assert(fc.property(hostileText, expectSameBytes), { numRuns: runs });
  });

  it.skipIf(!existsSync(corpora))('for every article of the corpora', () => {
    for (const text of readCorpora()) expectSameBytes(text);
  });

  it('for what is deep or long', () => {
    const texts = ['<b>'.repeat(1000), '> '.repeat(99), '- a\n'.repeat(5000), 'x'.repeat(2 ** 20)];
    for (const text of [...texts, '*a **b '.repeat(1000), '[a](b) '.repeat(5000)]) expectSameBytes(text);
  });
});

const WITHOUT_NATIVE_BUILD = { NODE_OPTIONS: '--no-addons' };

describe.skipIf(!existsSync(portable))('a machine without a native build', () => {
  const cases = join(project, 'tests/cases');

  test.each(readdirSync(cases))('builds %s as every other does', (name) => {
    const folder = copySite(join(cases, name));
    const args = ['build', '--now', '2026-01-01T00:00:00Z'];
    const ran = runCli(folder, args, WITHOUT_NATIVE_BUILD);
    expect(ran).toEqual(runCli(copySite(join(cases, name)), args));
    for (const file of readdirSync(join(cases, name, 'expected'), { recursive: true, encoding: 'utf8' })) {
      if (/\.(?:xml|json)$/.test(file))
        expect(readFileSync(join(folder, 'dist', file), 'utf8')).toBe(
          readFileSync(join(cases, name, 'expected', file), 'utf8'),
        );
    }
  });
});

it('says what is missing where neither build can be loaded', () => {
  const folder = makeSite({ 'package.json': '{"type":"module"}' });
  cpSync(join(project, 'lib/content'), join(folder, 'content'), { recursive: true });
  const script = "import('./content/markdown.js').then(({ parseMarkdown }) => parseMarkdown('a'))";
  const { stderr } = spawnSync(process.execPath, ['--no-addons', '-e', script], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stderr).toMatch(
    /The Markdown parser has no build for \w+ \w+, and its portable build does not load/,
  );
});

it('is installed by the lock file, in the version of the native builds', () => {
  const { packages } = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8'));
  const { dependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  const locked = packages['node_modules/@bruits/satteri-wasm32-wasi'];
  expect(locked.cpu, 'npm run lock leaves it out').toBeUndefined();
  expect(locked.version).toBe(dependencies.satteri);
});
