import { describe, expect, it } from 'vitest';
import { expectLinearTime } from '../growth.ts';
import { listProblems, renderBody } from './reading.ts';

describe('a body that would take long to parse (R71)', () => {
  const repeat = (text: string) => text.repeat(Math.ceil(200_000 / text.length));

  it.each([
    ['quotation marks', '> '],
    ['list markers', '1. '],
    ['unclosed tags', '<div>'],
    ['unclosed lists', '<ul><li>'],
    ['entities', '&lt;'],
    ['underscores', '_a'],
  ])('is refused with its line when it is nothing but %s', (_name, text) => {
    const rendered = renderBody(`first\n\n${repeat(text)}`);
    expect(listProblems(rendered)[0]).toMatch(/^body-too-costly:[57]$/);
    expect(rendered.html).toBe('');
  });

  it('is refused when its list begins behind HTML on the same line', () => {
    const text = `<iframe src="https://www.youtube.com/embed/abc"></iframe>${'- '.repeat(20_000)}`;
    expect(listProblems(renderBody(text, { preset: 'jekyll' }))).toEqual(['body-too-costly:5']);
  });

  it('is refused when a paragraph has thousands of entities or declarations, and not when it is code', () => {
    for (const mark of ['&lt;', '<!', '<?']) {
      const text = `aaaaaa${mark}`.repeat(9000);
      expect(listProblems(renderBody(`first\n\n${text}`)), mark).toEqual(['body-too-costly:7']);
      expect(listProblems(renderBody(`first\n\n\`\`\`\n${text}\n\`\`\``)), mark).toEqual([]);
    }
  });

  it.each([
    '"',
    "'",
    '--',
    '...',
  ])('keeps %s as it is typed in a paragraph with thousands of them', (mark) => {
    const long = renderBody(`aaaaaa${mark}`.repeat(9000), { preset: 'hugo' });
    expect(long.html).toContain(`aaaaaa${mark}aaaaaa`);
    const short = renderBody(`aaaaaa${mark}`.repeat(900), { preset: 'hugo' });
    expect(short.html).not.toContain(`aaaaaa${mark}aaaaaa`);
  });

  it('is refused when it has tens of thousands of footnotes', () => {
    const notes = Array.from({ length: 30_000 }, (_, i) => `[^${i}]: note`).join('\n');
    expect(listProblems(renderBody(notes))).toEqual(['body-too-costly:5']);
  });

  it('has links of all bare URLs of an article, and of none in what is no article', () => {
    expect(
      renderBody('me@example.org and https://example.org/x '.repeat(100)).html.match(/<a /g),
    ).toHaveLength(200);
    expect(renderBody('me@example.org '.repeat(20_000)).html).not.toContain('<a ');
  });

  it('is refused when a table would be filled up to millions of cells', () => {
    const wide = `${'|a'.repeat(3000)}|\n${'|-'.repeat(3000)}|\n${'|a|\n'.repeat(3000)}`;
    expect(listProblems(renderBody(wide))).toEqual(['body-too-costly:5']);
  });

  it('is refused when a tag has thousands of attributes, or a long address thousands of links', () => {
    expect(listProblems(renderBody(`<a ${'a=b '.repeat(20_000)}>`, { format: 'html' }))).toEqual([
      'body-too-costly:5',
    ]);
    const address = `[a]: https://example.org/${'x'.repeat(10_000)}\n\n${'[a] '.repeat(10_000)}`;
    expect(listProblems(renderBody(address))).toEqual(['body-too-costly:5']);
  });

  it.each([
    ['an element that holds code', '<pre%>x</pre>'],
    ['a script', '<script%>x</script>'],
    ['a tag behind code that looks like one', '`<a` <b%>'],
    ['a tag behind code that looks like a value', '`<a x="` <b% y="z">'],
    ['a tag in a value of what is none', '<a =x=" <b% y=" z w=">'],
  ])('is refused for the attributes of %s', (_, text) => {
    const attributes = Array.from({ length: 20_000 }, (_, index) => ` a${index}`).join('');
    expect(listProblems(renderBody(text.replace('%', attributes)))).toEqual(['body-too-costly:5']);
  });

  it('is refused when it has thousands of tags that are shown as text', () => {
    expect(listProblems(renderBody('<option>'.repeat(20_000)))).toEqual(['body-too-costly:5']);
    expect(renderBody('An <option> here. '.repeat(100)).html).toContain('An &lt;option&gt; here.');
  });

  it('may show such a tag as code', () => {
    const attributes = Array.from({ length: 3000 }, (_, index) => ` a${index}`).join('');
    for (const text of [
      `\`<p${attributes}>\``,
      `\`\`\`html\n<p${attributes}>\n\`\`\`\n`,
      `<pre>\n&lt;p${attributes}></pre>`,
    ])
      expect(renderBody(text).html).toContain('a2999');
  });

  it.each([
    '`',
    '`a` ',
    '*a _b ',
    '[',
    '[^1]',
    '{{',
    '{%',
    '{:',
    ':::',
    ':::note\n',
    '[caption',
    '[caption a=b]',
    '={',
    '<a b={',
    '<br',
    '<br=/',
    '<br q="" ',
    '`<br q="` ',
    '{/*',
    '{#',
    '<!--',
    '{% raw %}',
    '{% for x %}',
    '{% highlight a %}\n',
    '* TOC\n{:toc}\n',
    '[!NOTE]\n',
    'import {',
    '`` `',
    '```\n',
    '<pre>',
    '- a\n',
    'a@b.',
    'a@b.c ',
    'http://a.bc ',
    'www.a.bc ',
    '\n#',
    '<!-- private -->',
    '<!-- hide -->\n',
    '<!-- hide --><!-- /draft -->\n',
    '<style>.a .b{display:none}</style>\n<p class="b">x</p>\n',
  ])('is otherwise read in time that grows with its length: %j', (text) => {
    expectLinearTime((size) => void renderBody(text.repeat(size / text.length)), 200_000);
  });

  it.each(['<!-- a', '<br', '<script>a '])('and so is HTML: %j', (text) => {
    expectLinearTime((size) => void renderBody(text.repeat(size / text.length), { format: 'html' }), 200_000);
  });

  it.each([
    ['$', '=', ''],
    ['$5 ', '^', ''],
    ['$', '1,', 'x'],
    ['', '$$', ''],
    ['', '$$\n', ''],
    ['', '$a=', ''],
  ])('is otherwise read in time that grows with its length: formulas from %j, %j, %j', (begin, text, end) => {
    expectLinearTime(
      (size) => void renderBody(`${begin}${text.repeat(size / text.length)}${end}`, { preset: 'hugo' }),
      200_000,
    );
  });

  it.each([
    ['<p markdown="span">', '[', '', 'docusaurus'],
    ['<>', '\n', '', 'jekyll'],
    ['', '| a\n', 'x', 'jekyll'],
    ['| a |\n', '-', 'x', 'jekyll'],
    ['| ', '`a``', '', 'jekyll'],
    ['', '~a', '', 'zola'],
    ['', '<p markdown="1">\n', '', 'jekyll'],
    ['<p markdown="1">\n', '`a` <b markdown="1">', '', 'jekyll'],
    ['', '<p>\n', '', 'jekyll'],
    ['](a', ' a', '', 'jekyll'],
    ['<p', ' ', 'markdown=2>', ''],
    ['&gt;', 'www.', '', 'hugo'],
    ['文', 'www.', '', 'hugo'],
    ['', '*www.文 ', '', 'hugo'],
    ['www.', '*', '文', 'hugo'],
    ['', '\n^', '', 'hexo'],
    ['', '.{.hidden}\n', '', 'vitepress'],
    ['', '[\u2028', ']', 'jekyll'],
    ['', '{% raw %}', '', 'jekyll'],
    ['', '{% raw %}', 'endraw', 'eleventy'],
    ['', '`<option>` ', '', ''],
    ['', '`a` `<option>`\n', '', ''],
    ['`', '`', '\na', 'hexo'],
    ['{{< a b="', 'x', '" >}}', 'hugo'],
    ['{{< a', ' ', ', >}}', 'hugo'],
    ['<A b={"', ' a', '} />', 'docusaurus'],
    ['', '  ```\nx\n  ```\n', '', 'hexo'],
    ['<img srcset="', ' ', '">', 'docusaurus'],
    ['<b', '0', '', 'docusaurus'],
    ['', '//', ' //|', ''],
    ['| ', 'www.', ' |\n| www.a.b|c |', ''],
    ['export const a = ""', '\t', 'b\n\n{a}', 'docusaurus'],
    ['<p style="color: var(--a,', '\t', 'var(--b)">a</p>', ''],
    ['<p style="display: none', '\t', 'a">b</p>', ''],
    [`{:a: ${'.b '.repeat(20_000)}}\n`, `{:${' a'.repeat(1000)} }\n`, '', 'jekyll'],
  ] as const)('is otherwise read in time that grows with its length: %j, %j, %j of %s', (begin, text, end, preset) => {
    const body = (size: number) => `${begin}${text.repeat(size / text.length)}${end}`;
    expectLinearTime((size) => {
      void renderBody(body(size), preset === '' ? {} : { preset });
    }, 80_000);
  });

  it('is otherwise read in time that grows with its length: much code, then template code', () => {
    expectLinearTime((size) => {
      expect(renderBody(`${'`a` '.repeat(size)}{{ x }}`).html.length).toBeGreaterThan(10 * size);
    }, 100_000);
  });

  it.each([
    ['@a', '', ''],
    ['a ', '', ''],
    ['/*', '', ''],
    ['{', '', ''],
    ['@layer{', '', ''],
    ['.c{left:0}', '', '<p class="c">x</p>'],
    ['p,', 'p{display:none}', '<p>x</p>'],
    ['.a .b .c p{display:none}', '', '<p>x</p>'],
    [`.x${' '.repeat(99)}`, 'p{display:none}', '<p class="x">x</p>'],
  ])('is otherwise read in time that grows with its length: a style sheet of %j', (text, end, body) => {
    expectLinearTime((size) => {
      const sheet = `<style>${text.repeat(size / text.length)}${end}</style>`;
      void renderBody(`first\n\n${sheet}${body.repeat(size / 200)}`, { format: 'html' });
    }, 100_000);
  });

  it('has no element compared with every rule and every class', () => {
    const rules = Array.from({ length: 500 }, (_, index) => `.c${index} .x{display:none}`).join('');
    expectLinearTime((size) => {
      const body = `<p class="${'x '.repeat(size / 20)}">y</p>`.repeat(10);
      void renderBody(`<style>${rules}</style>${body}`, { format: 'html' });
    }, 40_000);
  });
});
