import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as library from '../../src/index.ts';
import { makeSite } from '../run-cli.ts';

const {
  build,
  checkFeed,
  cleanHtml,
  compareFeeds,
  defineConfig,
  loadConfig,
  parseFeed,
  renderArticle,
  writeFeed,
} = library;
const root = join(import.meta.dirname, '../..');

describe('the library', () => {
  it('has these values and types, and a new one is a decision', () => {
    expect(Object.keys(library).toSorted()).toEqual([
      'build',
      'buildInMemory',
      'checkFeed',
      'cleanHtml',
      'compareFeeds',
      'defineConfig',
      'formatProblem',
      'listArticles',
      'loadConfig',
      'parseFeed',
      'renderArticle',
      'writeFeed',
    ]);
    const text = readFileSync(join(root, 'src/index.ts'), 'utf8');
    const names = [...text.matchAll(/(?<=export type \{)[^}]+|(?<=\btype )\w+/g)];
    const types = names.flatMap(([found]) => found.match(/\w+/g) ?? []).toSorted();
    expect(types.join(' ')).toBe(
      'ArticleBody ArticleInput ArticleState BodyFormat BuildInMemoryOptions BuildOptions BuildReport BuiltFile BuiltInMemory ChangedArticle ChangedFact Changes CheckFeedOptions CleanHtmlOptions Companion CompareFeedsOptions ComparedFeeds Config Feed FeedFormat FeedProblem Flags LeavingReason ListedArticle ListedArticles LoadOptions LoadedConfig ParseFeedOptions Person Preset Problem Progress RenderArticleOptions RenderBody Rendered Settings Severity Trial WrittenDocument',
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

  it('starts from the working directory unless it is told where', () => {
    const settings = defineConfig({ site: 'https://you.example/', title: 'You' });
    expect(loadConfig({ settings }).config?.workingDirectory).toBe(process.cwd());
    expect(loadConfig().config?.file).toBe('feedwright.yaml');
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

  it('tells of wrong and unknown options, and renders nothing then', () => {
    const wrong = { url: 'nowhere', format: 'rtf', titel: 'x' };
    const { html, problems } = renderArticle('a', wrong as never);
    expect([html, problems.map(({ file, code, message }) => [file, code, message])]).toEqual([
      '',
      [
        [
          'renderArticle',
          'bad-argument',
          'Invalid "url": expected an absolute http or https URL but found "nowhere".',
        ],
        [
          'renderArticle',
          'bad-argument',
          'Invalid "format": expected "markdown", "html", "text" but found "rtf".',
        ],
        ['renderArticle', 'unknown-argument', 'Unknown option "titel".'],
      ],
    ]);
    expect(renderArticle(1 as never, undefined as never).problems.map(({ code }) => code)).toEqual([
      'bad-argument',
      'bad-argument',
    ]);
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

describe('cleanHtml', () => {
  it('cleans what another program rendered, and takes no template tags out of it', () => {
    const html = '<h1>A</h1><p onclick="x()">{{ b }} <a href="c">d</a></p><script>e</script>';
    const cleaned = cleanHtml(html, { url: 'https://you.example/blog/' });
    expect(cleaned.html).toBe('<h1>A</h1><p>{{ b }} <a href="https://you.example/blog/c">d</a></p>');
    expect(cleaned.problems.map(({ file, code }) => `${file} ${code}`)).toContain('html removed-content');
    expect(cleanHtml('a', { url: '/blog/' }).problems[0]?.code).toBe('bad-argument');
  });
});

describe('parseFeed and writeFeed', () => {
  it('turn RSS into JSON Feed', () => {
    const parsed = parseFeed(readFileSync(join(root, 'dist/rss.xml'), 'utf8'));
    if (!('feed' in parsed)) throw new Error('no feed');
    const json = JSON.parse(writeFeed(parsed.feed, 'json'));
    const own = JSON.parse(readFileSync(join(root, 'dist/feed.json'), 'utf8'));
    const say = (feed: typeof own) => feed.items.map(({ id, url, title }: typeof own) => [id, url, title]);
    expect(say(json)).toEqual(say(own));
    expect(() => writeFeed(parsed.feed, 'rdf' as never)).toThrow('Unknown format "rdf"');
    expect(parseFeed(7 as never)).toMatchObject({ problem: { code: 'bad-argument' } });
  });
});

describe('compareFeeds', () => {
  const feedOf = (items: string, generator = '') =>
    `<rss version="2.0"><channel><title>T</title><link>https://e.example/</link>${generator}${items}</channel></rss>`;
  const item = (id: string, title: string, text: string, day: number, slug = id) =>
    `<item><guid isPermaLink="false">${id}</guid><link>https://e.example/${slug}</link><title>${title}</title><pubDate>0${day} Nov 2025 09:00:00 GMT</pubDate><description>${text}</description></item>`;

  it('says what subscribers see', () => {
    const before = item('1', 'One', 'a', 1) + item('2', 'Two', 'b', 2) + item('3', 'Three', 'c', 3);
    const after = item('1', 'One', 'A', 1) + item('zwei', 'Two', 'b', 2, '2') + item('4', 'Four', 'd', 4);
    const { changes, problems } = compareFeeds(feedOf(before), feedOf(after));
    expect(problems).toEqual([]);
    expect(changes).toEqual({
      comparedWith: ['old'],
      new: [{ id: '4', title: 'Four', url: 'https://e.example/4', feeds: ['old'] }],
      changed: [{ id: '1', title: 'One', url: 'https://e.example/1', facts: ['content'], feeds: ['old'] }],
      again: [{ id: 'zwei', title: 'Two', url: 'https://e.example/2', was: '2', feeds: ['old'] }],
      leaves: [
        {
          id: '3',
          title: 'Three',
          url: 'https://e.example/3',
          reason: 'no longer published',
          feeds: ['old'],
        },
      ],
    });
  });

  it('compares formats with each other, and says which document is no feed', () => {
    const rss = feedOf(item('1', 'One', '<p>a</p>', 1));
    const parsed = parseFeed(rss);
    if (!('feed' in parsed)) throw new Error('no feed');
    const json = writeFeed(parsed.feed, 'json');
    const { changes } = compareFeeds(rss, json);
    expect(changes).toMatchObject({ new: [], changed: [], again: [], leaves: [] });
    const wrong = compareFeeds(rss, '<html/>', { newSource: 'x.html' });
    expect([wrong.changes, wrong.problems.map(({ file, code }) => [file, code])]).toEqual([
      undefined,
      [['x.html', 'unreadable-feed']],
    ]);
  });
});
