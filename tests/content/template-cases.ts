export const OTHER = 'https://example.org/blog/other/';
const VIDEO =
  '<a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ"><img src="https://i.ytimg.com/vi/dQw4w9WgXcQ/hqdefault.jpg" alt="Video on YouTube"></a>';
const paragraph = (html: string) => `<p>${html}</p>`;

/** What a reader is shown for a construct of a dialect. */
type Case = readonly [name: string, text: string, html: string];

const liquid: readonly Case[] = [
  ['raw around code', '{% raw %}`{{ x }}`{% endraw %}', '<p><code>{{ x }}</code></p>'],
  ['raw in prose, as code', 'Write {% raw %}{{ x }}{% endraw %}.', '<p>Write <code>{{ x }}</code>.</p>'],
  ['raw marks in a fence', '```\n{% raw %}\n{{ x }}\n{% endraw %}\n```', '<pre><code>{{ x }}\n</code></pre>'],
  [
    'highlight',
    '{% highlight ruby linenos %}\nputs `*a*`\n{{ x }}\n{% endhighlight %}',
    '<pre><code class="language-ruby">puts `*a*`\n{{ x }}\n</code></pre>',
  ],
  ['post_url', '[a]({% post_url 2024-01-02-other %})', `<p><a href="${OTHER}">a</a></p>`],
  ['link to an article', '[a]({% link _posts/2024-01-02-other.md %})', `<p><a href="${OTHER}">a</a></p>`],
  [
    'link to a file',
    '[a]({% link /files/a.pdf %})',
    '<p><a href="https://example.org/blog/files/a.pdf">a</a></p>',
  ],
  [
    'site.url and baseurl',
    '[a]({{ site.url }}{{ site.baseurl }}/x)',
    '<p><a href="https://example.org/blog/x">a</a></p>',
  ],
  [
    'relative_url',
    '[a]({{ "/x.png" | relative_url }})',
    '<p><a href="https://example.org/blog/x.png">a</a></p>',
  ],
  [
    'absolute_url',
    "[a]({{ 'x.png' | absolute_url }})",
    '<p><a href="https://example.org/blog/x.png">a</a></p>',
  ],
  [
    'prepend',
    '<img src="{{ \'/x.png\' | prepend: site.baseurl }}">',
    '<img src="https://example.org/blog/x.png">',
  ],
  ['page.url', '[a]({{ page.url }}#b)', '<p><a href="https://example.org/blog/2024/post/#b">a</a></p>'],
  ['page.title', '{{ page.title }}', '<p>A title</p>'],
  ['comment', 'a{% comment %}b {{ c }} `d`{% endcomment %}e', '<p>ae</p>'],
  ['capture and assign', '{% assign a = 1 %}{% capture b %}c{% endcapture %}d', '<p>d</p>'],
  ['an included player', '{% include youtube.html id="dQw4w9WgXcQ" %}', paragraph(VIDEO)],
  [
    'an included picture',
    '{% include figure.html src="/a.png" caption="A & b" %}',
    '<figure><img src="https://example.org/a.png" alt=""><figcaption>A &amp; b</figcaption></figure>',
  ],
];

const kramdown: readonly Case[] = [
  ['a class of its own line', 'a\n{: .lead #x}\n\nb', '<p>a</p>\n<p>b</p>'],
  [
    'attributes of a link',
    '[a](/b){:target="_blank" rel="nofollow"}',
    '<p><a href="https://example.org/b">a</a></p>',
  ],
  ['a table of contents', '* TOC\n{:toc}\n\na', '<p>a</p>'],
  ['a comment', 'a{::comment}b{:/comment}c', '<p>ac</p>'],
  [
    'what is no attribute list stays, as code',
    'Print with {:?} or {:#?}.',
    '<p>Print with <code>{:?}</code> or <code>{:#?}</code>.</p>',
  ],
];

const hugo: readonly Case[] = [
  [
    'figure',
    'a\n\n{{< figure src="a_b_c.png" alt="x" caption="y" link="/z" >}}\n*b*',
    '<p>a</p>\n<figure><a href="https://example.org/z"><img src="https://example.org/blog/2024/post/a_b_c.png" alt="x"></a><figcaption>y</figcaption></figure>\n<p><em>b</em></p>',
  ],
  ['youtube', '{{< youtube dQw4w9WgXcQ >}}', paragraph(VIDEO)],
  ['youtube by name', '{{< youtube id="dQw4w9WgXcQ" autoplay="true" >}}', paragraph(VIDEO)],
  ['vimeo', '{{< vimeo 146022717 >}}', '<p><a href="https://vimeo.com/146022717">Video on Vimeo</a></p>'],
  ['asciinema', '{{< asciinema 14 >}}', '<p><a href="https://asciinema.org/a/14">asciinema</a></p>'],
  ['gist', '{{< gist spf13 7896402 >}}', '<p><a href="https://gist.github.com/spf13/7896402">Gist</a></p>'],
  ['tweet', '{{< tweet user="a" id="12" >}}', '<p><a href="https://twitter.com/a/status/12">Tweet</a></p>'],
  ['ref', '[a]({{< ref "other.md#b" >}})', `<p><a href="${OTHER}#b">a</a></p>`],
  ['relref', '[a]({{% relref "other.md" %}})', `<p><a href="${OTHER}">a</a></p>`],
  [
    'highlight',
    '{{< highlight go "linenos=table" >}}\na := `b`\n{{< /highlight >}}',
    '<pre><code class="language-go">a := `b`\n</code></pre>',
  ],
  ['shown shortcodes, as code', '{{</* youtube x */>}}', '<p><code>{{&lt; youtube x &gt;}}</code></p>'],
  ['a quotation', '{{< quote >}}\n*a*\n{{< /quote >}}', '<blockquote>\n<p><em>a</em></p>\n</blockquote>'],
];

