import { describe, expect, it } from 'vitest';
import { joinElements } from '../../src/content/html-elements.ts';
import { expectLinearTime } from '../growth.ts';
import { readFacts } from './facts-of.ts';
import { listProblems, renderBody } from './reading.ts';

describe('tags that close themselves, as JSX has it', () => {
  it.each([
    '<iframe src="https://www.youtube.com/embed/abcdefghijk" allowFullScreen />',
    '<video src="one.mp4" controls />',
    '<Video src="one.mp4" controls />',
    '<audio src="one.mp3"/>',
    '<canvas id="plot" />',
    '<textarea rows="2" />',
    '<object data="https://www.youtube.com/embed/abcdefghijk" />',
  ])('%s takes nothing of the text after it along', (tag) => {
    const { html } = renderBody(`Before.\n\n${tag}\n\nBetween.\n\n${tag}\n\nAfter **all**.`);
    expect(html).toContain('<p>Before.</p>');
    expect(html).toContain('Between.');
    expect(html).toContain('After <strong>all</strong>.');
  });

  it('a script whose tag ends like that still has its end, and its program is not shown', () => {
    const { html } = renderBody('Before.\n\n<script src="a.js"/>\nlet secret = 1;\n\n</script>\n\nAfter.');
    expect(html).not.toContain('secret');
    expect(html).toContain('After.');
  });

  it('a player that is never closed ends with its paragraph', () => {
    const { html } = renderBody('<video src="one.mp4" controls>\n\nThe text after it.\n\nMore.');
    expect(html).toContain('one.mp4');
    expect(html).toContain('The text after it.');
    expect(html).toContain('<p>More.</p>');
  });

  it('in code it stays as it is', () => {
    expect(renderBody('```html\n<iframe src="a" />\n```').html).toContain('&lt;iframe src="a" /&gt;');
  });
});

describe('the last look', () => {
  const sentence = 'Every word of this paragraph was written for readers, and none of them may be gone. ';
  const long = sentence.repeat(6);

  it('names words that are gone with a player, and the line on which they begin', () => {
    const { problems } = renderBody(`Seen.\n\n<video src="a.mp4">${long}</video>\n\nSeen.`);
    expect(problems.map(({ code, line }) => [code, line])).toContainEqual(['lost-text', 7]);
  });

  it('says nothing of a sentence for browsers without players', () => {
    const fallback = '<video src="a.mp4">Your browser can play no videos. Get it here.</video>';
    expect(listProblems(renderBody(`${long}\n\n${fallback}`))).toEqual([]);
  });

  it('says nothing of markup, whose words nobody sees', () => {
    const attributes = 'class="one two three four five six seven" data-name="eight nine ten eleven"'.repeat(
      3,
    );
    const { problems } = renderBody(
      `<div ${attributes}>\n\n${sentence}\n\n</div>\n\n[a]: https://example.org/\n`,
    );
    expect(problems).toEqual([]);
  });
});

describe('comparison signs and lone quotation marks', () => {
  it('make no tag of half an article', () => {
    const prose = 'For i<end and "so on, as in Rust\'s [`<Entry<F`] of chapter one.\n\n';
    const { html, problems } = renderBody(`${prose}${'Plain words follow here. '.repeat(2000)}`);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(html).toContain('Plain words follow here.');
  });

  it.each([
    ['of names', Array.from({ length: 30_000 }, (_, i) => `a${i}`).join(' ')],
    ['behind a quotation mark', `" ${Array.from({ length: 30_000 }, (_, i) => `a${i}`).join(' ')}`],
    ['of pairs', 'a=b '.repeat(30_000)],
  ])('but thousands of attributes %s are refused', (_name, attributes) => {
    expect(listProblems(renderBody(`<div ${attributes}>x</div>`))).toEqual(['body-too-costly:5']);
  });
});

