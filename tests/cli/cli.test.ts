import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';

const CONFIG = 'site: https://example.org/\ntitle: Example\n';
const ARTICLE = '---\ntitle: Hello\ndate: 2025-11-04\n---\nHello.\n';
const LATER = ARTICLE.replace('2025-11-04', '2025-12-24 18:00');
const NOW = ['--now', '2025-11-05T00:00:00Z'];
const site = (more: Readonly<Record<string, string>> = {}) =>
  makeSite({ 'feedwright.yaml': CONFIG, 'articles/a.md': ARTICLE, ...more });

describe('feedwright', () => {
  it('explains itself, and says its version', () => {
    const folder = makeSite({});
    const help = runCli(folder, ['--help']);
    expect([help.exitCode, help.error]).toEqual([0, '']);
    for (const word of ['Usage', 'Options', 'Examples', 'Exit codes', 'feedwright build'])
      expect(help.out).toContain(word);
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
    expect(runCli(folder, ['--version']).out).toBe(`${version}\n`);
  });

  test.each([
    [[], 'Usage'],
    [['bulid'], '"bulid" is not a command. Did you mean "build"?'],
    [['build', 'twice'], 'Unexpected argument: "twice".'],
    [['build', '--colour'], '"--colour" is not an option of "build".'],
    [['build', '--strct'], 'Did you mean "--strict"?'],
    [['build', '--json'], '"--json" is not an option of "build".'],
    [['--json'], 'such as "feedwright diff --json"'],
    [['build', '--now', 'tomorrow'], '--now is not a time: "tomorrow"'],
    [['build', '--now', '2025-02-30T00:00:00'], '--now is not a time'],
    [['build', '--config'], '--config'],
  ] as const)('refuses wrong usage %j with exit code 2', (args, says) => {
    const ran = runCli(site(), args);
    expect(ran.error).toContain(says);
    expect([ran.exitCode, ran.out]).toEqual([2, '']);
  });

  it('refuses a SOURCE_DATE_EPOCH that is no number', () => {
    const ran = runCli(site(), ['build'], { SOURCE_DATE_EPOCH: 'soon' });
    expect([ran.exitCode, ran.error.split('\n')[0]]).toEqual([
      2,
      'SOURCE_DATE_EPOCH is not a number of seconds: "soon".',
    ]);
  });
});

