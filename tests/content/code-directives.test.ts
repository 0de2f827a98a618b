import { describe, expect, it, test } from 'vitest';
import { obeyDirectives } from '../../src/content/code-directives.ts';
import type { Preset } from '../../src/model/index.ts';

const show = (lines: readonly string[], info: string, preset?: Preset) => {
  const { text } = obeyDirectives(
    ['Before.', '', `\`\`\`${info}`, ...lines, '```', '', 'After.'].join('\n'),
    preset,
  );
  return text.split('\n').slice(3, -3);
};

describe('code is what readers of the page see, without what is said to the program that shows it', () => {
  it('twoslash: names of files and messages stay', () => {
    const lines = [
      '// @noErrors',
      '// @target: ES2022',
      'const hidden = 1',
      '// ---cut---',
      '// @filename: a.ts',
      'const a = 1 // @kept',
      '//    ^?',
      '// @ts-expect-error',
      '// @log: Written to the console',
      'a()',
    ];
    expect(show(lines, 'ts twoslash')).toEqual([
      '// @filename: a.ts',
      'const a = 1 // @kept',
      '// @ts-expect-error',
      '// Written to the console',
      'a()',
    ]);
  });

  it('twoslash is asked for: other code is not touched', () => {
    const lines = ['const a = 1', '// ---cut---', '// @noErrors', 'const b = "twoslash"'];
    expect(show(lines, 'ts')).toEqual(lines);
  });

  it('Shiki: signs stand before the lines, as in the margin of the page', () => {
    const lines = [
      'a() // [!code --]',
      'b() // [!code ++:2]',
      'c()',
      '',
      '  d() // [!code focus]',
      '// [!code hl]',
    ];
    expect(show(lines, 'js', 'vitepress')).toEqual(['- a()', '+ b()', '+ c()', '  ', '    d()']);
    expect(show(['a() // [!code focus]', 'b()'], 'js', 'astro')).toEqual(['a()', 'b()']);
  });

  it('signs stand behind the marks of quotations and lists', () => {
    const quoted = ['> ```js', '> a() // [!code ++]', '> b()', '> ```'];
    expect(obeyDirectives(quoted.join('\n'), 'vitepress').text.split('\n')).toEqual([
      '> ```js',
      '> + a()',
      '>   b()',
      '> ```',
    ]);
    const listed = ['* x', '', '  ```js', '  a() // [!code --]', '    b()', '  ```'];
    expect(obeyDirectives(listed.join('\n'), 'vitepress').text.split('\n').slice(2)).toEqual([
      '  ```js',
      '  - a()',
      '      b()',
      '  ```',
    ]);
  });

  it('Docusaurus: comments on lines of their own', () => {
    const lines = [
      '// highlight-next-line',
      'a()',
      '{/* highlight-start */}',
      'b()',
      '# highlight-end',
      'c() // why',
    ];
    expect(show(lines, 'jsx', 'docusaurus')).toEqual(['a()', 'b()', 'c() // why']);
  });

  it('options of cells', () => {
    expect(show(['#| label: fig', '#| fig-cap: x', 'plot()'], '{python}')).toEqual(['plot()']);
    expect(obeyDirectives('```{r, echo=FALSE}\nx\n```\n', undefined)).toEqual({
      text: '\n',
      hiddenBy: ['{r, echo=FALSE}'],
    });
  });

  const foreign: readonly [Preset, string][] = [
    ['hugo', 'a() // [!code ++]'],
    ['jekyll', 'a() // [!code ++]'],
    ['zola', '// highlight-next-line'],
    ['hexo', '// highlight-next-line'],
    ['vitepress', '// highlight-next-line'],
    ['docusaurus', 'a() // [!code ++]'],
  ];
  test.each(foreign)('%s shows %s', (preset, line) => {
    expect(show([line, 'b()'], 'js', preset)).toEqual([line, 'b()']);
  });

  it('text outside of code is text', () => {
    const text = 'Write `// ---cut---` in twoslash, `[!code ++]` and // highlight-next-line.\n';
    expect(obeyDirectives(text, undefined).text).toBe(text);
  });
});
