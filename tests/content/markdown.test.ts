import { describe, expect, it } from 'vitest';
import { listProblems, renderBody } from './reading.ts';

const BASE = 'https://example.org/blog/2024/post/';

describe('Markdown', () => {
  it('has tables, with the alignment of their columns', () => {
    const { html } = renderBody('|a|b|\n|:-:|-|\n|1|2|');
    expect(html).toContain('<th align="center">a</th>\n<th>b</th>');
    expect(html).toContain('<td align="center">1</td>\n<td>2</td>');
  });

  it('has task lists, as characters that every reader shows', () => {
    expect(renderBody('- [ ] a\n- [x] b').html).toBe('<ul>\n<li>☐ a</li>\n<li>☑ b</li>\n</ul>');
  });

  it('has footnotes whose links lead somewhere, inside the item and on the page (R23)', () => {
    const { html, lead, problems } = renderBody('a[^x]\n\n[^x]: b');
    expect(html).toContain(`<sup><a href="${BASE}#fn-x" id="fnref-x">1</a></sup>`);
    expect(html).toContain('<li id="fn-x">');
    expect(html).toContain(`<a href="${BASE}#fnref-x">↩</a>`);
    expect(html).not.toContain('Footnotes');
    expect(lead).toBe('a');
    expect(problems).toEqual([]);
  });

  it('leaves out footnotes that only hidden text refers to; the others keep their numbers', () => {
    const text =
      'a[^x]\n\n<div hidden>\n\nb[^y] c[^y]\n\n</div>\n\nd[^z]\n\n[^x]: one\n[^y]: two[^w]\n[^z]: three\n[^w]: four';
    const { html } = renderBody(text);
    expect(html).toMatch(/<li value="1" id="fn-x">\s*<p>one/);
    expect(html).toMatch(/<li value="3" id="fn-z">\s*<p>three/);
    expect(html).not.toMatch(/two|four/);
    expect(renderBody('a\n\n<p hidden>b[^y]</p>\n\n<div hidden>\n\nb[^y]\n\n</div>\n\n[^y]: two').html).toBe(
      '<p>a</p>',
    );
  });

  it('keeps a footnote that only another footnote refers to', () => {
    const text = 'a[^1]\n\n<div hidden>\n\nb[^2]\n\n</div>\n\n[^1]: one[^2]\n[^2]: two';
    expect(renderBody(text).html).toMatch(/one[\s\S]*two/);
  });

  it('names footnotes as the pages of generators on remark do', () => {
    expect(renderBody('a[^1]\n\n[^1]: b', { preset: 'docusaurus' }).html).toContain(
      `${BASE}#user-content-fn-1`,
    );
  });

  it('keeps what code is written in, and no other class', () => {
    expect(renderBody('```rust,ignore\na < b\n```').html).toBe(
      '<pre><code class="language-rust">a &lt; b\n</code></pre>',
    );
  });

  it('keeps strikethrough, links of bare URLs, and HTML', () => {
    expect(renderBody('~~a~~ https://b.example/c <kbd>d</kbd>').html).toBe(
      '<p><del>a</del> <a href="https://b.example/c">https://b.example/c</a> <kbd>d</kbd></p>',
    );
  });

  it('reads attribute values without quotes, also with a slash in them', () => {
    expect(
      renderBody('a <img src=/b.png> <a href=https://c.example/d?e=f>g</a> `<img src=/b.png>`').html,
    ).toBe(
      '<p>a <img src="https://example.org/b.png"> <a href="https://c.example/d?e=f">g</a> <code>&lt;img src=/b.png&gt;</code></p>',
    );
  });

  it('is not taken for front matter when it begins with a line', () => {
    expect(renderBody('---\na: b\n\n---').html).toBe('<hr>\n<p>a: b</p>\n<hr>');
  });
});

describe('the title', () => {
  it('is not repeated by a first heading of level 1 (fact 22)', () => {
    const rendered = renderBody('# A  *title*\n\nb', { title: 'A title' });
    expect(rendered).toMatchObject({ html: '<p>b</p>', heading: 'A title', lead: 'b' });
  });

  it('goes when it comes first, whatever its level; stays when it says something else or comes later', () => {
    expect(renderBody('# Another\n\nb').html).toBe('<h1>Another</h1>\n<p>b</p>');
    expect(renderBody('## A title\n\nb').html).toBe('<p>b</p>');
    expect(renderBody('a\n\n## A title\n\nb').html).toBe('<p>a</p>\n<h2>A title</h2>\n<p>b</p>');
    expect(renderBody('# b\n\n# A title').html).toBe('<h1>b</h1>\n<h1>A title</h1>');
  });
});

describe('the excerpt', () => {
  it.each([
    '<!-- more -->',
    '<!--more-->',
    '<!-- truncate -->',
    '{/* truncate */}',
  ])('ends at %s', (marker) => {
    expect(renderBody(`*a* & b\n\nc\n\n${marker}\n\nd`).excerpt).toBe('a & b c');
  });

  it('is none without a marker, before a marker at the beginning, or with one in code', () => {
    expect(renderBody('a\n\nb').excerpt).toBeUndefined();
    expect(renderBody('<!-- more -->\n\nb').excerpt).toBeUndefined();
    expect(renderBody('a\n\n`<!-- more -->`\n\nb').excerpt).toBeUndefined();
  });
});

describe('the lead', () => {
  it('is the first paragraph that says something', () => {
    expect(renderBody('# x\n\n![](/a.png)\n\nb *c* `d` <br> e\n\nf').lead).toBe('b c d e');
  });

  it('is cut after a word, at 300 units at most', () => {
    const { lead } = renderBody('words and 😀 '.repeat(50));
    expect(lead.length).toBeLessThanOrEqual(300);
    expect(lead).toMatch(/(?:words|and|😀)…$/u);
    expect(renderBody('😀'.repeat(200)).lead).toMatch(/^(?:😀)+…$/u);
  });

  it('is whatever there is when there are no paragraphs, and empty when there is nothing', () => {
    expect(renderBody('<div>a <b>b</b></div>').lead).toBe('a b');
    expect(renderBody('')).toEqual({ html: '', lead: '', problems: [] });
  });
});

describe('illegal characters (R20)', () => {
  it('are left out with one warning that names the first, at its line', () => {
    const rendered = renderBody('a\u000bb\n\nc\u0000\ud83d\ufeffd');
    expect(rendered.html).toBe('<p>ab</p>\n<p>cd</p>');
    expect(listProblems(rendered)).toEqual(['illegal-characters:5']);
    expect(rendered.problems[0]?.message).toContain('U+000B');
    expect(rendered.problems[0]?.message).toContain('4 times');
  });

  it('do not come back by entities', () => {
    expect(renderBody('a&#11;b&#x1F;c').html).not.toMatch(/[\0-\x08\x0b-\x1f]/);
  });

  it('do not include tabs, bidirectional marks, emoji or the characters of any script', () => {
    const text = 'שלום \u202eabc\u202c 日本語 😀👩‍👩‍👧 é ﷽';
    expect(renderBody(text)).toMatchObject({ html: `<p>${text}</p>`, problems: [] });
  });

  it('that were punctuation of Windows become it again', () => {
    expect(renderBody('it\u0092s \u0093so\u0094').html).toBe('<p>it’s “so”</p>');
  });
});