describe('feedwright build', () => {
  it('says first how many articles are in no feed, and why', () => {
    const draft = ARTICLE.replace('date:', 'draft: true\ndate:');
    const hidden = ARTICLE.replace('date:', 'private: true\ndate:');
    const more = { 'articles/b.md': draft, 'articles/c.md': draft, 'articles/d.md': hidden };
    const ran = runCli(site(more), ['build', ...NOW]);
    expect(ran.out.split('\n')[0]).toBe('Left out 3 articles: 2 drafts, 1 hidden by "private".');
  });

  it('counts the documents that do not fit on a screen, and shows first those that changed', () => {
    const tags = Array.from({ length: 30 }, (_, index) => `t${index}`).join(', ');
    const config = `${CONFIG}feeds:\n  - by: tag\n    path: tags/:tag/\n`;
    const tagged = ARTICLE.replace('date:', `tags: [${tags}]\ndate:`);
    const folder = site({ 'feedwright.yaml': config, 'articles/a.md': tagged });
    const first = runCli(folder, ['build', ...NOW]);
    expect(first.out.split('\n').slice(39, 42)).toEqual([
      expect.stringMatching(/ changed$/),
      '… and 54 more: 54 changed (--report lists all)',
      expect.stringMatching(/^URLs follow the paths of the files/),
    ]);
    const again = runCli(folder, ['build', ...NOW]);
    expect(again.out).toContain('… and 54 more: 54 unchanged (--report lists all)');
  });

  it('prints one line per feed, and what is held back until when (R57)', () => {
    const ran = runCli(site({ 'articles/b.md': LATER }), ['build', ...NOW]);
    expect(ran.exitCode).toBe(0);
    expect(ran.error).toBe('');
    const [rss, atom, json, manifest, held, ...rest] = ran.out.trimEnd().split('\n');
    expect([rss, atom, json]).toEqual([
      expect.stringMatching(/^dist\/rss\.xml +1 item +\d\.\d KB {2}changed$/),
      expect.stringMatching(/^dist\/atom\.xml +1 item +\d\.\d KB {2}changed$/),
      expect.stringMatching(/^dist\/feed\.json +1 item +\d\.\d KB {2}changed$/),
    ]);
    expect(manifest).toMatch(/^dist\/feedwright-manifest\.txt +manifest +\d\.\d KB {2}changed$/);
    expect([held, rest]).toEqual([
      'articles/b.md is held back until 2025-12-24T18:00:00Z',
      [expect.stringMatching(/^URLs follow the paths of the files, such as https:\/\/example\.org\/a\//)],
    ]);
  });

  it('publishes everything that is due, however late it runs (R56, R60)', () => {
    const folder = site({ 'articles/b.md': LATER });
    expect(runCli(folder, ['build'], { SOURCE_DATE_EPOCH: '1766599200' }).out).toContain('2 items');
    expect(
      runCli(folder, ['build', '--now', '2025-12-24T17:59:59Z'], { SOURCE_DATE_EPOCH: '1766599200' }).out,
    ).toContain('1 item ');
  });

  it('does not touch a file whose bytes do not change (R61)', () => {
    const folder = site();
    runCli(folder, ['build', ...NOW]);
    const before = statSync(join(folder, 'dist/rss.xml'));
    const ran = runCli(folder, ['build', '--now', '2025-11-06', '--report', 'report.json']);
    const after = statSync(join(folder, 'dist/rss.xml'));
    expect([after.mtimeMs, after.ino]).toEqual([before.mtimeMs, before.ino]);
    expect(ran.out.match(/unchanged/g)?.length).toBe(4);
    expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).changed).toBe(false);
  });

  it('reports what a machine needs', () => {
    const folder = site({ 'articles/b.md': LATER, 'articles/2025-11-01-c.md': 'Text.\n' });
    runCli(folder, ['build', ...NOW, '--report', 'report.json']);
    expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))).toEqual({
      changed: true,
      guessedUrl: 'https://example.org/a/',
      feeds: [
        {
          feed: 'main',
          path: 'rss.xml',
          format: 'rss',
          items: 2,
          bytes: statSync(join(folder, 'dist/rss.xml')).size,
          changed: true,
        },
        {
          feed: 'main',
          path: 'atom.xml',
          format: 'atom',
          items: 2,
          bytes: statSync(join(folder, 'dist/atom.xml')).size,
          changed: true,
        },
        {
          feed: 'main',
          path: 'feed.json',
          format: 'json',
          items: 2,
          bytes: statSync(join(folder, 'dist/feed.json')).size,
          changed: true,
        },
      ],
      changes: {
        comparedWith: [],
        new: [
          {
            id: 'https://example.org/a/',
            title: 'Hello',
            url: 'https://example.org/a/',
            file: 'articles/a.md',
            feeds: [],
          },
          {
            id: 'https://example.org/c/',
            title: 'C',
            url: 'https://example.org/c/',
            file: 'articles/2025-11-01-c.md',
            feeds: [],
          },
        ],
        changed: [],
        again: [],
        leaves: [],
      },
      problems: [
        {
          code: 'missing-title',
          severity: 'warning',
          file: 'articles/2025-11-01-c.md',
          line: 1,
          message: 'The article has no title; "C" comes from the file name.',
          hint: 'Add "title:" to the front matter.',
        },
      ],
      heldBack: [{ file: 'articles/b.md', due: '2025-12-24T18:00:00Z' }],
      leftOut: [],
      companions: [
        { kind: 'manifest', path: 'feedwright-manifest.txt', bytes: expect.any(Number), changed: true },
      ],
      nextDue: '2025-12-24T18:00:00Z',
      nextExpiry: null,
    });
  });

  it('works without a configuration file, and writes where it is told', () => {
    const folder = makeSite({ 'posts/a.md': ARTICLE });
    const ran = runCli(folder, [
      'build',
      '--site',
      'https://you.example/',
      '--title',
      'You',
      '--output',
      'public/feeds',
    ]);
    expect([ran.exitCode, ran.error]).toEqual([0, '']);
    expect(readFileSync(join(folder, 'public/feeds/atom.xml'), 'utf8')).toContain(
      '<id>https://you.example/a/</id>',
    );
  });

  it('is silent with --quiet, unless something is wrong', () => {
    const folder = site({ 'articles/b.md': LATER, 'articles/2025-11-01-c.md': 'Text.\n' });
    expect(runCli(folder, ['build', ...NOW, '--quiet'])).toEqual({ exitCode: 0, out: '', error: '' });
    writeFileSync(join(folder, 'articles/d.md'), ARTICLE.replace('2025-11-04', 'soon'));
    expect(runCli(folder, ['build', ...NOW, '--quiet']).error).toContain(
      'articles/d.md:3:7 error bad-date: "date" is not a date: "soon".',
    );
  });

  it('fails on warnings with --strict and writes nothing', () => {
    const folder = makeSite({ 'feedwright.yaml': CONFIG, 'articles/2025-11-01-c.md': 'Text.\n' });
    const ran = runCli(folder, ['build', ...NOW, '--strict']);
    expect([ran.exitCode, existsSync(join(folder, 'dist'))]).toEqual([1, false]);
    expect(ran.error).toContain('Nothing was written: 1 warning.');
  });

  it('leaves out what cannot be read with onError: skip, and says so', () => {
    const folder = makeSite({
      'feedwright.yaml': `${CONFIG}onError: skip\n`,
      'articles/a.md': ARTICLE,
      'articles/b.md': ARTICLE.replace('2025-11-04', 'soon'),
    });
    const ran = runCli(folder, ['build', ...NOW]);
    expect([ran.exitCode, ran.out.includes('1 item ')]).toEqual([0, true]);
    expect(ran.error).toContain('articles/b.md:3:7 warning bad-date');
  });

  it('shows ten problems of a kind and how many there are, worst kind first', () => {
    const undated = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [`articles/n${String(i).padStart(2, '0')}.md`, 'Text.\n']),
    );
    const ran = runCli(site({ ...undated, 'articles/2025-11-01-c.md': 'Text.\n' }), ['build', ...NOW]);
    const lines = ran.error.trimEnd().split('\n');
    expect(lines.filter((line) => line.includes('error missing-date')).length).toBe(11);
    expect(lines[10]).toBe('… and 2 more: 12 × error missing-date (--format json lists all)');
    expect(lines.at(-2)).toContain('warning missing-title');
    expect(lines.at(-1)).toBe('Nothing was written: 12 errors, 1 warning.');
  });

  it('says once what is the same in many articles, and each time in three', () => {
    const styled = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, i) => [
          `articles/n${i}.md`,
          `---\ntitle: N${i}\ndate: 2025-11-04\n---\nText.\n\n${'<style>p { color: red }</style>\n\n'.repeat(i + 1)}`,
        ]),
      );
    const warnings = (count: number) =>
      runCli(site(styled(count)), ['build', ...NOW])
        .error.split('\n')
        .filter((line) => line.includes('removed-content'));
    expect(warnings(3).length).toBe(3);
    const [line, ...others] = warnings(6);
    expect(others).toEqual([]);
    expect(line).toMatch(
      /^articles\/n0\.md:7 warning .* The same in articles\/n1\.md:7, articles\/n2\.md:7, articles\/n3\.md:7 and 2 more\.$/,
    );
  });

  it('never colours what is not a terminal', () => {
    expect(
      runCli(site({ 'articles/b.md': 'x' }), ['build', ...NOW], { FORCE_COLOR: '1' }).error,
    ).not.toContain('\u001B');
  });

  it('says which preset the articles look like', () => {
    const posts = Object.fromEntries(
      ['a', 'b'].map((name) => [`articles/2025-11-04-${name}.md`, '---\nlayout: post\ntitle: Hi\n---\nx\n']),
    );
    const ran = runCli(makeSite({ 'feedwright.yaml': CONFIG, ...posts }), ['build', ...NOW]);
    expect(ran.out).toContain(
      'These look like jekyll articles. If so, add "preset: jekyll" to feedwright.yaml.',
    );
  });
});

