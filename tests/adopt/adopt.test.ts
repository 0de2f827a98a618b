import { execFile } from 'node:child_process';
import { chmodSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startServer } from '../local-server.ts';
import { machine } from '../machine.ts';
import { makeSite, runCli } from '../run-cli.ts';

const NOW = ['--now', '2026-01-01T00:00:00Z'];
const CONFIG = 'site: https://new.example/\ntitle: T\n';

interface Shown {
  readonly id?: string;
  readonly url?: string;
  readonly title?: string;
  readonly date?: string;
}

/** An RSS feed as another tool writes it. */
function rss(items: readonly Shown[]): string {
  const written = items.map(
    ({ id, url, title, date }) =>
      `<item>${title ? `<title>${title}</title>` : ''}${url ? `<link>${url}</link>` : ''}${id ? `<guid isPermaLink="false">${id}</guid>` : ''}${date ? `<pubDate>${date}</pubDate>` : ''}</item>`,
  );
  return `<rss version="2.0"><channel><title>T</title><link>https://new.example/</link><description>D</description>\n${written.join('\n')}\n</channel></rss>`;
}

const article = (title: string, date: string, more = '') =>
  `---\ntitle: ${title}\ndate: ${date}\n${more}---\n`;

const ARTICLES = {
  'articles/a.md': article('First', '2025-01-02'),
  'articles/b.md': article('Second', '2025-02-03'),
  'articles/c.md': article('Third', '2025-03-04'),
};
const FEED = rss([
  { id: '17', url: 'https://new.example/c/', title: 'Third' },
  { id: '12', url: 'https://old.example/?p=12', title: 'Second', date: 'Mon, 03 Feb 2025 10:00:00 GMT' },
  { id: '9', url: 'https://old.example/gone/', title: 'Gone' },
]);

const site = (more: Readonly<Record<string, string | Uint8Array>> = {}) =>
  makeSite({ 'feedwright.yaml': CONFIG, 'old.xml': FEED, ...ARTICLES, ...more });

const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');

function plan(folder: string, args: readonly string[]) {
  const ran = runCli(folder, [...args, '--json']);
  expect(ran.error).toBe('');
  return { ...JSON.parse(ran.out), exitCode: ran.exitCode };
}

const codes = (problems: readonly { readonly code: string; readonly file: string }[]) =>
  problems.map(({ code, file }) => `${file} ${code}`);

