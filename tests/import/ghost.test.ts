import { expect, test } from 'vitest';
import type { Post } from '../../src/import/post.ts';
import { findGhost, readGhost } from '../../src/import/read-ghost.ts';

const SITE = 'https://harbour.example/';

/** One public post with these fields, and what stayed out. */
function readOne(fields: object): {
  readonly post: Post;
  readonly leftOut: Readonly<Record<string, number>>;
} {
  const row = { id: 'a1', title: 'T', slug: 't', status: 'published', published_at: '2024-05-01', ...fields };
  const data = findGhost({ db: [{ data: { posts: [row] } }] });
  const { posts, leftOut } = readGhost(data ?? {}, SITE);
  const [post] = posts;
  if (!post) throw new Error('no post');
  return { post, leftOut: Object.fromEntries(leftOut) };
}

const words = (text: string, format = 0) => ({ type: 'extended-text', text, format });
const lexical = (...children: readonly object[]) => JSON.stringify({ root: { type: 'root', children } });
const paragraph = (...children: readonly object[]) => ({ type: 'paragraph', children });
const item = (...children: readonly object[]) => ({ type: 'listitem', children });

test('a text that Ghost never rendered has all that its editor gave it', () => {
  const { post, leftOut } = readOne({
    html: null,
    lexical: lexical(
      { type: 'extended-heading', tag: 'h3', children: [words('Knots & bends')] },
      paragraph(
        words('Plain, '),
        words('bold', 1),
        words(' both', 3),
        { type: 'linebreak' },
        { type: 'link', url: 'https://else.example/?a=1&b=2', children: [words('there')] },
        words('a < b', 16),
      ),
      paragraph(),
      {
        type: 'list',
        listType: 'number',
        start: 3,
        children: [
          item(words('three')),
          item({ type: 'list', listType: 'bullet', children: [item(words('in'))] }),
        ],
      },
      { type: 'extended-quote', children: [words('Said')] },
    ),
  });
  expect(post.body).toBe(
    [
      '<h3>Knots &amp; bends</h3>',
      '<p>Plain, <strong>bold<em> both</em></strong><br><a href="https://else.example/?a=1&amp;b=2">there</a><code>a &lt; b</code></p>',
      '<ol start="3"><li>three<ul><li>in</li></ul></li></ol>',
      '<blockquote>Said</blockquote>',
    ].join('\n'),
  );
  expect(leftOut).toEqual({});
});

const CARDS: readonly (readonly [type: string, fields: object, html: string])[] = [
  [
    'image',
    { src: '__GHOST_URL__/a.jpg', alt: 'A "b"', caption: 'C' },
    '<figure><img src="https://harbour.example/a.jpg" alt="A &quot;b&quot;"><figcaption>C</figcaption></figure>',
  ],
  [
    'image',
    { src: '/a.jpg', width: 8, height: 6, href: '/b/' },
    '<figure><a href="/b/"><img src="/a.jpg" alt="" width="8" height="6"></a></figure>',
  ],
  [
    'codeblock',
    { code: 'a < b\n\nc', language: 'js' },
    '<pre><code class="language-js">a &lt; b\n\nc</code></pre>',
  ],
  ['horizontalrule', {}, '<hr>'],
  ['html', { html: '<p>Own</p>' }, '<p>Own</p>'],
  ['markdown', { markdown: '**md**' }, '<p><strong>md</strong></p>'],
  [
    'bookmark',
    { url: 'https://else.example/', metadata: { title: 'Else', description: 'What', author: 'Bo' } },
    '<figure><p><a href="https://else.example/">Else</a><br>What<br>Bo</p></figure>',
  ],
  [
    'embed',
    { url: 'https://else.example/v', html: '<iframe src="https://else.example/e"></iframe>', caption: 'V' },
    '<figure><iframe src="https://else.example/e"></iframe><figcaption>V</figcaption></figure>',
  ],
  [
    'embed',
    { url: 'https://else.example/v', html: '' },
    '<figure><p><a href="https://else.example/v">https://else.example/v</a></p></figure>',
  ],
  [
    'callout',
    { calloutEmoji: '💡', calloutText: 'Mind <b>it</b>' },
    '<blockquote><p>💡 Mind <b>it</b></p></blockquote>',
  ],
  ['toggle', { heading: 'More?', content: '<p>Yes</p>' }, '<h4>More?</h4><p>Yes</p>'],
  ['button', { buttonText: 'Go', buttonUrl: '/go/' }, '<p><a href="/go/">Go</a></p>'],
  [
    'gallery',
    { images: [{ src: '/a.jpg' }, { src: '/b.jpg', alt: 'B' }] },
    '<figure><img src="/a.jpg" alt=""><img src="/b.jpg" alt="B"></figure>',
  ],
  ['audio', { src: '/a.mp3', title: 'Song' }, '<audio controls src="/a.mp3"></audio>'],
  [
    'video',
    { src: '/v.mp4', caption: 'Film' },
    '<figure><video controls src="/v.mp4"></video><figcaption>Film</figcaption></figure>',
  ],
  [
    'file',
    { src: '/p.pdf', fileTitle: 'Plan', fileCaption: 'All' },
    '<p><a href="/p.pdf">Plan</a></p><p>All</p>',
  ],
  [
    'header',
    { header: 'Head', subheader: 'Sub', buttonEnabled: true, buttonText: 'Go', buttonUrl: '/go/' },
    '<h2>Head</h2><p>Sub</p><p><a href="/go/">Go</a></p>',
  ],
  [
    'product',
    {
      productTitle: 'Rope',
      productDescription: '<p>Strong</p>',
      productButtonEnabled: true,
      productButton: 'Buy',
      productUrl: '/buy/',
    },
    '<h4>Rope</h4><p>Strong</p><p><a href="/buy/">Buy</a></p>',
  ],
  [
    'call-to-action',
    { textValue: '<p>Call</p>', showButton: true, buttonText: 'Now', buttonUrl: '/now/' },
    '<p>Call</p><p><a href="/now/">Now</a></p>',
  ],
  ['signup', { header: 'Sign up' }, ''],
  ['email', { html: '<p>Only in mail</p>' }, ''],
  ['image', { src: '' }, ''],
];