describe('feedwright list', () => {
  it('shows every article and what becomes of it', () => {
    const expired = '---\ntitle: Old\ndate: 2025-01-01\nexpires: 2025-02-01\n---\n';
    const draft = '---\ntitle: Draft\ndraft: true\n---\n';
    const folder = site({
      'articles/b.md': LATER,
      'articles/c.md': expired,
      'articles/d.md': draft,
      'articles/e.md': 'x',
    });
    const ran = runCli(folder, ['list', ...NOW]);
    expect(ran.out.split('\n')).toEqual([
      '2025-12-24T18:00:00Z  held back    articles/b.md  https://example.org/b/',
      '2025-11-04T00:00:00Z  in the feed  articles/a.md  https://example.org/a/',
      '2025-01-01T00:00:00Z  expired      articles/c.md  https://example.org/c/',
      '-                     draft        articles/d.md',
      '-                     refused      articles/e.md',
      '',
    ]);
    expect(ran.error).toContain('articles/e.md:1 error missing-date');
    expect(ran.error).toContain(
      '5 articles: 1 held back, 1 in the feed, 1 expired, 1 draft, 1 refused; 1 error',
    );
    expect(ran.exitCode).toBe(1);
    const { articles } = JSON.parse(runCli(folder, ['list', ...NOW, '--json']).out);
    expect(articles[1]).toEqual({
      file: 'articles/a.md',
      state: 'in the feed',
      title: 'Hello',
      id: 'https://example.org/a/',
      url: 'https://example.org/a/',
      published: '2025-11-04T00:00:00Z',
      local: '2025-11-04T00:00:00Z',
      updated: '2025-11-04T00:00:00Z',
    });
  });
});

