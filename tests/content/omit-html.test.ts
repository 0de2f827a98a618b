import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { omitHtml } from '../../src/content/omit-html.ts';
import { makeSite, runCli } from '../run-cli.ts';

/** The words that are left, in order: each number stands for one place, as Hugo 0.111 shows them. */
const words = (text: string) => omitHtml(text).text.match(/\b[a-z]+\d+/g) ?? [];

describe('without "unsafe", Hugo shows', () => {
  test.each<[string, string, string[]]>([
    ['no block of HTML', 'a1\n\n<div>\nb2\n</div>\n\nc3', ['a1', 'c3']],
    [
      'what stands between two blocks',
      '<details>\n<summary>a1</summary>\n\nb2 **c3**\n\n</details>',
      ['b2', 'c3'],
    ],
    ['the text between inline tags', 'a1 <b>b2</b> <a href="/c3">d4</a>', ['a1', 'b2', 'c3', 'd4']],
    ['no inline image', 'a1 <img src="/b2.png"> c3', ['a1', 'c3']],
    ['no image on a line of its own', '<img src="/a1.png">\n\nb2', ['b2']],
    ['a paragraph with a tag on a line of its own', 'a1\n<span>\nb2\n</span>', ['a1', 'b2']],
    ['no block that interrupts a paragraph', 'a1\n<div>b2\nc3\n\nd4', ['a1', 'd4']],
    ['the next item', '- <div>a1</div>\n- b2', ['b2']],
    [
      'what follows in the same item',
      '1. <p>a1</p>\n\n   <table><tr><td>b2</td></tr></table>\n\n   c3',
      ['c3'],
    ],
    ['what follows in a quotation', '> <p>a1</p>\n> b2\n>\n> c3\n\nd4', ['c3', 'd4']],
    ['what follows a quotation', '> <p>a1</p>\nb2', ['b2']],
    ['no block in a footnote', 'a1[^1]\n\n[^1]: <div>b2</div>', ['a1']],
    ['nothing up to the end of raw text', '<pre>\na1\n\nb2\n</pre>\nc3', ['c3']],
    ['code', '```html\n<div>a1</div>\n```\n\n`<div>b2</div>`\n\n    <div>c3</div>', ['a1', 'b2', 'c3']],
    ['what shortcodes hold', '{{< raw >}}\n<p>a1</p>\n{{< /raw >}}\n\n{{<img src="b2">}}', ['a1', 'b2']],
    ['nothing that shortcodes of Markdown hold', '{{% x %}}\n\n<p>a1</p>\n\n{{% /x %}}', []],
    ['addresses', 'a1 <https://b2.example/> <c3@d4.example>', ['a1', 'b2', 'c3', 'd4']],
  ])('%s', (_, text, shown) => {
    expect(words(text)).toEqual(shown);
    expect(omitHtml(text).text.split('\n')).toHaveLength(text.split('\n').length);
  });
});

describe('what Hugo leaves out of the page', () => {
  const post = '---\ntitle: A\ndate: 2026-01-01\n---\nSeen.\n\n<div>Zebra</div>\n';
  const publish = (files: Readonly<Record<string, string>>) => {
    const settings = 'site: https://example.org/\ntitle: T\npreset: hugo\n';
    const root = makeSite({ 'feedwright.yaml': settings, 'content/posts/a.md': post, ...files });
    const { error } = runCli(root, ['build', '--now', '2026-06-01T00:00:00Z']);
    return { error, feed: readFileSync(join(root, 'dist/feed.json'), 'utf8') };
  };

  it('is left out with a warning, whose hint publishes it', () => {
    const { error, feed } = publish({ 'hugo.toml': 'title = "T"\n' });
    expect(feed).not.toContain('Zebra');
    expect(error).toMatch(/^content\/posts\/a\.md:7 warning omitted-html: /m);
    const [, keys = '', value = ''] = /set "([\w.]+): (\w+)"/.exec(error) ?? [];
    const path = keys.split('.');
    const config = `[${path.slice(0, -1).join('.')}]\n${path.at(-1)} = ${value}\n`;
    const followed = publish({ 'hugo.toml': config });
    expect(followed.feed).toContain('Zebra');
    expect(followed.error).not.toContain('omitted-html');
  });

  it('is published where nobody knows what Hugo is told', () => {
    expect(publish({}).feed).toContain('Zebra');
  });
});
