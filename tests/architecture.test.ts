import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = join(import.meta.dirname, '../src');

/** Who may import whom: the room on the left may import the rooms on the right, besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  files: ['text'],
  text: ['model'],
  podcasts: ['text'],
  manifest: ['text', 'model'],
  problems: ['model'],
  threads: [],
  'worker.ts': ['threads', 'articles', 'build', 'files'],
  'audio-worker.ts': ['model', 'threads', 'files', 'podcasts'],
  config: ['text', 'model', 'problems', 'files', 'podcasts'],
  articles: ['text', 'model', 'problems', 'threads', 'files', 'podcasts'],
  content: ['text', 'model', 'problems'],
  formats: ['text', 'model', 'problems', 'podcasts'],
  feeds: ['text', 'model', 'problems', 'formats'],
  pages: ['text', 'model', 'problems', 'formats'],
  publish: ['text', 'model', 'problems', 'formats', 'files'],
  history: ['model', 'problems', 'files'],
  documents: ['text', 'model', 'problems'],
  network: ['model', 'problems', 'documents'],
  'built-site': ['text', 'model', 'problems', 'files'],
  guard: ['text', 'model', 'problems', 'formats', 'documents', 'articles', 'network', 'files', 'manifest'],
  reporters: ['model', 'problems'],
  setup: ['model', 'config', 'files', 'text'],
  announce: ['network', 'problems'],
  build: [
    'model',
    'problems',
    'threads',
    'articles',
    'built-site',
    'content',
    'documents',
    'feeds',
    'files',
    'formats',
    'history',
    'markdown',
    'pages',
    'publish',
    'guard',
    'manifest',
  ],
  lint: ['text', 'model', 'problems', 'documents', 'podcasts'],
  'local-links': ['text', 'model', 'problems', 'articles', 'build', 'content', 'files'],
  'build.ts': [
    'model',
    'problems',
    'build',
    'built-site',
    'articles',
    'content',
    'feeds',
    'publish',
    'guard',
    'manifest',
  ],
  'links.ts': ['model', 'problems', 'build', 'build.ts', 'feeds', 'formats', 'pages'],
  'list.ts': ['model', 'problems', 'build', 'build.ts', 'articles', 'feeds'],
  markdown: ['content'],
  import: [
    'model',
    'problems',
    'documents',
    'formats',
    'library',
    'content',
    'markdown',
    'articles',
    'network',
    'files',
    'text',
  ],
  preview: ['model', 'problems', 'articles', 'pages'],
  server: [],
  'serve.ts': ['model', 'articles', 'build', 'build.ts', 'files', 'list.ts', 'preview', 'writing'],
  writing: ['text', 'articles', 'content', 'model'],
  'new.ts': ['model', 'articles', 'files', 'import', 'markdown', 'writing'],
  'import.ts': ['model', 'problems', 'import', 'import-media.ts', 'files'],
  'import-media.ts': ['model', 'problems', 'import', 'files', 'network'],
  adopt: [
    'model',
    'problems',
    'build',
    'build.ts',
    'articles',
    'documents',
    'feeds',
    'guard',
    'network',
    'files',
  ],
  probe: ['text', 'model', 'problems', 'articles', 'build', 'documents', 'network', 'files', 'podcasts'],
  commands: [
    'text',
    'model',
    'problems',
    'build.ts',
    'list.ts',
    'links.ts',
    'import.ts',
    'import-media.ts',
    'new.ts',
    'serve.ts',
    'preview',
    'pages',
    'server',
    'import',
    'build',
    'built-site',
    'adopt',
    'config',
    'documents',
    'guard',
    'network',
    'reporters',
    'publish',
    'setup',
    'announce',
    'podcasts',
    'probe',
    'lint',
    'local-links',
    'files',
    'manifest',
  ],
  library: [
    'text',
    'model',
    'problems',
    'build',
    'build.ts',
    'config',
    'content',
    'documents',
    'files',
    'formats',
    'guard',
    'lint',
    'list.ts',
  ],
  'memory-worker.ts': ['model', 'library'],
  adapters: ['model', 'problems', 'config', 'documents', 'formats', 'library'],
  'cli.ts': ['commands', 'files', 'problems'],
  'index.ts': [
    'build',
    'build.ts',
    'list.ts',
    'config',
    'content',
    'formats',
    'library',
    'model',
    'problems',
  ],
};

/** Libraries that one file alone knows. */
const ONE_DOOR: Readonly<Record<string, string>> = {
  'image-size': 'podcasts/artwork.ts',
  'music-metadata': 'audio-worker.ts',
  'gray-matter': 'articles/front-matter.ts',
  feed: 'formats/vocabulary.ts',
  chokidar: 'files/watch-files.ts',
};

interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const files: readonly SourceFile[] = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => {
    const text = readFileSync(join(source, path), 'utf8');
    const imports = [...text.matchAll(/(?:\bfrom|\bimport|\brequire)\s*\(?\s*'([^']+)'/g)].map(
      (match) => match[1] ?? '',
    );
    return { path: path.replaceAll('\\', '/'), text, imports };
  });

/** The file of ours that an import names. */
function follow(path: string, name: string): readonly string[] {
  return name.startsWith('.') ? [join(dirname(path), name).replaceAll('\\', '/')] : [];
}

const roomOf = (path: string) => path.split('/')[0] ?? path;

describe('the house', () => {
  it('has rooms for all files, and all rooms in the table', () => {
    expect([...new Set(files.map(({ path }) => roomOf(path)))].toSorted()).toEqual(
      Object.keys(MAY_IMPORT).toSorted(),
    );
  });

  it.each(files)('$path imports only what its room may import', ({ path, imports }) => {
    const allowed = [roomOf(path), ...(MAY_IMPORT[roomOf(path)] ?? [])];
    const targets = imports
      .filter((name) => name.startsWith('.'))
      .map((name) => relative(source, join(source, dirname(path), name)));
    expect(targets.filter((target) => !allowed.includes(roomOf(target)))).toEqual([]);
  });

  it('opens files through one door, which refuses what is none and what lies outside', () => {
    const disk = /^(?:node:)?fs\b/;
    const openers = files.filter(
      ({ imports, text }) =>
        imports.some((name) => disk.test(name)) || /getBuiltinModule\('(?:node:)?fs\b/.test(text),
    );
    expect(openers.map(({ path }) => roomOf(path)).filter((room) => room !== 'files')).toEqual([]);
  });

  it('has no circle: no file needs one that needs it, types included', () => {
    const needs = new Map(
      files.map(({ path, imports }) => [path, imports.flatMap((name) => follow(path, name))]),
    );
    // Whoever needs nothing that is left is no part of a circle, nor is who is needed by nothing that is left.
    for (let size = -1; size !== needs.size; ) {
      size = needs.size;
      const needed = new Set([...needs.values()].flat());
      for (const [path, targets] of [...needs])
        if (!needed.has(path) || !targets.some((target) => needs.has(target))) needs.delete(path);
    }
    const inCircles = [...needs].map(([path, targets]) => [path, targets.filter((each) => needs.has(each))]);
    expect(inCircles).toEqual([]);
  });

  it.each(Object.entries(ONE_DOOR))('%s is imported in one file', (name, door) => {
    const importers = files.filter(({ imports }) => imports.includes(name)).map(({ path }) => path);
    expect(importers).toEqual([door]);
  });

  it('reads clock, environment, arguments and prints in cli.ts and for other tools alone', () => {
    const impure =
      /\bDate\.now\(|new Date\(\)|\bperformance\.now\(|\bprocess\.(?:env|argv|exit|stdout|stderr|cwd)\b|\bconsole\./;
    const pure = files.filter(({ path }) => path !== 'cli.ts' && path !== 'adapters/build-site.ts');
    expect(pure.filter(({ text }) => impure.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('keeps files below 200 lines, without drawers', () => {
    expect(files.filter(({ text }) => text.split('\n').length > 201).map(({ path }) => path)).toEqual([]);
    expect(files.filter(({ path }) => /\b(?:utils?|helpers?|common|core|misc)\b/.test(path))).toEqual([]);
  });

  it('keeps functions below 51 lines', () => {
    const long = files.flatMap(({ path, text }) =>
      [...text.matchAll(/^(?:export )?(?:async )?function\*? (\w+)[\s\S]*?^}$/gm)]
        .filter(([whole]) => whole.split('\n').length > 50)
        .map(([, name]) => `${path}: ${name}`),
    );
    expect(long).toEqual([]);
  });

  it('is described file by file in ARCHITECTURE.md', () => {
    const text = readFileSync(join(source, '../ARCHITECTURE.md'), 'utf8');
    const isNamed = (path: string) =>
      text.includes(`\`${path}\``) ||
      (/^content\/(?:templates|html|site-templates)\//.test(path) &&
        text.includes(`\`${path.split('/').at(-1)}\``));
    expect(files.filter(({ path }) => !isNamed(path)).map(({ path }) => path)).toEqual([]);
  });

  it('never depends on the machine’s locale', () => {
    const local =
      /\.(?:localeCompare|toLocale\w+)\(|\.get(?:Date|Day|Hours|Minutes|Month|FullYear|TimezoneOffset)\(/;
    expect(files.filter(({ text }) => local.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
