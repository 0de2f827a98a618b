import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { PublishedItem } from '../../src/documents/published-feed.ts';
import { matchItems } from '../../src/guard/match.ts';
import type { Matchable } from '../../src/guard/matchable.ts';
import { IN_CI, makeSite, runCli } from '../run-cli.ts';

const DAY = 24 * 3_600_000;
const START = Date.UTC(2025, 0, 1);
const text = (seed: string) => Array.from({ length: 40 }, (_, i) => `${seed}${(i * i) % 37}`).join(' ');
const article = (more: Partial<Matchable> = {}): Matchable => ({
  id: 'https://a.example/one/',
  url: 'https://a.example/one/',
  title: 'One',
  published: START,
  content: text('one'),
  ...more,
});
const item = (more: Partial<PublishedItem> = {}): PublishedItem => ({
  id: 'old:1',
  url: 'https://old.example/x/',
  title: 'X',
  published: START - 90 * DAY,
  content: text('x'),
  line: 1,
  ...more,
});
const matchedBy = (published: PublishedItem, ...articles: readonly Matchable[]) =>
  matchItems([published], articles).matches.map(({ by }) => by);

describe('an article is recognised (R1, R2)', () => {
  test.each<[by: string, item: PublishedItem, article: Matchable]>([
    ['id', item({ id: 'tag:1' }), article({ id: 'tag:1' })],
    ['url', item({ title: 'One', url: 'https://a.example/one/' }), article({ id: 'tag:1' })],
    ['address', item({ title: 'One', url: 'http://www.a.example/one' }), article({ id: 'tag:1' })],
    ['address', item({ title: 'One', url: 'https://a.example/one/index.html' }), article()],
    [
      'address',
      item({ title: 'One', url: 'https://a.example/caf%C3%A9.html#top' }),
      article({ url: 'https://a.example/café/' }),
    ],
    [
      'alias',
      item({ title: 'One', url: 'https://old.example/2019/uno.html' }),
      article({ aliases: ['/2019/uno/'] }),
    ],
    [
      'alias',
      item({ title: 'One', url: 'https://a.example/uno' }),
      article({ aliases: ['https://a.example/uno/'] }),
    ],
    ['title and date', item({ title: '“One”', published: START + 0.4 * DAY, content: '' }), article()],
    ['path', item({ url: 'https://old.example/one', published: START }), article()],
    ['path', item({ url: 'https://old.example/one', title: 'one!' }), article()],
    ['title', item({ title: 'ONE', content: text('one') }), article()],
    ['content', item({ content: text('one') }), article()],
  ])('by %s', (by, published, known) => {
    expect(matchedBy(published, known)).toEqual([by]);
    expect(
      matchedBy(
        published,
        article({ id: 'z', url: 'https://a.example/z', title: 'Z', published: 0, content: text('z') }),
        known,
      ),
    ).toEqual([by]);
  });

  test.each<[why: string, item: PublishedItem, articles: readonly Matchable[]]>([
    ['nothing agrees', item(), [article()]],
    ['only the title does', item({ title: 'One' }), [article()]],
    ['only the URL does: it is handed on', item({ url: 'https://a.example/one/' }), [article()]],
    ['only the path does', item({ url: 'https://old.example/one/' }), [article()]],
    [
      'the title fits two of one day',
      item({ title: 'One', published: START }),
      [article(), article({ id: 'b', url: 'https://a.example/b' })],
    ],
    [
      'title and date agree, but the text is a stranger’s',
      item({ title: 'One', published: START }),
      [article()],
    ],
    [
      'episodes share most of their text',
      item({ content: `${text('one')} ${text('two')}` }),
      [article({ content: `${text('one')} ${text('six')}` })],
    ],
  ])('not when %s', (_why, published, articles) => {
    expect(matchedBy(published, ...articles)).toEqual([]);
  });

  it('each at most once, in any order of the articles (property)', () => {
    const word = fc.constantFrom('a', 'b', 'c', '');
    const url = word.map((path) => `https://x.example/${path}`);
    const items = fc.array(
      fc.record({
        id: word,
        url,
        title: word,
        published: fc.constantFrom(0, DAY, 9 * DAY),
        line: fc.constant(1),
      }),
      { maxLength: 6 },
    );
    const articles = fc.array(
      fc.record({ id: word, url, title: word, published: fc.constantFrom(0, DAY, 9 * DAY) }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(items, articles, (published, known) => {
        const { matches, unmatched } = matchItems(published, known);
        expect(matches.length + unmatched.length).toBe(published.length);
        expect(new Set(matches.map((match) => match.article)).size).toBe(matches.length);
        const reversed = matchItems(published, known.toReversed()).matches;
        if (new Set(known.map(({ id }) => id)).size === known.length)
          expect(reversed.map(({ article: { id } }) => id)).toEqual(matches.map(({ article: { id } }) => id));
      }),
    );
  });
});

const CONFIG = 'site: https://port.example/\ntitle: Port\nlimit: 5\n';
const story = (number: number, date = `2025-01-${String(number).padStart(2, '0')}`) =>
  `---\ntitle: Story ${number}\ndate: ${date}\ntags: [news]\n---\n${text(`s${number}x`)}\n`;
const stories = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`articles/story-${i + 1}.md`, story(i + 1)]));

