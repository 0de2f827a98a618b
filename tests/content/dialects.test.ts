import { describe, expect, it, test } from 'vitest';
import type { Preset } from '../../src/model/index.ts';
import { listProblems, renderBody } from './reading.ts';

const values: Readonly<Record<string, unknown>> = {
  'page.version': '1.2',
  'page.draft': null,
  'page.layout': 'post',
  'page.tags': ['a', 'b'],
  'page.level': '3',
  'site.data.files.one.url': 'https://files.example/one.zip',
};
const readValue = (name: string) => values[name];
const html = (text: string, preset?: Preset) =>
  renderBody(text, preset === undefined ? { readValue } : { preset, readValue }).html;

const ALL = [
  undefined,
  'jekyll',
  'hugo',
  'zola',
  'eleventy',
  'astro',
  'hexo',
  'docusaurus',
  'wordpress',
] as const;
/** A test for each way of reading: what those named show, and what all others do. */
function forEach(named: readonly (Preset | undefined)[], text: string, shown: string, otherwise: string) {
  test.each(ALL)(`${JSON.stringify(text)} with %s`, (preset) => {
    expect(html(text, preset).replace(/\n\n+/g, '\n')).toBe(named.includes(preset) ? shown : otherwise);
  });
}

describe('what each tool makes of Markdown by default', () => {
  forEach(
    ['jekyll', 'hugo', 'hexo'],
    'Boat\n: It floats.\n: It sinks.',
    '<dl>\n<dt>Boat</dt>\n<dd>It floats.</dd>\n<dd>It sinks.</dd>\n</dl>',
    '<p>Boat\n: It floats.\n: It sinks.</p>',
  );
  forEach(
    ['jekyll', 'hugo', 'hexo', 'astro'],
    '"A" isn\'t b -- c...',
    '<p>“A” isn’t b – c…</p>',
    '<p>"A" isn\'t b -- c...</p>',
  );
  forEach(
    ['jekyll', 'zola', 'eleventy'],
    'See https://a.example/b',
    '<p>See https://a.example/b</p>',
    '<p>See <a href="https://a.example/b">https://a.example/b</a></p>',
  );
});

describe('where template tags are text', () => {
  forEach(
    ['hugo', 'zola', 'astro', 'docusaurus', 'wordpress'],
    'Vue prints {{ message }} and {% x %}.',
    '<p>Vue prints {{ message }} and {% x %}.</p>',
    '<p>Vue prints  and .</p>',
  );
  it('an article may say so itself', () => {
    const input = { preset: 'jekyll', plainBraces: true } as const;
    expect(renderBody('Vue prints {{ message }}.', input).html).toBe('<p>Vue prints {{ message }}.</p>');
  });
});

describe('where templates run before Markdown, code is no exception', () => {
  test.each([
    ['inline code', 'Run `tool@{{ page.version }}` now.', '<p>Run <code>tool@1.2</code> now.</p>'],
    [
      'a fence',
      '```sh\nget {{ page.version }}\n```',
      '<pre><code class="language-sh">get 1.2\n</code></pre>',
    ],
    [
      'indented code in a list',
      '* A\n\n      x {{ page.version }}',
      '<ul>\n<li>\n<p>A</p>\n<pre><code>x 1.2\n</code></pre>\n</li>\n</ul>',
    ],
    ['an unknown value', '`a{{ gone }}b`', '<p><code>ab</code></p>'],
    [
      'a link',
      '* <{{ site.data.files.one.url }}>',
      '<ul>\n<li><a href="https://files.example/one.zip">https://files.example/one.zip</a></li>\n</ul>',
    ],
    ['a link that nobody knows', 'a <{{ gone }}> b', '<p>a  b</p>'],
    ['raw in prose', '{% raw %}{{ x }}{% endraw %} y', '<p>{{ x }} y</p>'],
    ['raw around code', '{% raw %}Write `{{ x }}`.{% endraw %}', '<p>Write <code>{{ x }}</code>.</p>'],
    [
      'raw in a fence',
      '```\n{% raw %}{{ x }}{% endraw %}\n```\n\n**b**',
      '<pre><code>{{ x }}\n</code></pre>\n<p><strong>b</strong></p>',
    ],
    [
      'raw in a line of code',
      '```\na: {% raw %}#{{ x }}{% endraw %}\nb: c\n```',
      '<pre><code>a: #{{ x }}\nb: c\n</code></pre>',
    ],
    [
      'a highlight block',
      '{% highlight rb %}\nv = "{{ page.version }}"\n{% endhighlight %}',
      '<pre><code class="language-rb">v = "1.2"\n</code></pre>',
    ],
    [
      'a comment in a fence',
      '```\na{% comment %}zebra{% endcomment %}b\n```',
      '<pre><code>ab\n</code></pre>',
    ],
    ['assign', '{% assign v = page.version %}`{{ v }}`', '<p><code>1.2</code></p>'],
    ['a default', '{{ page.gone | default: "x" }}', '<p>x</p>'],
    ['white space control', 'a\n\n{%- if false -%}\nzebra\n{%- endif -%}\n\nb', '<p>ab</p>'],
  ])('%s', (_name, text, shown) => {
    for (const preset of ['jekyll', 'eleventy'] as const) expect(html(text, preset)).toBe(shown);
  });

  it('says where something was removed, and how to show it', () => {
    const rendered = renderBody('a\n\n```\nb\n{{ gone }}\n```\n\n{{ lost }}\n\n{: .x }\n{::y}', {
      preset: 'jekyll',
    });
    expect(listProblems(rendered)).toEqual([
      'removed-template:9',
      'removed-template:12',
      'removed-template:15',
    ]);
    expect(rendered.problems[0]?.hint).toContain('{% raw %}');
  });
});

