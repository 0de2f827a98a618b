import { describe, expect, it } from 'vitest';
import { expectLinearTime } from '../growth.ts';
import { listProblems, renderBody } from './reading.ts';

describe('the numbers of lines beside code are no part of it', () => {
  const CODE = '<pre><code>let a\nlet b</code></pre>';
  it.each([
    ['Pygments', `<table><tr><td class="linenos"><pre>1\n2</pre></td><td>${CODE}</td></tr></table>`],
    [
      'Chroma',
      `<table><tr><td class="lntd"><pre><code><span class="lnt">1\n</span><span class="lnt">2\n</span></code></pre></td><td class="lntd">${CODE}</td></tr></table>`,
    ],
    [
      'Hexo',
      `<table><tr><td class="gutter"><pre><span class="line">1</span><br><span class="line">2</span></pre></td><td>${CODE}</td></tr></table>`,
    ],
    ['Prism', '<pre><code>let a\nlet b<span class="ln">1</span></code></pre>'],
  ])('%s', (_, html) => {
    const rendered = renderBody(html, { format: 'html' });
    expect(rendered.html).toContain('<pre><code>let a\nlet b</code></pre>');
    expect(rendered.html).not.toContain('1');
    expect(listProblems(rendered)).toEqual([]);
  });

  it('but what says more than numbers stays', () => {
    const { html } = renderBody('<p class="gutter">At 12 sharp</p><td class="ln"></td>', { format: 'html' });
    expect(html).toContain('At 12 sharp');
  });
});

it('a handle with words for screen readers beside its sign is one', () => {
  const handle = '<a href="#a"><span class="visually-hidden">Section titled One</span><span>#</span></a>';
  expect(renderBody(`<h2>One${handle}</h2>`, { format: 'html' }).html).toBe('<h2>One</h2>');
});

it('a short article of which nothing is left is said to be lost', () => {
  const rendered = renderBody('<div>\n<a href="/x>A link</a> and the rest of it.\n</div>');
  expect(rendered.problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['warning lost-text']);
  expect(listProblems(renderBody('![A gull on a post](/gull.jpg)'))).toEqual([]);
});

describe('a formula of KaTeX that has no MathML', () => {
  const katex = (inner: string) =>
    `<span class="katex"><span class="katex-html" aria-hidden="true">${inner}</span></span>`;

  it('is its text, where that stands in one line', () => {
    const line = katex(
      '<span class="base"><span class="mord">θ</span><span class="mrel">&gt;</span>1</span>',
    );
    expect(renderBody(`Area ${line} end.`)).toMatchObject({
      html: '<p>Area <code>θ &gt; 1</code> end.</p>',
      problems: [],
    });
  });

  /** A list of parts, the lowest first, as KaTeX places them. */
  const list = (parts: readonly string[], isBelow = false) => {
    const entries = parts.map((part) => `<span style="top:-3em"><span class="pstrut"></span>${part}</span>`);
    const rows = `<span class="vlist-r"><span class="vlist">${entries.join('')}</span></span>`;
    return `<span class="vlist-t${isBelow ? ' vlist-t2' : ''}">${rows}</span>`;
  };
  const part = (name: string, inner: string) => `<span class="${name}">${inner}</span>`;
  const mord = (text: string) => part('mord', text);

  it.each([
    ['x^2', mord('x') + part('msupsub', list([mord('2')]))],
    ['x_i', mord('x') + part('msupsub', list([mord('i')], true))],
    ['x_i^n', mord('x') + part('msupsub', list([mord('i'), mord('n')], true))],
    [
      '(a+b)/2',
      part('mfrac', list([mord('2'), part('frac-line', ''), mord('a') + mord('+') + mord('b')], true)),
    ],
    ['√x', part('mord sqrt', list([mord('x'), part('hide-tail', '<svg></svg>')]))],
    [
      '3√x',
      part('mord sqrt', part('katex-root', list([mord('3')])) + list([mord('x'), part('hide-tail', '')])),
    ],
    ['∑_i^n k', part('mop op-limits', list([mord('i'), part('mop', '∑'), mord('n')], true)) + mord('k')],
    ['x\u0302', part('mord accent', list([mord('x'), part('accent-body', mord('^'))]))],
  ])('is %s, where its parts stand above each other', (text, formula) => {
    expect(renderBody(`Area ${katex(formula)} end.`)).toMatchObject({
      html: `<p>Area <code>${text}</code> end.</p>`,
      problems: [],
    });
  });

  const column = (...parts: string[]) => part('col-align-c', list(parts.map(mord)));
  const tall = (piece: string) => part('delimsizing mult', list([part('delimsizinginner', piece)]));
  it.each([
    ['1 2; 3 4', part('mord', part('mtable', column('1', '3') + column('2', '4')))],
    ['[1; 2]', tall('⎡') + part('mord', part('mtable', column('1', '2'))) + tall('⎤')],
    [
      '(1; 2)',
      tall('<svg><path d="M863,9c0,-2"/></svg>') +
        part('mord', part('mtable', column('1', '2'))) +
        tall('<svg><path d="M76,0c-16"/></svg>'),
    ],
    ['n; k', part('mfrac', list([mord('k'), mord('n')]))],
    ['overline(AB)', part('mord overline', list([mord('AB'), part('overline-line', '')]))],
    ['x\u20d7', part('mord accent', list([mord('x'), part('accent-body', part('overlay', '<svg></svg>'))]))],
  ])('is %s, where its parts are a matrix or have a line above them', (text, formula) => {
    expect(renderBody(`Area ${katex(formula)} end.`)).toMatchObject({
      html: `<p>Area <code>${text}</code> end.</p>`,
      problems: [],
    });
  });

  it('is named, where no line of text says it', () => {
    const brace = katex(part('mord munder', list([mord('n'), part('svg-align', '<svg></svg>'), mord('a')])));
    expect(listProblems(renderBody(`Area ${brace} end.`))).toEqual(['removed-content:5']);
  });
});