describe('comments of Nunjucks', () => {
  it.each([
    ['over several lines', '{#\nkept back\n#}'],
    ['over paragraphs, with markup', '{#\n\n### kept back { #an-id }\n\n![a](b.png)\n\n#}'],
    ['without spaces', '{#kept back#}'],
    ['with a dash', '{#- kept back -#}'],
  ])('%s are hidden', (_name, comment) => {
    const { html } = renderBody(`Before.\n\n${comment}\n\nAfter.`, { preset: 'eleventy' });
    expect(html).not.toMatch(/kept back|#}|\{#/);
    expect(html).toContain('<p>After.</p>');
  });

  it('are not the id of a heading', () => {
    expect(renderBody('## One {#first}\n\nText.\n\n## Two {#second}').html).toContain('Text.');
  });
});

describe('shortcodes of themes', () => {
  it.each(['code', 'code-rust', 'high', 'listing', 'terminal'])('%s holds code', (name) => {
    const { html } = renderBody(`{{< ${name} >}}\nlet a: Vec<T> = "b"; // *c*\n{{< /${name} >}}`, {
      preset: 'hugo',
    });
    expect(html).toMatch(/<pre><code[^>]*>let a: Vec&lt;T&gt; = "b"; \/\/ \*c\*\n<\/code><\/pre>/);
  });

  it('that hold a fence leave the code to it', () => {
    const { html } = renderBody('{{< terminal >}}\n```sh\nls\n```\n{{< /terminal >}}', { preset: 'hugo' });
    expect(html.match(/<pre>/g)).toHaveLength(1);
  });

  it('without an end take no text for code', () => {
    const text = '{{< code file="a.go" >}}\n\nA *sentence*.\n\n{{< code >}}\nlet a;\n{{< /code >}}';
    const { html } = renderBody(text, { preset: 'hugo' });
    expect(html).toContain('<p>A <em>sentence</em>.</p>');
    expect(html).toContain('let a;');
  });

  it.each([
    ['hugo', '{{< featured/photo src="dir/one.jpg" description="A bridge" credit="Ann" >}}'],
    ['hugo', '{{< whatever image="dir/one.jpg" caption="A bridge" credit="Ann" >}}'],
    ['jekyll', '{% include own/shot.html path="dir/one.jpg" caption="A bridge" credit="Ann" %}'],
    ['eleventy', '{% shot "dir/one.jpg", caption="A bridge", credit="Ann" %}'],
  ] as const)('that show an image show it (%s)', (preset, tag) => {
    const { html } = renderBody(`Text.\n\n${tag}\n\nText.`, { preset });
    expect(html).toContain('/dir/one.jpg"');
    expect(html).toContain('<figcaption>A bridge Ann</figcaption>');
  });

  it('have Markdown and HTML in captions', () => {
    const one = '{{< figure src="a.png" caption="By [Ann](https://ann.example/), *all rights*" >}}';
    expect(renderBody(one, { preset: 'hugo' }).html).toContain(
      '<figcaption>By <a href="https://ann.example/">Ann</a>, <em>all rights</em></figcaption>',
    );
    const two = '{{< figure src="a.png" caption="By <b onclick=x>Ann</b> & 1 < 2" >}}';
    const { html } = renderBody(two, { preset: 'hugo' });
    expect(html).toContain('<figcaption>By <b>Ann</b> &amp; 1 &lt; 2</figcaption>');
  });

  it('have Markdown beside HTML in captions, and no entities', () => {
    const text =
      '{{< figure src="a.png" caption="What if?<br>*By [Ann](https://ann.example/), A &amp; B*" >}}';
    expect(renderBody(text, { preset: 'hugo' }).html).toContain(
      '<figcaption>What if?<br><em>By <a href="https://ann.example/">Ann</a>, A &amp; B</em></figcaption>',
    );
  });

  it('may have blank lines between arguments', () => {
    const text = '{{< credit\n  name="Ann Example of Spotlight"\n\n>}}\n\nAfter.';
    const { html } = renderBody(text, { preset: 'hugo' });
    expect(html).toBe('<p>Ann Example of Spotlight</p>\n<p>After.</p>');
  });

  it.each([
    ['eleventy', '<div>{% markdown %}**Update:** read [this](/x/).{% endmarkdown %}</div>'],
    ['hugo', '<div>{{< markdown >}}**Update:** read [this](/x/).{{< /markdown >}}</div>'],
    ['hugo', '<div>{{% md %}}**Update:** read [this](/x/).{{% /md %}}</div>'],
  ] as const)('that say so hold Markdown, even in HTML (%s)', (preset, text) => {
    expect(renderBody(text, { preset }).html).toContain(
      '<strong>Update:</strong> read <a href="https://example.org/x/">this</a>.',
    );
  });

  it('may have a whole embed as an argument', () => {
    const srcdoc = '&lt;p&gt;This story was first published elsewhere.&lt;/p&gt;'.repeat(120);
    const { html, problems } = renderBody(`Text.\n\n{{<embed/raw srcdoc="${srcdoc}">}}\n\nAfter.`, {
      preset: 'hugo',
    });
    expect(html).not.toContain('srcdoc');
    expect(html).toContain('<p>After.</p>');
    expect(problems.map(({ code }) => code)).toContain('removed-template');
  });
});

describe('MDX', () => {
  it.each([
    'blog/a.md',
    'blog/a.mdx',
  ])('is Markdown between tags, however it is indented (%s of Docusaurus)', (file) => {
    const text =
      '<>\n<Tabs>\n  <TabItem value="one">\n    Some **text**.\n\n    ```js\n    a();\n    ```\n  </TabItem>\n</Tabs>\n</>\n\nAfter.';
    const { html } = renderBody(text, { file, preset: 'docusaurus' });
    expect(html).toContain('<p>Some <strong>text</strong>.</p>');
    expect(html).toContain('<pre><code class="language-js">a();\n</code></pre>');
    expect(html).not.toContain('&lt;');
  });

  it('is Markdown between tags in one line', () => {
    const text = '<details>\n<summary>**How** to `move`</summary>\n\nText.\n\n</details>';
    const { html } = renderBody(text, { file: 'blog/a.mdx', preset: 'docusaurus' });
    expect(html).toContain('<summary><strong>How</strong> to <code>move</code></summary>');
  });
});

describe('text beside a tag of MDX is Markdown', () => {
  const LINK = '<a href="https://a.test/x_y_z">b</a>';
  const SHOWN = ['<strong>a</strong>', LINK];
  it.each([
    ['a cell', '<table>\n<tr><td>**a** [b](https://a.test/x_y_z)</td></tr>\n</table>'],
    ['a paragraph', '<p>**a** [b](https://a.test/x_y_z)</p>'],
    ['over lines', '<p>**a**\n[b](https://a.test/x_y_z)\nc</p>'],
    ['tags in it', `<figcaption style={{ fontSize: "0.9em" }}>**a**<br/>${LINK}</figcaption>`],
    ['elements in it', `<blockquote><p>**a**</p>&mdash; ${LINK}</blockquote>`],
    ['an item', '<ul>\n  <li>**a** [b](https://a.test/x_y_z)</li>\n</ul>'],
  ])('%s', (_, text) => {
    for (const [file, preset] of [
      ['blog/a.md', 'docusaurus'],
      ['blog/a.mdx', 'docusaurus'],
      ['blog/a.mdx', 'astro'],
    ] as const) {
      const { html } = renderBody(`Before.\n\n${text}\n\nAfter.`, { file, preset });
      for (const shown of SHOWN) expect(html).toContain(shown);
      expect(html).not.toContain('**');
    }
    expect(renderBody(text, { file: 'blog/a.md', preset: 'astro' }).html).toContain('**a**');
  });

  it.each([
    ['code', '<p>`<b>**a**</b>`</p>', '<p><code>&lt;b&gt;**a**&lt;/b&gt;</code></p>'],
    [
      'a URL that is a link',
      '<p>*a* <a href="https://a.test/">https://a.test/</a></p>',
      '">https://a.test/</a></p>',
    ],
    ['signs alone', '<p>a_b_c 2 * 3 * 4</p>', '<p>a_b_c 2 * 3 * 4</p>'],
  ])('but not %s', (_, text, html) => {
    expect(renderBody(text, { file: 'a.mdx', preset: 'docusaurus' }).html).toContain(html);
  });

  it('in time, however many tags there are', () => {
    expectLinearTime((size) => renderBody(`<p>${'*a* <b "'.repeat(size)}</p>`, { file: 'a.mdx' }), 2000);
    expectLinearTime((size) => renderBody('<p>*a*\n'.repeat(size), { file: 'a.mdx' }), 2000);
  });
});

describe('a fence of MDX begins and ends a block of code however far it is indented', () => {
  it.each([
    ['its end', '1. a\n\n   ```js\n   x();\n       ```\n\n   **b**'],
    ['its beginning, in an item', '1. a\n\n        ```js\n        x();\n        ```\n\n   **b**'],
    ['both', 'a\n\n      ```js\n      x();\n  ```\n\n**b**'],
    [
      'behind a title',
      '<details>\n  <summary>a</summary>\n      ```js\n      x();\n      ```\n</details>\n\n**b**',
    ],
  ])('%s', (_, text) => {
    for (const [file, preset] of [
      ['blog/a.md', 'docusaurus'],
      ['blog/a.mdx', 'astro'],
    ] as const) {
      const { html } = renderBody(text, { file, preset });
      expect(html).toContain('<pre><code class="language-js">x();\n</code></pre>');
      expect(html).toContain('<strong>b</strong>');
    }
  });

  it('in time, however many there are', () => {
    expectLinearTime(
      (size) => renderBody('  a\n\n      ```\n      x\n      ```\n\n'.repeat(size), { file: 'a.mdx' }),
      500,
    );
  });
});

describe('what is only indented is no code in MDX', () => {
  it.each([
    ['a paragraph', 'a\n\n    **b**\n    c', '<p><strong>b</strong>\nc</p>'],
    ['in an item', '- a\n\n      **b**\n- c', '<p><strong>b</strong></p>'],
    ['a list', 'a\n\n    - **b**\n    - c', '<li><strong>b</strong></li>'],
    ['in a component', '<Box>\n\n    **b**\n\n    c\n\n</Box>', '<p><strong>b</strong></p>'],
    ['with a span of code', 'a\n\n     `x` **b**', '<p><code>x</code> <strong>b</strong></p>'],
  ])('%s', (_, text, shown) => {
    for (const [file, preset] of [
      ['blog/a.md', 'docusaurus'],
      ['blog/a.mdx', 'astro'],
    ] as const) {
      const { html } = renderBody(`${text}\n\nend`, { file, preset });
      expect(html).toContain(shown);
      expect(html).not.toContain('<pre>');
    }
    const note = renderBody('a[^n]\n\n[^n]: b\n\n    **c**\n\nend', { file: 'a.mdx' });
    expect(note.html).toMatch(/<p>end<\/p>[\s\S]*<p>b<\/p>\s*<p><strong>c<\/strong>/);
    const markdown = renderBody('a\n\n    **b**', { file: 'a.md', preset: 'astro' });
    expect(markdown.html).toContain('<pre><code>**b**');
  });
});

it('a path of Docusaurus that is no page leads to the file', () => {
  const text = '[x](pathname:///file.pdf) ![y](pathname:///y.png)';
  const { html, problems } = renderBody(text, { preset: 'docusaurus' });
  expect(html).toMatch(/href="https:\/\/example.org\/[^"]*file\.pdf"/);
  expect(html).toMatch(/src="https:\/\/example.org\/[^"]*y\.png"/);
  expect(problems).toEqual([]);
});

describe('a component that shows code is a block of it', () => {
  it.each([
    [
      'a text over lines',
      '<CodeBlock language="js">\n  {`a();\nb();`}\n</CodeBlock>',
      'language-js',
      'a();\nb();',
    ],
    ['a line', '<CodeBlock className="language-js">a < b;</CodeBlock>', undefined, undefined],
    ['a plain line', "<CodeBlock className='language-js'>a();</CodeBlock>", 'language-js', 'a();'],
    [
      'signs of code',
      '<CodeBlock>{`<b>\\`x\\`</b> \\`\\`\\` \\$`}</CodeBlock>',
      '',
      '&lt;b&gt;`x`&lt;/b&gt; ``` $',
    ],
    ['a quoted text', '<CodeBlock language="js">{"a();\\nb();"}</CodeBlock>', 'language-js', 'a();\nb();'],
  ])('%s', (_, text, language, code) => {
    const { html } = renderBody(`Before.\n\n${text}\n\n**After.**`, { file: 'a.mdx', preset: 'docusaurus' });
    const shown = `<pre><code${language ? ` class="${language}"` : ''}>${code}\n</code></pre>`;
    if (code === undefined) expect(html).not.toContain('<pre>');
    else expect(html).toContain(shown);
    expect(html).toContain('<strong>After.</strong>');
  });

  it('with its title, and without a warning', () => {
    const text = '<CodeBlock language="js" title="a.js">{`a();`}</CodeBlock>';
    const { html, problems } = renderBody(text, { file: 'a.mdx', preset: 'docusaurus' });
    expect(html).toContain('a.js');
    expect(problems).toEqual([]);
  });

  it('in time, however many are never closed', () => {
    expectLinearTime((size) => renderBody('<CodeBlock>\n'.repeat(size), { file: 'a.mdx' }), 1000);
  });
});

describe('components whose text is all there is get no warning', () => {
  it.each([
    ['a badge', '## a <Badge type="tip" text="v1.2" /> b', '<h2>a v1.2 b</h2>'],
    ['a badge with text in it', 'a <Badge type="tip">new</Badge> b', '<p>a new b</p>'],
    ['what only a browser draws', '<ClientOnly>\n\na **b**\n\n</ClientOnly>', '<p>a <strong>b</strong></p>'],
    [
      'tabs whose labels are in the element around them',
      "<Tabs\n  values={[\n    {label: 'Win dows', value: 'w'},\n  ]}>\n<TabItem value=\"w\">\n\nb\n\n</TabItem>\n</Tabs>",
      '<p>Win dows</p>',
    ],
    ['tabs without a label', '<Tabs>\n<TabItem value="Win">\n\nb\n\n</TabItem>\n</Tabs>', '<p>Win</p>'],
  ])('%s', (_, text, shown) => {
    for (const preset of ['vitepress', 'astro', 'docusaurus'] as const) {
      const { html, problems } = renderBody(text, { preset });
      expect(html).toContain(shown);
      expect(problems).toEqual([]);
    }
  });
});

describe('a card of remark-directive is the link that it shows', () => {
  it.each([
    ['::github{repo="a/b.c"}', '<p><a href="https://github.com/a/b.c">a/b.c</a></p>'],
    ['  ::github{user="a"}', '<p><a href="https://github.com/a">a</a></p>'],
    [
      '::youtube[A film]{#f id=abcdefghijk}',
      '<p><a href="https://www.youtube.com/watch?v=abcdefghijk">A film</a></p>',
    ],
    ['::card{url="https://b.test/x_y" title="B"}', '<p><a href="https://b.test/x_y">B</a></p>'],
    [':::note\n::github{repo="a/b"}\n:::', '<p><a href="https://github.com/a/b">a/b</a></p>'],
  ])('%s', (text, shown) => {
    expect(renderBody(`Before.\n\n${text}\n\nAfter.`, { preset: 'astro' }).html).toContain(shown);
    expect(renderBody(text, { preset: 'hugo' }).html).not.toContain('<a href="https://github');
  });

  it.each([
    '::github{repo="../x"}',
    '::card{url="javascript:a"}',
    'a ::github{repo="a/b"}',
    '`::github{repo="a/b"}`',
  ])('but not %s', (text) => {
    const { html } = renderBody(text, { preset: 'astro' });
    expect(html).not.toContain('<a ');
    expect(html).toContain('::');
  });
});

describe('braces in formulas', () => {
  const FORMULAS = 'Inline $x^2 + \\frac{1}{2}$.\n\n$$\n\\sum_{i=1}^{n} {{a}}_i\n$$\n';

  it.each([
    ['a component of MDX', { file: 'a.mdx', preset: 'docusaurus' }],
    ['a template', {}],
    ['a template of Nunjucks', { preset: 'hexo' }],
  ] as const)('are not %s', (_name, input) => {
    const { html, problems } = renderBody(FORMULAS, input);
    expect(html).toContain('x^2 + \\frac{1}{2}</code>');
    expect(html).toContain('\\sum_{i=1}^{n} {{a}}_i');
    expect(problems).toEqual([]);
  });

  it('outside formulas they are', () => {
    const { html } = renderBody('A {1 + 1} costs $5, `$`, and {2 + 2} costs $6.', {
      file: 'a.mdx',
      preset: 'docusaurus',
    });
    expect(html).not.toContain('{');
  });
});

describe('what processors with plug-ins read', () => {
  it.each([
    'astro',
    'eleventy',
    'hexo',
    'zola',
    'hugo',
    'jekyll',
    undefined,
  ] as const)('the id of a heading is not shown (%s)', (preset) => {
    const { html } = renderBody('## Questions {#faq}\n\nText.', preset === undefined ? {} : { preset });
    expect(html).toBe('<h2>Questions</h2>\n<p>Text.</p>');
  });

  it('tags with attributes of Vue and WebC are tags', () => {
    const { html, problems } = renderBody(
      '<lite-player @slug="abc" :@label="$data.x">Inside.</lite-player>\n\nText.',
    );
    expect(html).not.toMatch(/@|&lt;/);
    expect(html).toContain('Inside.');
    expect(problems.map(({ code }) => code)).toEqual(['unknown-element']);
  });

  it('an attribute value is left as it is', () => {
    const link = '<a href="mailto:a@b.example" title="to #one @two">mail</a>';
    expect(renderBody(link).html).toBe(`<p>${link}</p>`);
  });
});

describe('attribute lists of Kramdown that hide', () => {
  it.each([
    '*kept back*',
    '**kept back**',
    '_kept back_',
    '[kept back](/a)',
    '`kept back`',
    '![kept back](a.png)',
    '<b>kept back</b>',
  ])('a part of a line: %s', (part) => {
    const { html, problems } = renderBody(`Seen ${part}{: .hidden} and *seen*.`, { preset: 'jekyll' });
    expect(html).toBe('<p>Seen  and <em>seen</em>.</p>');
    expect(problems.map(({ code }) => code)).toEqual(['hidden-content']);
  });

  it('hide the paragraph where it is not clear what they belong to', () => {
    for (const part of ['**a *kept back* b**', '[a [kept back]](/x)', '"kept back"']) {
      const { html } = renderBody(`Seen.\n\nA ${part}{: .hidden} b.\n\nAfter.`, { preset: 'jekyll' });
      expect(html).not.toContain('kept back');
      expect(html).toContain('<p>After.</p>');
    }
  });
});

describe('formulas of several lines', () => {
  it.each([
    ['begin behind the signs', '$$\\frac{1}{2}\\begin{b}1 & 2\n3 & 4\\end{b}$$'],
    ['end before the signs', '$$\n\\frac{1}{2}\\begin{b}1 & 2\n3 & 4\\end{b}$$'],
    ['have signs on lines of their own', '$$\n\\frac{1}{2}\\begin{b}1 & 2\n3 & 4\\end{b}\n$$'],
  ])('%s, and take no text along', (_name, formula) => {
    for (const preset of ['jekyll', 'hugo', 'docusaurus'] as const) {
      const { html, problems } = renderBody(`Before.\n\n${formula}\n\nAfter *it*.\n\n$$x$$`, { preset });
      expect(html).toContain('\\frac{1}{2}\\begin{b}1 &amp; 2\n3 &amp; 4\\end{b}</code></pre>');
      expect(html).toContain('<p>After <em>it</em>.</p>');
      expect(problems).toEqual([]);
    }
  });
});

describe('what Kramdown and markdown-it read beside CommonMark', () => {
  it('spaces in URLs, with Jekyll', () => {
    const text = '![one](/images/a b.png) [two](/c d.html "title") `[three](/e f)`';
    expect(renderBody(text, { preset: 'jekyll' }).html).toBe(
      '<p><img src="https://example.org/images/a%20b.png" alt="one"> <a href="https://example.org/c%20d.html" title="title">two</a> <code>[three](/e f)</code></p>',
    );
    expect(renderBody('[two](/c d.html)', { preset: 'hugo' }).html).toBe('<p>[two](/c d.html)</p>');
  });

  it.each([
    ['without a head', '| a | b |\n| c | d |', ['', '', 'a', 'b', 'c', 'd']],
    ['with a rule above', '|---+---|\n| a | b |\n|---|---|\n| c | d |', ['a', 'b', 'c', 'd']],
    ['with rules between', '| a |\n|---|\n| c |\n|----\n| e |\n|====\n| g |', ['a', 'c', 'e', 'g']],
    ['with `|` in code', '| a | b |\n|---|---|\n| `x|y` | ``z`|`` |', ['a', 'b', 'x|y', 'z`|']],
    ['with a longer row', '| a | b |\n|---|---|\n| c | d | e |', ['a', 'b', '', 'c', 'd', 'e']],
    ['in a list', '- Text\n\n  | a |\n  | b |', ['', 'a', 'b']],
    ['in a quotation', '> | a |\n> | b |', ['', 'a', 'b']],
  ])('tables of Kramdown, %s', (_name, text, cells) => {
    const { html, problems } = renderBody(text, { preset: 'jekyll' });
    expect(readFacts(html, 'https://example.org/').tables).toEqual([cells]);
    expect(problems).toEqual([]);
  });

  it('no table of Kramdown in code, and rows behind a text stay as they are', () => {
    const fence = '```\n| a |\n| b |\n```';
    expect(renderBody(fence, { preset: 'jekyll' }).html).toBe('<pre><code>| a |\n| b |\n</code></pre>');
    expect(renderBody('Text\n| a |\n| b |', { preset: 'jekyll' }).html).toBe('<p>Text\n| a |\n| b |</p>');
  });

  it('what abbreviations mean is no text to Kramdown, and raw parts have no marks', () => {
    const text = '*[HTML]: Hypertext\n\nThe HTML, not `*[CSS]: a`.\n\n{::nomarkdown}\n<i>raw</i>\n{:/}\n';
    expect(renderBody(text, { preset: 'jekyll' })).toMatchObject({
      html: '<p>The <abbr title="Hypertext">HTML</abbr>, not <code>*[CSS]: a</code>.</p>\n<p><i>raw</i></p>',
      problems: [],
    });
  });

  it.each([
    ['jekyll', '5~10 and 3~4, ~one~, <del>two</del>'],
    ['eleventy', '5~10 and 3~4, ~one~, <del>two</del>'],
    ['vitepress', '5~10 and 3~4, ~one~, <del>two</del>'],
    ['zola', '5~10 and 3~4, <del>one</del>, <del>two</del>'],
    ['hugo', '5<del>10 and 3</del>4, <del>one</del>, <del>two</del>'],
  ] as const)('single tildes, with %s', (preset, shown) => {
    const text =
      '5~10 and 3~4, ~one~, ~~two~~ `~a~` <a href="https://a.example/~b/~c">d</a> [e](https://a.example/~f/~g)';
    const links = '<a href="https://a.example/~b/~c">d</a> <a href="https://a.example/~f/~g">e</a>';
    expect(renderBody(text, { preset }).html).toBe(`<p>${shown} <code>~a~</code> ${links}</p>`);
  });

  it('an abbreviation may hold any sign', () => {
    for (const name of ['e-mail', 'C++', 'A/B', 'x.y', '$a', '(b)', '\\\\c'])
      expect(() =>
        renderBody(`Send ${name} today.\n\n*[${name}]: meaning\n`, { preset: 'jekyll' }),
      ).not.toThrow();
    const { html } = renderBody('Send e-mail today.\n\n*[e-mail]: electronic mail\n', { preset: 'jekyll' });
    expect(html).toBe('<p>Send <abbr title="electronic mail">e-mail</abbr> today.</p>');
  });

  it('single tildes in HTML get no sign in front of them', () => {
    for (const preset of ['jekyll', 'eleventy', 'vitepress', 'zola'] as const) {
      expect(renderBody('<p>\n5~10 and 3~4\n</p>', { preset }).html).toContain('5~10 and 3~4');
      expect(renderBody('<div>\n\n5~10\n\n</div>\n\n<pre>\na~1 ~ 2~b\n</pre>', { preset }).html).toContain(
        'a~1 ~ 2~b',
      );
    }
  });

  it.each([
    ['Text.{.note}', '<p>Text.</p>'],
    ['Text\n{.note #id}', '<p>Text</p>'],
    ['[a](/b){target="_blank" rel="noopener"} b', '<p><a href="https://example.org/b">a</a> b</p>'],
    ['- one {.x}\n- two', '<ul>\n<li>one</li>\n<li>two</li>\n</ul>'],
    ['![a](/a.png){ .wide }', '<p><img src="https://example.org/a.png" alt="a"></p>'],
    ['![a](/a.png){ width=50% } b', '<p><img src="https://example.org/a.png" alt="a"> b</p>'],
    ['[a](/b){ #here target="_blank" } b', '<p><a href="https://example.org/b">a</a> b</p>'],
    ['*a*{#here} b', '<p><em>a</em> b</p>'],
    ['Text. { .note }', '<p>Text.</p>'],
    ['A set { a, b } and { .x } of { c=1 } them', '<p>A set { a, b } and { .x } of { c=1 } them</p>'],
    ['`{.x}` and {.md} files', '<p><code>{.x}</code> and {.md} files</p>'],
  ])('attribute lists: %j', (text, html) => {
    for (const preset of ['eleventy', 'hugo', 'astro'] as const)
      expect(renderBody(text, { preset })).toMatchObject({ html, problems: [] });
  });

  it.each(['{.hidden}', '{ .hidden }', '{ .a hidden=true }'])('attribute lists that hide: %s', (list) => {
    const { html, problems } = renderBody(`Seen.\n\nKept back. ${list}\n\nAfter.`, { preset: 'eleventy' });
    expect(html).toBe('<p>Seen.</p>\n<p>After.</p>');
    expect(problems.map(({ code }) => code)).toEqual(['hidden-content']);
  });
});

describe('habits of academic blogs', () => {
  const jekyll = (text: string) => renderBody(text, { preset: 'jekyll' });

  it('a figure that is included in a row of HTML leaves the row HTML', () => {
    const cell = (name: string) =>
      `    <div class="col">\n        {% include figure.html path="assets/img/${name}.png" %}\n    </div>\n`;
    const { html } = jekyll(`<div class="row">\n${cell('a')}${cell('b')}</div>\n\nAfter *it*.`);
    expect(html.match(/<img src="[^"]*"/g)).toEqual([
      '<img src="https://example.org/blog/assets/img/a.png"',
      '<img src="https://example.org/blog/assets/img/b.png"',
    ]);
    expect(html).not.toContain('<pre>');
    expect(html).toContain('<p>After <em>it</em>.</p>');
  });

  it('definitions of TeX in a hidden element hide nothing else', () => {
    const text = '<div style="display: none">\n$$\n\\def\\R{x}\n\n\n$$\n</div>\n\nThe text with $$y$$.';
    expect(jekyll(text).html).toBe('<p>The text with <code class="language-math">y</code>.</p>');
  });

  it('a formula right behind a tag is one, and ends before the next', () => {
    const { html } = jekyll('<div>\n$$\na_1\n\nb_2\n$$\n</div>\n\nThe *text*.');
    expect(html).toMatch(/<div>\s*<pre><code class="language-math">a_1\s+b_2\s*<\/code><\/pre>\s*<\/div>/);
    expect(html).toContain('<p>The <em>text</em>.</p>');
  });

  it('an element with blank lines and far indents is one, up to its end', () => {
    const { html, problems } = jekyll(
      '<figure>\n\n  <picture>\n    <source\n      srcset="/a.webp"\n    />\n\n    <!-- else -->\n    <img\n      src="/a.png"\n\n      alt="b"\n    />\n\n' +
        '  </picture>\n\n  <figcaption>Tide</figcaption>\n\n</figure>\n\nThe *text*.',
    );
    expect(html.replace(/\s*\n\s*/g, '')).toBe(
      '<figure><picture><source srcset="https://example.org/a.webp"><img src="https://example.org/a.png" alt="b"></picture>' +
        '<figcaption>Tide</figcaption></figure><p>The <em>text</em>.</p>',
    );
    expect(problems).toEqual([]);
    expect(jekyll('<div>\n\n    <pre>\nb\n\nc\n</pre>\n\n</div>\n\n*d*').html).toBe(
      '<div>\n    <pre>b\n\nc\n</pre>\n</div>\n<p><em>d</em></p>',
    );
    expect(jekyll('{% notice %}\n#### a\n\n![b](/c.png)\n\n*d*\n{% endnotice %}').html).toContain(
      '<em>d</em>',
    );
    expect(jekyll('<div markdown="1">\n\n*a*\n\n</div>').html).toContain('<em>a</em>');
    expect(jekyll('<div>\n\n*a*').html).toContain('a');
  });

  it('elements in each other take no time', () => {
    expectLinearTime((size) => joinElements('<div>\n\na\n'.repeat(size) + '</div>\n'.repeat(size)), 8000);
  });

  it('a note stands in brackets', () => {
    expect(jekyll('Traced<d-footnote>Thanks.</d-footnote> so.').html).toBe('<p>Traced (Thanks.) so.</p>');
  });

  it('reads a caption with a colon after its name', () => {
    const { html } = jekyll('{% figure caption:"A quokka waits here" %}\n![b](/a.png)\n{% endfigure %}');
    expect(html).toContain('A quokka waits here');
    expect(html).toContain('alt="b"');
  });

  it('a tag may hold blank lines where templates run first', () => {
    const { html } = jekyll('a\n\n{% include figure.html path="/a.png"\n\ncaption="Words" %}\n\nb');
    expect(html).toContain('<figcaption>Words</figcaption>');
  });
});

