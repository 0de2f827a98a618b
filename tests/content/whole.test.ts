import { describe, expect, it, test } from 'vitest';
import type { RenderInput } from '../../src/content/render.ts';
import { listProblems, renderBody } from './reading.ts';

const show = (text: string, input: Partial<RenderInput> = {}) =>
  renderBody(text, input).html.replace(/\n\n+/g, '\n');
const TEXT = 'Next [line](https://a.example/n) and **bold**.';
const SHOWN = '<p>Next <a href="https://a.example/n">line</a> and <strong>bold</strong>.</p>';

describe('Markdown goes on behind the excerpt marker', () => {
  test.each(['<!--more-->', '<!-- more -->', '<!-- truncate -->', '<!-- excerpt -->'])('%s', (marker) => {
    for (const preset of [undefined, 'hugo', 'jekyll', 'hexo', 'docusaurus'] as const) {
      const input = preset === undefined ? {} : { preset };
      const rendered = renderBody(`First.\n\n${marker}${TEXT}`, input);
      expect(rendered.html.replace(/\n+/g, '\n')).toBe(`<p>First.</p>\n${SHOWN}`);
      expect(rendered.excerpt).toBe('First.');
    }
  });

  it('but not in code', () => {
    const text = '```html\n<!-- more -->text\n```\n\n`<!--more-->b`';
    expect(show(text)).toBe(
      '<pre><code class="language-html">&lt;!-- more --&gt;text\n</code></pre>\n<p><code>&lt;!--more--&gt;b</code></p>',
    );
  });
});

describe('Kramdown reads Markdown in the line after HTML', () => {
  test.each([
    ['<table><tr><td>1</td></tr></table>', '<table><tbody><tr><td>1</td></tr></tbody></table>'],
    ['<br />', '<br>'],
    ['<hr>', '<hr>'],
    ['<div>\n<div>a</div>\n</div>', '<div>\n<div>a</div>\n</div>'],
    ['<ul><li>a</li></ul>', '<ul><li>a</li></ul>'],
  ])('%s', (html, shown) =>
    expect(show(`${html}\n${TEXT}`, { preset: 'jekyll' })).toBe(`${shown}\n${SHOWN}`));

  it('and in elements that ask for it, with or without the preset', () => {
    for (const mark of ['markdown="1"', "markdown='block'", 'markdown=1']) {
      expect(show(`<div class="a" ${mark}>\n${TEXT}\n</div>`)).toBe(`<div>\n${SHOWN}\n</div>`);
      const nested = `<section ${mark}>\n<div ${mark}>\n${TEXT}\n</div>\n</section>\n\nEnd.`;
      expect(show(nested)).toBe(`<section>\n<div>\n${SHOWN}\n</div>\n</section>\n<p>End.</p>`);
    }
    expect(show('`<div markdown="1">`')).toBe('<p><code>&lt;div markdown="1"&gt;</code></p>');
  });
});

