import { describe, expect, it, test } from 'vitest';
import type { Preset, TemplateKind } from '../../src/model/index.ts';
import { expectLinearTime } from '../growth.ts';
import { listProblems, renderBody } from './reading.ts';

type Templates = Readonly<Record<string, string>>;

/** Renders a text of a site that has these templates, by kind and name (`shortcode:own`). */
function show(text: string, templates: Templates, preset: Preset = 'hugo') {
  const findTemplate = (kind: TemplateKind, name: string) => templates[`${kind}:${name}`];
  const readValue = (name: string) => (name === 'page.label' ? 'From the page' : undefined);
  const rendered = renderBody(text, { preset, findTemplate, readValue });
  return { html: rendered.html.replace(/\s*\n\s*/g, ' '), problems: listProblems(rendered) };
}

/** What stands in an article of Hugo, the template of its shortcode `own`, and the content. Compared with Hugo 0.111. */
const SHORTCODES: readonly (readonly [name: string, text: string, template: string, html: string])[] = [
  [
    'a named argument',
    '{{< own src="a.png" >}}',
    '<p><img src="/img/{{ .Get "src" }}"></p>',
    '<p><img src="https://example.org/img/a.png"></p>',
  ],
  [
    'an argument by its place',
    'It is {{< own "12_000*" >}}.',
    '<b>{{ .Get 0 }} €</b>',
    '<p>It is <b>12_000* €</b>.</p>',
  ],
  ['no Markdown in HTML', '{{< own >}}', '<p>Some *links* pay. "Yes"</p>', '<p>Some *links* pay. "Yes"</p>'],
  ['the inner text as HTML', '{{< own >}}a *b*{{< /own >}}', '<p>{{ .Inner }}</p>', '<p>a *b*</p>'],
  [
    'the inner text as Markdown',
    '{{< own >}}a *b*{{< /own >}}',
    '<p>{{ .Inner | markdownify }}</p>',
    '<p>a <em>b</em></p>',
  ],
  [
    'blocks of Markdown',
    '{{< own >}}\na *b*\n\n- c\n{{< /own >}}',
    '<div>{{ .Inner | markdownify }}</div>',
    '<div> <p>a <em>b</em></p> <ul> <li>c</li> </ul> </div>',
  ],
  [
    'Markdown in a page',
    '{{< own >}}*b*{{< /own >}}',
    '<p>{{ .Page.RenderString .Inner }}</p>',
    '<p><em>b</em></p>',
  ],
  [
    'a choice',
    '{{< own warn >}}',
    '<p>{{ if eq (.Get 0) "warn" }}Beware{{ else }}Note{{ end }}</p>',
    '<p>Beware</p>',
  ],
  [
    'another choice',
    '{{< own tip >}}',
    '<p>{{ if eq (.Get 0) "warn" }}Beware{{ else if .Get 0 }}Hint{{ else }}Note{{ end }}</p>',
    '<p>Hint</p>',
  ],
  [
    'with',
    '{{< own caption="A *cat*" >}}',
    '<p>{{ with .Get "caption" }}{{ . | markdownify }}{{ else }}none{{ end }}</p>',
    '<p>A <em>cat</em></p>',
  ],
  [
    'with nothing',
    '{{< own >}}',
    '<p>{{ with .Get "caption" }}{{ . }}{{ else }}none{{ end }}</p>',
    '<p>none</p>',
  ],
  [
    'a variable',
    '{{< own "b" >}}',
    '{{ $a := .Get 0 }}{{ $a = printf "%s-%s" $a "c" }}<p>{{ $a }}</p>',
    '<p>b-c</p>',
  ],
  ['a default', '{{< own >}}', '<p>{{ .Get 0 | default "word" | upper }}</p>', '<p>WORD</p>'],
  [
    'a list',
    '{{< own "a,b" >}}',
    '<ul>{{ range $i, $e := split (.Get 0) "," }}<li>{{ add $i 1 }} {{ . }}</li>{{ end }}</ul>',
    '<ul><li>1 a</li><li>2 b</li></ul>',
  ],
  [
    'escaped values',
    '{{< own "<b>&</b>" >}}',
    '<p title="{{ .Get 0 }}">{{ .Get 0 }}</p>',
    '<p title="&lt;b&gt;&amp;&lt;/b&gt;">&lt;b&gt;&amp;&lt;/b&gt;</p>',
  ],
  ['safe values', '{{< own "<b>a</b>" >}}', '<p>{{ .Get 0 | safeHTML }}</p>', '<p><b>a</b></p>'],
  [
    'numbers and words without quotes',
    '{{< own on=false n=3 >}}',
    '<p>{{ if .Get "on" }}on{{ else }}off {{ mul (.Get "n") 2 }}{{ end }}</p>',
    '<p>off 6</p>',
  ],
  [
    'URLs of the site',
    '{{< own >}}',
    '<p><a href="{{ "docs/" | relURL }}">Docs</a></p>',
    '<p><a href="https://example.org/blog/docs/">Docs</a></p>',
  ],
  [
    'the page',
    '{{< own >}}',
    '<p>{{ .Page.Title }}: {{ site.BaseURL }}</p>',
    '<p>A title: https://example.org/blog/</p>',
  ],
  [
    'a comment, and white space',
    '{{< own >}}',
    '{{/* not "this" }} */ -}}\n\n <p>a {{- " b" -}} c</p>',
    '<p>a bc</p>',
  ],
  [
    'a Markdown template',
    '{{% own "B" %}}in *it*{{% /own %}}',
    '**{{ .Get 0 }}**: {{ .Inner }}',
    '<p><strong>B</strong>: in <em>it</em></p>',
  ],
  [
    'code',
    '{{< own go >}}a < b{{< /own >}}',
    '{{ highlight .Inner (.Get 0) "" }}',
    '<pre><code class="language-go">a &lt; b </code></pre>',
  ],
  [
    'a text letter by letter',
    '{{< own "é😀x" >}}',
    '<p>{{ len (.Get 0) }} {{ strings.RuneCount (.Get 0) }} {{ delimit (split (.Get 0) "") "," }} {{ trim (.Get 0) "😁x" }}</p>',
    '<p>7 3 é,😀,x é😀</p>',
  ],
  [
    'a line of Markdown behind it',
    '{{< own >}}\nNot *so*.',
    '<div>a</div>',
    '<div>a</div> <p>Not <em>so</em>.</p>',
  ],
  [
    'others of the same name in it',
    '{{< own >}}a {{< own >}}b{{< /own >}}{{< /own >}}',
    '<i>{{ .Inner }}</i>',
    '<p><i>a <i>b</i></i></p>',
  ],
];

