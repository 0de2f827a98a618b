import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dialectOf } from '../../src/content/dialects.ts';
import { takeShortWay } from '../../src/content/fast-path.ts';
import { type Cleaned, cleanTree } from '../../src/content/html/clean.ts';
import { parseMarkdown, writePlainMarkdown } from '../../src/content/markdown.ts';
import { legalText } from '../../src/text/legal.ts';
import { machine } from '../machine.ts';

const addresses = {
  url: 'https://you.example/2024/a/',
  site: 'https://you.example/',
  resolvePost: (reference: string) =>
    reference.includes('known') ? 'https://you.example/known/' : undefined,
};

/** Renders both ways. @returns whether the short one was taken */
function compare(
  text: string,
  title = 'T',
  { extensions, templates, emoji } = dialectOf(undefined),
): boolean {
  const style = { quotesBraces: templates === 'tags', emoji };
  const plain = writePlainMarkdown(text, extensions);
  const short = plain === undefined ? undefined : takeShortWay(plain, title, addresses, style);
  if (!short) return false;
  const { html, image, heading, excerpt, lost, ...counts } = cleanTree(
    parseMarkdown(text, '', extensions),
    title,
    addresses,
    style,
  );
  expect(short).toEqual({ html, image, heading });
  expect({ excerpt, lost, reports: countReports(counts) }).toEqual({ lost: [], reports: 0 });
  return true;
}

function countReports({
  removed,
  replaced,
  unwrapped,
  hidden,
}: Pick<Cleaned, 'removed' | 'replaced' | 'unwrapped' | 'hidden'>): number {
  return removed.size + replaced.size + unwrapped.size + hidden.size;
}

const words = fc.constantFrom(
  ...[
    'word',
    ':tada:',
    ':x:',
    '$x$',
    'T',
    'é 🙂',
    '&',
    '&amp;',
    '&#0;',
    '&nbsp;',
    '"q"',
    "'",
    '<',
    '>',
    'a < b',
    '\\<b>',
    '<b>',
    '<!-- more -->',
    '<br/>',
  ],
  ...[
    '{{ x }}',
    '{% y %}',
    '{: .c}',
    ':::',
    '[caption]',
    '\uFFFD',
    '\u00A0',
    '\uFDD0',
    '%EF%B7%90',
    '\t',
    '  ',
    '\\',
    '#',
    '¶',
  ],
  ...[
    '*em*',
    '**strong**',
    '~~del~~',
    '***',
    '_',
    '`code`',
    '`<i>`',
    '` {{ x }} `',
    '``',
    '!',
    '[^1]',
    'https://a.example/x',
    'a@b.example',
  ],
  ...[
    '[l](/x)',
    '[l](x.md "t")',
    '[l](known.md#p)',
    '[l](#id)',
    '[l](javascript:a)',
    '[](u)',
    '[ ](u)',
    '[l](<a b> "q\\"<x>")',
    '[l](//h/{a})',
    '[r]',
  ],
  ...[
    '![i](p.png)',
    '![](p.png)',
    '![*a* "b"](/p.png "t & u")',
    '![i]()',
    '![i](data:image/png;base64,AA)',
    '[![i](p.png)](u)',
    '<https://x.example>',
  ],
);
const inline = fc
  .array(words, { maxLength: 5 })
  .chain((parts) => fc.constantFrom('', ' ').map((glue) => parts.join(glue)));
const line = fc
  .tuple(
    fc.constantFrom(
      '',
      '# ',
      '## ',
      '###### ',
      '> ',
      '> > ',
      '- ',
      '  - ',
      '1. ',
      '3) ',
      '- [ ] ',
      '- [x] ',
      '    ',
      '| ',
      '```',
      '~~~ js',
      '---',
      '[r]: u\n',
      '[^1]: ',
      '# x {#id .c}\n',
      '| a | b |\n|:-:|--:|\n',
      ': ',
      '$$',
    ),
    inline,
    fc.constantFrom('', '  ', ' |', ' {#id}', ' {title="x"}', ' {.hidden}', ' {.katex}', '\n=='),
  )
  .map((parts) => parts.join(''));
const markdown = fc
  .array(line, { maxLength: 8 })
  .chain((lines) => fc.constantFrom('\n', '\n\n').map((glue) => legalText(lines.join(glue))));

const preset = fc.constantFrom(undefined, 'jekyll', 'hugo', 'zola', 'astro', 'hexo', 'docusaurus');
const runs = Number(process.env.FEEDWRIGHT_PROPERTY_RUNS ?? 500);

describe('the short way', () => {
  it('gives the bytes of the tree, or nothing, for any Markdown', () => {
    let taken = 0;
    let all = 0;
    fc.assert(
      fc.property(markdown, inline, preset, (text, title, tool) => {
        all++;
        if (compare(text, title, dialectOf(tool))) taken++;
      }),
      { numRuns: runs },
    );
    expect(taken).toBeGreaterThan(all / 10);
  });

  it('gives the bytes of the tree, or nothing, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void compare(legalText(text))),
    );
  });

  it.each([
    [
      'paragraphs',
      'One *two* **three** ~~four~~ `five` & "six" > <https://a.example>.\n\nSeven  \neight\n\n***',
    ],
    ['headings, the title left out', '# T\n\n## Other {#id}\n\nSee [other](#id).\n'],
    ['lists', '- a\n- b\n  1. c\n\n     d\n\n3. e\n\n- [ ] f\n- [x] g\n-\n'],
    ['a table', '| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | |\n'],
    ['links and images', '[a](../b/?c=1&d "e \\" f") ![g *h*](i.png "j")\n\n[![k](l.png)](m)\n'],
    [
      'code with tags and template code',
      'Use `<b>` and `{{ x }}`.\n\n```html\n<div class="a">{{ y }}</div>\n```\n',
    ],
    ['a quotation', '> a\n>\n> > b\n'],
  ])('is taken for %s', (_, text) => {
    expect(compare(text)).toBe(true);
  });

  it.each([
    ['HTML', 'a <b>b</b>'],
    ['a comment', 'a\n\n<!-- more -->\n\nb'],
    ['a link that is refused', '[a](javascript:b)'],
    ['template code', 'a {{ b }}'],
    ['a footnote', 'a[^1]\n\n[^1]: b'],
    ['an empty element', 'a\n\n#\n\nb'],
    ['an attribute that nobody expects', '# a {title="b"}'],
    ['an image without a URL', '![a]()'],
    ['a class on a heading that repeats the title', '## T {.katex}'],
    ['a style on a heading that repeats the title', '# T {style="display: none"}'],
    ['a handle in a heading', '## a [#](#a)'],
  ])('is not taken for %s', (_, text) => {
    expect(compare(text)).toBe(false);
  });

  it.skipIf(!machine['the corpora (../shared/corpora)'])(
    'gives the bytes of the tree for most articles of people',
    () => {
      const folder = join(import.meta.dirname, '../../../shared/corpora');
      const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
        (entry) => entry.isFile() && /\.(?:md|markdown)$/.test(entry.name),
      );
      const taken = files.filter((entry) => {
        const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
        return compare(
          legalText(text.replace(/^(---|\+\+\+)[\s\S]*?\n\1\n/, '')),
          /^# *(.+)$/m.exec(text)?.[1],
        );
      });
      expect(files.length).toBeGreaterThan(500);
      expect(taken.length).toBeGreaterThan(files.length / 2);
    },
  );
});
