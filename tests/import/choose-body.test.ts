import { expect, test } from 'vitest';
import { render } from '../../src/content/render.ts';
import { chooseBody } from '../../src/import/choose-body.ts';
import type { Preset } from '../../src/model/index.ts';

const SITE = { url: 'https://you.example/a/', site: 'https://you.example/', title: 'A' };
/** Markdown would make a link of the address. */
const HTML =
  '<p>Ask <b>@ada@you.example</b>.</p>\n\n<pre>one\n\n\n  two &lt;b></pre>\n\n<table><tr><td><p>a</p>\n\n<p>b</p></td></tr></table>';

test.each<Preset>([
  'astro',
  'docusaurus',
  'vitepress',
  'zola',
])('what only HTML can say is Markdown for %s, which makes no page of HTML', (preset) => {
  const chosen = chooseBody(HTML, { ...SITE, preset });
  expect(chosen.format).toBe('markdown');
  const { html } = render({ ...SITE, preset, ...chosen, file: 'a', line: 1 });
  expect(html).toContain('<p>Ask <b>@ada@you.example</b>.</p>');
  expect(html).toContain('<pre>one\n\n\n  two &lt;b&gt;</pre>');
  expect(html).toMatch(/<td><p>a<\/p>\s*<p>b<\/p><\/td>/);
});

test.each<Preset>(['jekyll', 'hugo', 'wordpress'])('and stays HTML for %s', (preset) => {
  expect(chooseBody(HTML, { ...SITE, preset })).toEqual({ format: 'html', text: HTML });
});

test.each(['constructor', '__proto__', 'toString'])('an attribute named "%s" is left out', (name) => {
  const html = `<p ${name}="x">One</p>\n<figure ${name}>two<u ${name}="y">three</u></figure>`;
  for (const preset of ['jekyll', 'astro'] as const) {
    const { text } = chooseBody(html, { ...SITE, preset });
    expect(text).toContain('three');
    expect(chooseBody(text, { ...SITE, preset }).text).toContain('three');
  }
});