describe('feedwright adopt', () => {
  it('shows what it would do, by what each article was recognised, and what it did not find', () => {
    const folder = site();
    const ran = runCli(folder, ['adopt', 'old.xml']);
    expect(ran.error).toBe('');
    expect(ran.exitCode).toBe(0);
    expect(ran.out.split('\n')).toEqual([
      'Matched 2 articles in 3 items of 1 feed. None of them would keep its published ID.',
      'Run again with --write to add an ID to these 2 files:',
      '  articles/c.md  id: 17  (by url)',
      '  articles/b.md  id: 12  (by title and date)',
      '1 item without a matching article:',
      '  old.xml:4  Gone  https://old.example/gone/',
      '',
    ]);
    for (const [path, text] of Object.entries(ARTICLES)) expect(read(folder, path)).toBe(text);
  });

  it('puts the ids into those files alone, keeps their permissions, and has nothing to do again (R1, R2)', () => {
    const folder = site();
    chmodSync(join(folder, 'articles/b.md'), 0o640);
    const stamp = () => {
      const { ino, mtimeNs } = statSync(join(folder, 'articles/a.md'), { bigint: true });
      return [ino, mtimeNs];
    };
    const untouched = stamp();
    expect(runCli(folder, ['adopt', 'old.xml', '--write']).out).toContain('2 files changed');
    expect(read(folder, 'articles/c.md')).toBe('---\nid: "17"\ntitle: Third\ndate: 2025-03-04\n---\n');
    expect(statSync(join(folder, 'articles/b.md')).mode & 0o777).toBe(0o640);
    expect(stamp()).toEqual(untouched);
    const again = plan(folder, ['adopt', 'old.xml', '--write']);
    expect([again.kept, again.ids, again.written, again.exitCode]).toEqual([2, [], false, 0]);
    expect(runCli(folder, ['adopt', 'old.xml']).out).toContain('Nothing to do.');
    expect(runCli(folder, ['build', ...NOW]).exitCode).toBe(0);
    expect(read(folder, 'dist/rss.xml')).toContain('<guid isPermaLink="false">17</guid>');
    expect(JSON.parse(read(folder, 'dist/feed.json')).items[0].id).toBe('17');
    expect(read(folder, 'dist/atom.xml')).toContain('<id>https://new.example/#17</id>');
  });

  it('recognises its own Atom ids, in which an id that is no IRI looks different', () => {
    const folder = site();
    runCli(folder, ['adopt', 'old.xml', '--write']);
    runCli(folder, ['build', ...NOW]);
    const again = plan(folder, ['adopt', 'dist/rss.xml', 'dist/atom.xml', 'dist/feed.json']);
    expect([again.matched, again.kept, again.ids, again.problems]).toEqual([3, 3, [], []]);
  });

  it('proposes one template for the configuration when it explains all ids, and is content with it', () => {
    const items = ['a', 'b', 'c'].map((name) => ({
      id: `http://old.example/blog/${name}`,
      url: `https://new.example/${name}/`,
    }));
    const folder = site({ 'old.xml': rss(items) });
    expect(runCli(folder, ['adopt', 'old.xml']).out).toContain(
      'To keep all IDs, add this line to feedwright.yaml:\n  id: http://old.example/blog/:url_path\n',
    );
    const { template } = plan(folder, ['adopt', 'old.xml']);
    const with_ = site({ 'old.xml': rss(items), 'feedwright.yaml': `${CONFIG}id: ${template}\n` });
    const again = plan(with_, ['adopt', 'old.xml', '--write']);
    expect([again.kept, again.ids, again.template]).toEqual([3, [], null]);
  });

  it('proposes the ids of jekyll-feed, which have no file ending, for any style of permalinks', () => {
    const paths = ['2024/01/01/one', 'news/town/2024/02/02/two', '2024/03/03/three'];
    const posts = paths.map((path, index) => {
      const more = index === 1 ? 'categories: [News, Town]\n' : '';
      return [`_posts/${path.split('/').slice(-4).join('-')}.md`, `---\ntitle: P\n${more}---\n`];
    });
    const folder = makeSite({
      'feedwright.yaml': `${CONFIG}preset: jekyll\npermalink: date\n`,
      'old.xml': rss(
        paths.map((path) => ({ id: `https://new.example/${path}`, url: `https://new.example/${path}.html` })),
      ),
      ...Object.fromEntries(posts),
    });
    expect(plan(folder, ['adopt', 'old.xml'])).toMatchObject({
      matched: 3,
      template: 'https://new.example/:categories/:year/:month/:day/:title',
    });
  });

  it('never touches an id that is there, gives no id twice, and lets the first feed decide', () => {
    const folder = site({
      'articles/b.md': article('Second', '2025-02-03', 'guid: mine\n'),
      'articles/d.md': article('Fourth', '2025-04-05'),
      'articles/e.md': article('Fifth', '2025-05-06', 'id:\n'),
      'old.xml': rss([
        { id: '17', url: 'https://new.example/c/' },
        { id: '17', url: 'https://new.example/d/' },
        { id: '12', url: 'https://new.example/b/' },
        { id: '5', url: 'https://new.example/e/' },
        { id: '1', url: 'https://new.example/a/' },
      ]),
      'other.xml': rss([{ id: 'one', url: 'https://new.example/a/' }]),
    });
    const found = plan(folder, ['adopt', 'old.xml', 'other.xml', '--write']);
    expect(found.ids).toEqual([
      { file: 'articles/c.md', title: 'Third', id: '17', now: 'https://new.example/c/', by: 'url', lines: 1 },
      { file: 'articles/a.md', title: 'First', id: '1', now: 'https://new.example/a/', by: 'url', lines: 1 },
    ]);
    expect(codes(found.problems)).toEqual([
      'articles/a.md two-published-ids',
      'articles/b.md other-own-id',
      'articles/d.md id-taken',
      'articles/e.md cannot-insert-id',
    ]);
    expect([found.written, found.exitCode]).toEqual([true, 0]);
    expect(read(folder, 'articles/b.md')).toContain('guid: mine\n');
  });

  it('writes TOML, JSON, CR LF, a byte order mark and files without front matter right', () => {
    const files = {
      'articles/2025-01-01-toml.md': '+++\ntitle = "A"\n\n[extra]\nx = 1\n+++\nA\n',
      'articles/2025-01-02-json.md': '{\n  "title": "B"\n}\nB\n',
      'articles/2025-01-03-windows.md': '---\r\ntitle: "C" # c\r\n---\r\nC\r\n',
      'articles/2025-01-04-marked.md': '\uFEFF---\ntitle: D\n---\nD\n',
      'articles/2025-01-05-bare.md': '# E\n\nE\n',
    };
    const names = Object.keys(files).map((path) => path.slice('articles/2025-01-01-'.length, -3));
    const old = rss(names.map((name, index) => ({ id: `n${index}`, url: `https://new.example/${name}/` })));
    const folder = makeSite({ 'feedwright.yaml': CONFIG, 'old.xml': old, ...files });
    expect(plan(folder, ['adopt', 'old.xml', '--write'])).toMatchObject({ written: true, template: null });
    expect(Object.keys(files).map((path) => read(folder, path))).toEqual([
      '+++\nid = "n0"\ntitle = "A"\n\n[extra]\nx = 1\n+++\nA\n',
      '{\n  "id": "n1",\n  "title": "B"\n}\nB\n',
      '---\r\nid: "n2"\r\ntitle: "C" # c\r\n---\r\nC\r\n',
      '\uFEFF---\nid: "n3"\ntitle: D\n---\nD\n',
      '---\nid: "n4"\n---\n# E\n\nE\n',
    ]);
    expect(plan(folder, ['adopt', 'old.xml']).kept).toBe(5);
  });

  it('changes nothing when an article or a feed is broken, or no feed is of this site', () => {
    const broken = site({ 'articles/d.md': '---\ntitle: "D\n---\n' });
    expect(runCli(broken, ['adopt', 'old.xml', '--write'])).toMatchObject({
      exitCode: 1,
      error: expect.stringContaining('articles/d.md:2:10 error bad-front-matter'),
    });
    const page = site({ 'page.html': '<!doctype html><title>404</title><p>Not found' });
    expect(runCli(page, ['adopt', 'old.xml', 'page.html', '--write']).error).toContain('unreadable-feed');
    const strange = site({ 'old.xml': rss([{ id: '1', url: 'https://x.example/', title: 'X' }]) });
    expect(runCli(strange, ['adopt', 'old.xml', '--write']).error).toContain(
      'old.xml:1 error nothing-matched',
    );
    expect(runCli(site(), ['adopt', 'missing.xml']).error).toContain('missing.xml:1 error no-feed-here');
    for (const folder of [broken, page, strange])
      expect(read(folder, 'articles/c.md')).toBe(ARTICLES['articles/c.md']);
  });

  it('does not write through a link that leads out of the article folder (R69)', () => {
    const folder = site({ 'secret.md': article('Third', '2025-03-04') });
    symlinkSync('../secret.md', join(folder, 'articles/link.md'));
    runCli(folder, ['adopt', 'old.xml', '--write']);
    expect(read(folder, 'secret.md')).toBe(article('Third', '2025-03-04'));
  });

  it('shows text of a feed without control characters', () => {
    const old = rss([
      { id: '17', url: 'https://new.example/c/' },
      { id: 'x', title: 'A&#x9b;2J&#x202e;B' },
    ]);
    const { out } = runCli(site({ 'old.xml': old }), ['adopt', 'old.xml']);
    expect(out).toContain('A\\u009b2J\\u202eB');
  });

  it('recognises an article by its text when address, title and date are other ones', () => {
    const words = Array.from({ length: 60 }, (_, index) => `word${index * index}`).join(' ');
    const text = `<p>The keeper of the lighthouse counts ships. ${words}</p>`;
    const html = text.replaceAll('<', '&lt;');
    const old = `<rss version="2.0"><channel><title>T</title><link>https://new.example/</link><description>D</description><item><title>Once upon</title><guid isPermaLink="false">77</guid><description>${html}</description><encoded xmlns="http://purl.org/rss/1.0/modules/content/">${html}</encoded></item></channel></rss>`;
    const folder = site({ 'old.xml': old, 'articles/d.md': article('Ships', '2020-01-01') + text });
    const found = plan(folder, ['adopt', 'old.xml']);
    expect(found.ids.map(({ file, id, by }: Shown & { file: string; by: string }) => [file, id, by])).toEqual(
      [['articles/d.md', '77', 'content']],
    );
  });

  it.skipIf(!machine.bash)('does not mind a reader that has enough after the first line', async () => {
    const names = Array.from({ length: 3000 }, (_, index) => `p${index}`);
    const more = names.map((name) => [`articles/${name}.md`, article(name, '2020-01-01')] as const);
    const old = rss(names.map((name) => ({ id: `${name}-`, url: `https://new.example/${name}/` })));
    const folder = site({ 'old.xml': old, ...Object.fromEntries(more) });
    const cli = join(import.meta.dirname, '../../lib/cli.js');
    const script = `"$0" "${cli}" adopt old.xml | head -1; echo "\${PIPESTATUS[0]}"`;
    const said = await new Promise<readonly string[]>((done) => {
      execFile('bash', ['-c', script, process.execPath], { cwd: folder }, (_, out, error) =>
        done([out, error]),
      );
    });
    expect(said).toEqual([expect.stringMatching(/^Matched 3000 articles .*\n0\n$/), '']);
  });

  it('wants the name of a feed', () => {
    const ran = runCli(site(), ['adopt']);
    expect([ran.exitCode, ran.out]).toEqual([2, '']);
    expect(ran.error).toContain('Name the old feeds');
    expect(runCli(makeSite({}), ['adopt', 'old.xml'])).toMatchObject({ exitCode: 1 });
  });

  it('reads a feed from its address', async () => {
    const { url, server } = await startServer((_, response) => void response.end(FEED));
    try {
      const cli = join(import.meta.dirname, '../../lib/cli.js');
      const args = [cli, 'adopt', `${url}/feed.xml`];
      const out = await new Promise<string>((done) => {
        execFile(process.execPath, args, { cwd: site() }, (_, stdout) => done(stdout));
      });
      expect(out).toContain('  articles/c.md  id: 17  (by url)\n');
    } finally {
      server.close();
    }
  });
});

