import { describe, expect, it, test } from 'vitest';
import type { Preset } from '../../src/model/index.ts';
import { expectLinearTime } from '../growth.ts';
import { renderBody } from './reading.ts';

/** Markdown would take its signs for something else. */
const TEX = 'a_1*b*c_2 \\\\ d';
const SHOWN = '<code>a_1*b*c_2 \\\\ d</code>';

function show(preset: Preset | undefined, text: string, file = 'articles/post.md') {
  const { html, problems } = renderBody(text, preset === undefined ? { file } : { file, preset });
  return { html, codes: problems.map(({ code }) => code) };
}

describe('a formula in a tag, shortcode or component is one, and nothing is said of it', () => {
  const names = ['math', 'katex', 'latex', 'mathjax', 'tex', 'equation'];
  const forms: readonly (readonly [preset: Preset, text: string, file?: string])[] = [
    ...names.flatMap((name): (readonly [Preset, string])[] => [
      ['hugo', `{{< ${name} >}}${TEX}{{< /${name} >}}`],
      ['hugo', `{{< ${name}/inline >}}${TEX}{{< /${name}/inline >}}`],
      ['hugo', `{{% ${name} %}}$${TEX}${'$'}{{% /${name} %}}`],
      ['jekyll', `{% ${name} %} ${TEX} {% end${name} %}`],
      ['eleventy', `{% ${name} %}${TEX}{% end${name} %}`],
      ['hexo', `{% ${name} %}\n${TEX}\n{% end${name} %}`],
      ['zola', `{% ${name}(block=true) %}${TEX}{% end %}`],
    ]),
    ['hugo', '{{< math "a_1*b*c_2 \\\\\\\\ d" >}}'],
    ['zola', '{{ katex(body="a_1*b*c_2 \\\\\\\\ d") }}'],
    ['jekyll', `{% katexmm %}$${TEX}${'$'}{% endkatexmm %}`],
    ...['InlineMath math', 'BlockMath math', 'Math tex', 'Latex formula', 'TeX math', 'Katex expression'].map(
      (name) => ['astro', `<${name}={String.raw\`${TEX}\`} />`, 'articles/post.mdx'] as const,
    ),
    ['docusaurus', `<Math>{String.raw\`${TEX}\`}</Math>`, 'articles/post.mdx'],
    ['docusaurus', `<InlineMath math="${TEX}" />`, 'articles/post.mdx'],
  ];
  const files = forms.map(([preset, text, file = 'articles/post.md']) => [preset, text, file] as const);
  test.each(files)('%s: %s', (preset, text, file) => {
    const { html, codes } = show(preset, `See ${text} there`, file);
    expect(html.replace(' class="language-math"', '').replace(/\s+/g, ' ')).toBe(`<p>See ${SHOWN} there</p>`);
    expect(codes).toEqual([]);
  });

  it('text with formulas in it is read as any other', () => {
    const { html, codes } = show('hugo', '{{< math >}}\nLet $a_1$ be *small*.\n{{< /math >}}');
    expect(html).toContain('be <em>small</em>.');
    expect(codes).toEqual([]);
  });

  it('a shortcode that only loads the script shows nothing', () => {
    expect(show('hugo', '{{< katex >}}\nText.')).toEqual({ html: '<p>Text.</p>', codes: [] });
  });

  it('MathML without children shows its words for screen readers', () => {
    expect(show(undefined, 'See <math alttext="x^2"></math>.').html).toBe('<p>See <code>x^2</code>.</p>');
  });
});

