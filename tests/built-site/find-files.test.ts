import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';

const NOW = ['--now', '2026-11-01T00:00:00Z'];
/** An image of one pixel, and another one. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const OTHER = Buffer.concat([PIXEL, Buffer.from([0])]);

interface JsonItem {
  readonly content_html: string;
  readonly image?: string;
  readonly attachments?: readonly { readonly url: string }[];
}

/** Builds a site of one article, and gives its item. */
function build(
  settings: string,
  article: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  site = 'https://you.example/',
) {
  const folder = makeSite({
    'feedwright.yaml': `site: ${site}\ntitle: T\narticles: posts\npermalink: /:slug/\n${settings}`,
    'posts/one.md': article,
    ...files,
  });
  const ran = runCli(folder, ['build', ...NOW]);
  expect(ran.exitCode, ran.error).toBe(0);
  const output = settings.includes('built') ? 'public' : 'dist';
  const { items } = JSON.parse(readFileSync(join(folder, output, 'feed.json'), 'utf8'));
  return { ...ran, item: items[0] as JsonItem };
}

const page = (main: string) => ({
  'public/index.html': '<p>Home</p>',
  'public/one/index.html': `<!doctype html><title>One</title><main><h1>One</h1>${main}</main>`,
});
const article = (body: string, more = '') => `---\ntitle: One\ndate: 2025-01-01\n${more}---\n${body}\n`;

it('a path into a folder of static files has its URL at the top of the site, also where the page shows nothing', () => {
  const image = { 'site/public/img/a b.gif': PIXEL, 'public/img/a b.gif': PIXEL };
  const written = '![](../site/public/img/a%20b.gif)';
  const { item, error } = build('built: public\nsource: site\n', article(written), { ...page(''), ...image });
  expect(item.content_html).toContain('src="https://you.example/img/a%20b.gif"');
  expect(error).toBe('');
  const missing = build('built: public\nsource: site\n', article(written), {
    ...page(''),
    'site/public/img/a b.gif': PIXEL,
  });
  expect(missing.error).toContain('file-not-on-site');
});

it('a path into the static folder of Hugo or Zola leads to the top of the site, before it is built', () => {
  const show = (preset: string, written: string, files: Readonly<Record<string, Uint8Array>>) =>
    build(`preset: ${preset}\n`, article(`![](${written})`), files).item.content_html;
  const image = { 'static/img/a.gif': PIXEL };
  for (const preset of ['hugo', 'zola'])
    expect(show(preset, '../static/img/a.gif', image)).toContain('src="https://you.example/img/a.gif"');
  expect(show('jekyll', '../static/img/a.gif', image)).toContain(
    'src="https://you.example/static/img/a.gif"',
  );
  const beside = { 'posts/static/a.gif': PIXEL };
  expect(show('hugo', 'static/a.gif', beside)).toContain('src="https://you.example/one/static/a.gif"');
});

describe('an image that the tool of the site publishes under another name', () => {
  it.each([
    ['Astro', 'hero.png', '/_astro/hero.D8kq3f_A_Z1abc2.webp'],
    ['Docusaurus', 'hero.png', '/assets/images/hero-0123456789abcdef0123456789abcdef.png'],
    ['VitePress', 'hero.png', '/assets/hero.Bx_-12Ab.png'],
    ['Hugo', 'hero.png', '/one/hero_hu8d0f_1234_600x0_resize_box.png'],
    ['a name with a space', 'my%20hero.png', '/assets/my_hero.Bx_-12Ab.png'],
  ])('has the URL of the page of its article: %s', (_, written, real) => {
    const { item, error } = build(
      'built: public\n',
      article(`![](./${written})`),
      page(`<img src="${real}" alt="">`),
    );
    expect(item.content_html).toContain(`src="https://you.example${real}"`);
    expect(error).toBe('');
  });

  it('is the one with the same description where nothing is left of the name', () => {
    const main =
      '<picture><img alt="A cat" src="/img/KkPMmHd3hP-650.jpeg"></picture><img alt="A dog" src="/img/Zz-650.jpeg">';
    const { item } = build('built: public\n', article('![A dog](./dog.jpg)'), page(main));
    expect(item.content_html).toContain('https://you.example/img/Zz-650.jpeg');
  });

  it('is the one with the same bytes where the page holds small images itself', () => {
    const inline = (bytes: Buffer) => `data:image/gif;base64,${bytes.toString('base64')}`;
    const main = `<img src="${inline(OTHER)}"><img src="${inline(PIXEL)}">`;
    const { item } = build('built: public\n', article('![](./dot.gif)'), {
      ...page(main),
      'posts/dot.gif': PIXEL,
    });
    expect(item.content_html).toContain(`src="${inline(PIXEL)}"`);
  });

  it('is read from the front matter too, and a linked file as well', () => {
    const { item, error } = build(
      'built: public\n',
      article('[Plan](./plan.pdf)', 'image: ../assets/hero.png\n'),
      page(
        '<img src=/_astro/hero.D8kq3f12.webp><a href=/assets/files/plan-0123456789abcdef0123456789abcdef.pdf/>Plan</a>',
      ),
    );
    expect(item.image).toBe('https://you.example/_astro/hero.D8kq3f12.webp');
    expect(item.content_html).toContain('/assets/files/plan-0123456789abcdef0123456789abcdef.pdf"');
    expect(error).toBe('');
  });

  it('is looked for below the base of the site', () => {
    const { item } = build(
      'built: public\n',
      article('![](/img/hero.png)'),
      { ...page('<img src="/repo/img/hero.png">'), 'public/img/hero.png': PIXEL },
      'https://you.example/repo/',
    );
    expect(item.content_html).toContain('https://you.example/repo/img/hero.png');
  });

  it('is no other image of the page, and its line is said', () => {
    const { item, error } = build(
      'built: public\n',
      article('Text.\n\n![](./hero.png)'),
      page('<img src="/assets/hero-large.Bx_-12Ab.png"><img src="/assets/superhero.Bx_-12Ab.png">'),
    );
    expect(error).toContain('posts/one.md:7 warning file-not-on-site: The URL of "./hero.png"');
    expect(item.content_html).toContain('https://you.example/one/hero.png');
  });

  it('is none of two with one name that nothing tells apart', () => {
    const main = '<img src="/assets/pic.Aaaaaaaa.png"><img src="/assets/pic.Bbbbbbbb.png">';
    expect(build('built: public\n', article('![](./a/pic.png)'), page(main)).error).toContain(
      'file-not-on-site',
    );
  });
});