describe('links of what nobody knows stay links', () => {
  const LINK = '<a href="https://example.org/x">Read on</a>';
  it.each([
    ['{{< button href="/x" >}}Read on{{< /button >}}', 'hugo'],
    ['{{< button "/x" "Read on" >}}', 'hugo'],
    ['{{< card link="/x" title="Read on" >}}', 'hugo'],
    ['{{ button(url="/x", text="Read on") }}', 'zola'],
    ['{% include button.html link="/x" text="Read on" %}', 'jekyll'],
    ['{% linkcard url="/x" title="Read on" %}', 'hexo'],
    ['<Button href="/x">Read on</Button>', 'astro'],
    ['<Link to="/x">Read on</Link>', 'astro'],
    ['<LinkCard title="Read on" href="/x" />', 'astro'],
    ['<ExternalLink url="/x" text="Read on" />', 'astro'],
    ['<Reference link="/x" label="Read on" />', 'astro'],
    ['<Anchor href="/x" label="Read on" />', 'astro'],
  ] as const)('%s', (text, preset) => {
    const file = preset === 'astro' ? 'articles/post.mdx' : 'articles/post.md';
    const { html } = renderBody(`a\n\n${text}\n\nb`, { preset, file });
    expect(html.replaceAll('https://example.org/blog/x', 'https://example.org/x')).toContain(LINK);
    expect(html).toMatch(/<p>b<\/p>$/);
  });

  it('in code they are code, whatever name they have', () => {
    for (const code of ['<Link to="/x">Read on</Link>', '<template #a>Read on</template>']) {
      const shown = code.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      expect(renderBody(`\`\`\`\n${code}\n\`\`\`\n\n${code}`).html).toContain(
        `<pre><code>${shown}\n</code></pre>`,
      );
      expect(renderBody(`See \`${code}\`.`).html).toBe(`<p>See <code>${shown}</code>.</p>`);
    }
  });

  it('Markdown in them is Markdown', () => {
    const { html } = renderBody('{{< button href="/x" >}}\nRead *on*\n{{< /button >}}', { preset: 'hugo' });
    expect(html).toContain('Read <em>on</em>');
  });
});

