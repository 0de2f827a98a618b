import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveTitle } from '../../src/content/titles.ts';
import { hostileText } from './hostile-text.ts';
import { findActiveMarkup, findParseErrors, normalize, readProse, renderBody, reparse } from './reading.ts';

/** What XML 1.0 §2.2 allows, as a whole text. */
const XML_LEGAL = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

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
        for (const words of [lead, excerpt ?? '', heading ?? '', deriveTitle(text, format) ?? '']) {
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

  it('may make a URL of half an emoji, which front matter in JSON can hold', () => {
    const readValue = () => '\ud83d';
    for (const filter of ['url_encode', 'cgi_escape', 'urlencode', 'uri_escape'])
      for (const preset of ['jekyll', 'eleventy', 'hexo'] as const)
        expect(renderBody(`{{ page.face | ${filter} }}`, { preset, readValue }).html).toBe(
          '<p>%EF%BF%BD</p>',
        );
  });

  it('may have names as long as a page', () => {
    const long = 'a'.repeat(50_000);
    for (const body of [
      `<${long}>x</${long}>`,
      `<A${long} b="c d e" />`,
      `<a href="${long}:x">x</a>`,
      `{{< code-${long} >}}x{{< /code-${long} >}}`,
      `{{#${long}}}x{{/${long}}}`,
      `<img src={${long}}>`,
      `{% ${long} %}x{% end${long} %}`,
    ])
      for (const preset of [undefined, 'jekyll', 'hugo', 'docusaurus'] as const) {
        const { html } = renderBody(`Before\n\n${body}\n\nAfter`, preset === undefined ? {} : { preset });
        expect(html).toContain('Before');
        expect(html).toContain('After');
      }
  });

  it('may have more lines than a function takes arguments', () => {
    const lines = 'a\n'.repeat(150_000);
    const { html } = renderBody(`<Note>\n${lines}</Note>\n`, { preset: 'docusaurus', file: 'a.mdx' });
    expect(html.match(/^a$/gm)?.length).toBeGreaterThan(140_000);
    const rows = `<div style="font-size:0"><div>${'<br>'.repeat(150_000)}</div></div>`;
    expect(renderBody(`${rows}<p>After</p>`, { format: 'html' }).html).toContain('After');
  });

  it.each([
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
  ])('may use the name "%s", which every object knows, for anything', (name) => {
    const body =
      `<p style="${name}: none" class="${name}" data-${name}="no">One</p>\n<style>.a { ${name}: none } [${name}] { display: none }</style>\n\n` +
      `:${name}: ::${name}:: <${name}>two</${name}> {{ ${name} }} {{ page.${name}.name }} {% ${name} %} {{< ${name} >}}\n\n` +
      `\`\`\`${name}\ncode\n\`\`\`\n\n::: ${name}\nthree\n:::\n\n> [!${name}]\n> four\n`;
    for (const preset of [undefined, 'jekyll', 'hugo', 'zola', 'eleventy', 'hexo', 'docusaurus'] as const)
      for (const format of ['markdown', 'html'] as const) {
        const { html } = renderBody(body, { format, ...(preset === undefined ? {} : { preset }) });
        expect(html).toContain('One');
        expect(html).not.toContain('native code');
      }
  });
});
