import { describe, expect, it, test } from 'vitest';
import { listProblems, renderBody } from './reading.ts';
import { dialects } from './template-cases.ts';

const known: Readonly<Record<string, string>> = {
  '2024-01-02-other': 'https://example.org/blog/other/',
  '_posts/2024-01-02-other.md': 'https://example.org/blog/other/',
  'other.md': 'https://example.org/blog/other/',
  'blog/other.md': 'https://example.org/blog/other/',
  '@/blog/other.md': 'https://example.org/blog/other/',
};
const resolvePost = (ref: string) => known[ref];

describe.each(Object.entries(dialects))('%s: what has a meaning is shown', (_dialect, cases) => {
  it.each(cases)('%s', (_name, text, html) => {
    const rendered = renderBody(text, { resolvePost });
    const lines = rendered.html.replace(/\n\n+/g, '\n');
    expect(lines).toBe(html);
    expect(rendered.problems).toEqual([]);
  });
});

describe('template code without a meaning', () => {
  it('is removed with one warning per kind and file, at the line of the first', () => {
    const text =
      'a {{ site.x }}\n\nb {{ site.x }} {% include a.html %}\n\n{{< b >}}inner{{< /b >}}\n\n[gallery ids="1"]';
    const rendered = renderBody(text, { line: 10 });
    expect(rendered.html.replace(/\n+/g, '\n')).toBe('<p>a </p>\n<p>b  </p>\n<p>inner</p>');
    expect(listProblems(rendered)).toEqual([
      'removed-template:10',
      'removed-template:12',
      'removed-template:14',
      'removed-template:16',
    ]);
    expect(rendered.problems[0]?.message).toContain('"{{ site.x }}"');
    expect(rendered.problems[0]?.message).toContain('2 times');
  });

  it('takes a link with it, but not its text: a wrong address is worse than none', () => {
    const { html, problems } = renderBody('[a]({{ site.repo }}/b) <img src="{{ x }}/c.png" alt="d">');
    expect(html).toBe('<p>a </p>');
    expect(problems.map(({ code }) => code)).toEqual(['removed-template', 'removed-template']);
  });

  it('is a recording that only the site itself has', () => {
    const { html, problems } = renderBody('a {{< asciinema id="health-check" >}}');
    expect(html).toBe('<p>a </p>');
    expect(problems.map(({ code }) => code)).toEqual(['removed-template']);
  });

  it('hides the body of a loop, and what it says in code', () => {
    expect(renderBody('{% for a in b %}\n`{{ a }}`\n{% endfor %}\n\nc').html).toBe('<p>c</p>');
  });

  it.each([
    ['Common kinds of white space class:wide', '<p>Common kinds of white space class:wide</p>'],
    ['"Space, in four widths"', '<p>Space, in four widths</p>'],
  ])('is no image if it has a caption alone: figure %s', (words, caption) => {
    const { html, problems } = renderBody(`{% figure ${words} %}\n\nText.\n\n{% endfigure %}`, {
      preset: 'hexo',
    });
    expect(html.replace(/\n+/g, '')).toBe(`${caption}<p>Text.</p>`);
    expect(problems.map(({ code }) => code)).toContain('removed-template');
  });

  it('names a reference that nobody knows', () => {
    const rendered = renderBody('\n[a]({% post_url 2020-01-01-gone %})', { resolvePost });
    expect(rendered.html).toBe('<p>a</p>');
    expect(listProblems(rendered)).toEqual(['unknown-reference:6']);
    expect(rendered.problems[0]?.message).toContain('"2020-01-01-gone"');
  });

  it('does not swallow the text after a tag that is never closed', () => {
    expect(renderBody('{% for a in b %}c {% raw %}d {% unless %}e').html).toBe('<p>c d e</p>');
  });
});