describe('the site’s own shortcodes of Hugo show what the page shows', () => {
  test.each(SHORTCODES)('%s', (_name, text, template, html) => {
    expect(show(text, { 'shortcode:own': template })).toEqual({ html, problems: [] });
  });

  // Compared with Hugo 0.111 and 0.131.
  it.each([
    [
      'with a value',
      '{{< own "Hello & you" >}}',
      '{{ partial "box.html" (dict "title" (.Get 0)) }}',
      '<div><b>{{ .title }}</b>{{ with $.missing }}x{{ end }}</div>',
      '<div><b>Hello &amp; you</b></div>',
    ],
    [
      'with the shortcode itself',
      '{{< own a="b" >}}',
      '{{ partial "box.html" . }}',
      '<p>{{ .Get "a" }} of {{ .Page.Title }}</p>',
      '<p>b of A title</p>',
    ],
    ['by its other name', '{{< own >}}', '{{ partialCached "box.html" . }}', '<p>c</p>', '<p>c</p>'],
  ])('in a partial %s', (_name, text, template, partial, html) => {
    const templates = { 'shortcode:own': template, 'partial:box.html': partial };
    expect(show(text, templates)).toEqual({ html, problems: [] });
  });

  it('with images of the page, in their own size', () => {
    const template =
      '{{ $i := .Page.Resources.GetMatch (.Get "src") }}{{ with $i }}<img src="{{ .RelPermalink }}" width="{{ .Width }}"><img src="{{ (.Resize "20x").Permalink }}">{{ end }}';
    const url = 'https://example.org/blog/2024/post/a%20b.png';
    expect(show('{{< own src="a b.png" >}}', { 'shortcode:own': template })).toEqual({
      html: `<p><img src="${url}"><img src="${url}"></p>`,
      problems: [],
    });
  });

  it.each([
    '{{ (.Page.Resources.GetMatch "a.png").Title }}<p>x</p>',
    '{{ (.Page.Resources.GetMatch "*.png").RelPermalink }}<p>x</p>',
    '{{ (.Page.Resources.Get "a.md").Content }}<p>x</p>',
    '{{ partial "nowhere.html" . }}<p>x</p>',
    '{{ partial "circle.html" . }}<p>x</p>',
    '{{ partial "unknown.html" . }}<p>x</p>',
  ])('say so where nobody knows it: %s', (template) => {
    const templates = {
      'shortcode:own': template,
      'partial:circle.html': '{{ partial "circle.html" . }}',
      'partial:unknown.html': '{{ now }}',
    };
    expect(show('{{< own >}}', templates)).toEqual({ html: '', problems: ['removed-template:5'] });
  });
});

