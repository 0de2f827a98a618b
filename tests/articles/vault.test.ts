import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { listArticles } from '../../src/list.ts';
import { makeSite, runCli } from '../run-cli.ts';

type Files = Readonly<Record<string, string>>;
const NOW = '2026-06-01T00:00:00Z';
const note = (lines = '', text = 'Text.') => `---\ndate: 2026-01-01\n${lines}\n---\n${text}\n`;
const SITE = 'site: https://example.org/garden/\ntitle: Garden\narticles: content\npermalink: /:path\n';

/** What becomes of each note, by its file below `content/`. */
function states(files: Files): Readonly<Record<string, string>> {
  const { config } = loadConfig({ workingDirectory: makeSite({ 'feedwright.yaml': SITE, ...files }) });
  if (!config) throw new Error('no configuration');
  const { articles } = listArticles(config, Date.parse(NOW));
  return Object.fromEntries(
    articles.map(({ file, state, reason }) => [
      file.replace(/^content\//, ''),
      state === 'hidden' ? `hidden: ${reason}` : state,
    ]),
  );
}

interface Item {
  readonly url: string;
  readonly title?: string;
  readonly content_html: string;
}

/** What is published of each note, by its title. */
function publish(files: Files, settings = SITE): Readonly<Record<string, Item>> {
  const root = makeSite({ 'feedwright.yaml': settings, ...files });
  const { error } = runCli(root, ['build', '--now', NOW]);
  try {
    const { items }: { items: readonly Item[] } = JSON.parse(
      readFileSync(join(root, 'dist/feed.json'), 'utf8'),
    );
    return Object.fromEntries(items.map((item) => [item.title ?? '', item]));
  } catch {
    throw new Error(error);
  }
}

const quartz = (more: string, filters = 'Plugin.RemoveDrafts()') =>
  `const config: QuartzConfig = {\n  configuration: {\n    ${more}\n  },\n  plugins: { filters: [${filters}] },\n}\n`;

describe('what Quartz leaves out is left out', () => {
  const notes = {
    'content/open.md': note(),
    'content/private/diary.md': note(),
    'content/inner/private/diary.md': note(),
    'content/plans/next.md': note(),
    'content/said.md': note('publish: true'),
  };

  it('paths that "ignorePatterns" names', () => {
    const config = quartz('ignorePatterns: ["private", "plans/**", /* "open.md" */],');
    expect(Object.keys(states({ ...notes, 'quartz.config.ts': config })).toSorted()).toEqual([
      'inner/private/diary.md',
      'open.md',
      'said.md',
    ]);
    const yaml = 'configuration:\n  ignorePatterns:\n    - private\n    - "plans"\n';
    expect(Object.keys(states({ ...notes, 'quartz.config.yaml': yaml }))).not.toContain('plans/next.md');
    const wild =
      'configuration:\n  ignorePatterns:\n    - private/*\n    # - open.md\n    - "**/next.md"\n    - plans/*/x\n';
    expect(Object.keys(states({ ...notes, 'quartz.config.yaml': wild })).toSorted()).toEqual([
      'inner/private/diary.md',
      'open.md',
      'said.md',
    ]);
  });

  it('those of a new site where it names none', () => {
    expect(Object.keys(states({ ...notes, 'quartz.config.ts': quartz('') }))).not.toContain(
      'private/diary.md',
    );
  });

  it('notes that do not say "publish: true", with ExplicitPublish alone', () => {
    const explicit = quartz('', '\n// Plugin.RemoveDrafts(),\nPlugin.ExplicitPublish(),');
    expect(states({ ...notes, 'quartz.config.ts': explicit })).toMatchObject({
      'open.md': 'hidden: publish',
      'said.md': 'in the feed',
    });
    const silent = { 'content/open.md': note(), 'quartz.config.ts': explicit };
    expect(states(silent)).toEqual({ 'open.md': 'hidden: publish' });
    const off = quartz('', '\n// Plugin.ExplicitPublish(),\nPlugin.RemoveDrafts(),');
    expect(states({ ...notes, 'quartz.config.ts': off })['open.md']).toBe('in the feed');
    const yaml =
      'plugins:\n  - source: github:quartz-community/explicit-publish\n    enabled: true\n  - source: x\n    enabled: false\n';
    expect(states({ ...notes, 'quartz.config.yaml': yaml })['open.md']).toBe('hidden: publish');
    const disabled = yaml.replace('true', 'false');
    expect(states({ ...notes, 'quartz.config.yaml': disabled })['open.md']).toBe('in the feed');
  });
});

describe('a vault in which some notes say that they are to be published', () => {
  const vault = { '.obsidian/app.json': '{}', 'content/said.md': note('publish: true') };

  it('stops for nothing that is wrong with the others', () => {
    const root = makeSite({ 'feedwright.yaml': SITE, ...vault, 'content/thought.md': 'A thought.\n' });
    const { exitCode, error } = runCli(root, ['build', '--now', NOW]);
    expect([exitCode, error]).toEqual([0, '']);
    expect(states({ ...vault, 'content/thought.md': 'A thought.\n', 'content/b.md': note() })).toEqual({
      'said.md': 'in the feed',
      'thought.md': 'hidden: publish',
      'b.md': 'hidden: publish',
    });
  });

  it('stops for what is wrong with those that say so, and with all where none does', () => {
    const said = { 'content/wrong.md': '---\npublish: true\n---\nA thought.\n' };
    expect(states({ ...vault, ...said })['wrong.md']).toBe('refused');
    expect(
      states({ '.obsidian/app.json': '{}', 'content/a.md': note(), 'content/b.md': 'A thought.\n' }),
    ).toEqual({
      'a.md': 'in the feed',
      'b.md': 'refused',
    });
  });
});

describe('a note', () => {
  const vault = { '.obsidian/app.json': '{}' };
  const notes = {
    'content/My note, v2.md': note('', '# A heading\n\nSee [[Other one]]. ![[a map.png|300]] ![[b.png]]'),
    'content/Other one.md': note('title: Own title', '![[images/b.png]] ![[none.png]]'),
    'content/2026-01-03.md': note('', 'Daily.'),
    'content/images/a map.png': 'x',
    'content/images/b.png': 'x',
    'content/b.png': 'x',
  };

  it('is called as its file is, and has the images that it names, wherever they are', () => {
    const found = publish({ ...vault, ...notes });
    expect(Object.keys(found).toSorted()).toEqual(['', 'My note, v2', 'Own title']);
    const { content_html: html = '' } = found['My note, v2'] ?? {};
    expect(html).toContain('A heading');
    expect(html).toMatch(/<a href="https:\/\/example\.org\/garden\/Other%20one">Other one<\/a>/);
    expect(html).toContain('src="https://example.org/garden/images/a%20map.png"');
    // The one beside the note is as it is written.
    expect(html).toContain('src="https://example.org/garden/b.png"');
    expect(found['Own title']?.content_html).toContain('src="https://example.org/garden/images/b.png"');
    expect(found['Own title']?.content_html).toContain('none.png');
  });

  it('has the URL that Quartz gives it', () => {
    const found = publish({ 'quartz.config.ts': quartz(''), ...notes, 'content/a/Q & A?.md': note() });
    expect(found['My note, v2']?.url).toBe('https://example.org/garden/My-note,-v2');
    expect(found['My note, v2']?.content_html).toContain('src="https://example.org/garden/images/a-map.png"');
    expect(found['Q & A?']?.url).toBe('https://example.org/garden/a/Q--and--A');
  });

  it('is read as one where Digital Garden copied it into a site of Eleventy', () => {
    const text = '[[Other one|There]] ==mark== %%zebra%%\n\nQuote.\n{ #6f1cec}\n\nEnd { #x} of.';
    const found = publish(
      {
        'src/site/notes/a.md': note('dg-publish: true\ntitle: A', text),
        'src/site/notes/Other one.md': note('title: B'),
      },
      'site: https://example.org/\ntitle: Garden\npreset: eleventy\narticles: src/site/notes\n',
    );
    const { content_html: html = '' } = found.A ?? {};
    expect(html).toMatch(/<a href="[^"]+">There<\/a> <mark>mark<\/mark>/);
    expect(html).not.toMatch(/zebra|6f1cec/);
    expect(html).toContain('End { #x} of.');
  });
});
it('text that programs look for by its name is no article', () => {
  const files = Object.fromEntries(
    ['robots', 'llms', 'llms-full', 'humans', 'security', 'ads', 'feedwright-manifest', 'story'].map(
      (name) => [`content/${name}.txt`, note()],
    ),
  );
  expect(Object.keys(states(files))).toEqual(['story.txt']);
});
