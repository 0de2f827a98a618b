import { describe, expect, it } from 'vitest';
import { deriveTitle } from '../../src/content/render.ts';
import { listProblems, renderBody } from './reading.ts';

const renderHtml = (text: string) => renderBody(text, { format: 'html' });
const BASE = 'https://example.org/blog/2024/post/';

describe('a box that only its padding makes high', () => {
  const film = '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>';

  it.each([
    `<div style="position:relative; padding-bottom:56.25%; height:0; overflow:hidden">${film}</div>`,
    `<div style="height:0; overflow:hidden; padding: 0 0 calc(100% / 16 * 9)">${film}</div>`,
    `<style>.film { height: 0; overflow: hidden; padding-bottom: 56.25% }</style><div class="film">${film}</div>`,
  ])('shows what is in it: %s', (text) => {
    expect(renderHtml(text).html).toContain('https://www.youtube.com/watch?v=abcdefghijk');
  });

  it('hides what is in it without that padding', () => {
    for (const padding of ['', 'padding:0', 'padding:5px', 'padding-left:90px'])
      expect(renderHtml(`a<div style="height:0; overflow:hidden; ${padding}">b</div>`).html.trim()).toBe('a');
  });
});

describe('URLs are absolute (R23)', () => {
  it.each([
    ['<a href="x">a</a>', `<a href="${BASE}x">a</a>`],
    ['<a href="/x?a=1&b=2">a</a>', '<a href="https://example.org/x?a=1&amp;b=2">a</a>'],
    ['<a href="//host/x">a</a>', '<a href="https://host/x">a</a>'],
    ['<a href=" ../ä b ">a</a>', '<a href="https://example.org/blog/2024/%C3%A4%20b">a</a>'],
    ['<a href="?a">a</a>', `<a href="${BASE}?a">a</a>`],
    ['<a href="#b">a</a>', `<a href="${BASE}#b">a</a>`],
    ['<a href="mailto:a@b.c">a</a>', '<a href="mailto:a@b.c">a</a>'],
    ['<a href="tel:+49">a</a>', '<a href="tel:+49">a</a>'],
    ['<blockquote cite="/x">a</blockquote>', '<blockquote cite="https://example.org/x">a</blockquote>'],
    [
      '<picture><source srcset="/a.webp 2x"><img src="/a.png"></picture>',
      '<picture><source srcset="https://example.org/a.webp 2x"><img src="https://example.org/a.png"></picture>',
    ],
    [
      '<video poster="p.png"><source src="a.mp4" type="video/mp4"><track src="a.vtt" kind="captions" srclang="en">No video</video>',
      `<video poster="${BASE}p.png"><source src="${BASE}a.mp4" type="video/mp4"><track src="${BASE}a.vtt" kind="captions" srclang="en"></video> <a href="${BASE}a.mp4">▶ a.mp4</a>`,
    ],
    [
      '<img src="a.png" srcset="a.png 1x, /b,c.png 2x,d.png 3x">',
      `<img src="${BASE}a.png" srcset="${BASE}a.png 1x, https://example.org/b,c.png 2x, ${BASE}d.png 3x">`,
    ],
  ])('%s', (text, html) => {
    expect(renderHtml(text)).toMatchObject({ html, problems: [] });
  });

  it('asks who knows where a source file is published, and keeps the fragment', () => {
    const resolvePost = (ref: string) => (ref === '../other.md' ? 'https://example.org/other/' : undefined);
    expect(renderBody('[a](../other.md#b) [c](d.md)', { resolvePost }).html).toBe(
      `<p><a href="https://example.org/other/#b">a</a> <a href="${BASE}d.md">c</a></p>`,
    );
  });

  it('keeps an id only where a link of the article leads to it', () => {
    const text =
      '<a href="#a">x</a><h2 id="a">b</h2><h2 id="c">d</h2><a name="e">f</a><a href="#e">g</a><p id="a">h</p>';
    expect(renderHtml(text).html).toBe(
      `<a href="${BASE}#a">x</a><h2 id="a">b</h2><h2>d</h2><span id="e">f</span><a href="${BASE}#e">g</a><p>h</p>`,
    );
  });
});