test.each(CARDS)('the card %s is shown as its page shows it', (type, fields, html) => {
  expect(readOne({ lexical: lexical({ type, ...fields }) }).post.body).toBe(html);
});

test('a text of the editor before has all of it, too', () => {
  const mobiledoc = JSON.stringify({
    version: '0.3.1',
    markups: [['strong'], ['em'], ['a', ['href', '__GHOST_URL__/x/']]],
    atoms: [['soft-return', '', {}]],
    cards: [
      ['hr', {}],
      ['code', { code: 'x', language: 'js' }],
    ],
    sections: [
      [1, 'h2', [[0, [], 0, 'A & b']]],
      [
        1,
        'p',
        [
          [0, [0], 0, 'bold '],
          [0, [1], 2, 'both'],
          [1, [], 0, 0],
          [0, [2], 1, 'link'],
        ],
      ],
      [3, 'ul', [[[0, [], 0, 'one']], [[0, [0], 1, 'two']]]],
      [10, 0],
      [10, 1],
      [2, 'https://harbour.example/a.jpg'],
    ],
  });
  expect(readOne({ html: '', mobiledoc }).post.body).toBe(
    [
      '<h2>A &amp; b</h2>',
      '<p><strong>bold <em>both</em></strong><br><a href="https://harbour.example/x/">link</a></p>',
      '<ul><li>one</li><li><strong>two</strong></li></ul>',
      '<hr>',
      '<pre><code class="language-js">x</code></pre>',
      '<figure><img src="https://harbour.example/a.jpg" alt=""></figure>',
    ].join('\n'),
  );
});

test('what only members see is not in a post for everybody', () => {
  const gate = (who: string, text: string) =>
    `<!--kg-gated-block:begin ${who} memberSegment:"status:free" --><p>${text}</p><!--kg-gated-block:end-->`;
  const html = `<p>All</p>${gate('nonMember:false', 'SECRET')}<p>of it</p>${gate('nonMember:true', 'Strangers')}`;
  const rendered = readOne({ html });
  expect(rendered.post).toMatchObject({ state: 'public', body: '<p>All</p><p>of it</p><p>Strangers</p>' });
  expect(rendered.leftOut).toEqual({ 'blocks for members': 1 });
  const visibility = { web: { nonMember: false, memberSegment: '' } };
  const written = readOne({
    lexical: lexical(paragraph(words('All')), { type: 'html', html: 'SECRET', visibility }),
  });
  expect(written.post.body).toBe('<p>All</p>');
  expect(written.leftOut).toEqual({ 'blocks for members': 1 });
  const unclosed = readOne({ html: '<p>All</p><!--kg-gated-block:begin nonMember:false --><p>SECRET</p>' });
  expect(unclosed.post.body).toBe('<p>All</p>');
});

test('a wall in a post for everybody hides nothing from them; in a post for members it stays', () => {
  const html = '<p>Free</p><!--members-only--><p>Paid</p>';
  expect(readOne({ html }).post).toMatchObject({ state: 'public', body: '<p>Free</p><p>Paid</p>' });
  expect(readOne({ html, visibility: 'members' }).post).toMatchObject({ state: 'private', body: html });
});

test('what is unknown in a text is counted, and its words are kept', () => {
  const { post, leftOut } = readOne({
    lexical: lexical({ type: 'poll', children: [paragraph(words('Which?'))] }, { type: 'constructor' }),
  });
  expect(post.body).toBe('<p>Which?</p>');
  expect(leftOut).toEqual({ 'cards of type "poll"': 1, 'cards of type "constructor"': 1 });
});

test.each([
  ['a word of JavaScript for a state', { status: 'constructor', html: '<p>x</p>' }],
  ['a word of JavaScript for a visibility', { visibility: '__proto__', html: '<p>x</p>' }],
])('a post with %s is not published', (_, fields) => expect(readOne(fields).post.state).not.toBe('public'));

test.each([
  ['that is cut off', '{"root":{"children":[{"type":"para'],
  ['that is no text', '[1,2]'],
  ['whose nodes are none', '{"root":{"children":[null,1,"a",[]]}}'],
])('an editor text %s stops nothing', (_, broken) => {
  expect(readOne({ lexical: broken, mobiledoc: broken }).post.body).toBe('');
  expect(readOne({ lexical: '', mobiledoc: null, plaintext: 'Words & more' }).post.body).toBe(
    '<p>Words &amp; more</p>',
  );
});

test('a text that is nested without end is read to where people nest', () => {
  const deep = `${'{"type":"poll","children":['.repeat(20_000)}${']}'.repeat(20_000)}`;
  const { post, leftOut } = readOne({ lexical: `{"root":{"children":[${deep}]}}` });
  expect(post.body).toBe('');
  expect(leftOut['blocks that are nested too deeply']).toBe(1);
});