describe('strong text beside the punctuation of Chinese', () => {
  it.each([
    ['他说**当然。**然后', '<p>他说<strong>当然。</strong>然后</p>'],
    ['这是**“引号”**里的字', '<p>这是<strong>“引号”</strong>里的字</p>'],
    [
      '**甲**乙**丙。**丁 ** 戊 **己**',
      '<p><strong>甲</strong>乙<strong>丙。</strong>丁 ** 戊 <strong>己</strong></p>',
    ],
    ['`**a。**b` **一。**二', '<p><code>**a。**b</code> <strong>一。</strong>二</p>'],
  ])('is strong to Kramdown: %s', (text, html) => {
    expect(renderBody(text, { preset: 'jekyll' }).html).toBe(html);
  });

  it('stays as it is to tools that follow CommonMark', () => {
    expect(renderBody('他说**当然。**然后', { preset: 'hugo' }).html).toBe('<p>他说**当然。**然后</p>');
  });
});

it('reads the HTML of a caption whatever it does to the layout', () => {
  const text = '{{< figure src="/a.png" caption="<center><strong>Ann</strong><br>Reporter</center>" >}}';
  const { html } = renderBody(text, { preset: 'hugo' });
  expect(html).toContain('<figcaption><div><strong>Ann</strong><br>Reporter</div></figcaption>');
});

