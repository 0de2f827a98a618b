import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';

const CONFIG = 'site: https://example.org/\ntitle: Example\n';
const ARTICLE = '---\ntitle: Hello\ndate: 2025-11-04\n---\nHello.\n';
const NOW = ['--now', '2026-01-01T00:00:00Z'];

const site = (more: Readonly<Record<string, string>> = {}) =>
  makeSite({ 'feedwright.yaml': CONFIG, 'articles/a.md': ARTICLE, ...more });

/** Puts a pipe that nobody writes to in the place of a file: whoever waits for it waits for ever. */
function putPipe(folder: string, path: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  rmSync(join(folder, path), { force: true });
  spawnSync('mkfifo', [join(folder, path)]);
}

/** Each place where a file is opened, and the command that opens it. */
const PLACES: readonly (readonly [path: string, config: string, args: readonly string[]])[] = [
  ['feedwright.yaml', CONFIG, ['build']],
  ['articles/b.md', CONFIG, ['build', '--strict']],
  ['authors.yml', CONFIG, ['build']],
  ['_data/authors.json', CONFIG, ['build']],
  ['page.html', `${CONFIG}pages: { template: page.html }\n`, ['build']],
  ['dist/rss.xml', CONFIG, ['build']],
  ['dist/feed.json', CONFIG, ['diff']],
  ['old.xml', CONFIG, ['build', '--against', 'old.xml']],
  ['old.xml', CONFIG, ['check', 'old.xml']],
  ['old.xml', CONFIG, ['adopt', 'old.xml']],
  ['report.json', CONFIG, ['build', '--report', 'report.json']],
  ['report.json', `${CONFIG}hub: https://hub.example/\n`, ['notify', '--report', 'report.json']],
];

describe.skipIf(process.platform === 'win32')('a pipe in the place of a file is refused at once', () => {
  it.each(PLACES)('%s', (path, config, args) => {
    const folder = site({ 'feedwright.yaml': config });
    putPipe(folder, path);
    const ran = runCli(folder, args[0] === 'build' ? [...args, ...NOW] : args);
    expect(ran.exitCode).toBe(1);
    expect(ran.error).toMatch(path === 'old.xml' ? /old\.xml|--against/ : path);
    expect(ran.error).not.toMatch(/^ {4}at /m);
  });

  it('also where the files of a generator or of git would tell something', () => {
    const folder = site({ 'feedwright.yaml': `${CONFIG}updated: git\n` });
    spawnSync('git', ['init', '-q'], { cwd: folder });
    putPipe(folder, '.git-blame-ignore-revs');
    expect(runCli(folder, ['build', ...NOW]).exitCode).toBe(0);
    const fresh = makeSite({ 'content/posts/a.md': ARTICLE });
    putPipe(fresh, 'hugo.toml');
    expect(runCli(fresh, ['init', '--site', 'https://example.org/', '--title', 'E']).exitCode).not.toBe(null);
  });
});

describe.skipIf(process.platform === 'win32')('no link leads outside the site (R69)', () => {
  const elsewhere = makeSite({
    'secret.md': ARTICLE.replaceAll('Hello', 'sekret'),
    'secret.yml': 'ann: { name: sekret }\n',
  });

  it('an article that is left out because of a link is named, and so is a folder', () => {
    const folder = site();
    symlinkSync(join(elsewhere, 'secret.md'), join(folder, 'articles/key.md'));
    symlinkSync(elsewhere, join(folder, 'articles/more'));
    symlinkSync('nothing', join(folder, 'articles/dangling.md'));
    symlinkSync('/etc/passwd', join(folder, 'articles/passwd'));
    const ran = runCli(folder, ['build', ...NOW]);
    expect(ran.exitCode).toBe(0);
    expect(ran.error).toContain('articles/dangling.md:1 warning foreign-files: Left out: 3 links that lead');
    expect(ran.error).not.toContain('passwd');
  });

  it('a template and authors', () => {
    const folder = site({
      'feedwright.yaml': `${CONFIG}pages: { template: page.html }\n`,
      'articles/a.md': ARTICLE.replace('---\n', '---\nauthor: ann\n'),
    });
    symlinkSync(join(elsewhere, 'secret.yml'), join(folder, 'authors.yml'));
    symlinkSync(join(elsewhere, 'secret.md'), join(folder, 'page.html'));
    const ran = runCli(folder, ['build', ...NOW]);
    expect(ran.error).toContain('be read: it is a link that leads outside the site.');
    writeFileSync(join(folder, 'feedwright.yaml'), CONFIG);
    expect(runCli(folder, ['build', ...NOW]).error).toMatch(
      /^authors\.yml:1 error unreadable: .* outside the site/,
    );
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  });

  it('a folder of articles', () => {
    const folder = makeSite({ 'feedwright.yaml': `${CONFIG}articles: posts\n` });
    symlinkSync(elsewhere, join(folder, 'posts'));
    const ran = runCli(folder, ['build', ...NOW]);
    expect(ran.error).toMatch(/^feedwright\.yaml:3\S* error folder-outside: /);
    expect(ran.exitCode).toBe(1);
    const named = makeSite({ 'feedwright.yaml': `${CONFIG}articles: ${elsewhere}\n` });
    expect(runCli(named, ['build', ...NOW]).exitCode).toBe(0);
  });

  it.each(['dist', 'dist/feeds'])('output through %s', (path) => {
    const target = makeSite({ keep: '' });
    const folder = site({ 'feedwright.yaml': `${CONFIG}formats: { rss: feeds/rss.xml }\n` });
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(target, join(folder, path));
    const ran = runCli(folder, ['build', ...NOW]);
    expect(ran.error).toContain('be written: it is a link that leads outside the site.');
    expect(readdirSync(target)).toEqual(['keep']);
  });

  it('an output folder outside that is written as such is used', () => {
    const folder = site();
    const target = join(makeSite({}), 'public/feeds');
    expect(runCli(folder, ['build', '--output', target, ...NOW]).exitCode).toBe(0);
    expect(readFileSync(join(target, 'rss.xml'), 'utf8')).toContain('Hello');
  });
});
