import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { listPlaces, loadText, makeFolder } from './site-folder.ts';

const BASE = 'site: https://example.com/\ntitle: T\n';

describe('pages', () => {
  it.each([
    ['pages: true', { index: 'feeds/index.html', colour: '#c2410c' }],
    ['pages: { index: follow.html, colour: "#fA0" }', { index: 'follow.html', colour: '#fA0' }],
    ['pages: false', undefined],
    ['', undefined],
  ])('%s', (text, pages) => {
    const { config, problems } = loadText(BASE + text);
    expect([config?.pages, problems]).toEqual([pages, []]);
  });

  it.each([
    ['pages: yes please', 'bad-value@3:8'],
    ['pages: { colour: red }', 'bad-value@3:18'],
    ['pages: { colour: "#12345" }', 'bad-value@3:18'],
    ['pages: { colour: "#123; background: url(https://evil.example)" }', 'bad-value@3:18'],
    ['pages: { index: ../index.html }', 'bad-value@3:17'],
    ['pages: { index: feeds/ }', 'bad-value@3:17'],
    ['pages: { color: "#123" }', 'unknown-key@3:10'],
    ['pages: { template: missing.html }', 'unreadable-template@3:20'],
  ])('%s is refused at its place (R69)', (text, place) => {
    expect(listPlaces(loadText(BASE + text))).toEqual([place]);
  });

  it('take the text of a template, named as the user sees it', () => {
    const folder = makeFolder({
      'site/feedwright.yaml': `${BASE}pages: { template: theme/page.html }\n`,
      'site/theme/page.html': '\uFEFF<h1>{{title}}</h1>',
      'site/articles/': '',
    });
    const { config } = loadConfig({ workingDirectory: folder, file: 'site/feedwright.yaml' });
    expect(config?.pages?.template).toEqual({ file: 'site/theme/page.html', text: '<h1>{{title}}</h1>' });
  });

  it('take no template that is a folder or no text', () => {
    const folder = makeFolder({
      'feedwright.yaml': `${BASE}pages: { template: articles }\n`,
      'articles/': '',
    });
    expect(listPlaces(loadConfig({ workingDirectory: folder }))).toEqual(['unreadable-template@3:20']);
  });
});

describe('lists', () => {
  it.each([
    ['lists: [headers, opml]', ['opml feeds.opml', 'headers _headers']],
    [
      'lists: { opml: a/b.xml, links: head.html, menu: true, headers: false }',
      ['opml a/b.xml', 'links head.html', 'menu .well-known/feed-menu.json'],
    ],
    ['lists: []', []],
  ])('%s', (text, lists) => {
    const { config, problems } = loadText(BASE + text);
    expect([config?.lists.map(({ kind, path }) => `${kind} ${path}`), problems]).toEqual([lists, []]);
  });

  it.each([
    ['lists: opml', 'bad-value@3:8'],
    ['lists: [opml, opml]', 'bad-value@3:8'],
    ['lists: [blogroll]', 'bad-value@3:9'],
    ['lists: { opml: /etc/x.opml }', 'bad-value@3:16'],
    ['lists: { opml: ../x.opml }', 'bad-value@3:16'],
    ['lists: { headers: other }', 'bad-value@3:19'],
  ])('%s is refused at its place (R69)', (text, place) => {
    expect(listPlaces(loadText(BASE + text))).toEqual([place]);
  });
});