const zola: readonly Case[] = [
  ['youtube', '{{ youtube(id="dQw4w9WgXcQ") }}', paragraph(VIDEO)],
  [
    'a quotation',
    '{% quote(author="B") %}\n*a*\n{% end %}',
    '<blockquote>\n<p><em>a</em></p>\n<p>— B</p>\n</blockquote>',
  ],
  ['an internal link', '[a](@/blog/other.md#b)', `<p><a href="${OTHER}#b">a</a></p>`],
  ['a comment', 'a{# b #}c', '<p>ac</p>'],
  ['the id of a heading', '## a {#b}', '<h2>a</h2>'],
];

const hexo: readonly Case[] = [
  [
    'codeblock',
    '{% codeblock lang:js %}\nlet a\n{% endcodeblock %}',
    '<pre><code class="language-js">let a\n</code></pre>',
  ],
  [
    'asset_img',
    '{% asset_img a.jpg A tree %}',
    '<img src="https://example.org/blog/2024/post/a.jpg" alt="A tree">',
  ],
  ['img', '{% img left /a.jpg 100 200 "A tree" %}', '<img src="https://example.org/a.jpg" alt="A tree">'],
  [
    'blockquote',
    '{% blockquote B %}\na\n{% endblockquote %}',
    '<blockquote>\n<p>a</p>\n<p>— B</p>\n</blockquote>',
  ],
  ['youtube', '{% youtube dQw4w9WgXcQ %}', paragraph(VIDEO)],
  ['link', '{% link A place https://b.example/ %}', '<p><a href="https://b.example/">A place</a></p>'],
  ['post_link', '{% post_link other.md A post %}', `<p><a href="${OTHER}">A post</a></p>`],
];

const wordpress: readonly Case[] = [
  [
    'caption',
    '[caption id="a" align="left" width="300"]<a href="/b"><img src="/a.jpg" alt="" /></a> The <em>words</em>[/caption]',
    '<figure><a href="https://example.org/b"><img src="https://example.org/a.jpg" alt=""></a><figcaption>The <em>words</em></figcaption></figure>',
  ],
  [
    'caption around Markdown',
    '[caption a="b"]![c](/a.jpg) *d*[/caption]',
    '<figure>\n<p><img src="https://example.org/a.jpg" alt="c"></p>\n<figcaption>\n<p><em>d</em></p>\n</figcaption></figure>',
  ],
  ['embed of a video', '[embed]https://youtu.be/dQw4w9WgXcQ[/embed]', paragraph(VIDEO)],
  [
    'embed of a page',
    '[embed]https://a.example/b[/embed]',
    '<p><a href="https://a.example/b">https://a.example/b</a></p>',
  ],
  ['youtube', '[youtube https://www.youtube.com/watch?v=dQw4w9WgXcQ]', paragraph(VIDEO)],
  [
    'sourcecode',
    '[sourcecode language="php"]\n$a = "[b]";\n[/sourcecode]',
    '<pre><code class="language-php">$a = "[b]";\n</code></pre>',
  ],
  ['block comments', '<!-- wp:paragraph {"a":1} -->\n<p>b</p>\n<!-- /wp:paragraph -->', '<p>b</p>'],
  [
    'links that look like it stay links',
    '[gallery](/a) and [video][v] and [audio]\n\n[v]: /b',
    '<p><a href="https://example.org/a">gallery</a> and <a href="https://example.org/b">video</a> and [audio]</p>',
  ],
];

const docusaurus: readonly Case[] = [
  [
    'a note',
    ':::note\n\n*a*\n\n:::\n\nb',
    '<blockquote>\n<p><strong>Note</strong></p>\n<p><em>a</em></p>\n</blockquote>\n<p>b</p>',
  ],
  [
    'a titled note',
    ':::tip My *title*\na\n:::',
    '<blockquote>\n<p><strong>My <em>title</em></strong></p>\n<p>a</p>\n</blockquote>',
  ],
  [
    'a title in brackets',
    ':::info[My title]\na\n:::',
    '<blockquote>\n<p><strong>My title</strong></p>\n<p>a</p>\n</blockquote>',
  ],
  [
    'code in a note',
    ':::note\n```\n:::\n```\n:::',
    '<blockquote>\n<p><strong>Note</strong></p>\n<pre><code>:::\n</code></pre>\n</blockquote>',
  ],
  ['imports', 'import A from "a";\nimport {\n  b,\n  c,\n} from \'d\';\n\ne', '<p>e</p>'],
  ['comments', 'a {/* b */} c', '<p>a  c</p>'],
  [
    'a picture by require',
    '<img src={require("./a.png").default} alt="b" style={{width: "1px"}} />',
    '<img src="https://example.org/blog/2024/post/a.png" alt="b">',
  ],
  [
    "alerts, GitHub's too",
    '> [!WARNING]\n> a',
    '<blockquote>\n<p><strong>Warning</strong></p>\n<p>a</p>\n</blockquote>',
  ],
];

export const dialects = { liquid, kramdown, hugo, zola, hexo, wordpress, docusaurus };