describe('MDX reads Markdown between tags', () => {
  const mdx = (text: string) => show(text, { file: 'articles/post.mdx', preset: 'docusaurus' });

  test.each([
    ['in lines of their own', `<Callout>\n${TEXT}\n</Callout>`, SHOWN],
    ['indented', `<Tabs>\n  <Tab>\n      ${TEXT}\n  </Tab>\n</Tabs>`, SHOWN],
    ['attributes over lines', `<Box\n  kind="a"\n  title="b"\n>\n${TEXT}\n</Box>`, SHOWN],
    [
      'a callout with a title',
      `<Callout title="b">\n${TEXT}\n</Callout>`,
      `<blockquote><p><strong>b</strong></p>\n${SHOWN}\n</blockquote>`,
    ],
    ['elements of HTML', `<div className="x">\n${TEXT}\n</div>`, `<div>\n${SHOWN}\n</div>`],
    ['after its end', `<Callout />\n${TEXT}`, SHOWN],
  ])('%s', (_name, text, html) => expect(mdx(text).replace(/\n+/g, '\n')).toBe(html));

  it('and fences, right after a tag or indented', () => {
    const code = '<pre><code class="language-json">{"a": 1}\n</code></pre>';
    expect(mdx('<Tab>\n```json\n{"a": 1}\n```\n</Tab>\n\nAfter.')).toBe(`${code}\n<p>After.</p>`);
    expect(mdx('<Tabs>\n  <Tab>\n    ```json\n    {"a": 1}\n    ```\n  </Tab>\n</Tabs>')).toBe(code);
  });

  it('tags in code are code', () => {
    expect(mdx('```jsx\n<A>\n  x\n</A>\n```')).toBe(
      '<pre><code class="language-jsx">&lt;A&gt;\n  x\n&lt;/A&gt;\n</code></pre>',
    );
  });

  it('a list goes on around them', () => {
    expect(mdx('1. One\n\n   <Tip>\n   Two.\n   </Tip>\n\n2. Three').replace(/\n+/g, '\n')).toBe(
      '<ol>\n<li>\n<p>One</p>\n<p>Two.</p>\n</li>\n<li>\n<p>Three</p>\n</li>\n</ol>',
    );
    expect(mdx('- One\n\n  :::note\n\n  Two.\n\n  :::')).toContain(
      '<blockquote>\n<p><strong>Note</strong></p>\n<p>Two.</p>\n</blockquote>',
    );
  });

  it('pictures that are imported are shown, others are named as the article writes them', () => {
    const text =
      'import hero from \'./hero.png\'\nimport far from \'@/far.png\'\n\n<Image src={hero} alt="A" />\n\n<Image src={far} alt="B" />\n\n<Chart data={[1]} />';
    const rendered = renderBody(text, { file: 'articles/post.mdx', preset: 'astro' });
    expect(rendered.html).toBe('<img src="https://example.org/blog/2024/post/hero.png" alt="A">');
    expect(
      rendered.problems.map(({ code, line, message }) => `${code}:${line} ${/"[^"]*"/.exec(message)}`),
    ).toEqual(['removed-template:10 "<Image src={far}>"', 'unknown-element:12 "<Chart>"']);
  });
});

describe('line breaks and emoji', () => {
  it('a line break is one with Hexo', () => {
    const input = { preset: 'hexo' } as const;
    expect(show('Grey *the* sea\nand **grey**\n\n- a\n  b', input)).toBe(
      '<p>Grey <em>the</em> sea<br>\nand <strong>grey</strong></p>\n<ul>\n<li>a<br>\nb</li>\n</ul>',
    );
    expect(show('*a*\n**b**\n`c`', input)).toBe(
      '<p><em>a</em><br>\n<strong>b</strong><br>\n<code>c</code></p>',
    );
    expect(show('```\na\nb\n```', input)).toBe('<pre><code>a\nb\n</code></pre>');
    expect(show('a\nb')).toBe('<p>a\nb</p>');
  });

  it('a name is the emoji with Docusaurus, and where Hugo is told so', () => {
    const text = 'Done :tada: at 10:30:00, :no_such_name:, `:tada:`';
    const shown = '<p>Done 🎉 at 10:30:00, :no_such_name:, <code>:tada:</code></p>';
    expect(show(text, { preset: 'docusaurus' })).toBe(shown);
    expect(show(text, { preset: 'hugo', switches: { emoji: true } })).toBe(shown);
    expect(show(text, { preset: 'hugo' })).toContain(':tada: at');
  });
});

