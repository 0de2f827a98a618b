import { describe, expect, it } from 'vitest';
import { renderBody } from './reading.ts';

describe('code', () => {
  const template = '{{ a }} {% b %} {: .c} [gallery ids="1"] {{< d >}}';
  it.each([
    ['a fence', '```\n:::note\nimport a from "b"\nX\n```'],
    ['a fence of tildes in a list', '- a\n\n  ~~~ md\n  X\n  ~~~'],
    ['a fence in a quotation', '> ```\n> X\n> ```'],
    ['a fence around a fence', '````\n```\nX\n```\n````'],
    ['indented code', 'a\n\n    X\n\n    X'],
    ['indented code in a list', '1. a\n\n       X'],
    ['indented code in a quotation', '> a\n>\n>     X\n>\n>     X\n\nb'],
    ['indented code that begins a quotation', 'a\n\n>     X\n> b'],
    ['a span', 'a `X` b'],
    ['a span of two backticks', 'a ``X ` X`` b'],
    ['a span over two lines', 'a `X\nb` c'],
    ['an element', '<p><code>X</code></p>'],
    ['a block', '<pre>\nX\n\nX\n</pre>'],
  ])('is never touched: %s', (_name, text) => {
    const rendered = renderBody(text.replaceAll('X', template));
    const shown = rendered.html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"');
    expect(shown.split(template).length).toBe(text.split('X').length);
    expect(rendered.problems).toEqual([]);
  });

  it('does not begin in a list item that is only indented', () => {
    expect(renderBody('1.  a\n\n    {{ x }}b').html).toBe('<ol>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ol>');
  });

  it('does not begin in a list of a quotation, or where its paragraph goes on', () => {
    expect(renderBody('> 1. a\n>\n>     {{ x }}b\n').html).toContain('<p>b</p>');
    expect(renderBody('> a\n>     {{ x }}b\n').html).toMatch(/<p>a\s*b<\/p>/);
  });

  it('does not begin at a backtick that nothing closes in its paragraph', () => {
    expect(renderBody('a ` {{ x }}b\n\nc ` d').html).toBe('<p>a ` b</p>\n<p>c ` d</p>');
  });
});

describe('the code of a template tag stays in its list item, wherever its lines begin', () => {
  const TAGS = [
    ['hugo', '{{< highlight sh >}}', '{{< /highlight >}}'],
    ['hugo', '{{% highlight sh %}}', '{{% /highlight %}}'],
    ['hugo', '{{< code sh >}}', '{{< /code >}}'],
    ['jekyll', '{% highlight sh %}', '{% endhighlight %}'],
    ['hexo', '{% codeblock lang:sh %}', '{% endcodeblock %}'],
    ['hugo', '{{< mermaid >}}', '{{< /mermaid >}}'],
  ] as const;
  const CODE = '<pre><code class="language-X">echo -- "a"\n\n  b\n</code></pre>';
  it.each(TAGS)('%s: %s', (preset, open, close) => {
    const show = (text: string) =>
      renderBody(text, { preset }).html.replaceAll(/\s*(<\/?(?:ol|li|p|pre)>)\s*/g, '$1');
    const code = CODE.replace('X', open.includes('mermaid') ? 'mermaid' : 'sh');
    const item = `<ol><li><p>One:</p>${code}</li><li>`;
    expect(show(`1. One:\n   ${open}\necho -- "a"\n\n  b\n${close}\n\n2. Two\n`)).toContain(item);
    expect(show(`1. One:\n\n   ${open}\n   echo -- "a"\n\n     b\n   ${close}\n2. Two\n`)).toContain(item);
    expect(show(`1. ${open}\necho -- "a"\n\n  b${close}\n2. Two\n`)).toContain(`<ol><li>${code}</li><li>`);
  });
  it.each(TAGS)('and may follow words on their line: %s: %s', (preset, open, close) => {
    const { html } = renderBody(`Words: ${open}\necho "a"\n${close}\n`, { preset });
    expect(html).toMatch(/^<p>Words: ?<\/p>\s*<pre><code class="language-\w+">echo "a"\n<\/code><\/pre>$/);
  });
});
