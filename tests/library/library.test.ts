import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as library from '../../src/index.ts';
import { makeSite } from '../run-cli.ts';

const { build, checkFeed, defineConfig, loadConfig, renderArticle } = library;
const root = join(import.meta.dirname, '../..');

describe('the library', () => {
  it('has these values and types, and a new one is a decision', () => {
    expect(Object.keys(library).toSorted()).toEqual([
      'build',
      'checkFeed',
      'defineConfig',
      'formatProblem',
      'listArticles',
      'loadConfig',
      'parseFeed',
      'renderArticle',
    ]);
    const text = readFileSync(join(root, 'src/index.ts'), 'utf8');
    const names = [...text.matchAll(/(?<=export type \{)[^}]+|(?<=\btype )\w+/g)];
    const types = names.flatMap(([found]) => found.match(/\w+/g) ?? []).toSorted();
    expect(types.join(' ')).toBe(
      'ArticleState BodyFormat BuildOptions BuildReport ChangedArticle Changes CheckFeedOptions Config FeedFormat ListedArticle LoadOptions LoadedConfig ParseFeedOptions Person Preset Problem RenderArticleOptions Rendered Settings Severity',
    );
  });

  it('is described name by name', () => {
    const text = readFileSync(join(root, 'docs/library.md'), 'utf8');
    expect(Object.keys(library).filter((name) => !text.includes(name))).toEqual([]);
  });
});

describe('loadConfig with settings', () => {
  it('builds what a file with the same settings builds', () => {
    const settings = defineConfig({ site: 'https://you.example/', title: 'You', limit: 3 });
    const folder = makeSite({
      'articles/a.md': '---\ntitle: A\ndate: 2025-11-04\n---\nText.',
      'feedwright.yaml': JSON.stringify(settings),
    });
    const read = (loaded: ReturnType<typeof loadConfig>) => ({ ...loaded.config, file: '', lines: {} });
    const fromSettings = loadConfig({ workingDirectory: folder, settings });
    expect(read(fromSettings)).toEqual(read(loadConfig({ workingDirectory: folder })));
    const { config } = fromSettings;
    if (!config) throw new Error('no configuration');
    const report = build(config, { now: Date.parse('2026-01-01T00:00:00Z'), write: false });
    expect(report.changes?.new.map(({ title }) => title)).toEqual(['A']);
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  });

  it('says what is wrong as problems, unknown keys too', () => {
    const settings = { site: 'you.example', titel: 'You', limit: 0 };
    const { config, problems } = loadConfig({ workingDirectory: '.', settings });
    expect(config).toBeUndefined();
    expect(problems.map(({ file, code }) => [file, code])).toEqual([
      ['settings', 'bad-value'],
      ['settings', 'bad-value'],
      ['settings', 'missing-key'],
      ['settings', 'unknown-key'],
    ]);
    for (const wrong of [null, 1, [], 'x'])
      expect(loadConfig({ workingDirectory: '.', settings: wrong as never }).problems[0]?.code).toBe(
        'config-not-mapping',
      );
  });
});

describe('renderArticle', () => {
  const url = 'https://you.example/blog/hello/';
  it('gives HTML that a feed may carry, and says what was removed from which line', () => {
    const { html, lead, problems } = renderArticle('# Hi\n\nA [b](c) ![i](/i.png)\n\n<script>x</script>\n', {
      url,
      title: 'Hi',
    });
    expect(html).toBe(
      '<p>A <a href="https://you.example/blog/hello/c">b</a> <img src="https://you.example/i.png" alt="i"></p>',
    );
    expect(lead).toBe('A b');
    expect(problems.map(({ file, line, code }) => [file, line, code])).toEqual([
      ['article', 5, 'removed-content'],
    ]);
  });

  it('reads HTML, plain text and the template tags of a generator', () => {
    expect(renderArticle('<p>a<p>b', { url, format: 'html' }).html).toBe('<p>a</p><p>b</p>');
    expect(renderArticle('a\n\nb & c', { url, format: 'text' }).html).toBe('<p>a</p>\n<p>b &amp; c</p>');
    expect(renderArticle('{{< youtube x >}}', { url, preset: 'hugo' }).html).toContain('youtube');
  });

  it('refuses a URL that is none', () => {
    expect(() => renderArticle('', { url: 'nowhere' })).toThrow(TypeError);
  });
});

describe('checkFeed', () => {
  it('finds nothing in our own feeds, as text and as bytes', () => {
    const bytes = readFileSync(join(root, 'dist/atom.xml'));
    expect([checkFeed(bytes), checkFeed(bytes.toString())]).toEqual([[], []]);
  });

  it('names the place', () => {
    const [problem] = checkFeed('<rss version="2.0">\n<channel/></rss>', { source: 'x.xml' });
    expect(problem).toMatchObject({ file: 'x.xml', line: 2, severity: 'error' });
  });
});