/** The same for Zola. Compared with Zola 0.22. */
const CALLS: readonly (readonly [name: string, text: string, template: string, html: string])[] = [
  [
    'arguments',
    '{{ own(src="a.png", alt=\'A "b"\') }}',
    '<p><img src="/img/{{ src }}" alt="{{ alt }}"></p>',
    '<p><img src="https://example.org/img/a.png" alt="A &quot;b&quot;"></p>',
  ],
  [
    'a choice',
    '{{ own(n=2) }}',
    '<p>{% if n > 2 %}many{% elif n == 2 %}two{% else %}few{% endif %}</p>',
    '<p>two</p>',
  ],
  [
    'what is not given',
    '{{ own() }}',
    '<p>a{% if b %}{{ b }}{% endif %}{{ c | default(value="d") }}{% if e is defined %}e{% endif %}</p>',
    '<p>ad</p>',
  ],
  [
    'escaped values',
    '{{ own(a="<b>*c*</b>") }}',
    '<p>{{ a }} {{ a | safe }}</p>',
    '<p>&lt;b&gt;*c*&lt;/b&gt; <b>*c*</b></p>',
  ],
  ['Markdown', '{{ own(a="*c*") }}', '<p>{{ a | markdown(inline=true) | safe }}</p>', '<p><em>c</em></p>'],
  [
    'URLs',
    '{{ own() }}',
    '<p><a href="{{ get_url(path="docs/" ~ "a") }}">{{ config.base_url | safe }}</a></p>',
    '<p><a href="https://example.org/blog/docs/a">https://example.org/blog</a></p>',
  ],
  [
    'an image of another size',
    '{{ own(src="b.png") }}',
    '{% set i = resize_image(path="static/img/" ~ src, width=20, op="fit_width") %}<p><img src="{{ i.url }}" width="{{ i.width }}"></p>',
    '<p><img src="https://example.org/blog/img/b.png"></p>',
  ],
  [
    'an image beside the article',
    '{{ own(src="a.png") }}',
    '<p><img src="{{ get_url(path=page.colocated_path ~ src) }}"></p>',
    '<p><img src="https://example.org/blog/2024/post/a.png"></p>',
  ],
  ['a block as text', '{% own() %}<i>*a*</i>{% end %}', '<p>{{ body }}</p>', '<p>&lt;i&gt;*a*&lt;/i&gt;</p>'],
  ['a block as HTML', '{% own() %}<i>*a*</i>{% end %}', '<p>{{ body | safe }}</p>', '<p><i>*a*</i></p>'],
  [
    'a block as Markdown',
    '{% own() %}\nSome *a*.\n\n- b\n{% end %}',
    '<div>{{ body | markdown | safe }}</div>',
    '<div> <p>Some <em>a</em>.</p> <ul> <li>b</li> </ul> </div>',
  ],
  [
    'a block in a block',
    '{% own() %}a {% own() %}b{% end %}{% end %}',
    '<div>{{ body | markdown | safe }}</div>',
    '<div> <p>a </p><div> <p>b</p> </div> </div>',
  ],
  [
    'a loop',
    '{{ own(of="a,b") }}',
    '<ul>{% for x in of | split(pat=",") %}<li>{{ loop.index }}{{ x | upper }}</li>{% endfor %}</ul>',
    '<ul><li>1A</li><li>2B</li></ul>',
  ],
  [
    'a text letter by letter',
    '{{ own(a="é😀") }}',
    '<p>{{ a | length }} {{ a | split(pat="") | join(sep=",") }}</p>',
    '<p>2 ,é,😀,</p>',
  ],
  [
    'a value that is set',
    '{{ own(a="b") }}',
    '{# none #}{% set c = a ~ "d" -%}  <p>{{ c }}</p>',
    '<p>bd</p>',
  ],
];

