import { expect, it } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';

const NOW = ['--now', '2026-01-01T00:00:00Z'];
const GUESS = 'URLs follow the paths of the files, such as';
const POST = '---\ntitle: A\ndate: 2025-01-01\n---\nText.\n';

function build(settings: string, more: Readonly<Record<string, string>> = {}) {
  const files = { 'feedwright.yaml': `site: https://g.example/\ntitle: G\n${settings}`, ...more };
  const folder = makeSite({ 'articles/two words.md': POST, ...files });
  return { folder, ...runCli(folder, ['build', ...NOW]) };
}

it('says once that URLs are a guess, where no setting says which the site has', () => {
  const { folder, out } = build('');
  expect(out).toContain(`${GUESS} https://g.example/two%20words/.`);
  expect(out.split(GUESS)).toHaveLength(2);
  expect(runCli(folder, ['build', ...NOW]).out).not.toContain(GUESS);
});

it.each([
  ['a permalink', 'permalink: /:path/\n', {}],
  ['a preset', 'preset: astro\n', {}],
  ['the built site', 'built: site\n', { 'site/index.html': '', 'site/two words/index.html': '<h1>A</h1>' }],
  [
    'the URLs of the articles',
    '',
    { 'articles/two words.md': POST.replace('---\n', '---\nurl: https://g.example/a\n') },
  ],
])('says nothing of that with %s', (_, settings, more) => {
  const { out, exitCode, error } = build(settings, more);
  expect(exitCode, error).toBe(0);
  expect(out).not.toContain(GUESS);
});