describe('what could act is removed and counted (R25)', () => {
  it.each([
    ['<p onclick="x">a</p>', '<p>a</p>', 'event handler'],
    ['a<script>b</script>', 'a', '<script>'],
    ['a<style>b</style>', 'a', '<style>'],
    [
      '<form action="/x">a<input><textarea>b</textarea><select><option>c</select><button>d</button></form>',
      'a',
      '<input>',
    ],
    ['<a href="javascript:x">a</a>', 'a', 'javascript: URL'],
    ['<a href=" java&#10;script:x">a</a>', 'a', 'javascript: URL'],
    ['<a href="ftp://a/b">a</a>', 'a', 'ftp: URL'],
    ['<a href="data:text/html,x">a</a>', 'a', 'data: URL'],
    ['<img src="file:///a.png">', '', 'file: URL'],
    ['<a href="http://[">a</a>', 'a', 'unreadable URL'],
    ['<object data="a.swf"><p>a</p></object>', '<p>a</p>', '<object>'],
    ['<embed src="a.swf">', '', '<embed>'],
    ['<svg><script>x</script><text>a</text></svg>', '', '<svg>'],
  ])('%s', (text, html, kind) => {
    const rendered = renderHtml(text);
    expect(rendered.html).toBe(html);
    expect(rendered.problems[0]).toMatchObject({ code: 'removed-content', severity: 'warning', line: 5 });
    expect(rendered.problems[0]?.message).toContain(`"${kind}"`);
  });

  it('is one warning per kind, with a count, at the first of them', () => {
    const rendered = renderHtml('a\n<script>b</script>\n<script>c</script>');
    expect(listProblems(rendered)).toEqual(['removed-content:6']);
    expect(rendered.problems[0]?.message).toContain('2 times');
  });

  it('says which unknown elements it took the tags of: generics written as text are lost otherwise', () => {
    const rendered = renderBody('A Vec<T> and <b>b</b>');
    expect(rendered.html).toBe('<p>A Vec and <b>b</b></p>');
    expect(listProblems(rendered)).toEqual(['unknown-element:5']);
  });

  it('drops attributes where they mean nothing', () => {
    expect(renderHtml('<p href="/x" width="3" srcset="a">a</p><b src="/y">c</b>').html).toBe(
      '<p>a</p><b>c</b>',
    );
  });

  it('drops comments, styles, classes and empty elements without a word', () => {
    const text =
      '<p class="a" style="color:red" data-x="1">b<!-- c --><i class="icon"></i><span>d</span></p><p> </p>';
    expect(renderHtml(text)).toMatchObject({ html: '<p>bd</p>', problems: [] });
  });
});