describe('the site’s own shortcodes of Zola show what the page shows', () => {
  test.each(CALLS)('%s', (_name, text, template, html) => {
    expect(show(text, { 'call:own.html': template }, 'zola')).toEqual({ html, problems: [] });
  });

  it('in a Markdown template', () => {
    const template = '**{{ who }}**: {{ body }}';
    expect(show('{% own(who="B") %}in *it*{% end %}', { 'call:own.md': template }, 'zola').html).toBe(
      '<p><strong>B</strong>: in <em>it</em></p>',
    );
  });

  test.each([
    ['another function', '<p>{{ load_data(path="a") }}{{ body }}</p>'],
    ['a number that Zola counts', '<p>{{ nth }}{{ body }}</p>'],
    ['a macro', '{% import "a.html" as a %}{{ body }}'],
    ['an end too few', '{% if body %}{{ body }}'],
    ['a tag that is not closed', '{{ body }} {% if'],
  ])('and with %s the text stays as it would be without', (_name, template) => {
    const { html, problems } = show('{% own() %}The *text*.{% end %}', { 'call:own.html': template }, 'zola');
    expect({ html, problems }).toEqual({
      html: '<p>The <em>text</em>.</p>',
      problems: ['removed-template:5'],
    });
  });
});

describe('what a template does beside that', () => {
  test.each([
    ['a partial', '<p>{{ partial "a.html" . }}{{ .Inner }}</p>'],
    [
      'an image of the page',
      '{{ $i := .Page.Resources.GetMatch "a" }}<img src="{{ $i.Permalink }}">{{ .Inner }}',
    ],
    ['a translation', '<p>{{ i18n "note" }}</p>{{ .Inner }}'],
    ['its own count', '<p>{{ .Ordinal }}</p>{{ .Inner }}'],
    ['a definition', '{{ define "a" }}a{{ end }}{{ .Inner }}'],
    ['an end too many', '{{ .Inner }}{{ end }}'],
    ['an end too few', '{{ if .Inner }}{{ .Inner }}'],
    ['nothing that a feed could show', '<div class="chart"></div><script>draw(`{{ .Inner }}`)</script>'],
  ])('%s leaves the text of the article as it would be without', (_name, template) => {
    const { html, problems } = show('{{< own >}}The *text*.{{< /own >}}', { 'shortcode:own': template });
    if (!template.includes('script')) expect(problems).toEqual(['removed-template:5']);
    expect(html).toContain('text');
  });

  it('is no reason to lose a player that only a script makes', () => {
    const template = '<div class="player" data-id="{{ .Get 0 }}"><button>Play</button></div>';
    expect(show('{{< youtube dQw4w9WgXcQ >}}', { 'shortcode:youtube': template }).html).toContain(
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    );
  });

  it('is safe, and hidden where the page hides it', () => {
    const template = '<p onclick="x()">a</p><script>x()</script><p style="display:none">secret</p>';
    const { html, problems } = show('{{< own >}}', { 'shortcode:own': template });
    expect(html).toBe('<p>a</p>');
    expect(problems).toContain('hidden-content:5');
  });
});