const story = join(import.meta.dirname, '../../../shared/copy/agency-story.txt');

describe.skipIf(!existsSync(story))('a plain agency story', () => {
  it('is one item: its headline, ten paragraphs, and quotation marks as they are', () => {
    const text = readFileSync(story, 'utf8');
    const folder = makeSite({ 'feedwright.yaml': CONFIG, 'articles/2025-11-04-trade.txt': text });
    const ran = runCli(folder, ['build', ...NOW]);
    expect([ran.exitCode, ran.error]).toEqual([0, '']);
    const { items } = JSON.parse(readFileSync(join(folder, 'dist/feed.json'), 'utf8'));
    const [headline, ...paragraphs] = text.trim().split(/\n\s*\n/);
    expect(items).toMatchObject([
      { title: headline, url: 'https://example.org/trade/', date_published: '2025-11-04T00:00:00Z' },
    ]);
    expect(items[0].content_html.match(/<p>[\s\S]*?<\/p>/g).map((p: string) => p.slice(3, -4))).toEqual(
      paragraphs,
    );
    expect(paragraphs.length).toBe(10);
    for (const name of ['rss.xml', 'atom.xml', 'feed.json']) {
      const document = readFileSync(join(folder, 'dist', name), 'utf8');
      for (const mark of ['“', '”', '’']) expect(document).toContain(mark);
    }
  });
});

describe('aliases of a feed (R50)', () => {
  const formats = 'formats: { rss: { path: rss.xml, aliases: [feed.xml, old/index.xml] } }\n';

  it('are the same document, with the self link and the ids of the main one, and stand in the report', () => {
    const folder = site({ 'feedwright.yaml': CONFIG + formats });
    expect(runCli(folder, ['build', ...NOW, '--report', 'report.json']).exitCode).toBe(0);
    const [main, ...copies] = ['rss.xml', 'feed.xml', 'old/index.xml'].map((path) =>
      readFileSync(join(folder, 'dist', path), 'utf8'),
    );
    expect(main).toContain('<atom:link href="https://example.org/rss.xml" rel="self"');
    expect(copies).toEqual([main, main]);
    const { feeds } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    expect(feeds.map(({ path, copyOf }: { path: string; copyOf?: string }) => [path, copyOf])).toEqual([
      ['rss.xml', undefined],
      ['feed.xml', 'rss.xml'],
      ['old/index.xml', 'rss.xml'],
      ['atom.xml', undefined],
      ['feed.json', undefined],
    ]);
    expect(runCli(folder, ['build', ...NOW]).out).not.toContain(' changed');
  });
});
