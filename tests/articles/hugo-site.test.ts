import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';

const CONFIG =
  'site: https://example.org/\ntitle: T\npreset: hugo\narticles: content/posts\nlanguages: [en, de]\n';
const article = (body: string, more = '') => `---\ntitle: B\ndate: 2025-01-01\n${more}---\n${body}\n`;
const PNG = Buffer.from('iVBORw0KGgo=', 'base64');

/** What `{{< own >}}` shows in the English and in the German article of a bundle. Compared with Hugo 0.111, 0.131 and 0.169. */
function show(template: string, files: Readonly<Record<string, string>> = {}, more = '') {
  const folder = makeSite({
    'feedwright.yaml': CONFIG,
    'layouts/shortcodes/own.html': template,
    'content/posts/b/index.md': article('{{< own >}}', more),
    'content/posts/b/index.de.md': article('{{< own >}}', more),
    ...files,
  });
  const { error } = runCli(folder, ['build', '--now', '2026-01-01T00:00:00Z']);
  const { items } = JSON.parse(readFileSync(join(folder, 'dist/feed.json'), 'utf8'));
  const htmlOf = (url: string) =>
    items.find((item: { url: string }) => item.url.endsWith(url))?.content_html?.trim();
  return { en: htmlOf('org/posts/b/'), de: htmlOf('/de/posts/b/'), error };
}

const TEXTS = {
  'i18n/en.toml':
    '[more]\nother = "Read *more*"\n[minutes]\none = "One minute"\nother = "{{ .Count }} minutes"\n[only]\nother = "English"\n' +
    '[hello]\nother = "Hello {{ .Name }}"\n[html]\nother = "<b>x</b>"\n[a.b]\nother = "Nested"\n',
  'i18n/de.yaml': 'more: Mehr\nminutes:\n  one: Eine Minute\n  other: "{{ .Count }} Minuten"\n',
};

describe('shortcodes of a site of Hugo show texts of i18n', () => {
  it.each([
    ['in the language of the article', '{{ i18n "more" }}', 'Read *more*', 'Mehr'],
    ['by the short name', '{{ T "more" }}', 'Read *more*', 'Mehr'],
    ['in the singular', '{{ i18n "minutes" 1 }}', 'One minute', 'Eine Minute'],
    ['in the plural', '{{ i18n "minutes" 5 }}', '5 minutes', '5 Minuten'],
    ['of the main language, where there is no other', '{{ i18n "only" }}', 'English', 'English'],
    ['with values', '{{ i18n "hello" (dict "Name" "Ada") }}', 'Hello Ada', 'Hello Ada'],
    ['as text, not HTML', '{{ i18n "html" }}', '&lt;b&gt;x&lt;/b&gt;', '&lt;b&gt;x&lt;/b&gt;'],
    ['under a key with a dot', '{{ i18n "a.b" }}', 'Nested', 'Nested'],
  ])('%s', (_, template, en, de) => {
    expect(show(`<p>${template}</p>`, TEXTS)).toMatchObject({ en: `<p>${en}</p>`, de: `<p>${de}</p>` });
  });

  it('of the old form, and of the theme', () => {
    const files = {
      'i18n/en.yaml': '- id: more\n  translation: Read\n',
      'themes/t/i18n/de.json': '{"more": "Mehr"}',
    };
    expect(show('<p>{{ T "more" }}</p>', files)).toMatchObject({ en: '<p>Read</p>', de: '<p>Mehr</p>' });
  });

  it('in a language whose name has no rules for numbers', () => {
    const files = {
      'feedwright.yaml': CONFIG.replace('[en, de]', '[zh-Hans-Hans, de]'),
      'i18n/zh-hans-hans.toml': '[minutes]\nother = "{{ .Count }} minutes"\n',
    };
    expect(show('<p>{{ T "minutes" 1 }}</p>', files).en).toBe('<p>1 minutes</p>');
  });

  it('but say when no one knows the text', () => {
    const { en, error } = show('<p>{{ T "unknown" }} words</p>', TEXTS);
    expect(en ?? '').not.toContain('words');
    expect(error).toContain('removed-template');
  });
});

describe('shortcodes of a site of Hugo show images', () => {
  const images = Object.fromEntries(
    ['images/two.png', 'images/one.jpg', 'top.png', 'sub/index.md', 'sub/inner.png'].map((name) => [
      `content/posts/b/${name}`,
      name.endsWith('.md') ? article('x') : PNG,
    ]),
  );
  const each = (list: string) =>
    `{{ range ${list} }}<img src="{{ .RelPermalink }}" alt="{{ .Title }}">{{ end }}`;
  const tags = (...names: string[]) =>
    names.map((name) => `<img src="https://example.org/posts/b/${name}" alt="${name}">`).join('');

  it('of assets, where the file is there', () => {
    const template = '{{ with resources.Get "img/a.png" }}<img src="{{ .Permalink }}" alt="A">{{ end }}';
    expect(show(template, { 'assets/img/a.png': 'x' }).en).toBe(
      '<img src="https://example.org/img/a.png" alt="A">',
    );
    expect(show(template).error).toContain('removed-template');
  });

  it.each([
    ['that a pattern means', '.Page.Resources.Match "images/*"', tags('images/one.jpg', 'images/two.png')],
    ['at the top of the bundle', '.Page.Resources.Match "*.png"', tags('top.png')],
    [
      'all, but not those of a bundle in it',
      '.Page.Resources.ByType "image"',
      tags('images/one.jpg', 'images/two.png', 'top.png'),
    ],
  ])('of the page bundle: %s', (_, list, expected) => {
    const { en } = show(`<p>${each(list)}</p>`, images as Readonly<Record<string, string>>);
    expect(en).toBe(`<p>${expected}</p>`);
  });

  it('but not those that the front matter gives other names', () => {
    const more = 'resources: [{ src: top.png, title: Top }]\n';
    const { error } = show(each('.Page.Resources.Match "*.png"'), images as never, more);
    expect(error).toContain('removed-template');
  });
});