describe('files that an article includes show what the page shows', () => {
  test.each([
    ['a text', '{% include x.html %}', 'Prices were *checked*.', '<p>Prices were <em>checked</em>.</p>'],
    [
      'values',
      '{% include x.html Src="a.png" alt=page.label %}',
      '<p><img src="/img/{{ include.Src }}" alt="{{ include.alt }}"></p>',
      '<p><img src="https://example.org/img/a.png" alt="From the page"></p>',
    ],
    [
      'a choice',
      '{% include x.html %}',
      '<p>a{% if include.b %}b{% endif %}{{ include.c | default: "d" }}</p>',
      '<p>ad</p>',
    ],
    [
      'Markdown',
      '{% include x.html c="A *cat*" %}',
      '<div>{{ include.c | markdownify }}</div>',
      '<div><p>A <em>cat</em></p> </div>',
    ],
    [
      'a text that was captured',
      '{% capture c %}*b*{% endcapture %}{% include x.html c=c %}',
      '{{ include.c }}!',
      '<p><em>b</em>!</p>',
    ],
    ['a quote in a value', '{% include x.html c="a \\"b\\"" %}', '<p>{{ include.c }}</p>', '<p>a "b"</p>'],
  ])('%s', (_name, text, template, html) => {
    const shown = show(text, { 'include:x.html': template }, 'jekyll');
    expect(shown).toEqual({ html: html.replaceAll('\\"', '"'), problems: [] });
  });

  it('keep an image among blank lines and far indents, in a list too', () => {
    const template =
      '<figure>\n\n  <picture>\n    {% if include.b %}x{% endif %}\n\n    <!-- else -->\n    <img\n      src="/a.png"\n\n      alt="b"\n    />\n\n  </picture>\n\n</figure>\n';
    for (const [before, after] of [
      ['', ''],
      ['- a\n  - b\n\n    ', '\n\n    c'],
    ]) {
      const text = `${before}{% include x.html %}${after}\n\nThe *end*.`;
      const { html, problems } = show(text, { 'include:x.html': template }, 'jekyll');
      expect(html).toMatch(/<picture>\s*<img src="[^"]*\/a.png" alt="b">\s*<\/picture>/);
      expect(html).toContain('<p>The <em>end</em>.</p>');
      expect(problems).toEqual([]);
    }
  });

  it('beside the article, and with the values of Eleventy', () => {
    expect(show('{% include_relative x.md %}', { 'beside:x.md': 'a *b*' }, 'jekyll').html).toBe(
      '<p>a <em>b</em></p>',
    );
    expect(
      show('{% include \'x.html\', who: "Ann" %}', { 'include:x.html': 'Hi {{ who }}' }, 'eleventy').html,
    ).toBe('<p>Hi Ann</p>');
  });

  it('are read as before where a part of them is unknown', () => {
    const text = '{% include box.html content="Back up all your files." %}';
    const { html, problems } = show(
      text,
      { 'include:box.html': '{{ site.none }}{{ include.content }}' },
      'jekyll',
    );
    expect({ html, problems }).toEqual({
      html: '<p>Back up all your files.</p>',
      problems: ['removed-template:5'],
    });
  });

  it('go without a word where they set variables and show nothing', () => {
    const setup =
      '{% capture c %}<!-- paths -->{% include none %}{% capture d %}{{ b }}{% endcapture %}{% endcapture %}\n{% if a %}{% assign b = a %}{% endif %}';
    const include = (template: string) =>
      show('{% include JB/setup %}\n\nText', { 'include:JB/setup': template }, 'jekyll');
    expect(include(setup)).toEqual({ html: '<p>Text</p>', problems: [] });
    expect(include(`${setup}{{ c }}`).problems).toEqual(['removed-template:5']);
    expect(include(`${setup}{% include none %}`).problems).toEqual(['removed-template:5']);
    expect(show('{% include JB/setup %}', {}, 'jekyll').problems).toEqual(['removed-template:5']);
  });

  it('stay hidden where their name says so', () => {
    const templates = { 'include:private.html': '<p>{{ include.content }}</p>' };
    const { html, problems } = show('a{% include private.html content="Not for all" %}', templates, 'jekyll');
    expect({ html, problems }).toEqual({ html: '<p>a</p>', problems: ['hidden-content:5'] });
  });
});