describe('a preset', () => {
  it('reads shortcodes alone in HTML of WordPress: what Markdown and components mean is text there', () => {
    const html =
      '<p>Write {/* x */} or {// y} in JSX, ==z== and [[a]] in notes, {&gt;&gt;b&lt;&lt;} and {:c}.</p>';
    expect(renderBody(html, { preset: 'wordpress', format: 'html' }).html).toBe(html);
    expect(renderBody('<p>a [gallery] b</p>', { preset: 'wordpress', format: 'html' }).html).toBe(
      '<p>a  b</p>',
    );
  });

  it.each([
    'jekyll',
    'eleventy',
    'hexo',
  ] as const)('leaves definitions of links behind a tag that nobody knows what they are, with %s', (preset) => {
    const { html } = renderBody('{% widget %}\n[a]: https://x.example/\n\nSee [a].', {
      preset,
    });
    expect(html).toBe('<p>See <a href="https://x.example/">a</a>.</p>');
  });

  it('settles what is ambiguous: shortcodes of WordPress without attributes, attribute lists of Kramdown', () => {
    expect(renderBody('a [gallery] b').html).toBe('<p>a [gallery] b</p>');
    expect(renderBody('a [gallery] b [audio](/c)', { preset: 'wordpress' }).html).toBe(
      '<p>a  b <a href="https://example.org/c">audio</a></p>',
    );
    expect(renderBody('a {:x}').html).toBe('<p>a <code>{:x}</code></p>');
    expect(renderBody('a{:x}', { preset: 'jekyll' }).html).toBe('<p>a</p>');
  });
});

