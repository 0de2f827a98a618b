import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { fillFeedPage, fillIndexPage, prepareTemplate } from '../../src/pages/own-page.ts';
import { NAMES } from '../../src/pages/template.ts';
import { expectLinearTime } from '../growth.ts';
import { feed, item, site } from './sample.ts';

const fill = (text: string, given = feed) => {
  const { template, problems } = prepareTemplate({ file: 'page.html', text });
  expect(problems).toEqual([]);
  return fillFeedPage(template, site, given);
};
const places = (text: string) =>
  prepareTemplate({ file: 'page.html', text }).problems.map(
    ({ code, line, column, message }) => `${line}:${column} ${code} ${message}`,
  );

describe('docs/pages.md', () => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/pages.md'), 'utf8');

  it('has an example that works', () => {
    const [, example = ''] = /```html\n([\s\S]*?)```/.exec(text) ?? [];
    expect(fill(example)).toContain('<code>https://newsroom.example/rss.xml</code>');
  });

  it('names every placeholder, and no other', () => {
    const cells = text.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| Where'));
    const named = cells.flatMap((line) => [...line.matchAll(/`([a-z]+)`/g)].map(([, name]) => name));
    expect([...new Set(named.filter((name) => name !== 'ltr' && name !== 'rtl'))].toSorted()).toEqual(
      [...NAMES].toSorted(),
    );
  });
});

describe('a template of one’s own', () => {
  it('is filled with the feed, its formats, readers and articles', () => {
    expect(fill('{{site}} {{ title }} {{language}}/{{direction}}')).toBe(
      'Port Lune Courier Port Lune Courier en/ltr',
    );
    expect(fill('{{#formats}}<a href="{{url}}" type="{{type}}">{{name}}</a>{{/formats}}')).toBe(
      '<a href="https://newsroom.example/rss.xml" type="application/rss+xml">RSS</a>' +
        '<a href="https://newsroom.example/atom.xml" type="application/atom+xml">Atom</a>' +
        '<a href="https://newsroom.example/feed.json" type="application/feed+json">JSON Feed</a>',
    );
    expect(fill('{{#items}}{{date}}|{{day}}|{{title}}|{{site}}{{/items}}')).toBe(
      '12 December 2025|2025-12-12|The bridge that waits|Port Lune Courier',
    );
    expect(fill('{{#readers}}{{name}} {{/readers}}')).toContain('Feedly Inoreader');
  });

  it('is the page of all feeds, too', () => {
    const text =
      '{{title}}:{{#feeds}} {{title}} {{#formats}}{{name}} {{/formats}}{{/feeds}}{{^items}}none{{/items}}';
    const { template } = prepareTemplate({ file: 'page.html', text });
    expect(fillIndexPage(template, site, [feed, { ...feed, title: 'Harbour' }])).toBe(
      'Port Lune Courier: Port Lune Courier RSS Atom JSON Feed  Harbour RSS Atom JSON Feed none',
    );
  });

  it('shows a section for a text only when there is one', () => {
    const text = '{{#description}}<p>{{description}}</p>{{/description}}{{^description}}-{{/description}}';
    expect(fill(text)).toBe('<p>News from a small harbour town.</p>');
    const { description: _, ...silent } = feed;
    expect(fill(text, silent)).toBe('-');
  });

  it('escapes every text, whatever it is (R70)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const page = fill('<p title="{{title}}" class=\'{{title}}\'>{{title}}</p>', { ...feed, title });
        const html = parse(`<!DOCTYPE html>${page}`);
        expect(
          JSON.stringify(html, (key, value) => (key === 'parentNode' ? undefined : value)).match(
            /"tagName"/g,
          ),
        ).toHaveLength(4);
      }),
    );
    expect(
      fill('{{#items}}{{title}}{{/items}}', { ...feed, items: [{ ...item, title: '{{site}}<b>' }] }),
    ).toBe('{{site}}&lt;b&gt;');
  });

  it('leaves out an address that no page may link to', () => {
    const items = [{ ...item, url: 'javascript:alert(1)' }];
    expect(fill('{{#items}}<a href="{{url}}">x</a>{{/items}}', { ...feed, items })).toBe('<a href="">x</a>');
  });

  it.each([
    ['\n  {{titel}}', '2:3 bad-template "{{titel}}" is not a placeholder.'],
    ['{{}}', '1:1 bad-template "{{}}" is not a placeholder.'],
    ['{{constructor}}', '1:1 bad-template "{{constructor}}" is not a placeholder.'],
    ['{{#items}}', '1:1 bad-template "{{#items}}" is never closed.'],
    [
      '{{#items}}{{/feeds}}{{/items}}',
      '1:11 bad-template "{{/feeds}}" closes a section that was never opened.',
    ],
    [
      '<script>x = "{{title}}"</script>',
      '1:14 bad-template "{{title}}" is in a script or style, where no text is safe.',
    ],
    ['<p class={{title}}>', '1:10 bad-template "{{title}}" is in a tag without quotes around it.'],
    ['<p {{title}}>', '1:4 bad-template "{{title}}" is in a tag without quotes around it.'],
    ['<{{title}}>', '1:2 bad-template "{{title}}" is in a tag without quotes around it.'],
    [
      '<p onclick="go(\'{{title}}\')">',
      '1:17 bad-template "{{title}}" is in "onclick", where no text is safe.',
    ],
    ['<p style="{{title}}">', '1:11 bad-template "{{title}}" is in "style", where no text is safe.'],
    ['<a href="{{title}}">', '1:10 bad-template "{{title}}" is not a URL, but "href" needs one.'],
    [
      '<a class="a>b" HREF = \'{{summary}}\'>',
      '1:24 bad-template "{{summary}}" is not a URL, but "href" needs one.',
    ],
  ])('%j is a problem at its place', (text, expected) => {
    expect(places(text)).toEqual([expected]);
  });

  it.each([
    '<a class="a > b" title="{{title}}">',
    '<script>1</script>{{title}}',
    '<style>a{}</style  ><p>{{title}}',
    '<a href="{{url}}#top">',
    '1 < 2 {{title}}',
    '<!-- <script> {{title}} -->{{title}}',
    '<input disabled value="{{title}}">',
  ])('%j is fine', (text) => {
    expect(places(text)).toEqual([]);
  });

  it('is read in a time that grows with its length', () => {
    for (const part of ['<a ', '"', '<', '<a b="', '</', '{{', '<script>', 'x=', '<!--'])
      expectLinearTime(
        (size) => void prepareTemplate({ file: 'page.html', text: part.repeat(size) }),
        100_000,
      );
  });
});
