import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { parseFragment, serialize } from 'parse5';
import { describe, expect, it } from 'vitest';
import { render } from '../../src/content/render.ts';
import { Feed } from '../../src/formats/feed.ts';
import { parseFeed } from '../../src/library/parse-feed.ts';
import { writeContentMarkdown } from '../../src/markdown/content-markdown.ts';
import { article, buildSite, makeSite, readOutput } from '../feeds/site.ts';

/** Another parser of Markdown than ours, which leaves HTML as it is. */
const reader = markdownIt({ html: true }).disable('linkify');

function read(markdown: string): string {
  return serialize(parseFragment(reader.render(markdown)));
}

/** The words that HTML shows, in their order. */
function words(html: string): readonly string[] {
  const text: string[] = [];
  const visit = (node: { nodeName: string; value?: string; childNodes?: readonly unknown[] }) => {
    if (node.nodeName === '#text') text.push(node.value ?? '');
    for (const child of node.childNodes ?? []) visit(child as never);
  };
  visit(
    parseFragment(html.replace(/<(?!\/?(?:a|b|i|em|strong|code|sub|sup|del|s|kbd|span)\b)/g, ' <')) as never,
  );
  return text.join('').split(/\s+/).filter(Boolean);
}

function contentOf(text: string, format: 'markdown' | 'html' = 'markdown'): string {
  const url = 'https://example.org/a/';
  return render({ file: 'a.md', line: 1, format, text, url, site: 'https://example.org/', title: 'T' }).html;
}

/** What it says in an RSS item. */
const markdownIn = (rss: string | undefined) =>
  [...(rss ?? '').matchAll(/<source:markdown><!\[CDATA\[([\s\S]*?)\]\]><\/source:markdown>/g)].map(
    ([, text = '']) => text,
  );

const PARTS = [
  ...[
    'words',
    'x',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '# ',
    '- ',
    '1. ',
    '> ',
    '    ',
    '\t',
    '***',
    '---',
    '===',
    '* ',
  ],
  ...[
    '*',
    '_',
    '**',
    '`',
    '``',
    '```\n',
    '~~~',
    '~~',
    '[',
    ']',
    '](https://e.org/)',
    '![',
    '<',
    '>',
    '&',
    '\\',
    '|',
  ],
  ...['<b>', '</b>', '<em>', '</em>', '<code>', '</code>', '<p>', '</p>', '<pre>', '</pre>', '<br>', '<hr>'],
  ...['<ul><li>', '</li></ul>', '<sup>', '</sup>', '<table><tr><td>', '</td></tr></table>', '<h2>', '</h2>'],
  ...[
    '<script>',
    '</script>',
    '<p hidden>',
    '&lt;',
    '&amp;',
    '&#91;',
    'http://e.org',
    'a@e.org',
    '[^1]',
    ':',
    '$x$',
  ],
  ...[
    '| a | b |\n| - | - |\n| 1 | 2 |\n',
    '<a id="n">',
    '</a>',
    '<kbd>',
    '</kbd>',
    '1986\\.',
    '+',
    'ä',
    '漢字',
    ']]>',
  ],
];

describe('the content as Markdown', () => {
  it('has the words of the content, whatever the text, and nothing that runs', () => {
    let written = 0;
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 25 }),
        fc.constantFrom('markdown', 'html'),
        (parts, format) => {
          const content = contentOf(parts.join(''), format as 'markdown' | 'html');
          const markdown = writeContentMarkdown(content);
          if (markdown === undefined) return;
          written++;
          const again = read(markdown);
          expect(words(again)).toEqual(words(content));
          expect(again).not.toMatch(/<(?:script|style|iframe|form|template)\b|<[^>]* on\w+=|javascript:/i);
        },
      ),
      { numRuns: 300 },
    );
    // Texts of random signs are harder than any article.
    expect(written).toBeGreaterThan(150);
  });

  it.each([
    ['a list after a list', '- a\n\n* b', '- a\n\n* b'],
    ['code in a list', '- a\n\n  ```js\n  x < 1\n  ```', '- a\n\n  ```js\n  x < 1\n  ```'],
    ['signs that are text', '1\\. a \\* b \\# c &lt;b&gt;', '1\\. a \\* b # c \\<b>'],
    ['tildes in HTML', 'a<sup>\\~\\~2\\~\\~</sup> b', 'a<sup>&#126;&#126;2&#126;&#126;</sup> b'],
    [
      'tildes in preformatted HTML',
      '<h2><pre><b>~~2~~~</b></pre></h2>',
      '## <pre><b>&#126;&#126;2&#126;&#126;&#126;</b></pre>',
    ],
    ['a footnote', 'a[^1] b\n\n[^1]: Note.', undefined],
    ['a part of a sentence that only HTML can say', '- a<sup>2</sup> b', '- a<sup>2</sup> b'],
    ['a table', '| a | b |\n| - | -: |\n| 1 | 2 |', '|a|b|\n|-|-:|\n|1|2|'],
    [
      'an image and a link',
      '![A](/a.png) [b](/b)',
      '![A](https://example.org/a.png) [b](https://example.org/b)',
    ],
    ['a paragraph in another language', '<p lang="de">Das</p>', 'Das'],
    ['a URL that is no link', '<p>http://e.org/</p>', 'http\\://e.org/'],
  ])('keeps %s', (_, text, expected) => {
    const content = contentOf(text, text.startsWith('<p') ? 'html' : 'markdown');
    const markdown = writeContentMarkdown(content);
    expect(words(read(markdown ?? ''))).toEqual(words(content));
    if (expected !== undefined) expect(markdown).toBe(expected);
  });

  it('keeps the direction of text that is written from right to left', () => {
    const markdown = writeContentMarkdown('<div dir="rtl">\n<p>שלום <em>עולם</em></p>\n</div>');
    expect(markdown).toBe('<div dir="rtl">\n\nשלום *עולם*\n\n</div>');
    expect(read(markdown ?? '')).toBe('<div dir="rtl">\n<p>שלום <em>עולם</em></p>\n</div>');
  });

  it('is left out where Markdown would show something else, and where there is nothing', () => {
    expect(writeContentMarkdown('<p><code>a </code> b</p>')).toBeUndefined();
    expect(writeContentMarkdown('')).toBeUndefined();
    expect(writeContentMarkdown(`${'<em>'.repeat(190)}x${'</em>'.repeat(190)}`)).toBeUndefined();
  });
});

