import { describe, expect, it } from 'vitest';
import { readLiterals } from '../../src/setup/literals.ts';
import { readAstro } from '../../src/setup/tools/astro.ts';
import { readHugoAddresses } from '../../src/setup/tools/hugo-addresses.ts';
import type { Data, Project } from '../../src/setup/tools/project.ts';
import { readVitepress } from '../../src/setup/tools/vitepress.ts';
import { readRewrite } from '../../src/setup/tools/vitepress-rewrites.ts';
import { expectLinearTime } from '../growth.ts';

/** A site whose files all have one text. */
function projectOf(text: string): Project {
  return { base: '', text: () => text, read: () => readLiterals(text), list: () => ['[...slug].astro'] };
}

describe('the configuration of a stranger (R71)', () => {
  it.each([
    '/*',
    '\\"',
    "\\'",
    '\\`',
    '"\\\'',
    'a',
    '\n',
    'import a\n',
    "import './a'\n",
    'import {',
    'collections={',
    'glob({',
    'a = defineCollection(',
    'site: a.',
    'a.',
    'x:{',
  ])('is read in time that grows with its length: %j', (text) => {
    expectLinearTime((size) => {
      const program = `export { "x": render(\n${text.repeat(size / text.length)}`;
      void readAstro(readLiterals(program), projectOf(program));
    }, 60_000);
  });

  it.each(['/', ' '])('is read in time that grows with its length: long values of %j', (text) => {
    expectLinearTime((size) => {
      const long = `a${text.repeat(size)}b`;
      const data: Data = { baseurl: long, contentdir: long, permalinks: { posts: long, [long]: '/:slug/' } };
      void readHugoAddresses(data, projectOf(''));
    }, 100_000);
  });

  it('has no rule of many names that keeps init busy', () => {
    const name = `${'a-'.repeat(120)}b.md`;
    expect(readRewrite(':a-:b-x.md', ':a.md')?.rewrite('one-two-x.md')).toBe('one.md');
    expect(readRewrite(`${':a-'.repeat(8)}x.md`, ':a.md')?.rewrite(name)).toBeUndefined();
  });

  it('has no host that stops init', () => {
    const words = readVitepress({ sitemap: { hostname: 'example.org' } }, projectOf(''));
    expect(words.settings.site).toBeUndefined();
  });
});