describe('conditions', () => {
  test.each([
    ['{% if false %}zebra{% endif %}', ''],
    ['{% if true %}a{% endif %}', 'a'],
    ['{% if page.draft %}zebra{% else %}a{% endif %}', 'a'],
    ['{% if page.version %}a{% else %}zebra{% endif %}', 'a'],
    ['{% unless page.draft %}a{% endunless %}', 'a'],
    ['{% if page.layout == "post" %}a{% elsif true %}zebra{% endif %}', 'a'],
    ['{% if page.layout != "post" %}zebra{% elsif page.level > 2 %}a{% else %}zebra{% endif %}', 'a'],
    ['{% if page.tags contains "b" %}a{% endif %}', 'a'],
    ['{% if page.draft or page.version %}a{% endif %}', 'a'],
    ['{% if page.draft and gone %}zebra{% endif %}', ''],
    ['{% if false %}zebra{% if true %}zebra{% else %}zebra{% endif %}zebra{% else %}a{% endif %}', 'a'],
    ['{% if true %}a{% if false %}zebra{% endif %}b{% else %}zebra{% endif %}c', 'abc'],
    ['{% if page.draft == nil %}a{% endif %}', 'a'],
  ])('%s', (text, shown) => {
    const rendered = renderBody(`x\n\n${text}\n\ny`, { preset: 'jekyll', readValue });
    expect(rendered.html).toBe(shown === '' ? '<p>x</p>\n<p>y</p>' : `<p>x</p>\n<p>${shown}</p>\n<p>y</p>`);
    expect(rendered.problems).toEqual([]);
  });

  it.each(
    ALL.filter((preset) => preset === undefined || ['jekyll', 'eleventy', 'hexo'].includes(preset)),
  )('that nobody can know hide all their branches, and say so (%s)', (preset) => {
    const text = 'a {% if who.knows %}zebra{% elsif x %}zebra{% else %}zebra{% endif %} b';
    const rendered = renderBody(text, preset === undefined ? {} : { preset });
    expect(rendered.html).toBe('<p>a  b</p>');
    expect(listProblems(rendered)).toEqual(['hidden-content:5']);
  });
});