/** A site that was built, and the hands to change it. */
function built(config = CONFIG, count = 10) {
  const folder = makeSite({ 'feedwright.yaml': config, ...stories(count) });
  expect(run(folder, 'build').exitCode).toBe(0);
  return {
    folder,
    write: (file: string, content: string) => writeFileSync(join(folder, file), content),
    remove: (number: number) => rmSync(join(folder, `articles/story-${number}.md`)),
  };
}

const run = (folder: string, ...args: readonly string[]) =>
  runCli(folder, [...args, '--now', '2025-06-01'], IN_CI);

function diff(folder: string, ...args: readonly string[]) {
  const { changes, problems } = JSON.parse(run(folder, 'diff', '--json', ...args).out);
  const kinds = ['new', 'changed', 'again', 'leaves'] as const;
  return {
    counts: kinds.map((kind) => changes?.[kind].length),
    changes,
    problems: problems.map(({ file, line, code }: Record<string, string>) => `${file}:${line} ${code}`),
    severities: problems.map(({ severity }: Record<string, string>) => severity),
  };
}

describe('what subscribers will see', () => {
  it('a first build is no news to anybody, and an unchanged one neither', () => {
    const { folder } = built();
    expect(diff(folder)).toMatchObject({ counts: [0, 0, 0, 0], problems: [] });
    const first = makeSite({ 'feedwright.yaml': CONFIG, ...stories(2) });
    expect(run(first, 'diff').out).toMatch(
      /^Nothing is published yet\.\nSubscribers will see: 2 new, 0 updated/,
    );
    expect(run(first, 'build').out).not.toContain('subscribers');
  });

  it('is said in the terminal, with the articles, and in the report', () => {
    const { folder, write } = built();
    write(
      'articles/story-9.md',
      story(9).replace('Story 9', 'Story nine').replace('tags', 'updated: 2025-02-01\ntags'),
    );
    write('articles/new.md', story(11));
    const { out, exitCode } = run(folder, 'build', '--report', 'report.json');
    expect(exitCode).toBe(0);
    expect(out).toContain(`Subscribers will see: 1 new, 1 updated, 0 duplicates, 1 dropped
  new        Story 11 (articles/new.md)
  updated    Story nine (articles/story-9.md): title, updated
  dropped    Story 6 (articles/story-6.md): older than the limit
`);
    const { changes } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    expect(changes.leaves).toMatchObject([{ title: 'Story 6', reason: 'older than the limit' }]);
    expect(changes.comparedWith.length).toBe(3);
  });

  it('counts an article once, however many feeds and formats carry it', () => {
    const config = `${CONFIG}feeds: [{ by: tag }]\n`;
    const { folder, write } = built(config);
    write('articles/new.md', story(11));
    expect(diff(folder).counts).toEqual([1, 0, 0, 1]);
    write('articles/story-10.md', story(10).replace('---\n', '---\nid: other\n'));
    const { counts, problems } = diff(folder);
    expect(counts).toEqual([1, 0, 1, 1]);
    expect(problems).toEqual(['articles/story-10.md:2 id-changed']);
  });

  it('writes nothing when it refuses, and goes on when it is allowed: once, or in the configuration', () => {
    const { folder, write } = built();
    const before = readFileSync(join(folder, 'dist/rss.xml'), 'utf8');
    write('articles/story-10.md', story(10).replace('---\n', '---\nid: other\n'));
    expect(run(folder, 'build').exitCode).toBe(1);
    expect(readFileSync(join(folder, 'dist/rss.xml'), 'utf8')).toBe(before);
    expect(diff(folder, '--allow', 'id-changed')).toMatchObject({ counts: [0, 0, 1, 0], problems: [] });
    expect(run(folder, 'build', '--allow', 'nonsense')).toMatchObject({
      exitCode: 2,
      error: expect.stringContaining('Unknown --allow code "nonsense"'),
    });
    write('feedwright.yaml', `${CONFIG}allow: id-changed\n`);
    expect(run(folder, 'build').exitCode).toBe(0);
  });
});

