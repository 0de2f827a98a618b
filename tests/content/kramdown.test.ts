import { describe, expect, it } from 'vitest';
import { expectLinearTime } from '../growth.ts';
import { listProblems, renderBody } from './reading.ts';

const html = (text: string) => renderBody(text, { preset: 'jekyll' }).html;
const cells = (text: string) =>
  [...html(text).matchAll(/<t[hd]\b[^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell).filter(Boolean);

describe('tables of Kramdown', () => {
  it.each([
    ['without a head', '| a | b |\n| c | d |', ['a', 'b', 'c', 'd']],
    ['of one row', 'x\n\n| a | b |\n\ny', ['a', 'b']],
    ['with a line above', '|---\n| a | b\n|-|-\n| c | d', ['a', 'b', 'c', 'd']],
    [
      'with a foot and several bodies',
      '| a | b |\n|---\n| c | d |\n|---+---|\n| e | f |\n|===\n| g | h |',
      [...'abcdefgh'],
    ],
    ['with bars in code', '| `a|b` | c |\n| d | e |', ['<code>a|b</code>', 'c', 'd', 'e']],
    ['as GFM has them', '| a | b |\n|:--|--:|\n| c | d |', ['a', 'b', 'c', 'd']],
  ])('%s', (_, text, expected) => {
    expect(html(text)).toContain('<table>');
    expect(cells(text)).toEqual(expected);
  });

  it('are none in code, and for no other tool', () => {
    expect(html('```\n| a | b |\n| c | d |\n```')).toContain('| a | b |\n| c | d |');
    expect(renderBody('| a | b |\n| c | d |', { preset: 'hugo' }).html).not.toContain('<table>');
  });
});

describe('footnotes of Kramdown', () => {
  const TEXT = 'Low[^a] [tide].\n\n[^a]: First\n    goes on\n[tide]: https://tide.example/\nLast line.\n';

  it('end before a line at the margin', () => {
    const shown = html(TEXT);
    expect(shown).toContain('<a href="https://tide.example/">tide</a>');
    expect(shown).toContain('<p>Last line.</p>');
    expect(shown).toMatch(/First\s+goes on/);
    expect(renderBody(TEXT, { preset: 'hugo' }).html).not.toContain('<p>Last line.</p>');
  });

  it('are none in code', () => {
    expect(html('```\n[^a]: b\nc\n```')).toContain('[^a]: b\nc');
  });
});

describe('abbreviations of Kramdown', () => {
  const TEXT = 'The HTML page, `HTML`, XHTML.\n\n*[HTML]: Hyper "Text" & more\n';

  it('are explained where they stand, not in code', () => {
    const rendered = renderBody(TEXT, { preset: 'jekyll' });
    expect(rendered.html).toBe(
      '<p>The <abbr title="Hyper &quot;Text&quot; &amp; more">HTML</abbr> page, <code>HTML</code>, XHTML.</p>',
    );
    expect(listProblems(rendered)).toEqual([]);
  });

  it('are text in code, and for other tools', () => {
    expect(html('```\n*[HTML]: Hyper\n```')).toContain('*[HTML]: Hyper');
    expect(renderBody(TEXT, { preset: 'hugo' }).html).toContain('*[HTML]');
  });
});

it('the end of an extension without a name is none of the text', () => {
  expect(html('Before {::nomarkdown}<b>x</b>{:/} after.')).toBe('<p>Before <b>x</b> after.</p>');
});

describe('many of them take linear time (R71)', () => {
  it.each([
    ['rows', (n: number) => '| a | b |\n'.repeat(n)],
    ['tables', (n: number) => '| a |\n\n'.repeat(n)],
    ['blank lines', (n: number) => `|a\n${' \n'.repeat(n)}`],
    ['definitions', (n: number) => '*[A]: b\n'.repeat(n)],
    ['abbreviations', (n: number) => `*[A]: b\n\n${'A '.repeat(n)}`],
    ['footnotes', (n: number) => '[^a]: b\nc\n'.repeat(n)],
  ])('%s', (_, make) => expectLinearTime((n) => html(make(n)), 2000));
});