describe('players (R25)', () => {
  it.each([
    ['https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['//www.youtube-nocookie.com/embed/dQw4w9WgXcQ', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['https://www.youtube.com/embed/videoseries?list=PLx', 'https://www.youtube.com/playlist?list=PLx'],
    ['https://player.vimeo.com/video/1234?h=x', 'https://vimeo.com/1234'],
    ['https://open.spotify.com/embed/episode/abc?x', 'https://open.spotify.com/episode/abc'],
    ['https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a/b', 'https://soundcloud.com/a/b'],
    ['https://bandcamp.com/EmbeddedPlayer/album=1/', 'https://bandcamp.com/EmbeddedPlayer/album=1/'],
  ])('%s becomes a link without a warning', (source, url) => {
    const rendered = renderHtml(`<iframe src="${source}"></iframe>`);
    expect(rendered.html).toContain(`<p><a href="${url}">`);
    expect(rendered.problems).toEqual([]);
  });

  it('have a picture where there is one for certain', () => {
    expect(
      renderHtml('<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ" title="A film"></iframe>').html,
    ).toBe(
      '<p><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ"><img src="https://i.ytimg.com/vi/dQw4w9WgXcQ/hqdefault.jpg" alt="A film"></a></p>',
    );
  });

  it('of other sites become a link to their host, with a warning', () => {
    const rendered = renderHtml('<iframe src="https://maps.example/x?y"></iframe>');
    expect(rendered.html).toBe('<p><a href="https://maps.example/x?y">maps.example</a></p>');
    expect(listProblems(rendered)).toEqual(['replaced-content:5']);
  });
});

describe('pictures are real (R26)', () => {
  const real = '<img src="https://example.org/a.png">';
  it.each([
    ['data-src', '<img src="data:image/gif;base64,R0lGOD" data-src="/a.png">', real],
    ['data-lazy-src', '<img class="lazy" data-lazy-src="/a.png">', real],
    ['data-original', '<img src="/grey.gif" data-original="/a.png">', real],
    ['noscript', '<noscript><img src="/a.png"></noscript>', real],
    ['noscript, once', '<img data-src="/a.png"><noscript><img src="/a.png"></noscript>', real],
    [
      'a set only',
      '<img srcset="/b.png 1x, /a.png 2x">',
      '<img src="https://example.org/a.png" srcset="https://example.org/b.png 1x, https://example.org/a.png 2x">',
    ],
    [
      'a late set',
      '<img src="data:image/gif;base64,R0lGOD" data-srcset="/a.png 1x">',
      '<img src="https://example.org/a.png" srcset="https://example.org/a.png 1x">',
    ],
    ['no address', '<img alt="a"><img src="">', ''],
    [
      'size in pixels',
      '<img src="/a.png" width="10px" height="50%" alt="x &quot;y&quot;">',
      '<img src="https://example.org/a.png" width="10" alt="x &quot;y&quot;">',
    ],
  ])('%s', (_name, text, html) => {
    expect(renderHtml(text)).toMatchObject({ html, problems: [] });
  });

  it('stay as data: URLs below 32 KB and are refused above', () => {
    const small = `data:image/png;base64,${'A'.repeat(30_000)}`;
    expect(renderHtml(`<img src="${small}">`)).toMatchObject({ html: `<img src="${small}">`, problems: [] });
    const rendered = renderHtml(`<img src="${small}${'A'.repeat(4000)}">`);
    expect(rendered.html).toBe('');
    expect(rendered.problems[0]?.message).toContain('data: URL above 32 KB');
  });

  it('of an article begin with its lead image, never with a pixel that counts visits (R32)', () => {
    const text =
      '<img src="/count.gif" width="1" height="1"><img src="data:image/png;base64,A"><img src="/a.png" alt=" b "><img src="/c.png">';
    expect(renderHtml(text).image).toEqual({ url: 'https://example.org/a.png', alt: 'b' });
  });
});

describe('a button that is a link keeps its words', () => {
  it.each([
    ['<a href="/x"><button type="button">Get it</button></a>', '<a href="https://example.org/x">Get it</a>'],
    ['<button><a href="/x">Get it</a></button>', '<a href="https://example.org/x">Get it</a>'],
    ['a<button>Copy</button>', 'a'],
  ])('%s', (text, html) => expect(renderHtml(text).html).toBe(html));
});

describe('nesting that taking tags away would break is put right', () => {
  it.each([
    ['<p><button><p>a</p></button><b>b</b></p>', '<p><b>b</b></p>'],
    ['<p>a<object><div>b</div></object></p>', '<div>a<div>b</div></div>'],
    ['<a href="/x">a<object><a href="/y">b</a></object></a>', '<a href="https://example.org/x">ab</a>'],
    ['<ul><li>a</ul><li>b', '<ul><li>a</li></ul><div>b</div>'],
    ['<h1>a<object><h2>b</h2></object></h1>', '<h1>ab</h1>'],
    ['<center><font>a</font></center>', '<div>a</div>'],
    [
      '<table><tr><td align=right>a</table>',
      '<table><tbody><tr><td align="right">a</td></tr></tbody></table>',
    ],
    ['<pre>\n\na</pre>', '<pre>\n\na</pre>'],
  ])('%s', (text, html) => {
    expect(renderHtml(text).html).toBe(html);
  });

  it('however deep: below 200 elements only the text stays', () => {
    const rendered = renderHtml(`${'<div>'.repeat(1000)}deep${'</div>'.repeat(1000)}`);
    expect(rendered.html).toContain('>deep<');
    expect(rendered.html.split('<div>').length).toBeLessThan(210);
    expect(listProblems(rendered)).toEqual(['removed-content:5']);
  });
});

describe('the handle of a heading, by which themes let its URL be copied, is no part of it', () => {
  it.each([
    [
      '<h3 id="three">Three<a class="header-anchor" href="#three" aria-hidden="true">#</a></h3>',
      '<h3>Three</h3>',
    ],
    ['<h2><a href="#two">¶</a> Two</h2>', '<h2> Two</h2>'],
    ['<h2>Two<a class="hash-link" href="#two" title="Direct link">\u200b</a></h2>', '<h2>Two</h2>'],
    ['<h2><a class="anchor" aria-hidden="true" href="#two"><svg></svg> copy</a>Two</h2>', '<h2>Two</h2>'],
    ['<h2>Two <a href="/blog/2024/post/#two">🔗</a></h2>', '<h2>Two </h2>'],
  ])('%s', (text, html) => {
    const rendered = renderHtml(`<p>First.</p>${text}`);
    expect(rendered.html).toBe(`<p>First.</p>${html}`);
    expect(listProblems(rendered)).toEqual([]);
  });

  it.each([
    ['<h2><a href="#c">C#</a></h2>', `<h2><a href="${BASE}#c">C#</a></h2>`],
    ['<h2>Two <a href="/x">»</a></h2>', '<h2>Two <a href="https://example.org/x">»</a></h2>'],
    ['<p>A note <a href="#fnref-1">↩</a></p>', `<p>A note <a href="${BASE}#fnref-1">↩</a></p>`],
  ])('but a link is: %s', (text, html) => {
    expect(renderHtml(text).html).toBe(html);
  });

  it('and does not reach a title that comes from the heading', () => {
    expect(deriveTitle('# Three <a href="#three">#</a>', 'markdown')).toBe('Three');
  });
});