describe('what people do every day does not annoy them', () => {
  it('an article of the past, while the feed still shows one of the future that another tool published early', () => {
    const { folder, write } = built(CONFIG.replace('5', '20'));
    const rss = readFileSync(join(folder, 'dist/rss.xml'), 'utf8').replace(
      / 2025 00:00:00 GMT<\/pubDate>/,
      ' 2027 00:00:00 GMT</pubDate>',
    );
    write(
      'old.xml',
      rss
        .replace('story-10/</guid>', 'scheduled/</guid>')
        .replace('story-10/</link>', 'scheduled/</link>')
        .replace('Story 10', 'Scheduled')
        .replaceAll('s10x', 'scheduled'),
    );
    write('articles/story-11.md', story(11, '2025-05-01'));
    const { problems } = diff(folder, '--against', 'old.xml');
    expect(problems.filter((each: string) => /flood|backdated/.test(each))).toEqual([]);
  });

  it('one article deleted from a full feed: the next older one comes back, without a word', () => {
    const { folder, remove } = built();
    remove(8);
    expect(diff(folder)).toMatchObject({ counts: [1, 0, 0, 1], problems: [] });
  });

  it('a date without a time, published the day after', () => {
    const { folder, write } = built();
    write('articles/new.md', story(11, '2025-01-09 12:00'));
    expect(diff(folder).problems).toEqual([]);
  });
});

