import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';

/** What a site of one article publishes of a text, with these files beside it. */
function publish(preset: string, file: string, config: string, text: string): string {
  const folder = makeSite({
    'feedwright.yaml': `site: https://example.org/\ntitle: Example\npreset: ${preset}\narticles: posts\npermalink: /:slug/\n`,
    'posts/2026-01-01-a.md': `---\ntitle: A\ndate: 2026-01-01\n---\n${text}\n`,
    [file]: config,
  });
  const { exitCode, error } = runCli(folder, ['build', '--now', '2026-11-01T00:00:00Z']);
  expect(exitCode, error).toBe(0);
  return JSON.parse(readFileSync(join(folder, 'dist/feed.json'), 'utf8')).items[0].content_html;
}

const GOLDMARK = '[markup.goldmark';

test.each([
  ['hugo', 'hugo.toml', `${GOLDMARK}.renderer]\nhardWraps = true\n`, 'a\nb', /a<br>\nb/],
  ['hugo', 'hugo.toml', `${GOLDMARK}.extensions]\ntypographer = false\n`, '"a" -- b', /"a" -- b/],
  [
    'hugo',
    'hugo.yaml',
    'markup:\n  goldmark:\n    extensions:\n      typographer:\n        disable: true\n',
    '"a"',
    /"a"/,
  ],
  [
    'hugo',
    'config/_default/markup.toml',
    '[goldmark.extensions]\nlinkify = false\n',
    'https://a.example/',
    /^<p>https/,
  ],
  ['hugo', 'config.toml', `${GOLDMARK}.extensions]\ndefinitionList = false\n`, 'a\n: b', /^<p>a\n: b<\/p>$/],
  ['hugo', 'hugo.toml', 'enableEmoji = true\n', ':tada:', /🎉/],
  [
    'hugo',
    'hugo.toml',
    `${GOLDMARK}.extensions.passthrough]\nenable = true\n`,
    'the\\(a*b*c\\)',
    /the<code>a\*b\*c<\/code>/,
  ],
  ['jekyll', '_config.yml', 'kramdown:\n  hard_wrap: true\n', 'a\nb', /a<br>\nb/],
  [
    'jekyll',
    '_config.yml',
    'kramdown:\n  parse_block_html: true\n',
    '<div>\n<div>\nHigh\n----\n*water*\n</div>\n</div>\n\n<div markdown="0">\n*low*\n</div>',
    /<h2>High<\/h2>\s*<p><em>water<\/em><\/p>[\s\S]*\*low\*/,
  ],
  ['hexo', '_config.yml', 'marked:\n  breaks: false\n  smartypants: false\n', 'a\n"b"', /^<p>a\n"b"<\/p>$/],
  [
    'zola',
    'config.toml',
    '[markdown]\nsmart_punctuation = true\nrender_emoji = true\n',
    '"a" :tada:',
    /“a” 🎉/,
  ],
  [
    'eleventy',
    'eleventy.config.js',
    'export default (c) => c.setLibrary("md", markdownIt({ html: true, breaks: true, linkify: true }));\n',
    'a\nhttps://a.example/',
    /a<br>\n<a /,
  ],
  [
    'astro',
    'astro.config.ts',
    'export default defineConfig({ markdown: { smartypants: false } });\n',
    '"a"',
    /"a"/,
  ],
])('%s reads Markdown as %s says: %j', (preset, file, config, text, expected) => {
  expect(publish(preset, file, config, text)).toMatch(expected);
  expect(publish(preset, 'other.txt', config, text)).not.toMatch(expected);
});

test.each([
  ['docusaurus.config.ts', "export default { title: 'A' };", '', false],
  ['docusaurus.config.js', "module.exports = { markdown: { format: 'detect' } };", '', true],
  ['docusaurus.config.js', 'module.exports = {};', 'mdx:\n  format: md\n', true],
])('Docusaurus reads .md as MDX, unless somebody says otherwise: %s %s %s', (name, program, keys, isText) => {
  const folder = makeSite({
    'feedwright.yaml': 'site: https://example.org/\ntitle: Example\npreset: docusaurus\n',
    'blog/2026-01-01-a.md': `---\ntitle: A\n${keys}---\nSeen {b}.\n\nexport const a = (\n  b\n);\n`,
    [name]: program,
  });
  const { error } = runCli(folder, ['build', '--now', '2026-11-01T00:00:00Z']);
  expect(error).toMatch(isText ? /^$/ : /a\.md:4 warning removed-template: Removed "\{…\}"/);
  const [item] = JSON.parse(readFileSync(join(folder, 'dist/feed.json'), 'utf8')).items;
  expect(item.content_html).toContain(isText ? '<p>Seen {b}.</p>' : '<p>Seen .</p>');
  expect(item.content_html.includes('export const')).toBe(isText);
});