describe('what a script draws', () => {
  it.each([
    ['{{< mermaid >}}\nA-->B\n{{< /mermaid >}}', 'hugo'],
    ['{% mermaid %}\nA-->B\n{% endmermaid %}', 'hexo'],
    ['{% mermaid() %}\nA-->B\n{% end %}', 'zola'],
  ] as const)('%s is code', (text, preset) => {
    expect(renderBody(`a\n\n${text}\n\nb`, { preset }).html).toBe(
      '<p>a</p>\n<pre><code class="language-mermaid">A--&gt;B\n</code></pre>\n<p>b</p>',
    );
  });

  it('the template in an inline shortcode of Hugo is left out, and named', () => {
    const text =
      'a\n\n{{< formula.inline >}}\n{{ if .Page.Params.math }}<b>on</b>{{ end }}\n{{</ formula.inline >}}\n\nb';
    const rendered = renderBody(text, { preset: 'hugo' });
    expect([rendered.html, ...listProblems(rendered)]).toEqual(['<p>a</p>\n<p>b</p>', 'removed-template:7']);
  });

  it('data of a chart is left out, and named', () => {
    const rendered = renderBody('a\n\n{{< chart >}}\ntype: "bar"\n{{< /chart >}}\n\nb', { preset: 'hugo' });
    expect([rendered.html, ...listProblems(rendered)]).toEqual(['<p>a</p>\n<p>b</p>', 'removed-template:7']);
  });
});