describe('thresholds', () => {
  it('flood: five old articles may appear at once with a warning, or as many as the configuration says (R62)', () => {
    const { folder, write } = built(CONFIG, 20);
    for (const [limit, flood, expected] of [
      [10, undefined, 'warning'],
      [11, undefined, 'error'],
      [11, 6, 'warning'],
      [6, 0, 'error'],
    ] as const) {
      write(
        'feedwright.yaml',
        CONFIG.replace('limit: 5', `limit: ${limit}`) + (flood === undefined ? '' : `flood: ${flood}\n`),
      );
      expect(diff(folder)).toMatchObject({
        problems: ['feedwright.yaml:3 flood'],
        severities: [expected],
      });
    }
  });

  it('copied: the title, text and date of another article; with another date only a warning, in another language nothing', () => {
    const { folder, write, remove } = built();
    write('articles/copy.md', story(10));
    const { problems, severities } = diff(folder);
    expect([problems, severities]).toEqual([['articles/copy.md:2 copied'], ['error']]);
    expect(run(folder, 'build', '--allow', 'copied:articles/copy.md').exitCode).toBe(0);
    for (const [change, expected] of [
      [{ '2025-01-10': '2025-02-10' }, ['warning']],
      [{ 'Story 10': 'Story X', '2025-01-10': '2025-02-10' }, []],
      [{ '2025-01-10': '2025-02-10', tags: 'lang: sv\ntags' }, []],
      [{ '2025-01-10': '2025-02-10', s10x: 'other' }, []],
    ] as const) {
      const again = built();
      const text = Object.entries(change).reduce((old, [from, to]) => old.replaceAll(from, to), story(10));
      again.write('articles/copy.md', text);
      expect(diff(again.folder).severities, JSON.stringify(change)).toEqual(expected);
    }
    const short = built();
    const nice = story(10).replace(/s10x.*/, 'Nice.');
    short.write('articles/story-10.md', nice);
    short.write('articles/copy.md', nice.replace('2025-01-10', '2025-02-10'));
    expect(diff(short.folder).problems.join()).not.toContain('copied');
    short.write('articles/copy.md', nice);
    expect(diff(short.folder).problems.join()).toContain('articles/copy.md:2 copied');
    remove(10);
    expect(diff(folder).problems.join()).not.toContain('copied');
  });

  it('backdated: more than a day before the newest published article (R15)', () => {
    const { folder, write } = built();
    write('articles/new.md', story(11, '2025-01-08 12:00'));
    expect(diff(folder).problems).toEqual(['articles/new.md:3 backdated']);
  });

  it('feed-shrunk: more than half of the feed lost, and at least three articles (R62)', () => {
    const { folder, remove } = built(CONFIG, 5);
    for (const number of [5, 4]) remove(number);
    expect(diff(folder).problems).toEqual([]);
    remove(3);
    expect(diff(folder).problems).toEqual(['feedwright.yaml:1 feed-shrunk']);
  });

  it('feed-emptied: nothing is left; when that is allowed, the published feed stays (R62)', () => {
    const { folder, remove, write } = built(CONFIG, 1);
    remove(1);
    write('articles/later.md', story(12, '2030-01-01'));
    const problems = (...args: readonly string[]) =>
      JSON.parse(run(folder, 'diff', '--json', ...args).out).problems.map(
        ({ code }: { code: string }) => code,
      );
    expect(problems()).toEqual(['feed-emptied']);
    expect(run(folder, 'build', '--allow', 'feed-emptied').exitCode).toBe(0);
    expect(readFileSync(join(folder, 'dist/rss.xml'), 'utf8')).toContain('Story 1');
  });

  it('feed-emptied: also where only the feed that was named shows what there was', () => {
    const { folder, remove, write } = built(CONFIG, 1);
    write('old.xml', readFileSync(join(folder, 'dist/rss.xml'), 'utf8'));
    remove(1);
    write('articles/later.md', story(12, '2030-01-01'));
    rmSync(join(folder, 'dist'), { recursive: true });
    expect(diff(folder).problems).toEqual(['feedwright.yaml:1 no-items']);
    expect(diff(folder, '--against', 'old.xml').problems).toEqual(['feedwright.yaml:1 feed-emptied']);
    expect(diff(folder, '--against', '.').problems).toEqual(['feedwright.yaml:1 feed-emptied']);
  });

  it('order-changed: another order of what stays', () => {
    const { folder, write } = built(`${CONFIG}formats: [rss]\n`);
    const rss = readFileSync(join(folder, 'dist/rss.xml'), 'utf8');
    rmSync(join(folder, 'dist/feedwright-manifest.txt'));
    const [first = '', second = ''] = rss.match(/ {4}<item>[\s\S]*?<\/item>\n/g) ?? [];
    write('dist/rss.xml', rss.replace(first, '').replace(second, second + first));
    expect(diff(folder).problems).toEqual(['feedwright.yaml:1 order-changed']);
  });
});