describe('MDX', () => {
  const file = 'articles/post.mdx';

  it('loses exports and expressions, and keeps what its components hold', () => {
    const text =
      'export const a = {\n  b: 1,\n};\n\n<Tabs>\n<Tab c={[1, 2]}>\n\n*d* {e} {"f"}\n\n</Tab>\n</Tabs>';
    const rendered = renderBody(text, { file });
    expect(rendered.html.replace(/\n+/g, '\n')).toBe('<p><em>d</em>  f</p>');
    expect(rendered.problems.map(({ code }) => code)).toEqual([
      'removed-template',
      'unknown-element',
      'unknown-element',
    ]);
  });

  const DETAILS = '<details>\n<summary>See</summary>\n<p>a <em>b</em></p>\n</details>';
  it.each([
    ['<details>\n\t<summary>See</summary>\n\na *b*\n</details>', DETAILS],
    ['<details>\n    <summary>See</summary>\n\n    a *b*\n</details>', DETAILS],
    [
      '<details>\n\t<summary>See</summary>\n\t{/* c */}\n\t<div>\n\na *b*\n\n\t</div>\n</details>',
      DETAILS.replace(/<p>.*<\/p>/, '<div>\n$&\n</div>'),
    ],
    [
      '<details>\n\t<summary>See</summary>\n\n    ```\n    x\n      <y>\n    ```\n</details>',
      DETAILS.replace(/<p>.*<\/p>/, '<pre><code>x\n  &lt;y&gt;\n</code></pre>'),
    ],
    [
      '<details>\n\t<summary>See</summary>\n\n- a\n\n      b\n</details>',
      DETAILS.replace(/<p>.*<\/p>/, '<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>'),
    ],
  ])('has no code that is only indented in an element: %j', (text, html) => {
    expect(renderBody(text, { file, isMdx: true }).html.replace(/\n\n+/g, '\n')).toBe(html);
  });

  it('is only read in files of that name: braces are text elsewhere', () => {
    expect(renderBody('a {b} c').html).toBe('<p>a {b} c</p>');
    expect(renderBody('a {b} c', { file, isMdx: false }).html).toBe('<p>a {b} c</p>');
    expect(renderBody('a {b} c', { isMdx: true }).html).toBe('<p>a {b} c</p>');
    expect(renderBody('a {b} c', { isMdx: true, preset: 'docusaurus' }).html).toBe('<p>a  c</p>');
  });

  test.each([
    ["'2.1'", '2.1'],
    ['"2.1";', '2.1'],
    ['`2.1`', '2.1'],
    ['-42', '-42'],
    ["'<b>'", '&lt;b&gt;'],
    ["'2' + '1'", ''],
    ['`$' + '{x}`', ''],
  ])('shows the constant %s that it exports', (written, shown) => {
    const text = `export const version = ${written}\n\nIt is {version}.`;
    expect(renderBody(text, { file }).html).toBe(`<p>It is ${shown}.</p>`);
  });

  test.each([
    ['arguments in braces', 'export const Tag = ({ children, big }) => (\n  <i>{children} zebra</i>\n);'],
    ['a function', 'export function Tag({ big }) {\n  const zebra = 1;\n\n  return <i>zebra</i>;\n}'],
    ['a template over blank lines', 'export const text = `\n\nzebra (\n\n`;'],
    ['a list over blank lines', "export const names = [\n  'a',\n\n  'zebra',\n];"],
    ['two of them', 'export const a = { b: 1 };\nexport const zebra = (\n  <i>zebra</i>\n);'],
  ])('loses all of an export: %s', (_name, text) => {
    expect(renderBody(`Seen.\n\n${text}\n\nRead on.`, { file }).html.replace(/\n+/g, '\n')).toBe(
      '<p>Seen.</p>\n<p>Read on.</p>',
    );
  });

  it('shows braces with a backslash before them', () => {
    expect(renderBody('a \\{b} c \\{d\\} {"e"} \\{"f"\\}', { file }).html).toBe('<p>a {b} c {d} e {"f"}</p>');
  });

  test.each([
    "import Chart from '../chart.js'",
    "import { Chart, Table } from '../chart.js';",
    "import Chart, {\n  Table,\n  Tree as Oak,\n} from '../chart.js';",
    "import type {\n  Table,\n} from '../chart.js';",
    "import '../chart.css';",
  ])('loses an import: %s', (text) => {
    expect(renderBody(`Seen.\n\n${text}\n\nRead on.`, { file }).html.replace(/\n+/g, '\n')).toBe(
      '<p>Seen.</p>\n<p>Read on.</p>',
    );
  });

  it.each([
    undefined,
    'docusaurus',
    'hexo',
    'hugo',
    'jekyll',
  ] as const)('takes no sentence about imports for one: %s', (preset) => {
    const code = "```js\n// One.\nimport { a } from 'b';\n```";
    const text = `import a plugin as follows:\n\n${code}\n\nRead on.`;
    for (const input of [preset === undefined ? {} : { preset }, { file }]) {
      const { html } = renderBody(text, input);
      expect(html).toContain('<p>import a plugin as follows:</p>');
      expect(html).toContain("// One.\nimport { a } from 'b';\n</code>");
    }
  });

  it('is text of tools that do not read it', () => {
    expect(renderBody("import a from 'b'", { preset: 'jekyll' }).html).toContain('<p>import a from');
  });

  it('ends an export that never ends at its first blank line', () => {
    const { html } = renderBody('export const a = (\n\nRead on.', { file });
    expect(html).toContain('<p>Read on.</p>');
  });

  it('keeps a tag over several lines whole where React leaves out an attribute', () => {
    const text = '<Chart\n  data="a"\n  legend={false}\n  axis={null}\n/>\n\nRead on.';
    expect(renderBody(text, { file }).html.trim()).toBe('<p>Read on.</p>');
  });

  test.each([
    ["<Img large={require('./a.png').default} small={require('./b.png').default} />", 'b.png'],
    ['<Image light="/a.webp" dark="/b.webp" alt="c.png" />', 'a.webp'],
    ['<Img href="/no-image" id="a.png" />', undefined],
  ])('shows the image that a component names by an attribute of its own: %s', (text, name) => {
    const { html } = renderBody(text, { file });
    expect(/src="[^"]*?([^/"]*)"/.exec(html)?.[1]).toBe(name);
  });
});