describe('comments are published by no dialect', () => {
  const long = 'zebra '.repeat(2000);
  test.each([
    ['HTML', 'a<!-- zebra -->b', undefined],
    ['HTML over blank lines', 'a\n\n<!-- zebra\n\nzebra -->\n\nb', undefined],
    ['Liquid', 'a{% comment %}zebra{% endcomment %}b', undefined],
    ['Liquid, with white space control', 'a{%- comment -%}zebra{%- endcomment -%}b', 'jekyll'],
    ['Liquid, over code', 'a\n{% comment %}\n```\nzebra\n```\n{% endcomment %}\nb', 'jekyll'],
    ['Nunjucks', 'a{# zebra #}b', 'eleventy'],
    ['Nunjucks, long', `a{# ${long} #}b`, undefined],
    ['Kramdown', 'a{::comment}zebra{:/comment}b', 'jekyll'],
    ['Kramdown, long', `a{::comment}${long}{:/comment}b`, undefined],
    ['Handlebars', 'a{{! zebra }}b', undefined],
    ['Handlebars, long', 'a{{!-- {{zebra}} --}}b', undefined],
    ['Hugo', 'a{{< comment >}}zebra{{< /comment >}}b', 'hugo'],
    ['Hugo, Markdown', 'a{{% comment %}}\n\nzebra\n\n{{% /comment %}}b', 'hugo'],
    ['Hugo, in code', '`a{{< comment >}}zebra{{< /comment >}}b`', 'hugo'],
    ['MDX', 'a{/* zebra */}b', undefined],
    ['MDX, long', `a{/* ${long} */}b`, undefined],
    ['Obsidian', 'a %%zebra%% b', undefined],
    ['Obsidian, over lines', 'a\n\n%%\nzebra\n\nzebra\n%%\n\nb', undefined],
    ['a link that is none', 'a\n\n[//]: # (zebra)\n\nb', undefined],
    ['a link without a name', 'a\n\n[comment]: <> (zebra)\n\nb', undefined],
  ] as const)('%s', (_name, text, preset) => {
    const rendered = renderBody(text, preset === undefined ? {} : { preset });
    expect(rendered.html.includes('zebra')).toBe(false);
    expect(rendered.html).toMatch(/a[\s\S]*b/);
  });

  it('Obsidian’s in a vault of any tool, and signs that are none are text', () => {
    for (const preset of ALL) {
      const input = preset === undefined ? { vault: true } : { vault: true, preset };
      expect(renderBody('a%%zebra%%b', input).html).toBe('<p>ab</p>');
    }
    const text = '100%% of it, and `%%` in code, 5%%';
    expect(html(text)).toBe('<p>100%% of it, and <code>%%</code> in code, 5%%</p>');
    expect(html('a %%b%% c', 'hugo')).toBe('<p>a %%b%% c</p>');
  });

  it('what a shortcode may hide is left out, and said', () => {
    for (const name of ['hidden', 'private', 'todo']) {
      const rendered = renderBody(`a {{< ${name} >}}zebra{{< /${name} >}} b`, { preset: 'hugo' });
      expect([rendered.html, ...listProblems(rendered)]).toEqual(['<p>a  b</p>', 'hidden-content:5']);
    }
  });
});

describe('the head of an alert is its title', () => {
  test.each([
    ['[!NOTE]', 'Note'],
    ['[!note]', 'Note'],
    ['[!WARNING] Mind the gap', 'Mind the gap'],
    ['[!tip]- Folded', 'Folded'],
    ['[!faq]+', 'Faq'],
  ])('%s', (head, title) => {
    for (const preset of ALL)
      expect(html(`> ${head}\n> Text.`, preset)).toBe(
        `<blockquote>\n<p><strong>${title}</strong></p>\n<p>Text.</p>\n</blockquote>`,
      );
  });
});

describe('escaped shortcodes of Hugo', () => {
  test.each([
    [
      '```\n{{</* figure src="a.png" */>}}\n```',
      '<pre><code>{{&lt; figure src="a.png" &gt;}}\n</code></pre>',
    ],
    ['`{{%/* x */%}}`', '<p><code>{{% x %}}</code></p>'],
    ['{{</* x */>}}', '<p><code>{{&lt; x &gt;}}</code></p>'],
  ])('%s', (text, shown) => expect(html(text, 'hugo')).toBe(shown));
});

describe('sentences in the arguments of what nobody knows', () => {
  test.each([
    ['{{< alert-box "Note" "Back up all your files." >}}', 'hugo'],
    ['{{% box text="Back up all your files." %}}', 'hugo'],
    ['{% include box.html class="big" content="Back up all your files." %}', 'jekyll'],
    ['{% box text="Back up all your files." %}', 'hexo'],
  ] as const)('%s', (text, preset) => {
    const rendered = renderBody(`a\n\n${text}\n\nb`, { preset });
    expect(rendered.html).toBe('<p>a</p>\n<p>Back up all your files.</p>\n<p>b</p>');
    expect(listProblems(rendered)).toEqual(['removed-template:7']);
  });
});

describe('what a tag takes from elsewhere', () => {
  it('a link of Hexo without words has the title of its article', () => {
    const input = {
      preset: 'hexo',
      resolvePost: () => 'https://example.org/b/',
      findTitle: (url: string) => (url === 'https://example.org/b/' ? 'Bees & <wasps>' : undefined),
    } as const;
    expect(renderBody('See {% post_link b %} and {% post_link b them %}.', input).html).toBe(
      '<p>See <a href="https://example.org/b/">Bees &amp; &lt;wasps&gt;</a> and <a href="https://example.org/b/">them</a>.</p>',
    );
  });

  it('a parameter of Hugo is the value of it, or named', () => {
    const readValue = (name: string) => (name === 'version' ? '1 < 2' : undefined);
    const rendered = renderBody('It is {{< param "version" >}}{{< param other >}}.', {
      preset: 'hugo',
      readValue,
    });
    expect(rendered.html).toBe('<p>It is 1 &lt; 2.</p>');
    expect(rendered.problems.map(({ code }) => code)).toEqual(['removed-template']);
  });
});