describe('VitePress', () => {
  it('shows braces as they are in v-pre, and the labels of a group of code', () => {
    const vitepress = (text: string) => renderBody(text, { preset: 'vitepress' }).html;
    expect(vitepress('::: v-pre\n{{ x }} and `{{ y }}`\n:::\n\nb')).toContain('{{ x }}');
    expect(vitepress('::: code-group\n\n```js [a.js]\nx\n```\n\n:::\n\nb')).toBe(
      '<p>a.js</p>\n<pre><code class="language-js">x\n</code></pre>\n<p>b</p>',
    );
  });
});

it('a figure has its title, its caption and its credit with a link', () => {
  const call =
    '{{< figure src="/a.png" title="The *gull*" caption="On a post." attr="Ada" attrlink="/ada" >}}';
  expect(renderBody(call, { preset: 'hugo' }).html).toContain(
    '<figcaption><strong>The <em>gull</em></strong> On a post. <a href="https://example.org/ada">Ada</a></figcaption>',
  );
  const hidden = renderBody('{{< figure src="/a.png" class="hidden" caption="SECRET" >}}', {
    preset: 'hugo',
  });
  expect(hidden.html).toBe('');
  expect(hidden.problems.map(({ code }) => code)).toContain('hidden-content');
  expect(renderBody('{{< figure src="/a.png" title="Gull" >}}', { preset: 'hugo' }).html).toContain(
    '<figcaption>Gull</figcaption>',
  );
});