describe('an image in a folder of static files has the URL of that, however it is written', () => {
  it.each([
    ['docusaurus', '../static/img/boat.gif', 'static/img/boat.gif', 'img/boat.gif'],
    ['astro', '../public/boat%20one.gif', 'public/boat one.gif', 'boat%20one.gif'],
    ['vitepress', '../public/boat.gif', 'public/boat.gif', 'boat.gif'],
  ])('%s: %s', (preset, written, file, url) => {
    const { item, error } = build(
      `preset: ${preset}\n`,
      article(`![Boat](${written})`, `image: ${written}\n`),
      { [file]: PIXEL },
      'https://you.example/base/',
    );
    expect(item.content_html).toContain(`src="https://you.example/base/${url}"`);
    expect(item.image).toBe(`https://you.example/base/${url}`);
    expect(error).not.toContain('file-not-on-site');
  });
});

describe('an image that is on the site under its own URL', () => {
  it('keeps it, and its page is not asked', () => {
    const { item, error } = build('built: public\n', article('![](./hero.png)'), {
      ...page('<img src="/assets/hero.Bx_-12Ab.png">'),
      'public/one/hero.png': PIXEL,
    });
    expect(item.content_html).toContain('https://you.example/one/hero.png');
    expect(error).toBe('');
  });

  it('keeps it on another host', () => {
    const { item, error } = build('built: public\n', article('![](https://cdn.example/hero.png)'), page(''));
    expect(item.content_html).toContain('https://cdn.example/hero.png');
    expect(error).toBe('');
  });
});

describe('without the built site', () => {
  it.each([
    'astro',
    'docusaurus',
  ])('images of %s that are renamed are said, in text and front matter', (preset) => {
    const { item, error } = build(
      `preset: ${preset}\n`,
      article('Text.\n\n![](./text.png) ![](/img/public.png)', 'image: ./lead.png\n'),
      { 'posts/text.png': PIXEL, 'posts/lead.png': PIXEL },
    );
    expect(error).toContain('posts/one.md:4:8 warning file-not-on-site: The URL of "./lead.png"');
    expect(error).toContain('posts/one.md:8 warning file-not-on-site: The URL of "./text.png"');
    expect(error).not.toContain('public.png');
    expect(item.image).toBeUndefined();
  });

  it('one line says for all files that the site is to be built first', () => {
    const folder = makeSite({
      'feedwright.yaml':
        'site: https://you.example/\ntitle: T\narticles: posts\npreset: docusaurus\nbuilt: public\n',
      'posts/2025-01-01-one.md': article('Text.\n\n![](./a.png)\n\n![](./b.png)', 'image: ./lead.png\n'),
      ...{ 'posts/a.png': PIXEL, 'posts/b.png': PIXEL, 'posts/lead.png': PIXEL },
    });
    const { error } = runCli(folder, ['build', ...NOW]);
    expect(error.match(/file-not-on-site/g)).toHaveLength(1);
    expect(error).toContain(
      'posts/2025-01-01-one.md:4:8 warning file-not-on-site: The URLs of 3 files are unknown until the site is built. This is the first.',
    );
    expect(error).toContain('site-not-built');
  });

  it('an image beside an article of Hugo is where the article is', () => {
    const { item, error } = build('preset: hugo\n', article('![](./text.png)'), { 'posts/text.png': PIXEL });
    expect(item.content_html).toContain('https://you.example/one/text.png');
    expect(error).toBe('');
  });

  it('a path from / is below the base of a Docusaurus site, in links and images', () => {
    const { item } = build(
      'preset: docusaurus\n',
      article('![](/img/a.png) [b](/b) [c](/repo/c)'),
      {},
      'https://you.example/repo/',
    );
    expect(item.content_html).toContain('src="https://you.example/repo/img/a.png"');
    expect(item.content_html).toContain('href="https://you.example/repo/b"');
    expect(item.content_html).toContain('href="https://you.example/repo/c"');
  });

  it.each([
    'media_subpath: /assets/trip',
    'img_path: /assets/trip/',
  ])('%s stands before the images of a Jekyll post', (line) => {
    const folder = makeSite({
      'feedwright.yaml': 'site: https://you.example/b/\ntitle: T\npreset: jekyll\n',
      '_posts/2025-01-01-one.md': article('![d](pic.png) ![e](/e.png)', `${line}\nimage: lead.png\n`),
      'assets/trip/lead.png': PIXEL,
    });
    expect(runCli(folder, ['build', ...NOW])).toMatchObject({ exitCode: 0, error: '' });
    const [item] = JSON.parse(readFileSync(join(folder, 'dist/feed.json'), 'utf8')).items;
    expect(item.content_html).toContain('https://you.example/b/assets/trip/pic.png');
    expect(item.content_html).not.toContain('trip/e.png');
    expect(item.image).toBe('https://you.example/b/assets/trip/lead.png');
  });
});