const HIDDEN =
  'Seen {{ secret-tag }}.\n\n<p hidden>SECRET</p>\n\n<!-- SECRET -->\n\n{% comment %}SECRET{% endcomment %}';
const DAY = { date: '2024-01-02' };

describe('sourceMarkdown', () => {
  const posts = {
    'a.md': article({ title: 'A', ...DAY, image: '/lead.png' }, HIDDEN),
    'draft.md': article({ title: 'D', ...DAY, draft: true }, 'SECRET'),
    'locked.md': article({ title: 'L', ...DAY, password: 'x' }, 'SECRET'),
    'cut.md': article({ title: 'C', ...DAY }, 'Open.\n\n<!-- members-only -->\n\nSECRET'),
  };

  it('is off by default: no feed names it', () => {
    const folder = makeSite('', posts);
    buildSite(folder);
    for (const text of readOutput(folder).values()) expect(text).not.toContain('source');
  });

  it('writes what is published, and nothing that the file hides', () => {
    const folder = makeSite('sourceMarkdown: true\n', posts);
    buildSite(folder);
    const output = readOutput(folder);
    const rss = output.get('rss.xml');
    expect(rss).toContain('xmlns:source="http://source.scripting.com/"');
    expect(rss).not.toContain('SECRET');
    expect(markdownIn(rss)).toContain('![A](https://example.org/lead.png)\n\nSeen .');
    for (const name of ['atom.xml', 'feed.json']) expect(output.get(name)).not.toContain('source');
  });

  it('is not in feeds of summaries, and only in whole items of others', () => {
    const settings = 'content: summary\nsourceMarkdown: true\n';
    const feeds = 'feeds: [{ where: { tag: x }, path: x/rss.xml, content: full, title: X }]\n';
    const folder = makeSite(settings + feeds, {
      'a.md': article({ title: 'A', ...DAY, tags: ['x'], summary: 'Short.' }, 'Long **text**.'),
    });
    buildSite(folder);
    const output = readOutput(folder);
    expect(output.get('rss.xml')).not.toMatch(/source|Long/);
    expect(markdownIn(output.get('x/rss.xml'))).toEqual(['Long **text**.']);
  });

  it('counts in the size of feeds that are kept small', () => {
    const body = '"Many words" & more. '.repeat(1500);
    const many = Array.from({ length: 20 }, (_, index) => [
      `a${index}.md`,
      article({ title: `A ${index}`, date: new Date(Date.UTC(2024, 0, index + 1)).toISOString() }, body),
    ]);
    const folder = makeSite('content: auto\nsourceMarkdown: true\n', Object.fromEntries(many));
    const report = buildSite(folder);
    const rss = readOutput(folder).get('rss.xml') ?? '';
    expect(report.problems).toEqual([]);
    expect(Buffer.byteLength(rss)).toBeLessThanOrEqual(250_000);
    expect(markdownIn(rss).length).toBeGreaterThan(2);
    expect(rss.match(/<item>/g)).toHaveLength(20);
  });
});

describe('an item with Markdown', () => {
  const feed = new Feed({ title: 'T', link: 'https://e.org/', id: 'https://e.org/' });
  const markdown = '    code ]]> \u0000 <b> &amp;\n\n# A';
  feed.addItem({ title: 'A', link: 'https://e.org/a', date: new Date(0), content: '<p>A</p>', markdown });

  it('has it in RSS alone, with legal text', () => {
    expect(feed.rss2()).toContain('<source:markdown>');
    expect(feed.rss2()).toContain('xmlns:source="http://source.scripting.com/"');
    expect(feed.atom1() + feed.json1()).not.toContain('source');
  });

  it('is read again as it was written', () => {
    const read = parseFeed(feed.rss2());
    const again = 'feed' in read ? read.feed : undefined;
    expect(again?.items[0]?.markdown).toBe('code ]]>  <b> &amp;\n\n# A');
    expect(again?.rss2()).toContain('<source:markdown>');
    expect(again?.atom1()).not.toContain('source:markdown');
  });
});