describe('what Logseq notes for itself', () => {
  const id = 'id:: 6412a1b2-0000-4000-8000-000000000000';
  it('is no part of a block, and what stands in code or is no id is', () => {
    const lines = ['- a', `  ${id}`, '  collapsed:: true', '  - b', '', 'id:: mine', '', '```', id, '```'];
    expect(renderBody(lines.join('\n')).html.replace(/\n/g, '')).toBe(
      `<ul><li>a<ul><li>b</li></ul></li></ul><p>id:: mine</p><pre><code>${id}</code></pre>`,
    );
  });

  it('is text to other tools', () => {
    expect(renderBody(`- a\n  ${id}`, { preset: 'hugo' }).html).toContain(id);
  });

  it('is the words of a block where it stands for one, and is named where no one knows them', () => {
    const [, block] = id.split(' ');
    const { html, problems } = renderBody(`- Words of *a*\n  ${id}\n- b ((${block})), c`);
    expect(html.replace(/\n/g, '')).toBe(
      '<ul><li>Words of <em>a</em></li><li>b Words of <em>a</em>, c</li></ul>',
    );
    expect(problems).toEqual([]);
    const unknown = renderBody(`a ((${block})) and ((text)) b`);
    expect(unknown.html).toBe('<p>a  and ((text)) b</p>');
    expect(unknown.problems.map(({ code }) => code)).toEqual(['unknown-reference']);
  });
});