describe('Obsidian', () => {
  const resolvePost = (ref: string) => (ref === 'Other' ? 'https://example.org/other/' : undefined);
  const LINK = '<a href="https://example.org/other/';
  test.each([
    ['[[Other]]', `${LINK}">Other</a>`],
    ['[[Other|that]]', `${LINK}">that</a>`],
    ['[[Other#Part two|that]]', `${LINK}#part-two">that</a>`],
    ['[[Nowhere]]', 'Nowhere'],
    ['[[Nowhere|that]]', 'that'],
    ['[[Nowhere#Part]]', 'Nowhere &gt; Part'],
    ['![[a b.png|Alt]]', '<img src="https://example.org/blog/2024/post/a%20b.png" alt="Alt">'],
    ['![[a.png|300]]', '<img src="https://example.org/blog/2024/post/a.png" alt="">'],
    ['![[Other]]', `${LINK}">Other</a>`],
    ['a ==b== c', 'a <mark>b</mark> c'],
    ['a ^block-1', 'a'],
    ['`[[Other]]`', '<code>[[Other]]</code>'],
    ['[[1]](/x)', '<a href="https://example.org/x">[1]</a>'],
    ['if [[ -f x ]]', 'if [[ -f x ]]'],
    ['a == b == c', 'a == b == c'],
  ])('%s', (text, html) => expect(show(text, { vault: true, resolvePost })).toBe(`<p>${html}</p>`));

  it('links are read in articles of no known tool, and in those of no other tool', () => {
    expect(show('[[Other|that]] ==b==', { resolvePost })).toBe(`<p>${LINK}">that</a> ==b==</p>`);
    expect(show('[[Other|that]]', { resolvePost, preset: 'hugo' })).toBe('<p>[[Other|that]]</p>');
  });
});

describe('what the page hides stays hidden', () => {
  const hidden: readonly (readonly [html: string, kind: string])[] = [
    ['<p hidden>zebra</p>', '<p hidden>'],
    ['<div hidden="until-found"><p>zebra</p></div>', '<div hidden>'],
    ['<p style="display: none">zebra</p>', '<p style="display: none">'],
    ['<p style="color:red;DISPLAY:NONE!important">zebra</p>', '<p style="DISPLAY:NONE!important">'],
    ['<p style="visibility:hidden">zebra</p>', '<p style="visibility:hidden">'],
    ['<p style="opacity:0">zebra</p>', '<p style="opacity:0">'],
    ['<p style="font-size:0">zebra</p>', '<p style="font-size:0">'],
    ['<p style="position:absolute;left:-9999px">zebra</p>', '<p style="left:-9999px">'],
    ['<p class="hidden">zebra</p>', '<p class="hidden">'],
    ['<div class="x d-none">zebra</div>', '<div class="d-none">'],
    ['<p class="visually-hidden">zebra</p>', '<p class="visually-hidden">'],
    ['<dialog>zebra</dialog>', '<dialog>'],
    ['<div popover>zebra</div>', '<div popover>'],
    ['<details hidden><summary>zebra</summary></details>', '<details hidden>'],
    ['<table><tr hidden><td>zebra</td></tr><tr><td>a</td></tr></table>', '<tr hidden>'],
  ];

  it.each(hidden)('%s', (html, kind) => {
    for (const format of ['html', 'markdown'] as const) {
      const rendered = renderBody(`Before.\n\n${html}\n\nAfter.`, { format });
      expect(rendered.html.includes('zebra')).toBe(false);
      expect(rendered.html).toMatch(/Before\.[\s\S]*After\./);
      expect(
        rendered.problems.map(
          ({ code, message }) =>
            `${code} ${message.includes(`"${kind.replaceAll('"', "'")}"`) || message.includes(kind)}`,
        ),
      ).toEqual(['hidden-content true']);
    }
  });

  it.each([
    '<p style="opacity:0.9">zebra</p>',
    '<p style="font-size:0.9em">zebra</p>',
    '<p class="hidden md:block">zebra</p>',
    '<div class="d-none d-md-block">zebra</div>',
    '<dialog open>zebra</dialog>',
    '<details><summary>a</summary>zebra</details>',
    '<p aria-hidden="true">zebra</p>',
    '<p style="display:block">zebra</p>',
    '<p class="unhidden">zebra</p>',
  ])('%s is shown', (html) => expect(show(html, { format: 'html' })).toContain('zebra'));
});