describe('Obsidian', () => {
  const html = (text: string) => renderBody(text, { vault: true }).html;

  it('a footnote may stand where it is referred to', () => {
    const text = html('A claim.^[The *proof*, [here](/x).] `^[code]`');
    expect(text).toContain('<em>proof</em>');
    expect(text).toContain('<code>^[code]</code>');
    expect(text.replace('<code>^[code]</code>', '')).not.toContain('^[');
  });

  it('the size of an image is no part of its words', () => {
    expect(html('![[a.png|A map|300x200]]')).toContain('alt="A map"');
    expect(html('![[a.png|300]]')).toContain('alt=""');
  });

  it('many notes take linear time (R71)', () => {
    expectLinearTime((n) => html('a^[b] '.repeat(n)), 1000);
    expectLinearTime((n) => html('^['.repeat(n)), 4000);
  });
});

describe('values of the front matter that an article shows', () => {
  const readValue = (name: string) => (/^front[mM]atter\.author$/.test(name) ? 'Ann <b>' : undefined);
  it.each([
    ['Astro', 'By {frontmatter.author}.', { preset: 'astro', file: 'a.mdx' }],
    ['Docusaurus', 'By {frontMatter.author}.', { preset: 'docusaurus', file: 'a.mdx' }],
    ['VitePress', 'By {{ $frontmatter.author }}.', { preset: 'vitepress' }],
    ['VitePress, in a component', 'By {{ frontmatter.author }}.', { preset: 'vitepress' }],
  ] as const)('%s', (_, text, input) => {
    expect(renderBody(text, { ...input, readValue }).html).toContain('By Ann &lt;b');
  });

  it('and what is no value of it is removed and named', () => {
    const rendered = renderBody('By {frontmatter.other}.', { preset: 'astro', file: 'a.mdx', readValue });
    expect([rendered.html, listProblems(rendered)]).toEqual(['<p>By .</p>', ['removed-template:5']]);
  });
});

it('braces in an element with v-pre are text', () => {
  const rendered = renderBody('A <span v-pre>{{ x }}</span> b.', { preset: 'vitepress' });
  expect(rendered.html.replace(/<\/?\w+>/g, '')).toBe('A {{ x }} b.');
  expect(rendered.problems).toEqual([]);
});

it('Markdown behind a summary is Markdown in MDX', () => {
  const text = '<details>\n<summary>Sum</summary>\nInner **bold**.\n</details>';
  expect(renderBody(text, { preset: 'docusaurus', file: 'a.mdx' }).html).toContain('<strong>bold</strong>');
});