describe('notes of Obsidian', () => {
  const note = (text: string) => renderBody(text, { vault: true }).html;

  it.each([
    ['sound', '![[a b.mp3]]', 'audio', 'a%20b.mp3'],
    ['a film', '![[x/clip.mp4|300]]', 'video', 'x/clip.mp4'],
  ])('play %s, and offer it where it cannot be played', (_, text, tag, path) => {
    expect(note(text)).toContain(`<${tag} src="https://example.org/blog/2024/post/${path}">`);
    expect(note(text)).toContain(`<a href="https://example.org/blog/2024/post/${path}">`);
  });

  it('link to a PDF, with its page', () => {
    expect(note('![[a.pdf#page=3]] ![[a.pdf|The report]]')).toBe(
      '<p><a href="https://example.org/blog/2024/post/a.pdf#page=3">a.pdf</a> <a href="https://example.org/blog/2024/post/a.pdf">The report</a></p>',
    );
  });

  it('link to a heading of their own, and to headings and blocks by their ids', () => {
    const input = { vault: true, resolvePost: () => 'https://example.org/other/' };
    const linkOf = (text: string) => /href="([^"]*)"/.exec(renderBody(text, input).html)?.[1];
    expect(linkOf('[[#Heading here]]')).toBe('https://example.org/blog/2024/post/#heading-here');
    expect(linkOf("[[Other#What's new?]]")).toBe('https://example.org/other/#whats-new');
    expect(linkOf('[[Other#^block-1|that]]')).toBe('https://example.org/other/#block-1');
  });

  it('say where they show another note, which is a link in feeds', () => {
    const input = {
      vault: true,
      resolvePost: (name: string) => (name === 'Other' ? 'https://example.org/other/' : undefined),
    };
    const { html, problems } = renderBody(
      '![[Other#Part]] ![[Other]] ![[Nowhere]] `![[Other]]` ![[a.png]]',
      input,
    );
    expect(html).toContain('<a href="https://example.org/other/#part">');
    expect(problems.map(({ code, message }) => [code, message.slice(0, 18)])).toEqual([
      ['embedded-note', '"![[Other#Part]]" '],
      ['embedded-note', '"![[Other]]" is a '],
    ]);
  });

  it('show the titles of their code', () => {
    expect(note('```ts title="src/a.ts"\nx\n```')).toBe(
      '<p>src/a.ts</p>\n<pre><code class="language-ts">x\n</code></pre>',
    );
  });

  it('have callouts with words for themes', () => {
    expect(note('> [!quote|author wide]- Who\n> Text')).toBe(
      '<blockquote>\n<p><strong>Who</strong></p>\n<p>Text</p>\n</blockquote>',
    );
    expect(note('> [!secret|red] Who\n> SECRET')).not.toContain('SECRET');
  });
});
