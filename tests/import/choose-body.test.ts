import { expect, test } from 'vitest';
import { render } from '../../src/content/render.ts';
import { chooseBody } from '../../src/import/choose-body.ts';
import type { Preset } from '../../src/model/index.ts';

const SITE = { url: 'https://you.example/a/', site: 'https://you.example/', title: 'A' };
/** No paragraph of Markdown has an ID to link to. */
const HTML =
  '<p id="ask">Ask <b>Ada</b> <a href="#ask">now</a>.</p>\n\n<pre>one\n\n\n  two &lt;b></pre>\n\n<table><tr><td><p>a</p>\n\n<p>b</p></td></tr></table>';

test.each<Preset>([
  'astro',
  'docusaurus',
  'vitepress',
  'zola',
])('what only HTML can say is Markdown for %s, which makes no page of HTML', (preset) => {
  const chosen = chooseBody(HTML, { ...SITE, preset });
  expect(chosen.format).toBe('markdown');
  const { html } = render({ ...SITE, preset, ...chosen, file: 'a', line: 1 });
  expect(html).toContain('<p id="ask">Ask <b>Ada</b>');
  expect(html).toContain('<pre>one\n\n\n  two &lt;b&gt;</pre>');
  expect(html).toMatch(/<td><p>a<\/p>\s*<p>b<\/p><\/td>/);
});

test.each<Preset>(['jekyll', 'hugo', 'wordpress'])('and stays HTML for %s', (preset) => {
  expect(chooseBody(HTML, { ...SITE, preset })).toEqual({ format: 'html', text: HTML });
});

test.each([
  ['an address of Mastodon', '<p>Ask @ada@you.example.</p>', 'Ask @ada<span>@</span>you.example.'],
  ['an email address', '<p>Ask ada@you.example.</p>', 'Ask ada<span>@</span>you.example.'],
  ['a URL', '<p>Go to (https://you.example/a).</p>', 'Go to (https<span>:</span>//you.example/a).'],
  ['an entity', '<p>Write &amp;lt; for &lt;.</p>', 'Write &amp;lt; for <.'],
  ['a formula', '<p>Call $run_all(a)$ now.</p>', 'Call \\$run_all(a)\\$ now.'],
])('what looks like %s, but is text, stays text', (_, html, text) => {
  expect(chooseBody(html, SITE)).toEqual({ format: 'markdown', text: `${text}\n` });
});

test.each([
  ['two line breaks end a paragraph', 'One<br><br>\n<b>two</b><br>three', 'One\n\n**two**\\\nthree'],
  ['in an item too', '<ul><li>One<br><br>two</li></ul>', '- One\n\n  two'],
  ['in a font', '<div><font size="2">One<br /><br />two</font></div>', 'One\n\ntwo'],
  ['between other elements', 'One<br><br><h2>Two</h2>three<br><br>four', 'One\n\n## Two\n\nthree\n\nfour'],
  [
    'a paragraph of line breaks alone is a space',
    '<p>One<br></p><p><br></p><h3><br></h3><p>two</p>',
    'One\n\ntwo',
  ],
  ['emphasis of code is around it', '<p><code><b><i>x</i></b></code></p>', '**_`x`_**'],
  ['emphasis goes on', '<p><b>a </b><code><b>b</b></code><b> c</b></p>', '**a `b` c**'],
  [
    'line breaks at its edges are outside',
    '<p><b>a<br></b><i><br></i>b <a href="/c"><br>c</a></p>',
    '**a**\n\nb\\\n[c](/c)',
  ],
  ['a language is kept', '<p>Say <span lang="fr">oui</span>.</p>', 'Say <span lang="fr">oui</span>.'],
  ['code with emphasis in it stays', '<p><code>a <b>b</b></code></p>', '<code>a <b>b</b></code>'],
  ['lines of code end with line breaks', '<pre>a<br>  b</pre>', '```\na\n  b\n```'],
  [
    'a block with emphasis in it stays',
    '<p>One</p><pre><b>a</b>\n\nb</pre>',
    'One\n\n<pre><b>a</b>\n\nb</pre>',
  ],
  ['a heading of two lines stays', '<h2>One<br>two</h2>', '<h2>One<br>two</h2>'],
  [
    'blanks around URLs and in links mean nothing',
    '<a href=" https://x.example/ "> x </a>',
    '[x](https://x.example/)',
  ],
])('%s', (_, html, text) => {
  expect(chooseBody(html, SITE)).toEqual({ format: 'markdown', text: `${text}\n` });
});

test.each([
  ['a line break', '<p>a<br>b</p>'],
  ['emphasis', '<p><em>a</em>b</p>'],
  ['a blank', '<p><em>a </em>b</p>'],
  ['two blocks of code', '<pre>a</pre><pre>b</pre>'],
])('%s is kept', (_, html) => {
  const { text, format } = chooseBody(html, SITE);
  const show = (written: string, form: 'html' | 'markdown') =>
    render({ ...SITE, file: 'a', line: 1, format: form, text: written })
      .html.replace(/<\/?code>|\n/g, '')
      .replace(' </em>', '</em> ');
  expect(format).toBe('markdown');
  expect(show(text, 'markdown')).toBe(show(html, 'html'));
});

test.each(['constructor', '__proto__', 'toString'])('an attribute named "%s" is left out', (name) => {
  const html = `<p ${name}="x">One</p>\n<figure ${name}>two<u ${name}="y">three</u></figure>`;
  for (const preset of ['jekyll', 'astro'] as const) {
    const { text } = chooseBody(html, { ...SITE, preset });
    expect(text).toContain('three');
    expect(chooseBody(text, { ...SITE, preset }).text).toContain('three');
  }
});
