import { existsSync } from 'node:fs';
import createPurifier from 'dompurify';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { hostileText } from './hostile-text.ts';
import { renderBody } from './reading.ts';

const { window } = new JSDOM('');
const purifier = createPurifier(window);

/** `FUZZ_RUNS=100000 npx vitest run tests/content` looks longer. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 300);

/**
 * DOMPurify's own payloads are not ours to copy: `DOMPURIFY_PAYLOADS=…/test/fixtures/expect.mjs` holds them against us too.
 * Ours are of the same kinds.
 */
const theirs = process.env.DOMPURIFY_PAYLOADS;
const OURS = [
  '<img src=x onerror=alert(1)>',
  '<svg><g/onload=alert(1)//<p>text',
  '<p>a<iframe//src=jAva&Tab;script:alert(3)>def</p>',
  '<math><mi//xlink:href="data:x,<script>alert(4)</script>">text</math>',
  '<table><tr><td>HELLO</tr></table>',
  '<form action="javascript:x"><input name=attributes>text</form>',
  '<a href="javascript:alert(1)">link</a><a href="data:text/html,x">data</a>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">text',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">text',
  '<select><template><img src=x onerror=alert(1)></template></select>text',
  '<div id="cookie"></div><img name="body"><p id="getElementById">text</p>',
  '<x-foo is="x" onclick=alert(1)>text</x-foo>',
  '<a href="&#x6A;avascript&colon;alert(1)">entity</a>',
  '<object data="data:text/html,x">fallback text</object><embed src=x>',
  '<base href="//evil.example/"><a href="x">base</a><meta http-equiv=refresh content=0>',
  '<video><source onerror="x" src=y></video><audio src=x onplay=y></audio>',
  '<style>@import "x"</style><link rel=stylesheet href=x><p style="background:url(javascript:x)">text</p>',
  '<!--><img src=x onerror=alert(1)--><p>text</p>',
  '<video src="data:image/svg+xml,<svg onload=alert(1)>">text</video>text',
  '<plaintext><img src=x onerror=alert(1)>text',
  '<template #x><img src=x onerror=alert(1)></template>text',
  '<LinkCard href="javascript:alert(1)" title="text" />',
  '<Code code="<img src=x onerror=alert(1)>" lang="js" />text',
  '<Figure src="x" caption="<img src=x onerror=alert(1)>" />text',
  '<Callout title="<img src=x onerror=alert(1)>">text</Callout>',
  '<d-footnote><img src=x onerror=alert(1)></d-footnote>text',
];

/** What of an HTML text DOMPurify would remove. */
function listDangers(html: string): string[] {
  purifier.sanitize(html, { ADD_ATTR: ['srclang', 'kind'] });
  return purifier.removed.flatMap((found) => {
    if ('element' in found) return [`<${found.element.nodeName.toLowerCase()}>`];
    const name = found.attribute?.name ?? '';
    // An end tag in a value would end an element whose text is not parsed; none of those is ever written.
    if (
      /<\/(?:noscript|style|script|title|textarea|xmp|iframe|noembed|noframes)/i.test(
        found.attribute?.value ?? '',
      )
    )
      return [];
    // An id such as "cookie" would hide a property of a page that reads it as one; a feed has no program.
    return name === 'id' || name === '' ? [] : [name];
  });
}

/** Elements whose text a reader would not see as text, or that the page hides: those we leave out and name. */
const UNSEEN =
  /<(button|select|option|optgroup|textarea|template|svg|title|noscript|datalist|dialog|canvas|math|video|audio|plaintext|xmp|noembed|noframes|style|script|iframe)\b/i;

/** The letters of a text: where a tag went, words may stand closer. */
function lettersOf(html: string): string {
  const { body } = new JSDOM(`<body>${html}`).window.document;
  return (body.textContent ?? '').replace(/[^\p{L}\p{N}]/gu, '');
}

function judge(payload: string) {
  const rendered = renderBody(payload, { format: 'html' });
  const kept = UNSEEN.test(payload) ? '' : lettersOf(purifier.sanitize(payload));
  const inMarkdown = renderBody(payload, { format: 'markdown' });
  return {
    dangers: [...listDangers(rendered.html), ...listDangers(inMarkdown.html)],
    lost: lettersOf(rendered.html).includes(kept) ? '' : kept,
  };
}

describe('DOMPurify finds nothing dangerous in what is published', () => {
  it('whatever stands in a body', () => {
    fc.assert(
      fc.property(hostileText, fc.constantFrom('markdown' as const, 'html' as const), (text, format) => {
        expect(listDangers(renderBody(text, { format }).html)).toEqual([]);
      }),
      { numRuns },
    );
  });

  it.each(OURS)('%s, and the text that it keeps is kept', (payload) => {
    expect(judge(payload)).toEqual({ dangers: [], lost: '' });
  });

  it('would find what is', () => {
    expect(listDangers('<p onclick="x">a</p><iframe></iframe>')).toEqual(['onclick', '<iframe>']);
  });
});

describe.skipIf(theirs === undefined || !existsSync(theirs))('DOMPurify’s own payloads', () => {
  it('leave nothing dangerous and lose no text', async () => {
    const { default: payloads } = await import(theirs as string);
    const found = payloads.map(({ payload }: { payload: string }) => ({ payload, ...judge(payload) }));
    expect(found.length).toBeGreaterThan(100);
    expect(
      found.filter(
        ({ dangers, lost }: { dangers: string[]; lost: string }) => dangers.length + lost.length > 0,
      ),
    ).toEqual([]);
  });
});