describe('an image that is not beside the article, but at the top of the site', () => {
  it.each([
    ['a template tag', '{% image "assets/boat.gif" "Boat" %}', 'assets/boat.gif', 'assets/boat.gif'],
    ['a folder of static files', '![Boat](img/boat.gif)', 'static/img/boat.gif', 'img/boat.gif'],
  ])('has the URL there: %s', (_, body, file, path) => {
    const { item } = build('preset: jekyll\n', article(body), { [file]: PIXEL });
    expect(item.content_html).toContain(`src="https://you.example/${path}"`);
  });

  it.each([
    ['hexo', '/img/boat.gif'],
    ['eleventy', '/img/boat.gif'],
    ['jekyll', '/2025/img/boat.gif'],
  ])('with "../" before it, in %s', (preset, path) => {
    const body = preset === 'eleventy' ? '![Boat](img/boat.gif)' : '![Boat](../img/boat.gif)';
    const permalink = 'permalink: /2025/one/\n';
    const { item } = build(`preset: ${preset}\n`, article(body, permalink), { 'source/img/boat.gif': PIXEL });
    expect(item.content_html).toContain(`src="https://you.example${path}"`);
  });

  it.each([
    ['![Boat](/img/boat.gif)', '/log/img/boat.gif'],
    ['![Boat](img/boat.gif)', '/log/img/boat.gif'],
    ['![Boat](../img/boat.gif)', '/log/img/boat.gif'],
    ['![Boat](/log/img/boat.gif)', '/log/img/boat.gif'],
    ['![Boat](own.gif)', '/log/2025/one/own.gif'],
    ['![Boat](one/own.gif)', '/log/2025/one/own.gif'],
  ])('as Hexo puts the home page before images: %s', (body, path) => {
    const folder = makeSite({
      'feedwright.yaml':
        'site: https://you.example/log/\ntitle: T\npreset: hexo\nformats: { json: f.json }\n',
      'source/_posts/one.md': `---\ntitle: One\ndate: 2025-01-01\npermalink: 2025/one/\n---\n${body}\n`,
      'source/img/boat.gif': PIXEL,
      'source/_posts/one/own.gif': PIXEL,
    });
    expect(runCli(folder, ['build', ...NOW]).exitCode).toBe(0);
    const { items } = JSON.parse(readFileSync(join(folder, 'dist/f.json'), 'utf8'));
    expect(items[0].content_html).toContain(`src="https://you.example${path}"`);
  });

  it('has no URL there where the built site lacks it', () => {
    const files = { 'posts/covers/one.gif': PIXEL, ...page('<p>Text</p>') };
    const tryWith = (more: Readonly<Record<string, Buffer>>) =>
      build('preset: eleventy\nbuilt: public\n', article('Text', 'ogImage: posts/covers/one.gif\n'), {
        ...files,
        ...more,
      });
    const lacking = tryWith({});
    expect(lacking.item).not.toHaveProperty('image');
    expect(lacking.error).toContain('posts/one.md:4:10 warning file-not-on-site');
    const copied = tryWith({ 'public/posts/covers/one.gif': PIXEL });
    expect(copied.item.image).toBe('https://you.example/posts/covers/one.gif');
    expect(copied.error).toBe('');
  });

  it.each([
    ['beside the article', 'assets/boat.gif', { 'posts/assets/boat.gif': PIXEL, 'assets/boat.gif': OTHER }],
    ['written from the folder of the article', './assets/boat.gif', { 'assets/boat.gif': PIXEL }],
    ['nowhere', 'assets/boat.gif', {}],
  ])('has the URL that its article gives it: %s', (_, written, files: Record<string, Buffer>) => {
    const { item } = build('', article(`![Boat](${written})`), files);
    expect(item.content_html).toContain('src="https://you.example/one/assets/boat.gif"');
  });
});
