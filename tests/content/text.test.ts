import { describe, expect, it } from 'vitest';
import { deriveTitle } from '../../src/content/titles.ts';
import { legalText } from '../../src/text/legal.ts';
import { renderBody } from './reading.ts';

describe('plain text', () => {
  const render = (text: string, title = 'Headline') => renderBody(text, { format: 'text', title });

  it('has paragraphs between blank lines, and its headline only as title', () => {
    expect(render('Headline \n\nFirst “a” and ’b’,\nsecond line\n \nThird\n').html).toBe(
      '<p>First “a” and ’b’,\nsecond line</p>\n<p>Third</p>',
    );
  });

  it('keeps a first line that the title does not repeat', () => {
    expect(render('Another\n\nb').html).toBe('<p>Another</p>\n<p>b</p>');
  });

  it('is never read as markup or template code', () => {
    const text = 'a <b> & *c* {{ d }} {% e %} :::';
    expect(render(text)).toMatchObject({
      html: '<p>a &lt;b&gt; &amp; *c* {{ d }} {% e %} :::</p>',
      problems: [],
    });
  });

  it('has a lead', () => {
    expect(render('Headline\n\na\nb').lead).toBe('a b');
  });
});

describe('a title derived from the body', () => {
  it.each([
    ['markdown', 'a\n\n## B `c` & d {#e}\n\n# F', 'B c & d'],
    ['markdown', 'A title\n===\n\nb', 'A title'],
    ['markdown', '```\n# no\n```\n\n<h1>yes</h1>', 'yes'],
    ['markdown', '# {{ x }} A', 'A'],
    ['html', '<!doctype html><html><head><title>A &amp; b</title></head><body><h1>C</h1>', 'A & b'],
    ['html', '<p>a</p><h2>B <i>c</i></h2>', 'B c'],
    ['text', '\n A line \nB', 'A line'],
  ] as const)('of %s %j is %j', (format, text, title) => {
    expect(deriveTitle(text, format)).toBe(title);
  });

  it('is none when the body has none', () => {
    expect(deriveTitle('a', 'markdown')).toBeUndefined();
    expect(deriveTitle('<p>a', 'html')).toBeUndefined();
    expect(deriveTitle(' \n', 'text')).toBeUndefined();
  });
});

describe('legal text (R20)', () => {
  it('loses what XML 1.0 forbids, lone surrogates and byte order marks; line ends become newlines', () => {
    expect(legalText('a\0\u000b\ufffe\ud800\udc00\ud800\ufeff\tb\r\nc\rd')).toBe('a\ud800\udc00\tb\nc\nd');
  });
});
