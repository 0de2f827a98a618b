import { describe, expect, it } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';

const ARTICLE = '---\ntitle: Hello\ndate: 2025-11-04\n---\nText.\n';
const CONFIG = 'site: https://example.org/\ntitle: Example\narticles: articles\n';

/** The warnings of a build with a line of `exclude`. */
function warnings(exclude: string, files: readonly string[]) {
  const articles = Object.fromEntries(['good.md', ...files].map((file) => [`articles/${file}`, ARTICLE]));
  const folder = makeSite({ 'feedwright.yaml': CONFIG + exclude, ...articles });
  const { error } = runCli(folder, ['build', '--now', '2026-11-01T00:00:00Z']);
  return error.split('\n').filter((line) => line.includes('unused-exclude'));
}

describe('a pattern of "exclude" that matches nothing is named with its line', () => {
  it.each([
    ['a typing mistake in a folder', '[privat/**]', ['private/a.md'], 'Did you mean "private/**"?'],
    ['a typing mistake in a file', '[secert.md]', ['secret.md'], 'Did you mean "secret.md"?'],
    ['another case', '[Private/]', ['private/a.md'], 'Did you mean "private/**"?'],
    ['deeper', '[team/privat/**]', ['team/private/a.md'], 'Did you mean "team/private/**"?'],
    [
      'a folder of the configuration',
      '[articles/private/**]',
      ['private/a.md'],
      'Did you mean "private/**"?',
    ],
    ['from the root', '[/articles/privat/**]', ['private/a.md'], 'Did you mean "/articles/private/**"?'],
    ['a file in another folder', '[secret.md]', ['team/secret.md'], 'Did you mean "**/secret.md"?'],
    ['nothing that is like it', '[internal/**]', [], 'Correct the pattern, or remove it.'],
    ['a part of a folder', '["private/*.txt"]', ['private/a.md'], 'Correct the pattern, or remove it.'],
    ['text alone', 'privat', ['private/a.md'], 'Did you mean "private"?'],
    ['drafts with a typing mistake', '[draft/**]', ['drafts/a.md'], 'Did you mean "drafts/**"?'],
  ])('%s', (_, patterns, files, hint) => {
    const [line, ...more] = warnings(`exclude: ${patterns}\n`, files);
    expect(more).toEqual([]);
    expect(line).toMatch(/^feedwright\.yaml:4:\d+ warning unused-exclude: /);
    expect(line).toContain(hint);
  });

  it.each([
    ['what is there', '[private/**]', ['private/a.md']],
    ['a folder by its name', '[private]', ['private/a.md']],
    ['one of several', '["private/**/a*.md"]', ['private/x/ab.md']],
    ['from the root', '[/articles/private/**]', ['private/a.md']],
    ['a kind of file', '["**/*.test.md", "*.{csv,xlsx}", "**/README.md"]', []],
    ['a kind of file in an article folder', '["/articles/**/*.wip.md", "/articles/old-*.md"]', []],
    ['drafts that only the author has', '[drafts/**, _notes/**, README.md, .obsidian/**]', []],
    ['what is hidden by another pattern, too', '[private/**, private/a.md]', ['private/a.md']],
  ])('but not %s', (_, patterns, files) => {
    expect(warnings(`exclude: ${patterns}\n`, files)).toEqual([]);
  });
});
