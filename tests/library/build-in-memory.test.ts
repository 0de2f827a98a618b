import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { makeSite } from '../run-cli.ts';

// The thread of a build runs the compiled code, so this test does too.
const { build, buildInMemory, loadConfig }: typeof import('../../src/index.ts') = await import(
  new URL('../../lib/index.js', import.meta.url).href
);

const settings = { site: 'https://you.example/', title: 'You', language: 'en', timeZone: 'UTC' };
const now = Date.parse('2026-01-01T00:00:00Z');
const article = (title: string, day: string, body = 'Text.') => ({
  path: `${title.toLowerCase()}.md`,
  text: `---\ntitle: ${title}\ndate: ${day}\n---\n${body}\n`,
});
type Built = Awaited<ReturnType<typeof buildInMemory>>;
const readText = ({ files }: Built, path: string) => {
  const file = files.find((each) => each.path === path);
  return file && new TextDecoder().decode(file.bytes);
};
const readItems = (built: Built) => JSON.parse(readText(built, 'feed.json') ?? '{"items":[]}').items;

describe('buildInMemory', () => {
  it('gives the bytes that a build of the same files writes, and writes nothing', async () => {
    const articles = [article('A', '2025-11-04', '*Hi* [there](b)'), article('B', '2025-11-05')];
    const folder = makeSite(Object.fromEntries(articles.map(({ path, text }) => [`articles/${path}`, text])));
    const { config } = loadConfig({ workingDirectory: folder, settings });
    if (!config) throw new Error('no configuration');
    const inMemory = await buildInMemory(settings, { now, articles, workingDirectory: '/nowhere' });
    const fromFolder = await buildInMemory(settings, { now, workingDirectory: folder });
    expect(inMemory.problems).toEqual([]);
    expect(existsSync(join(folder, 'dist'))).toBe(false);
    expect(build(config, { now }).feeds.map(({ path }) => path)).toEqual(
      inMemory.files.flatMap(({ kind, path }) => (kind === 'feed' ? [path] : [])),
    );
    const { readFileSync } = await import('node:fs');
    for (const { path } of inMemory.files) {
      const written = readFileSync(join(folder, 'dist', path), 'utf8');
      expect(readText(inMemory, path), path).toBe(written);
      expect(readText(fromFolder, path), path).toBe(written);
    }
  });

  it('says how to serve each file', async () => {
    const { files } = await buildInMemory(settings, { now, articles: [article('A', '2025-11-04')] });
    expect(Object.fromEntries(files.map(({ path, kind, type }) => [path, `${kind} ${type}`]))).toMatchObject({
      'rss.xml': 'feed application/rss+xml; charset=utf-8',
      'atom.xml': 'feed application/atom+xml; charset=utf-8',
      'feed.json': 'feed application/feed+json; charset=utf-8',
    });
  });

  it('takes front matter and body, and articles beside those of a folder', async () => {
    const folder = makeSite({ 'posts/disk.md': '---\ntitle: Disk\ndate: 2025-01-01\n---\nx' });
    const frontMatter = { title: 'A: "b"', date: new Date('2025-11-04T09:00:00Z'), tags: ['x', 'y'] };
    const built = await buildInMemory(
      { ...settings, articles: 'posts' },
      {
        now,
        workingDirectory: folder,
        articles: [{ path: 'a/b.html', frontMatter, body: '<p>x<p>{{ y }}' }],
      },
    );
    expect(readItems(built)).toMatchObject([
      { title: 'A: "b"', date_published: '2025-11-04T09:00:00Z', tags: ['x', 'y'] },
      { title: 'Disk' },
    ]);
  });

  it('lets a renderer make the HTML, which is cleaned then', async () => {
    const seen: string[] = [];
    const built = await buildInMemory(
      { ...settings, limit: 2 },
      {
        now,
        articles: [
          article('A', '2025-11-04', '<B/>'),
          article('C', '2025-11-05'),
          article('Old', '2020-01-01'),
        ],
        async render({ file, text }) {
          await Promise.resolve();
          seen.push(file);
          return text.includes('<B/>') ? '<p onclick="x()">{{ b }} <a href="c">c</a></p>' : undefined;
        },
      },
    );
    expect(seen.toSorted()).toEqual(['articles/a.md', 'articles/c.md']);
    expect(readItems(built).map((item: { content_html: string }) => item.content_html)).toEqual([
      '<p>Text.</p>',
      '<p>{{ b }} <a href="https://you.example/a/c">c</a></p>',
    ]);
  });

  it('tells of a renderer that fails at its article, and builds nothing then', async () => {
    const { files, problems } = await buildInMemory(settings, {
      now,
      articles: [article('A', '2025-11-04'), article('B', '2025-11-05')],
      render: ({ file }) => {
        if (file.endsWith('a.md')) throw new Error('no such component');
        return 7 as never;
      },
    });
    expect([files, problems.map(({ file, code, message }) => [file, code, message])]).toEqual([
      [],
      [
        ['articles/a.md', 'render-failed', 'Your renderer failed: "no such component".'],
        ['articles/b.md', 'render-failed', 'Your renderer failed: "It returned number and no string".'],
      ],
    ]);
  });

  it('says that feeds would be empty without articles, and sees none on the disk', async () => {
    const folder = makeSite({ 'articles/a.md': '---\ntitle: Disk\ndate: 2025-01-01\n---\nx' });
    const named = { ...settings, articles: 'articles' };
    for (const [given, workingDirectory] of [
      [settings, folder],
      [settings, '/nowhere'],
      [named, '/nowhere'],
    ] as const) {
      const { files, problems } = await buildInMemory(given, { now, articles: [], workingDirectory });
      expect([files, problems.map(({ code }) => code)]).toEqual([[], ['no-items']]);
    }
    const beside = await buildInMemory(named, { now, articles: [], workingDirectory: folder });
    expect(readItems(beside)).toMatchObject([{ title: 'Disk' }]);
  });

  const wrong: readonly [of: string, call: () => Promise<Built>, codes: readonly string[]][] = [
    ['no options', () => buildInMemory(settings, undefined as never), ['bad-argument']],
    [
      'options',
      () => buildInMemory(settings, { now: 'x', limit: 1 } as never),
      ['bad-argument', 'unknown-argument'],
    ],
    [
      'settings',
      () => buildInMemory({ ...settings, titel: 'x' } as never, { now, articles: [] }),
      ['unknown-key'],
    ],
    [
      'settings that are functions',
      () => buildInMemory({ title: () => 'x' } as never, { now }),
      ['bad-argument'],
    ],
    [
      'articles',
      () =>
        buildInMemory(settings, {
          now,
          articles: [
            { path: '../a.md', text: '' },
            { path: 'a.md' },
            7,
            { path: 'b.md', text: 'x', body: 'y' },
          ] as never,
        }),
      ['bad-argument', 'bad-argument', 'bad-argument', 'bad-argument', 'unknown-argument'],
    ],
    [
      'front matter',
      () =>
        buildInMemory(settings, { now, articles: [{ path: 'a.md', frontMatter: { title: 1n }, body: '' }] }),
      ['bad-argument'],
    ],
  ];
  it.each(wrong)('tells of wrong %s', async (_, call, codes) => {
    const { files, problems } = await call();
    expect(files).toEqual([]);
    expect(problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(codes);
  });

  it('names an article that cannot be read', async () => {
    const articles = [{ path: 'x/a.md', text: '---\ntitle: [\n---\n' }];
    const { problems } = await buildInMemory(settings, { now, articles });
    expect(problems).toMatchObject([{ file: 'articles/x/a.md', severity: 'error' }]);
  });

  it('stops when its signal is aborted, at once or later', async () => {
    const articles = Array.from({ length: 3000 }, (_, day) => article(`A${day}`, '2025-11-04'));
    const reason = new Error('enough');
    await expect(buildInMemory(settings, { now, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const building = buildInMemory(settings, {
      now,
      articles,
      signal: controller.signal,
      render: () => {
        controller.abort(reason);
        return '';
      },
    });
    await expect(building).rejects.toBe(reason);
  });

  it('prepares many articles without stopping the thread that asks', async () => {
    const articles = Array.from({ length: 20_000 }, (_, day) => ({
      ...article(`A${day}`, '2025-11-04'),
      path: '/a.md',
    }));
    let turns = 0;
    let isDone = false;
    const turn = () => {
      turns++;
      if (!isDone) setImmediate(turn);
    };
    setImmediate(turn);
    const { problems } = await buildInMemory(settings, { now, articles });
    isDone = true;
    expect(problems.at(-1)?.file).toBe('articles[19999]');
    expect(turns).toBeGreaterThan(20);
  });

  it('leaves the thread that asks free while a large site is built', async () => {
    const body = 'Some *text* with [a link](b).\n\n'.repeat(40);
    const articles = Array.from({ length: 1000 }, (_, day) => article(`A${day}`, '2025-11-04', body));
    let turns = 0;
    const timer = setInterval(() => turns++, 5);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const started = performance.now();
    const { files } = await buildInMemory({ ...settings, limit: 1000 }, { now, articles });
    const took = performance.now() - started;
    delay.disable();
    clearInterval(timer);
    expect(files.length).toBeGreaterThan(2);
    // A build in this thread would leave no turn at all; how many there are depends on the machine.
    expect(turns, `${took} ms, longest pause ${delay.max / 1e6} ms`).toBeGreaterThan(10);
  });
});
