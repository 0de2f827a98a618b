import { describe, expect, it } from 'vitest';
import { hidePasswords, joinLines, toPrint } from '../../src/problems/printable.ts';
import { quote } from '../../src/problems/wording/quote.ts';
import { makeSite, runCli } from '../run-cli.ts';

const NOW = ['--now', '2026-01-01T00:00:00Z'];
const CONFIG = 'site: https://example.org/\ntitle: Example\n';
/** What a terminal, the runner of GitHub or that of Azure would obey, and what turns a line around. */
const EVIL =
  'x\n::stop-commands::zz\r\u001B[31m\u009B2J\u202Eb ##[add-mask]q ##vso[task.x]y https://ann:sekret@x.example/';

const item = (more: object) => ({
  content_html: '<p>Text.</p>',
  date_published: '2025-01-01T00:00:00Z',
  ...more,
});
const published = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: EVIL,
  home_page_url: 'https://example.org/',
  items: [
    item({ id: EVIL, url: 'https://example.org/a/', title: 'A' }),
    item({ id: `gone${EVIL}`, url: 'https://example.org/gone/', title: `Gone${EVIL}` }),
  ],
});

function makeEvilSite(name: string): string {
  const yaml = JSON.stringify(EVIL);
  return makeSite({
    'feedwright.yaml': `${CONFIG}onError: skip\nlists: [links]\n`,
    'old.json': published,
    [`articles/${name}a.md`]: `---\ntitle: ${yaml}\ndate: 2025-01-01\npermalink: /a/\ntags: [${yaml}]\nauthor: ${yaml}\n---\n[[${EVIL.replaceAll('/', '')}]]\n`,
    [`articles/${name}b.md`]: `---\ntitle: ${yaml}\ndate: ${yaml}\n---\n`,
    [`articles/${name}c.md`]: `---\ntitle: C\ndate: 2027-01-01\n---\n`,
    [`articles/${name}d.md`]: `---\ntitle: D\n${yaml}: x\n  bad\n---\n`,
  });
}

const COMMANDS: readonly (readonly string[])[] = [
  ...['text', 'json', 'github', 'gitlab', 'sarif'].map((format) => ['check', '--format', format, ...NOW]),
  ...['text', 'json', 'github', 'gitlab', 'sarif'].map((format) => [
    'check',
    'old.json',
    '--format',
    format,
    ...NOW,
  ]),
  ...['text', 'json', 'github'].map((format) => [
    'build',
    '--against',
    'old.json',
    '--format',
    format,
    ...NOW,
  ]),
  ['build', '--output', 'out', '--report', '/dev/stdout', ...NOW],
  ['diff', '--against', 'old.json', ...NOW],
  ['diff', '--against', 'old.json', '--json', ...NOW],
  ['list', ...NOW],
  ['list', '--json', ...NOW],
  ['links', ...NOW],
  ['adopt', 'old.json'],
  ['adopt', 'old.json', '--json'],
  ['adopt', 'http://ann:sekret@127.0.0.1:1/\u001B[31m'],
  ['check', 'http://ann:sekret@127.0.0.1:1/x', 'gone\n::error::x'],
  ['build', '--against', 'https://ann:sekret@example.invalid/'],
  ['build', '--site', 'https://ann:sekret@example.org', '--title', 'x'],
  [EVIL],
  ['build', `--${EVIL}`],
  ['build', '--allow', EVIL, '--format', 'github'],
  ['check', '--format', EVIL],
  ['help', EVIL],
];

describe('what is printed', () => {
  it.each(
    process.platform === 'win32' ? [''] : ['', '::stop-commands::z', 'n\n::error::pwn\u001B[31m\u202E'],
  )('is obeyed by no terminal and no CI job, whatever names and texts hold (%j)', (name) => {
    const folder = makeEvilSite(name);
    for (const args of COMMANDS) {
      const { out, error } = runCli(folder, args);
      const text = `${out}\n${error}`;
      const told = `${args.join(' ')}: ${text}`;
      expect(text.replaceAll('\n', ''), told).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      const commands = text.split('\n').filter((line) => /^\s*::/.test(line));
      expect(
        commands.filter((line) => !/^::(?:error|warning) (?:file=|title=)/.test(line)),
        told,
      ).toEqual([]);
      if (!args.includes('github')) expect(text, told).not.toMatch(/##\[|##vso\[/);
      expect(text, told).not.toContain('sekret');
      expect(text, told).not.toMatch(/^ {4}at /m);
    }
  });

  it('is JSON of the same values', () => {
    const folder = makeEvilSite('');
    const { articles } = JSON.parse(runCli(folder, ['list', '--json', ...NOW]).out);
    expect(articles.map(({ file }: { file: string }) => file)).toContain('articles/a.md');
    const value = { text: 'a\u009B\n::b ##[c] \u202E' };
    expect(JSON.parse(toPrint(JSON.stringify(value, null, 2)))).toEqual(value);
  });

  it('keeps the colours of its own lines, and no others', () => {
    expect(toPrint('\u001B[31merror\u001B[0m \u001B[5m\u001B]0;x\u0007')).toBe(
      '\u001B[31merror\u001B[0m \\u001b[5m\\u001b]0;x\\u0007',
    );
    expect(joinLines(['a\nb', 'c\u001B[31m'])).toBe('a\\nb\nc\\u001b[31m\n');
  });

  it.each([
    ['http://u:p@h/x', 'http://…@h/x'],
    ['see https://token@h, //u:p@h and x', 'see https://…@h, //…@h and x'],
    ['http://u:p@ss@h/@me', 'http://…@h/@me'],
    ['https://medium.example/@me mail //a@b', 'https://medium.example/@me mail //a@b'],
  ])('has no password of %s', (text, shown) => {
    expect(hidePasswords(text)).toBe(shown);
  });

  it('cuts no URL before its password is gone', () => {
    expect(quote(`https://ann:${'sekret'.repeat(40)}@x.example/`)).toBe('"https://…@x.example/"');
  });
});