describe('a formula between brackets with backslashes', () => {
  it.each([
    ['<p>\\(a_1*b*c_2\\)</p>', '<p><code>a_1*b*c_2</code></p>'],
    ['<p>\n\\[\na_1 *b*\n= c_2\n\\]\n</p>', '<p>\n<code>a_1 *b* = c_2</code>\n</p>'],
    ['<div>\n<b>\\\\(a_1*b*c_2\\\\)</b></div>', '<div>\n<b><code>a_1*b*c_2</code></b></div>'],
    ['<p>costs $5, and $a_1*b*c_2$</p>', '<p>costs $5, and <code>a_1*b*c_2</code></p>'],
  ])('is code in HTML, too, without signs of Markdown: %j', (text, shown) => {
    expect(show(undefined, text).html).toBe(shown);
  });

  const PRESETS = ['jekyll', 'hugo', 'zola', 'eleventy', 'astro', 'hexo', 'docusaurus', 'vitepress'] as const;

  test.each<Preset | undefined>([
    undefined,
    ...PRESETS,
  ])('with two of them is one in every tool: %s', (preset) => {
    const { html } = show(
      preset,
      'See \\\\(a\\_1*b*c\\_2\\\\) and\n\n\\\\[\nx_1 \\\\\\\\\ny*z*w\n\\\\]\n\nLast.',
    );
    expect(html).toBe(
      '<p>See <code>a_1*b*c_2</code> and</p>\n<pre><code class="language-math">x_1 \\\\\ny*z*w\n</code></pre>\n<p>Last.</p>',
    );
  });

  test.each(PRESETS)('with one of them is text in brackets to %s', (preset) => {
    expect(show(preset, 'See \\(a_1*b*c_2\\)').html).toBe('<p>See (a_1<em>b</em>c_2)</p>');
  });

  test.each([
    ['See \\(a_1*b*c_2\\) and \\(x\\).', '<p>See <code>a_1*b*c_2</code> and <code>x</code>.</p>'],
    ['\\[ x_1 \\]', '<p><code>x_1</code></p>'],
    [
      '\\[\na_1 \\\\[2pt]\nb*c*d\n\\]\n\nb',
      '<pre><code class="language-math">a_1 \\\\[2pt]\nb*c*d\n</code></pre>\n<p>b</p>',
    ],
    ['> \\[\n> a_1*b*c\n> \\]', '<blockquote>\n<p><code>a_1*b*c</code></p>\n</blockquote>'],
    [
      '\\begin{align*}\na_1 &= b*c*d\\\\\nb &< c\n\\end{align*}',
      '<pre><code class="language-math">\\begin{align*}\na_1 &amp;= b*c*d\\\\\nb &amp;&lt; c\n\\end{align*}\n</code></pre>',
    ],
    ['Set \\(\\frac{{a}}{{b}}\\).', '<p>Set <code>\\frac{{a}}{{b}}</code>.</p>'],
  ])('with one of them is one where no tool is known: %s', (text, html) => {
    expect(show(undefined, text)).toEqual({ html, codes: [] });
  });

  test.each([
    ['[a]\\(b_1\\) is no link', '<p>[a](b_1) is no link</p>'],
    ['call f\\(x_1\\)', '<p>call f(x_1)</p>'],
    ['\\(1\\) first, \\(a\\) second', '<p>(1) first, (a) second</p>'],
    ['\\(see the other some_file for it\\)', '<p>(see the other some_file for it)</p>'],
    ['\\[ \\] to do \\[x_1](y)', '<p>[ ] to do [x_1](y)</p>'],
    ['C:\\\\(x86\\\\)', '<p>C:\\(x86\\)</p>'],
    ['`\\(a_1\\)`', '<p><code>\\(a_1\\)</code></p>'],
    ['| a |\n|---|\n| \\(x_1\\|y\\) |', /<td>\(x_1\|y\)<\/td>/],
    ['\\(x_1\n\nand\\)', '<p>(x_1</p>\n<p>and)</p>'],
  ])('words in brackets stay words: %s', (text, html) => {
    const shown = show(undefined, text).html;
    if (typeof html === 'string') expect(shown).toBe(html);
    else expect(shown).toMatch(html);
  });

  test.each([
    '\\(',
    '\\[',
    '\\\\(x',
    '\\(a_1\\) ',
    '\\begin{align}\n',
    '| \\(x|',
    '\n\\[a_1\n',
  ])('many of %j take linear time (R71)', (text) => {
    expectLinearTime((count) => renderBody(text.repeat(count)), 4000);
  });
});

describe('a formula between single signs in a text with prices', () => {
  const MONEY = 'It costs $5 and not $6.';
  test.each([
    undefined,
    'hugo',
    'astro',
    'docusaurus',
    'vitepress',
    'eleventy',
    'hexo',
    'zola',
  ] as const)('is one: %s', (preset) => {
    const { html } = show(preset, `See $a_1*b*c_2$ there, \`$a_1$\` and $\\alpha^2$. ${MONEY}`);
    expect(html).toBe(
      `<p>See <code>a_1*b*c_2</code> there, <code>$a_1$</code> and <code>\\alpha^2</code>. ${MONEY}</p>`,
    );
  });

  test.each([
    'Pay $5 + tax_a or $6_b.',
    'From $1 <b>to</b> $2.',
    'US$5 = C$7, and $5 = C$7 *too*.',
  ])('and prices stay prices: %s', (text) => {
    expect(show(undefined, text).html).not.toContain('<code>');
  });
});
