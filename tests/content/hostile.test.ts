import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/content/plain-text.ts';
import { deriveTitle } from '../../src/content/titles.ts';
import {
  findActiveMarkup,
  findParseErrors,
  listProblems,
  normalize,
  readProse,
  renderBody,
  reparse,
} from './reading.ts';

/** What XML 1.0 §2.2 allows, as a whole text. */
const XML_LEGAL = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

const tags = (
  'a abbr article aside audio b blockquote br button caption center code col colgroup dd details div dl dt em embed ' +
  'fieldset figcaption figure font form frameset h1 h2 h3 head hr html i iframe img input li listing main marquee math ' +
  'menu nobr noscript object ol option p picture plaintext pre ruby rt rp script section select source span strike ' +
  'strong style summary sup svg table tbody td template textarea tfoot th thead title tr track tt ul video wbr xmp ' +
  'foreignObject annotation-xml mi image T'
).split(' ');

const attributes = [
  'href="javascript:alert(1)"',
  'href=" java\tscript:alert(1)"',
  'href="//host/x"',
  'href="#a"',
  'href="../x?a=1&b=2"',
  'href="data:text/html,x"',
  'href="&#106;avascript:x"',
  'src="x.png"',
  'src="data:image/svg+xml,<svg onload=x>"',
  'src="https://youtu.be/aaaaaaaaaaa"',
  'srcset="a.png 1x, javascript:x 2x, //b/c,d 3x"',
  'data-src="lazy.png"',
  'onclick="x"',
  'ONLOAD=x',
  'style="text-align:center;background:url(x)"',
  'id="a"',
  'name=a',
  'class="language-js x"',
  'alt="<b>{{ x }}"',
  'width="1px"',
  'xlink:href="javascript:x"',
  'title="a" title="b"',
];

const templates = [
  '{{ x }}',
  '{{ "a" | b: c }}',
  '{{',
  '}}',
  '{% raw %}',
  '{% endraw %}',
  '{% if a %}',
  '{% else %}',
  '{% endif %}',
  '{% for a in b %}',
  '{% endfor %}',
  '{% include a.html %}',
  '{% highlight js %}',
  '{% endhighlight %}',
  '{% post_url a %}',
  '{{< figure src="a.png" caption="x <b>" >}}',
  '{{< quote >}}',
  '{{< /quote >}}',
  '{{% x %}}',
  '{% quote() %}',
  '{% end %}',
  '{: .a}',
  '{:?}',
  '{:toc}',
  '\n:::note x\n',
  '\n:::\n',
  '[caption a="b"]',
  '[/caption]',
  '[gallery ids="1"]',
  '{/* x */}',
  '\nimport a from "b"\n',
  '={a}',
  '{#a}',
  '<!-- more -->',
  '\n> [!NOTE]\n',
];

const markdown = [
  '\n\n',
  '\n',
  '# ',
  '> ',
  '- ',
  '1. ',
  '    ',
  '\t',
  '```\n',
  '~~~\n',
  '`',
  '``',
  '*',
  '**',
  '_',
  '~~',
  '[',
  ']',
  '(',
  ')',
  '![',
  '](x)',
  '](<x y> "t")',
  '[^1]',
  '\n[^1]: note\n',
  '|a|b|\n|-|:-:|\n|1|',
  '\\',
  '&lt;',
  '&#1;',
  '&#x80;',
  '&nbsp;',
  '<http://a.b>',
  'www.a.bc',
  'a@b.cd',
  '- [ ] ',
  '- [x] ',
  '---\n',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?x',
  '<',
  '>',
];

const characters = [
  '\0',
  '\x0b',
  '\x1f',
  '\x7f',
  '\x92',
  '\ud83d',
  '\ude00',
  '\ufeff',
  '\ufffe',
  '\ufdd0',
  '\ufffd',
  '\u{1fffe}',
  '\u202e',
  '\r\n',
  '\r',
  '😀',
  'é',
  '\u00a0',
  '“',
  'x',
  ' ',
];

const openingTag = fc
  .tuple(
    fc.constantFrom(...tags),
    fc.array(fc.constantFrom(...attributes), { maxLength: 3 }),
    fc.constantFrom('>', '/>', ' >', ''),
  )
  .map(([tag, list, end]) => `<${[tag, ...list].join(' ')}${end}`);
