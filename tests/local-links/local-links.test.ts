import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { findLinks } from '../../src/local-links/find-links.ts';
import { checkLocalLinks } from '../../src/local-links/local-links.ts';
import { expectLinearTime } from '../growth.ts';
import { makeSite } from '../run-cli.ts';

const dated = 'site: https://x.example/\ntitle: X\npermalink: /:year/:month/:slug/\n';
const article = (body: string, more = '') => `---\ntitle: T\ndate: 2025-11-04\n${more}---\n${body}\n`;

/** What is found in the links of `articles/a.md`, which says `body`: code, line and column. */
function check(
  body: string,
  files: Readonly<Record<string, string>> = {},
  config = dated,
  name = 'articles/a.md',
): readonly string[] {
  const folder = makeSite({ 'feedwright.yaml': config, [name]: article(body), ...files });
  const loaded = loadConfig({ workingDirectory: folder });
  if (!loaded.config) throw new Error('no configuration');
  return checkLocalLinks(loaded.config)
    .filter(({ file }) => file === name)
    .map(({ code, line, column, message }) => `${code} ${line}:${column} ${/"([^"]*)"/.exec(message)?.[1]}`);
}

describe('links that surely lead nowhere are found at their place', () => {
  it.each([
    ['[b](/2025/11/b/)', {}, ['missing-article 5:5 /2025/11/b/']],
    [
      'Text\n\n  see [b](https://x.example/2025/10/b)',
      {},
      ['missing-article 7:11 https://x.example/2025/10/b'],
    ],
    ['[b]\n\n[b]: ../b/ "B"', {}, ['missing-article 7:6 ../b/']],
    ['<a class="x" href="/2025/11/b/">b</a>', {}, ['missing-article 5:20 /2025/11/b/']],
    ['![p](p.png)', {}, ['missing-file 5:6 p.png']],
    ['![p](img/p.png)', { 'articles/img/q.png': '' }, ['missing-file 5:6 img/p.png']],
    ['![p](/img/p.png)', { 'static/img/q.png': '' }, ['missing-file 5:6 /img/p.png']],
    ["<img src='/img/p%20q.png'>", { 'static/img/p.png': '' }, ['missing-file 5:11 /img/p%20q.png']],
    ['[b](b.md)', {}, ['missing-file 5:5 b.md']],
    ['[a](/2025/11/B/)', { 'articles/b.md': article('b') }, ['link-case 5:5 /2025/11/B/']],
    [
      '[b](/2025/11/b/)',
      { 'articles/b.md': article('b', 'draft: true\n') },
      ['missing-article 5:5 /2025/11/b/'],
    ],
  ])('%s', (body, files, found) => {
    expect(check(body, files)).toEqual(found);
  });
});

describe('there is no false alarm', () => {
  it.each([
    [
      'articles',
      '[b](/2025/11/b/) [b](../b/) [b](/2025/11/b) [b](/2025/11/b/index.html) [b](b.md) [b](https://x.example/2025/11/b/?a#c)',
      { 'articles/b.md': article('b') },
    ],
    [
      'addresses they had before',
      '[b](/2025/11/old/)',
      { 'articles/b.md': article('b', 'aliases: [/2025/11/old/]\n') },
    ],
    ['articles that wait', '[b](/2099/01/b/)', { 'articles/b.md': '---\ntitle: B\ndate: 2099-01-01\n---\n' }],
    ['pages that nobody knows', '[p](/about/) [p](/tags/x/) [p](page) [p](/2025/) [p](/2025/11/) [p](/)', {}],
    ['years without articles', '[p](/2019/11/b/)', {}],
    [
      'pages as files',
      '[p](/2025/11/b/) [p](/2025/11/c/)',
      { 'static/2025/11/b/index.html': '', 'public/2025/11/c.html': '' },
    ],
    [
      'files beside the article and in static folders',
      '![p](p.png) ![p](img/p.png) ![p](/q.png) ![p](/r.png?v=1) ![p](../../../s.png)',
      {
        'articles/p.png': '',
        'articles/img/p.png': '',
        'static/q.png': '',
        'public/r.png': '',
        's.png': '',
      },
    ],
    ['folders that are not here', '![p](/uploads/p.png) ![p](media/p.png)', {}],
    [
      'other hosts, mail, data, places on the page',
      '[p](https://y.example/2025/11/b/) [p](//y.example/2025/11/b/) [p](mailto:a@x.example) [p](#p) ![p](data:image/png;base64,AA) [p](?page=2)',
      {},
    ],
    ['code', '`[b](/2025/11/b/)`\n\n```md\n[b](/2025/11/b/)\n```\n\n    [b](/2025/11/b/)', {}],
    ['template code', '[b]({{ site.url }}/2025/11/b/) ![p]({% asset p.png %}) ![p](/img/{{x}}.png)', {}],
    ['names with parentheses, which are not read to their end', '![p](p_(1).png)', {}],
    ['footnotes', 'A[^1]\n\n[^1]: ../b/', {}],
  ])('for %s', (_, body, files) => {
    expect(check(body, files)).toEqual([]);
  });

  it('when an article was refused, because its address is not known', () => {
    expect(check('[b](/2025/11/b/)', { 'articles/b.md': '---\ntitle: B\ndate: 2025-02-31\n---\n' })).toEqual(
      [],
    );
  });

  it('when the permalink does not tell articles from pages', () => {
    expect(
      check('[b](/posts/b/)', {}, 'site: https://x.example/\ntitle: X\npermalink: /posts/:slug/\n'),
    ).toEqual([]);
  });

  it('where the site is in a folder of its host', () => {
    const config = dated.replace('x.example/', 'x.example/blog/');
    expect(check('[b](/2025/11/b/)', {}, config)).toEqual([]);
    expect(check('[b](/blog/2025/11/b/)', {}, config)).toEqual(['missing-article 5:5 /blog/2025/11/b/']);
  });
});

describe('any text', () => {
  it('gives targets that stand where they are said to', () => {
    const parts = [
      '](',
      '<a href="',
      '"',
      ')',
      '[x]: ',
      '\n',
      '`',
      '```',
      ' ',
      '/a.png',
      'b.md',
      '(',
      '<',
      '>',
      'é',
      '\0',
    ];
    const body = fc.array(fc.constantFrom(...parts), { maxLength: 60 }).map((words) => words.join(''));
    fc.assert(
      fc.property(body, fc.constantFrom('markdown' as const, 'html' as const), (text, format) => {
        for (const { target, offset } of findLinks(text, format))
          expect(text.slice(offset, offset + target.length)).toBe(target);
      }),
    );
  });

  it('is read in time, however hostile', () => {
    for (const part of ['](', '[a', '[a]: ', ' href="', ' href=', '](<', '[a](b'])
      for (const format of ['html', 'markdown'] as const)
        expectLinearTime((size) => void findLinks(part.repeat(size), format), 60_000);
  });
});