describe('an image has no letters that a style could hide', () => {
  const IMAGE = '<img src="/a.png" style="STYLE">';

  it.each([
    IMAGE.replace('STYLE', 'color:transparent'),
    IMAGE.replace('STYLE', 'font-size:0;color:rgba(0,0,0,0)'),
    `<div style="font-size: 0"><a href="/b/"><img src="/a.png"></a></div>`,
  ])('%s is shown', (html) => {
    for (const format of ['html', 'markdown'] as const)
      expect(show(html, { format })).toContain('<img src="https://example.org/a.png"');
  });

  it.each([
    IMAGE.replace('STYLE', 'color:transparent;display:none'),
    '<div style="font-size: 0"><img src="/a.png"> zebra</div>',
    `<div style="font-size: 0">${'<b></b>'.repeat(300)}<i>zebra</i></div>`,
  ])('but not what is hidden otherwise, or text beside it', (html) => {
    expect(show(`Before ${html}`, { format: 'html' })).not.toMatch(/a\.png|zebra/);
  });
});

describe('no text is lost in silence', () => {
  const SWALLOWERS =
    'title textarea template select noscript button svg script style iframe xmp object canvas'.split(' ');

  it.each(SWALLOWERS)('<%s> that is never closed is text', (name) => {
    const sentence = `<div>\n<p>The tag <${name}> names a thing.</p>\n</div>\n\n## Part two\n\nAll the rest.`;
    for (const format of ['markdown', 'html'] as const) {
      const { html } = renderBody(sentence, { format });
      expect(html).toContain(`The tag &lt;${name}&gt; names a thing.`);
      expect(html).toContain('All the rest.');
    }
    const quoted = renderBody(`<div>\n<p>The \`<${name}>\` names.</p>\n</div>\n\nAll the rest.`).html;
    expect(quoted).toContain('All the rest.');
    expect(renderBody(`The \`<${name}>\` names.`).html).toBe(
      `<p>The <code>&lt;${name}&gt;</code> names.</p>`,
    );
  });

  it.each([...SWALLOWERS, '!doctype', '?php'])('\\<%s> with its sign escaped is text', (name) => {
    expect(show(`The tag \\<${name}> names a thing.`)).toBe(`<p>The tag &lt;${name}&gt; names a thing.</p>`);
    expect(show(`The tag \\<${name} of \\</${name}>.`)).toBe(
      `<p>The tag &lt;${name} of &lt;/${name}&gt;.</p>`,
    );
  });

  it.each([
    ['<button>Back up your files before</button>', '<button>', 5],
    ['<svg><text>The map of our port</text></svg>', '<svg>', 5],
    ['<select><option>One big ship</option><option>Two</option></select>', '<select>', 4],
    ['<textarea>Write a letter to us</textarea>', '<textarea>', 5],
  ])('%s is named with its words, first of all', (html, kind, words) => {
    const rendered = renderBody(`Some text.\n\n<!-- x -->\n\n${html}\n\n<Foo>a</Foo>`, { format: 'html' });
    const first = rendered.problems.find(({ code }) => code === 'lost-text');
    expect(first?.line).toBe(9);
    expect(first?.message).toContain(`${words} words`);
    expect(first?.message).toContain(kind);
  });

  it('sentences in the attributes of a component are shown before what is in it', () => {
    const text = '<Steps>\n<Step value="a" lead="The first way to do it">\n\nText.\n\n</Step>\n</Steps>';
    const { html, problems } = renderBody(text, { file: 'a.mdx', preset: 'docusaurus' });
    expect(html.replace(/\n+/g, '')).toBe('<p>The first way to do it</p><p>Text.</p>');
    expect(problems.map(({ code, line }) => `${code}:${line}`)).toEqual([
      'unknown-element:5',
      'unknown-element:6',
    ]);
  });

  it('the description of an image is not lost where the image has it', () => {
    const text = '<Photo image="/lake.png" alt="A lake in the fog" desc="The lake on a Sunday morning" />';
    const { html, problems } = renderBody(text, { file: 'a.mdx', preset: 'astro' });
    expect(html).toContain('alt="A lake in the fog"');
    expect(problems.map(({ code }) => code)).not.toContain('lost-text');
  });

  it('those for people who cannot see the page are named', () => {
    const { html, problems } = renderBody('<Plan ariaLabel="The way to the lake" />', {
      file: 'a.mdx',
      preset: 'astro',
    });
    expect([html, problems[0]?.code]).toEqual(['', 'lost-text']);
    expect(problems[0]?.message).toContain('The way to the lake');
  });

  const embeds: readonly [string, string][] = [
    ['<YouTube id="dQw4w9WgXcQ" />', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['<LiteYouTube videoId="dQw4w9WgXcQ" />', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['<ReactPlayer url="https://youtu.be/dQw4w9WgXcQ" />', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['<Vimeo id="123456" />', 'https://vimeo.com/123456'],
    ['<Spotify id="track/abc" />', 'https://open.spotify.com/track/abc'],
    ['<Tweet id="123456789" />', 'https://twitter.com/i/status/123456789'],
    ['<Gist id="someone/0123456789abcdef" />', 'https://gist.github.com/someone/0123456789abcdef'],
    ['<CodeSandbox id="abc" />', 'https://codesandbox.io/s/abc'],
  ];
  it.each(embeds)('%s leads where its player does', (component, url) => {
    const { html, problems } = renderBody(component, { file: 'a.mdx', preset: 'astro' });
    expect(html).toContain(`href="${url}"`);
    expect(problems.map(({ code }) => code)).not.toContain('unknown-element');
  });

  it('what a component loads is no link, and what describes the page is no text', () => {
    const text =
      '<Chart src="https://a.example/data.json" />\n\n<SEO description="All about our lake" url="https://a.example/" />';
    expect(renderBody(text, { file: 'a.mdx', preset: 'astro' }).html).toBe('');
  });

  it('an attribute for a program is no text', () => {
    for (const component of [
      '<svg><path d="M14.046 2.242l-4.148-.01h-.002c-4.374 0-7.8 3.427" /></svg>',
      '<svg><g transform="translate(1 2) rotate(3) scale(4)"></g></svg>',
      '<d-cite key="one2019tides, two2020lakes, three2021rivers"></d-cite>',
    ])
      expect(show(`The lake ${component}.`)).toBe('<p>The lake .</p>');
  });

  it('tags in the attribute of a component are left out, and spaces in a URL are encoded', () => {
    const component = '<Item title="The <em>quiet</em> lake" />';
    expect(show(component, { file: 'a.mdx', preset: 'astro' })).toContain('The quiet lake');
    const tag = '{% player src="https://p.example/?a=1&amp;title=The lake" title="The lake" %}';
    expect(show(tag, { preset: 'eleventy' })).toContain('href="https://p.example/?a=1&amp;title=The%20lake"');
  });

  it('the URL of a tag with an end is for the text inside', () => {
    const url = 'https://git.example/lake';
    const liquid = `{% linkify ${url} %}\nTides rise.\n{% endlinkify %}`;
    expect(show(liquid, { preset: 'jekyll' }).replaceAll('\n', '')).toBe('<p>Tides rise.</p>');
    expect(show(`{% linkify ${url} %}`, { preset: 'jekyll' })).toContain(`href="${url}"`);
    const hugo = `{{< linkify src="${url}" >}}\nTides rise.\n{{< /linkify >}}`;
    expect(show(hugo, { preset: 'hugo' })).not.toContain(url);
  });

  it('the place of a table of contents is no text', () => {
    for (const mark of ['[[toc]]', '[[_TOC_]]', '[[TOC]]'])
      expect(show(`${mark}\n\nText.`, { preset: 'eleventy' })).toBe('<p>Text.</p>');
  });

  it('a label is none', () => {
    expect(listProblems(renderBody('Text. <button>Copy</button>'))).toEqual(['removed-content:5']);
  });

  it('a comment that is never closed hides the rest, and that is said', () => {
    const rendered = renderBody('a\n\n<!-- b\n\nc d e f');
    expect([rendered.html, ...listProblems(rendered)]).toEqual(['<p>a</p>', 'hidden-content:7']);
  });
});

describe('a formula is read once, and reads right', () => {
  const math = (inner: string) => show(`<p><math>${inner}</math></p>`, { format: 'html' });
  test.each([
    ['<msup><mi>x</mi><mn>2</mn></msup>', 'x^2'],
    ['<msup><mi>e</mi><mrow><mi>i</mi><mo>+</mo><mn>1</mn></mrow></msup>', 'e^(i + 1)'],
    ['<mfrac><mn>1</mn><mn>2</mn></mfrac>', '1/2'],
    ['<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>', '(a + b)/2'],
    ['<msub><mi>x</mi><mn>1</mn></msub><mo>=</mo><msqrt><mn>2</mn></msqrt>', 'x_1 = √2'],
    [
      '<semantics><mi>θ</mi><annotation encoding="application/x-tex">\\theta</annotation></semantics>',
      '\\theta',
    ],
  ])('%s', (inner, text) => expect(math(inner)).toBe(`<p><code>${text}</code></p>`));

  test.each([
    [
      'KaTeX',
      '<span class="katex"><span class="katex-mathml"><math><semantics><mi>θ</mi><annotation encoding="application/x-tex">\\theta</annotation></semantics></math></span><span class="katex-html" aria-hidden="true"><span>θ</span></span></span>',
    ],
    [
      'MathJax 2',
      '<span class="MathJax_Preview">θ</span><span class="MathJax"><nobr>θ</nobr><span class="MJX_Assistive_MathML"><math><mi>\\theta</mi></math></span></span><script type="math/tex">\\theta</script>',
    ],
    [
      'MathJax 2 before it ran',
      '<span class="MathJax_Preview">θ</span><script type="math/tex">\\theta</script>',
    ],
    [
      'MathJax 3',
      '<mjx-container><mjx-math aria-hidden="true">θ</mjx-math><mjx-assistive-mml><math><mi>\\theta</mi></math></mjx-assistive-mml></mjx-container>',
    ],
  ])('%s', (_name, html) => {
    const rendered = renderBody(`<p>Angle ${html} end.</p>`, { format: 'html' });
    expect([rendered.html, ...listProblems(rendered)]).toEqual(['<p>Angle <code>\\theta</code> end.</p>']);
  });
});

describe('formulas in TeX are no Markdown', () => {
  const CODE = (tex: string) => `<code class="language-math">${tex}</code>`;
  test.each([
    ['a $x_1 * y_1 * z^2$ b', `<p>a ${CODE('x_1 * y_1 * z^2')} b</p>`],
    ['a $$x_1 * y_1$$ b', `<p>a ${CODE('x_1 * y_1')} b</p>`],
    ['$$\na_1 * b_1\n$$', `<pre>${CODE('a_1 * b_1')}</pre>`],
    ['It costs $5 and $6, or $7*2*.', '<p>It costs $5 and $6, or $7<em>2</em>.</p>'],
    ['Set $HOME and $PATH_A.', '<p>Set $HOME and $PATH_A.</p>'],
    ['`$x_1$` and \\$x', '<p><code>$x_1$</code> and $x</p>'],
    ['$0<a*b*c$ and $a_1$', `<p>${CODE('0&lt;a*b*c')} and ${CODE('a_1')}</p>`],
    ['$5 + tax, or ($6) for $a_1*b*c$', '<p>$5 + tax, or ($6) for <code>a_1*b*c</code></p>'],
    ['a $1$ to $n_1 * n_2$', `<p>a ${CODE('1')} to ${CODE('n_1 * n_2')}</p>`],
    ['`echo "$1 $2"` for $a_1$', `<p><code>echo "$1 $2"</code> for ${CODE('a_1')}</p>`],
    [
      '```sh\necho $1 "$2"\n```\n\n$a_1$',
      `<pre><code class="language-sh">echo $1 "$2"\n</code></pre>\n<p>${CODE('a_1')}</p>`,
    ],
  ])('%s', (text, html) => expect(show(text)).toBe(html));

  it.each(['astro', 'docusaurus'] as const)('and no expressions in MDX (%s)', (preset) => {
    const text = 'From $1$ on, $\\frac{1}{n}$ in `cost $5` shrinks.';
    expect(show(text, { preset, isMdx: true })).toBe(
      `<p>From ${CODE('1')} on, ${CODE('\\frac{1}{n}')} in <code>cost $5</code> shrinks.</p>`,
    );
  });

  it('with Jekyll two signs alone', () => {
    expect(show('a $$x_1$$ b $y$', { preset: 'jekyll' })).toBe(`<p>a ${CODE('x_1')} b $y$</p>`);
  });
});

describe('a bare URL ends before an entity', () => {
  test.each(['&gt;', '&lt;', '&quot;'])('%s', (entity) => {
    for (const preset of [undefined, 'hugo', 'hexo', 'docusaurus'] as const) {
      const { html } = renderBody(
        `&lt;URL:https://a.example/b.zip${entity}から`,
        preset === undefined ? {} : { preset },
      );
      expect(html).toContain('<a href="https://a.example/b.zip">https://a.example/b.zip</a>');
      expect(html).toMatch(/から<\/p>$/);
    }
  });

  it('and keeps what is part of it', () => {
    expect(show('https://a.example/?b=1&c=2 and [x](https://a.example/&gt;)')).toContain(
      'href="https://a.example/?b=1&amp;c=2"',
    );
  });
});

describe('what is for some readers only, or hidden by its name or attributes', () => {
  const MORE = 'More.';
  test.each<[string, string, Partial<RenderInput>]>([
    ['Ghost', `Seen.\n\n<!--members-only-->\n\nzebra\n\n# zebra`, {}],
    ['a paywall in HTML', '<p>Seen.</p><!-- paywall --><p>zebra</p>', { format: 'html' }],
    ['WordPress', `Seen. [members_only]zebra[/members_only] ${MORE}`, { preset: 'wordpress' }],
    ['a restricted part', `Seen.\n\n[restrict role="x"]\n\nzebra\n\n[/restrict]\n\n${MORE}`, {}],
    ['Pandoc', `Seen.\n\n::: {.content-hidden}\n\nzebra\n\n::: note\nzebra\n:::\n\n:::\n\n${MORE}`, {}],
    ['a container', `Seen.\n\n:::hidden\nzebra\n:::\n\n${MORE}`, { preset: 'docusaurus' }],
    ['a component', `Seen.\n\n<Hidden>\n\nzebra\n\n</Hidden>\n\n${MORE}`, { file: 'a.mdx' }],
    ['a false condition', `Seen.\n\n{false && <p>zebra</p>}\n\n${MORE}`, { file: 'a.mdx' }],
    [
      'Kramdown, by class',
      `Seen.\n\nzebra and *zebra*\nzebra {{ page.title }}\n{: .hidden }\n\n${MORE}`,
      { preset: 'jekyll' },
    ],
    ['Kramdown, by style', `Seen.\n\nzebra\n{: style="display:none"}\n\n${MORE}`, { preset: 'jekyll' }],
    [
      'Kramdown, by attribute',
      `Seen.\n\n* zebra\n* zebra\n{: hidden="hidden"}\n\n${MORE}`,
      { preset: 'jekyll' },
    ],
    ['Kramdown, before the block', `Seen.\n\n{: .d-none}\nzebra\n\n${MORE}`, { preset: 'jekyll' }],
    ['a heading', `Seen.\n\n## zebra {.hidden}\n\n${MORE}`, { preset: 'hugo' }],
  ])('%s', (_name, text, input) => {
    const rendered = renderBody(text, input);
    expect(rendered.html.includes('zebra')).toBe(false);
    expect(rendered.html).toContain('Seen.');
    if (text.includes(MORE)) expect(rendered.html).toContain(MORE);
    expect(rendered.problems.map(({ code }) => code)).toEqual(['hidden-content']);
  });

  it('what only looks so is shown', () => {
    for (const text of [
      'See [private](/x) and [hidden].',
      'A {: .shown}',
      '`<!--members-only-->` zebra',
      ':::hidden without an end',
    ])
      expect(renderBody(text).problems.map(({ code }) => code)).not.toContain('hidden-content');
  });
});