const closingTag = fc.constantFrom(...tags).map((tag) => `</${tag}>`);
const piece = fc.oneof(
  { weight: 4, arbitrary: openingTag },
  { weight: 3, arbitrary: closingTag },
  { weight: 2, arbitrary: fc.constantFrom(...templates) },
  { weight: 3, arbitrary: fc.constantFrom(...markdown) },
  { weight: 1, arbitrary: fc.constantFrom(...characters) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);
const hostileText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const format = fc.constantFrom('markdown' as const, 'html' as const, 'text' as const);
const file = fc.constantFrom('a.md', 'a.mdx');

/** `FUZZ_RUNS=100000 npx vitest run tests/content` looks longer. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 2000);

describe('whatever stands in a body', () => {
  it('comes out legal in XML, without errors of nesting and without active markup (R20, R23, R25)', () => {
    fc.assert(
      fc.property(hostileText, format, file, (text, format, file) => {
        const { html } = renderBody(text, { format, file });
        expect(html).toMatch(XML_LEGAL);
        expect(findParseErrors(html)).toEqual([]);
        expect(reparse(html)).toBe(normalize(html));
        expect(findActiveMarkup(html)).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('never shows raw template code outside code', () => {
    fc.assert(
      fc.property(
        hostileText,
        fc.constantFrom('markdown' as const, 'html' as const),
        file,
        (text, format, file) => {
          expect(readProse(renderBody(text, { format, file }).html)).not.toMatch(
            /\{\{|\{%|\{:|:::|\[caption/,
          );
        },
      ),
      { numRuns },
    );
  });

  it('is rendered the same way twice, and named by the same problems', () => {
    fc.assert(
      fc.property(hostileText, format, (text, format) => {
        expect(renderBody(text, { format })).toEqual(renderBody(text, { format }));
      }),
      { numRuns: numRuns / 4 },
    );
  });

  it('gives lead, excerpt, heading and title as legal text on one line, the lead at most 300 units long', () => {
    fc.assert(
      fc.property(hostileText, format, (text, format) => {
        const { lead, excerpt, heading } = renderBody(text, { format });
        for (const words of [
          lead,
          excerpt ?? '',
          heading ?? '',
          deriveTitle(text, format) ?? '',
          plainText(text),
        ]) {
          expect(words).toMatch(XML_LEGAL);
          expect(words).not.toMatch(/\n|^\s|\s$/);
        }
        expect(lead.length).toBeLessThanOrEqual(300);
      }),
      { numRuns },
    );
  });

  it('is reported with one warning per kind, at a line of the body', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { problems } = renderBody(text, { line: 10 });
        const last = 10 + text.split(/\r\n?|\n/).length;
        const kinds = problems.map(({ message }) => message.replace(/ \(\d+ times\)/, ''));
        expect(new Set(kinds).size).toBe(kinds.length);
        for (const { line } of problems) expect(line).toSatisfy((at: number) => at >= 10 && at < last);
      }),
      { numRuns: numRuns / 2 },
    );
  });
});

describe('a body that would take long to parse (R71)', () => {
  const repeat = (text: string) => text.repeat(Math.ceil(200_000 / text.length));

  it.each([
    ['quotation marks', '> '],
    ['list markers', '1. '],
    ['unclosed tags', '<div>'],
    ['unclosed lists', '<ul><li>'],
    ['entities', '&lt;'],
    ['underscores', '_a'],
  ])('is refused with its line when it is nothing but %s', (_name, text) => {
    const rendered = renderBody(`first\n\n${repeat(text)}`);
    expect(listProblems(rendered)[0]).toMatch(/^body-too-costly:[57]$/);
    expect(rendered.html).toBe('');
  });

  it('is refused when a table would be filled up to millions of cells', () => {
    const wide = `${'|a'.repeat(3000)}|\n${'|-'.repeat(3000)}|\n${'|a|\n'.repeat(3000)}`;
    expect(listProblems(renderBody(wide))).toEqual(['body-too-costly:5']);
  });

  it('is refused when a tag has thousands of attributes, or a long address thousands of links', () => {
    expect(listProblems(renderBody(`<a ${'a=b '.repeat(20_000)}>`, { format: 'html' }))).toEqual([
      'body-too-costly:5',
    ]);
    const address = `[a]: https://example.org/${'x'.repeat(10_000)}\n\n${'[a] '.repeat(10_000)}`;
    expect(listProblems(renderBody(address))).toEqual(['body-too-costly:5']);
  });

  it.each([
    '`',
    '`a` ',
    '*a _b ',
    '[',
    '[^1]',
    '{{',
    '{%',
    '{:',
    ':::',
    ':::note\n',
    '[caption',
    '[caption a=b]',
    '={',
    '<a b={',
    '{/*',
    '{#',
    '<!--',
    '{% raw %}',
    '{% for x %}',
    '{% highlight a %}\n',
    '* TOC\n{:toc}\n',
    '[!NOTE]\n',
    'import {',
    '`` `',
    '```\n',
    '<pre>',
    '- a\n',
  ])('is otherwise read in time that grows with its length: %j', (text) => {
    renderBody(repeat(text));
  }, 5000);

  it('is otherwise read in time that grows with its length: much code, then template code', () => {
    expect(renderBody(`${'`a` '.repeat(100_000)}{{ x }}`).html.length).toBeGreaterThan(1_000_000);
  }, 5000);
});