describe('parts of an article in other files', () => {
  const parts = {
    'part:./a.md': '---\ntitle: A\n---\n## Part\n\nAn *egg*.\n',
    'part:../b.md': 'one\ntwo\nthree\n',
    'part:./c.md': 'c <!--@include: ./d.md-->',
    'part:./d.md': '*d*',
    'part:./_e.mdx': '---\nx: y\n---\nSome *e*.\n',
    'part:./self.md': 's <!--@include: ./self.md-->'.repeat(5),
  };
  test.each([
    ['<!--@include: ./a.md-->', '<h2>Part</h2> <p>An <em>egg</em>.</p>'],
    ['a\n\n<!-- @include: ../b.md{2,} -->', '<p>a</p> <p>two three</p>'],
    ['<!--@include: ../b.md{,1}-->', '<p>one</p>'],
    ['<!--@include: ./c.md-->', '<p>c <em>d</em></p>'],
    ['```md\n<!--@include: ../b.md{1,1}-->\n```', '<pre><code class="language-md">one </code></pre>'],
  ])('VitePress: %j', (text, html) => {
    expect(show(text, parts, 'vitepress')).toEqual({ html, problems: [] });
  });

  it('say so where nobody knows them', () => {
    const { html, problems } = show('a\n\n<!--@include: ./none.md-->\n\nb', parts, 'vitepress');
    expect({ html, problems }).toEqual({ html: '<p>a</p> <p>b</p>', problems: ['removed-template:7'] });
  });

  const code = {
    'snippet:./a.js':
      'let a = 1;\n// #region two\n  let b = 2;\n// #region in\n    let c = 3;\n// #endregion in\n// #endregion two\nlet d;\n',
    'snippet:@/x.md': '```js\nlet a;\n```\n',
  };
  test.each([
    [
      '<<< ./a.js#two{2 ts:line-numbers} [a.js]',
      '<pre><code class="language-ts">let b = 2; let c = 3; </code></pre>',
    ],
    [
      'a\n\n<<< @/x.md\n\n*b*',
      '<p>a</p> <pre><code class="language-md">```js let a; ``` </code></pre> <p><em>b</em></p>',
    ],
    ['```md\n<<< ./a.js\n```', '<pre><code class="language-md">&lt;&lt;&lt; ./a.js </code></pre>'],
    ['a <<< b', '<p>a &lt;&lt;&lt; b</p>'],
  ])('VitePress, of code: %j', (text, html) => {
    expect(show(text, code, 'vitepress')).toEqual({ html, problems: [] });
  });

  test.each(['<<< ./none.js', '<<< ./a.js#none'])('VitePress, of code nobody knows: %s', (text) => {
    expect(show(`a\n\n${text}\n\nb`, code, 'vitepress')).toEqual({
      html: '<p>a</p> <p>b</p>',
      problems: ['removed-template:7'],
    });
  });

  it('have an end', () => {
    expect(show('<!--@include: ./self.md-->', parts, 'vitepress').html.length).toBeLessThan(1_000_000);
  });

  it('are imported into MDX, but not into its code', () => {
    const findTemplate = (kind: TemplateKind, name: string) =>
      new Map(Object.entries(parts)).get(`${kind}:${name}`);
    const text = "import E from './_e.mdx';\n\na\n\n<E />\n\n`<E />`";
    const { html, problems } = renderBody(text, { file: 'a.mdx', preset: 'docusaurus', findTemplate });
    expect(html.replaceAll('\n', '')).toBe('<p>a</p><p>Some <em>e</em>.</p><p><code>&lt;E /&gt;</code></p>');
    expect(problems).toEqual([]);
  });
});