describe('documents of one feed', () => {
  it('that differ are all compared: an id that only the RSS feed had', () => {
    const { folder, write } = built();
    rmSync(join(folder, 'dist/feedwright-manifest.txt'));
    write(
      'dist/rss.xml',
      readFileSync(join(folder, 'dist/rss.xml'), 'utf8').replace('story-9/</guid>', 'other/</guid>'),
    );
    expect(diff(folder)).toMatchObject({
      counts: [0, 0, 1, 0],
      problems: ['articles/story-9.md:1 id-changed'],
    });
  });

  it('that no build writes any more are missed, unless another tool wrote them', () => {
    const { folder, write } = built();
    write('dist/other.xml', '<rss version="2.0"><channel><title>Other</title></channel></rss>');
    write('feedwright.yaml', `${CONFIG}formats: [atom, json]\n`);
    expect(diff(folder).problems).toEqual(['feedwright.yaml:4 feed-url-changed']);
  });

  it('that had feeds of their own are missed when nothing writes them any more, until they are deleted', () => {
    const { folder, write } = built(`${CONFIG}feeds: [{ by: tag }]\n`);
    const files = ['rss.xml', 'atom.xml', 'feed.json'].map((name) => `dist/tags/news/${name}`);
    for (let number = 1; number <= 10; number++)
      write(`articles/story-${number}.md`, story(number).replace('[news]', '[]'));
    const gone = files.map((file) => `${file}:1 feed-vanished`).toSorted();
    write('feedwright.yaml', `${CONFIG}feeds: [{ by: tag, include: [x] }]\n`);
    write('articles/story-1.md', story(1).replace('[news]', '[x]'));
    expect(diff(folder).problems).toEqual(gone);
    expect(run(folder, 'build')).toMatchObject({
      exitCode: 1,
      error: expect.stringContaining(files[0] ?? ''),
    });
    expect(diff(folder).problems).toEqual(gone);
    expect(diff(folder, '--allow', 'feed-vanished').problems).toEqual([]);
    write('feedwright.yaml', CONFIG);
    expect(diff(folder).problems).toEqual(expect.arrayContaining(gone));
    rmSync(join(folder, 'dist/tags'), { recursive: true });
    expect(diff(folder).problems).toEqual([]);
  });

  it('of a tag that moved are refused, wherever they stood', () => {
    const { folder, write } = built(`${CONFIG}feeds: [{ by: tag, path: a/:tag/ }]\n`);
    write('feedwright.yaml', `${CONFIG}feeds: [{ by: tag, path: b/c/:tag/ }]\n`);
    const { error } = run(folder, 'diff');
    for (const name of ['rss', 'atom'])
      expect(error).toContain(
        `at "https://port.example/a/news/${name}.xml"; now it would be at "https://port.example/b/c/news/${name}.xml"`,
      );
    expect(run(folder, 'build').exitCode).toBe(1);
  });

  it('of others are nobody’s business: other tools, another configuration, archives', () => {
    const { folder, write } = built(`${CONFIG}archive: { size: 5 }\n`);
    const rss = readFileSync(join(folder, 'dist/rss.xml'), 'utf8').replaceAll('/rss.xml', '/x.xml');
    write('dist/hugo.xml', rss.replace('>feedwright<', '>Hugo<'));
    write('dist/other-site.xml', rss.replaceAll('port.example', 'lake.example').replaceAll('Port', 'Lake'));
    write('dist/other-articles.xml', rss.replaceAll('story-', 'tale-').replace('>Port<', '>Tales<'));
    const tales = rss.replaceAll(/story/gi, 'tale').replaceAll(' 2025 ', ' 2019 ');
    write('dist/same-title.xml', tales.replaceAll(/s\d+x/g, 'tale'));
    expect(diff(folder)).toMatchObject({ counts: [0, 0, 0, 0], problems: [] });
    write('feedwright.yaml', CONFIG);
    expect(diff(folder).problems).toEqual([]);
  });
});
