import { expect, test } from 'vitest';
import { renderBody } from './reading.ts';

const links = (text: string, preset: 'hugo' | 'astro') =>
  [...renderBody(text, { preset }).html.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)].map(([, url, shown]) => [
    url,
    shown,
  ]);

test.each([
  ['见 https://e.example/a，然后看', ['https://e.example/a', 'https://e.example/a']],
  ['주소(https://e.example/b)으로', ['https://e.example/b', 'https://e.example/b']],
  ['www.example.org에서', ['http://www.example.org/', 'www.example.org']],
  ['**https://e.example/c**：', ['https://e.example/c', 'https://e.example/c']],
  ['https://e.example/ж', ['https://e.example/', 'https://e.example/']],
])('Hugo ends a URL in a text before a letter that is not ASCII: %s', (text, link) => {
  expect(links(text, 'hugo')).toEqual([link]);
});

test('a URL that brackets or quotes end keeps its letters, and code stays as it is', () => {
  const text =
    '[文 https://x.example/a](https://y.example/中) <https://y.example/角> `https://c.example/码`\n\n[r]: https://r.example/用\n\n[r]';
  const { html } = renderBody(text, { preset: 'hugo' });
  expect(html).toContain('<a href="https://y.example/%E4%B8%AD">文 https://x.example/a</a>');
  expect(html).toContain('href="https://y.example/%E8%A7%92"');
  expect(html).toContain('href="https://r.example/%E7%94%A8"');
  expect(html).toContain('<code>https://c.example/码</code>');
});

test('where the tool takes all letters up to a blank, so do the feeds', () => {
  expect(links('https://e.example/a，然后 b', 'astro')).toEqual([
    ['https://e.example/a%EF%BC%8C%E7%84%B6%E5%90%8E', 'https://e.example/a，然后'],
  ]);
});

test('a bar ends a URL in a cell of a table, and nowhere else', () => {
  const table =
    '| a | b |\n|---|---|\n| x | https://e.example/|\n|https://e.example/b|y|\nz | www.e.example|\n';
  for (const preset of ['hugo', 'astro'] as const) {
    const { html } = renderBody(table, { preset });
    const cells = [...html.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, ''));
    expect(cells.slice(0, 6)).toEqual([
      'x',
      'https://e.example/',
      'https://e.example/b',
      'y',
      'z',
      'www.e.example',
    ]);
    expect(links(table, preset).map(([url]) => url)).toEqual([
      'https://e.example/',
      'https://e.example/b',
      'http://www.e.example/',
    ]);
  }
  const code = renderBody('    | https://e.example/|\n\n```\n| https://e.example/|\n```\n', {
    preset: 'hugo',
  }).html;
  expect(code.match(/\| https:\/\/e\.example\/\|/g)).toHaveLength(2);
});