describe('templates of strangers', () => {
  const bombs: readonly (readonly [string, string, Templates, Preset])[] = [
    [
      'one that includes itself',
      '{% include a.html %}',
      { 'include:a.html': '{% include a.html %}'.repeat(30) },
      'jekyll',
    ],
    [
      'a value that doubles',
      '{% include a.html c="aaaaaaaaaa" %}',
      {
        'include:a.html': `{% capture c %}${'{{ include.c }}'.repeat(100)}{% endcapture %}{% include a.html c=c %}`,
      },
      'jekyll',
    ],
    [
      'a text that doubles',
      `{% assign a = "aaaa" %}${'{% assign a = a | append: a %}'.repeat(60)}{{ a }}`,
      {},
      'jekyll',
    ],
    [
      'a list that doubles',
      `{% assign a = "a,b" | split: "," %}${'{% assign a = a | concat: a %}'.repeat(60)}{{ a | join: "-" }}`,
      {},
      'jekyll',
    ],
    [
      'a replacement that grows',
      `{% assign a = "aaaa" %}${'{% assign a = a | replace: "a", a %}'.repeat(60)}{{ a }}`,
      {},
      'jekyll',
    ],
    [
      'a large value, often',
      `{% assign a = "${'a'.repeat(90_000)}" %}${'{{ a }} '.repeat(5000)}`,
      {},
      'jekyll',
    ],
    [
      'a variable of Hugo that doubles',
      '{{< own "aaaa" >}}',
      { 'shortcode:own': `{{ $a := .Get 0 }}${'{{ $a = printf "%s%s" $a $a }}'.repeat(60)}{{ $a }}` },
      'hugo',
    ],
    [
      'loops in loops',
      '{{< own >}}',
      {
        'shortcode:own': `{{ $l := split "${'a,'.repeat(500)}" "," }}${'{{ range $l }}'.repeat(20)}a${'{{ end }}'.repeat(20)}`,
      },
      'hugo',
    ],
    [
      'brackets in brackets',
      '{{< own >}}',
      { 'shortcode:own': `{{ ${'('.repeat(1500)}1${')'.repeat(1500)} }}` },
      'hugo',
    ],
  ];
  test.each(bombs)('%s has an end', (_name, text, templates, preset) => {
    expect(show(text, templates, preset).html.length).toBeLessThan(5_000_000);
  });

  test.each([
    ['{{< own >}}', 'openings', '{{'],
    ['{{< own >}}', 'choices', '{{ if 1 }}'],
    ['{{< own >}}', 'quotes', '{{ "" '],
    ['{{ own() }}', 'openings', '{{'],
    ['{{ own() }}', 'choices', '{% if a %}'],
    ['{{ own() }}', 'quotes', '{{ "" '],
    ['{{ own() }}', 'comments', '{# '],
  ])('%s: %s take linear time', (text, _name, part) => {
    const templates = (size: number) => ({
      'shortcode:own': part.repeat(size),
      'call:own.html': part.repeat(size),
    });
    expectLinearTime((size) => show(text, templates(size), text.includes('<') ? 'hugo' : 'zola'), 3000);
  });

  test.each<[string, string, Preset]>([
    ['blocks of Handlebars', '{{#if a}} a ', 'eleventy'],
    ['blocks of Handlebars in each other', '{{#if true}}', 'eleventy'],
    ['programs of EJS', '<% if (a) { %> a ', 'eleventy'],
    ['files to include', '<!--@include: ./none.md-->', 'vitepress'],
    ['files of code to include', '`x`\n\n<<< ./none.js\n\n', 'vitepress'],
    ['hidden callouts', '> [!private]\n> a\n\n', 'hugo'],
    ['rules in rules', '<style>.a{.b{.c{.d{.e{.f{display:none}}}}}}</style>', 'hugo'],
  ])('%s take linear time', (_name, part, preset) => {
    expectLinearTime((size) => show(part.repeat(size), {}, preset), 1500);
  });

  it('white space in an action without an end takes linear time', () => {
    expectLinearTime((size) => show('{{< own >}}', { 'shortcode:own': `{{ ${' '.repeat(size)}{` }), 50_000);
  });

  it('open shortcodes take linear time', () => {
    expectLinearTime(
      (size) => show('{{< own >}} a '.repeat(size), { 'shortcode:own': '<p>{{ .Inner }}</p>' }),
      3000,
    );
  });
});
