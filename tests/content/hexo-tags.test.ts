import { describe, expect, test } from 'vitest';
import { renderBody } from './reading.ts';

const html = (text: string) => renderBody(text, { preset: 'hexo' }).html;

/** What themes of Hexo show for their tags, whose arguments stand without quotes. */
const TAGS: readonly (readonly [tag: string, shown: string])[] = [
  ['{% u two words %}', '<p><u>two words</u></p>'],
  ['{% emp 文本 %}', '<p><em>文本</em></p>'],
  ['{% del gone %}', '<p><del>gone</del></p>'],
  ['{% kbd Ctrl %}', '<p><kbd>Ctrl</kbd></p>'],
  ['{% psw covered %}', '<p>covered</p>'],
  ['{% mark seen color:red %}', '<p><mark>seen</mark></p>'],
  ['{% span center logo large, two *words* %}', '<p>two <em>words</em></p>'],
  ['{% p red, words %}', '<p>words</p>'],
  ['{% checkbox green checked, words %} {% radio plain %}', '<p>words plain</p>'],
  ['{% label primary@words %} {% label words blue %} {% label @words %}', '<p>words words words</p>'],
  ['{% progress 10 red words %}', '<p>words</p>'],
  ['{% ghcard ann/boat, theme=vue %}', '<p><a href="https://github.com/ann/boat">ann/boat</a></p>'],
  [
    '{% hideInline the answer,Show it,#FF7242,#fff %}',
    '<details><summary>Show it</summary>the answer</details>',
  ],
  ["{% hideInline 'the answer' %}", '<details><summary>Click</summary>the answer</details>'],
  ['{% a Near https://near.example/ %}', '<p><a href="https://near.example/">Near</a></p>'],
  ['{% anchor "Two words" https://two.example/ %}', '<p><a href="https://two.example/">Two words</a></p>'],
  [
    '{% img left /a.png 30 40 \'"A title" "An alt"\' %}',
    '<img src="https://example.org/a.png" alt="An alt">',
  ],
];

describe('tags of Hexo and its themes', () => {
  test.each(TAGS)('%s', (tag, shown) => {
    const { html: written, problems } = renderBody(tag, { preset: 'hexo' });
    expect(written.replace(/\s+/g, ' ').trim()).toBe(shown);
    expect(problems).toEqual([]);
  });

  test.each([
    [
      'tabs of NexT and Butterfly',
      '{% tabs Name, 2 %}\n<!-- tab First@icon -->\none\n<!-- endtab -->\n{% endtabs %}',
      '<p>First</p>',
    ],
    [
      'tabs of Icarus',
      '{% tabs style:boxed %}\n<!-- tab id:a title:Two words active -->\none\n<!-- endtab -->\n{% endtabs %}',
      '<p>Two words</p>',
    ],
    [
      'a tab without a name',
      '{% tabs Name %}\n<!-- tab @icon -->\none\n<!-- endtab -->\n{% endtabs %}',
      '<p>one</p>',
    ],
    [
      'a timeline',
      '{% timeline Our year,green %}\n<!-- timeline May -->\none\n<!-- endtimeline -->\n{% endtimeline %}',
      '<p>Our year</p> <p>May</p>',
    ],
    [
      'nodes of a timeline',
      '{% timeline Our year %}\n{% timenode May [x](https://x.example) %}\none\n{% endtimenode %}\n{% endtimeline %}',
      '<p>Our year</p> <p>May <a href="https://x.example/">x</a></p>',
    ],
    ['a poem', '{% poem Title,Ann %}\none\n{% endpoem %}', '<p>Title, Ann</p>'],
    [
      'a folded block',
      '{% hideBlock Look,bg,red %}\none\n{% endhideBlock %}',
      '<details><summary>Look</summary>',
    ],
    [
      'a toggle',
      '{% hideToggle Two words,bg,red %}\none\n{% endhideToggle %}',
      '<details><summary>Two words</summary>',
    ],
    ['a message', '{% message color:red title:"Two words" %}\none\n{% endmessage %}', '<p>Two words</p>'],
  ])('%s keeps its labels and its text', (_, text, shown) => {
    const { html: written, problems } = renderBody(text, { preset: 'hexo' });
    expect(written.replace(/\s+/g, ' ')).toContain(shown);
    expect(written).toContain('one');
    expect(problems).toEqual([]);
  });

  test('comments elsewhere are no labels', () => {
    expect(html('<!-- tab First -->\n\none')).not.toContain('First');
    expect(html('{% tabs Name %}\n<!-- First -->\none\n{% endtabs %}')).not.toContain('First');
  });

  test('a block of code has its title and link', () => {
    expect(
      html('{% codeblock A knot lang:js https://k.example/ The link mark:1 %}\nlet a\n{% endcodeblock %}'),
    ).toBe(
      '<p>A knot <a href="https://k.example/">The link</a></p>\n<pre><code class="language-js">let a\n</code></pre>',
    );
    expect(html('{% codeblock lang:js line_number:false %}\nlet a\n{% endcodeblock %}')).not.toContain('<p>');
  });

  test.each([
    ['Ann Bly, The Sea', '<p>— Ann Bly, The Sea</p>'],
    [
      'Ann Bly https://ann.example/book',
      '<p>— Ann Bly, <a href="https://ann.example/book">ann.example/book</a></p>',
    ],
    [
      'Ann Bly https://ann.example/book The Book',
      '<p>— Ann Bly, <a href="https://ann.example/book">The Book</a></p>',
    ],
  ])('a quotation says where it is from: %s', (source, shown) => {
    expect(html(`{% blockquote ${source} %}\none\n{% endblockquote %}`)).toContain(shown);
  });

  test('a quotation is not said by the side on which it stands', () => {
    expect(html('{% pullquote right %}\none\n{% endpullquote %}')).not.toContain('right');
  });
});

describe('signs of dollars', () => {
  test.each([
    '获取\u0024{}及其中的内容，也就是\u0024{sys:user.name}。',
    'x=$变量是一个表达式_用$完',
    'Run docker-compose-$(uname -s)-$(uname -m) < now',
    'Set \u0024{a_b} and \u0024{c_d} here',
  ])('are no formula in every preset: %s', (text) => {
    for (const preset of ['hexo', 'hugo', 'eleventy'] as const)
      expect(renderBody(text, { preset }).html).not.toContain('language-math');
  });

  test.each(['其中 $x_1$ 是', '面积 $S_{圆}=r^2$ 是', '$\\text{最大值}=1$'])('still are one: %s', (text) => {
    expect(html(text)).toContain('language-math');
  });
});

describe('links without brackets', () => {
  test('are links also beside a picture that is in its URL', () => {
    const picture = `<img src="https://shields.example/?logo=data:image/svg+xml;base64,${'Ab3+'.repeat(3000)}">`;
    expect(html(`https://a.example/b\n\n${picture}`)).toContain('<a href="https://a.example/b">');
  });
});
