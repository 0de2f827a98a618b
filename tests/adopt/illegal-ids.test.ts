import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';

const NOW = ['--now', '2026-01-01T00:00:00Z'];
const article = (title: string, day: string) =>
  `---\ntitle: ${title}\ndate: ${day}\n---\nText of ${title}.\n`;
const entry = (title: string, url: string, id: string, day: string) =>
  `<entry><title>${title}</title><id>${id}</id><link href="${url}"/><updated>${day}T00:00:00Z</updated>` +
  `<published>${day}T00:00:00Z</published><content>Text of ${title}.</content></entry>`;
const feed = (entries: string) =>
  '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Y</title>' +
  `<id>https://y.example/</id><updated>2025-01-02T00:00:00Z</updated>${entries}</feed>`;

const files = {
  'feedwright.yaml': 'site: https://y.example/\ntitle: Y\nauthor: A\n',
  'articles/two words.md': article('Two words', '2025-01-01'),
  'articles/plain.md': article('Plain', '2025-01-02'),
};
const items = [
  entry('Two words', 'https://y.example/two%20words/', 'https://y.example/two words/', '2025-01-01'),
  entry('Plain', 'https://y.example/plain/', 'https://y.example/plain/', '2025-01-02'),
];

it('says of an Atom ID that Atom does not allow that it cannot be kept, and never advises to write it', () => {
  const folder = makeSite({ ...files, 'old.xml': feed(items.join('')) });
  const adopted = runCli(folder, ['adopt', 'old.xml', '--write']);
  expect(adopted.exitCode).toBe(0);
  expect(adopted.out).toContain('Nothing to do.');
  expect(adopted.error).toContain('warning illegal-published-id: In old.xml:1 it has the ID');
  expect(readFileSync(join(folder, 'articles/two words.md'), 'utf8')).toBe(files['articles/two words.md']);
  const stopped = runCli(folder, ['build', '--against', 'old.xml', ...NOW]);
  expect(stopped.exitCode).toBe(1);
  expect(stopped.error).toContain("which Atom doesn't allow, so it can't be kept");
  expect(stopped.error).not.toContain('front matter');
  const allowed = runCli(folder, [
    ...['build', '--against', 'old.xml', '--allow', 'id-changed:articles/two words.md'],
    ...NOW,
  ]);
  expect(allowed.exitCode, allowed.error).toBe(0);
});

it('is said by init', () => {
  const { 'feedwright.yaml': _, ...articles } = files;
  const folder = makeSite({ ...articles, 'old.xml': feed(items.join('')) });
  const ran = runCli(folder, [
    ...['init', '--site', 'https://y.example/', '--title', 'Y', '--against', 'old.xml'],
    ...NOW,
  ]);
  expect(ran.out).toContain("1 of them has an ID that Atom doesn't allow");
  expect(ran.out).not.toContain('feedwright adopt');
});

it('keeps such an ID in RSS, which allows any text', () => {
  const rss =
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Y</title><link>https://y.example/</link><description>Y</description>' +
    '<item><title>Two words</title><link>https://y.example/two%20words/</link><guid>https://y.example/two words/</guid>' +
    '<pubDate>Wed, 01 Jan 2025 00:00:00 GMT</pubDate></item></channel></rss>';
  const folder = makeSite({ ...files, 'old.xml': rss });
  const adopted = runCli(folder, ['adopt', 'old.xml', '--write']);
  expect(adopted.out).toContain('id: https://y.example/two words/');
  const { out, exitCode } = runCli(folder, ['build', '--against', 'old.xml', ...NOW]);
  expect(exitCode).toBe(0);
  expect(out).toContain('0 duplicates');
});