describe('feedwright pin', () => {
  it('writes every published id down, so that a move changes none of them', () => {
    const folder = site();
    expect(runCli(folder, ['build', ...NOW]).exitCode).toBe(0);
    const { out } = runCli(folder, ['pin', ...NOW]);
    expect(out).toContain(
      'To keep them when your URLs change, add this line to feedwright.yaml:\n  id: https://new.example/:path/\n',
    );
    expect(out).toContain('  articles/a.md  id: https://new.example/a/  (by id)\n');
    expect(plan(folder, ['pin', '--write', ...NOW])).toMatchObject({ matched: 3, kept: 3, written: true });
    expect(read(folder, 'articles/a.md')).toBe(
      '---\nid: https://new.example/a/\ntitle: First\ndate: 2025-01-02\n---\n',
    );
    const again = plan(folder, ['pin', '--write', ...NOW]);
    expect([again.ids, again.written]).toEqual([[], false]);
    const before = JSON.parse(read(folder, 'dist/feed.json')).items.map(({ id }: Shown) => id);
    const moved = ['build', ...NOW, '--site', 'https://moved.example/', '--title', 'T', '--output', 'moved'];
    expect(runCli(folder, moved).exitCode).toBe(0);
    expect(JSON.parse(read(folder, 'moved/feed.json')).items.map(({ id }: Shown) => id)).toEqual(before);
  });

  it('says that there is nothing published yet', () => {
    const ran = runCli(site(), ['pin']);
    expect([ran.exitCode, ran.out]).toEqual([1, '']);
    expect(ran.error).toContain('nothing-to-pin');
  });
});
