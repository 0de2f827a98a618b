import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { build } from '../../src/build.ts';
import { loadConfig } from '../../src/config/load.ts';
import { listArticles } from '../../src/list.ts';
import { makeSite } from '../run-cli.ts';

type Files = Readonly<Record<string, string>>;

/** `state` or `state: reason` of each article file, by file name, and the codes of problems. */
function states(files: Files, config = ''): { readonly [file: string]: string } {
  const folder = makeSite({
    'feedwright.yaml': `site: https://example.org/\ntitle: Example\n${config}`,
    ...files,
  });
  const loaded = loadConfig({ workingDirectory: folder });
  if (!loaded.config) throw new Error(JSON.stringify(loaded.problems));
  const { articles, problems } = listArticles(loaded.config, Date.parse('2026-06-01'));
  return Object.fromEntries([
    ...articles.map(({ file, state, reason }) => [file, reason ? `${state}: ${reason}` : state]),
    ...problems.map(({ code, file, severity }) => [`${severity} ${code}`, file]),
  ]);
}

const page = (more = '') => `---\ntitle: A\ndate: 2026-01-01\n${more}\n---\nText.\n`;
const toml = (more = '') => `+++\ntitle = "A"\ndate = 2026-01-01\n${more}\n+++\nText.\n`;

/** Line of front matter → the key that hides the article. */
const HIDING: readonly (readonly [line: string, state: string])[] = [
  // What generators read.
  ['draft: true', 'draft: draft'],
  ['Draft: yes', 'draft: Draft'],
  ['is_draft: 1', 'draft: is_draft'],
  ['published: false', 'draft: published'],
  ['publish: no', 'draft: publish'],
  ['permalink: false', 'draft: permalink'],
  ['status: Draft', 'draft: status'],
  ['status: pending', 'draft: status'],
  ['post_status: private', 'draft: post_status'],
  ['hidden: true', 'hidden: hidden'],
  ['private: true', 'hidden: private'],
  ['unlisted: true', 'hidden: unlisted'],
  ['eleventyExcludeFromCollections: true', 'hidden: eleventyExcludeFromCollections'],
  ['build: {list: never}', 'hidden: build.list'],
  ['_build: {list: local}', 'hidden: build.list'],
  ['_build: {render: false}', 'hidden: build.render'],
  ['build: {render: link}', 'hidden: build.render'],
  ['headless: true', 'hidden: headless'],
  ['params: {hidden: true}', 'hidden: params.hidden'],
  ['params: {draft: true}', 'draft: params.draft'],
  ['extra: {hidden: true}', 'hidden: extra.hidden'],
  ['public: false', 'hidden: public'],
  ['listed: false', 'hidden: listed'],
  ['visible: false', 'hidden: visible'],
  ['dg-publish: false', 'hidden: dg-publish'],
  ['hide: true', 'hidden: hide'],
  ['unpublished: true', 'hidden: unpublished'],
  ['show_page: false', 'hidden: show_page'],
  ['render: false', 'hidden: render'],
  // Behind a password, or paid for.
  ['password: hunter2', 'hidden: password'],
  ['password: 12', 'hidden: password'],
  ['post_password: x', 'hidden: post_password'],
  ['encrypt: true', 'hidden: encrypt'],
  ['protected: true', 'hidden: protected'],
  ['visibility: paid', 'hidden: visibility'],
  ['visibility: members', 'hidden: visibility'],
  ['paywall: true', 'hidden: paywall'],
  ['premium: true', 'hidden: premium'],
  ['members_only: true', 'hidden: members_only'],
  ['subscribersOnly: true', 'hidden: subscribersOnly'],
  ['access: paid', 'hidden: access'],
  ['audience: only_paid', 'hidden: audience'],
  ['audience: staff', 'hidden: audience'],
  ['access: internal', 'hidden: access'],
  // Out of the feed alone.
  ...[
    'hiddenInRss hideInRss hiddenFromRss hide_from_feed hidden_from_feed',
    'disableFeed disable_feed disableRSS disable-rss no_feed noRSS nofeed',
    'feed_exclude exclude_from_feed excludeFromFeed exclude_from_rss rss_exclude exclude_feed',
    'skip_feed skipRss omit_from_feed ignore_in_feed feed_hidden feed_ignore rss_disable',
  ].flatMap((line) => line.split(' ').map((key) => [`${key}: true`, `hidden: ${key}`] as const)),
  ...'feed rss in_feed inRss include_in_feed includeInRss show_in_rss showInFeed list_in_feed add_to_feed syndicate'
    .split(' ')
    .map((key) => [`${key}: false`, `hidden: ${key}`] as const),
  ['params: {disableFeed: true}', 'hidden: params.disableFeed'],
  ['feed: {exclude: true}', 'hidden: feed.exclude'],
  ['rss: {enabled: false}', 'hidden: rss.enabled'],
  // A mapping says of what its keys are.
  ['hide: {rss: true}', 'hidden: hide.rss'],
  ['params: {show: {feed: false}}', 'hidden: params.show.feed'],
  ['encrypt: {password: x}', 'hidden: encrypt.password'],
  ['paywall: {enabled: true}', 'hidden: paywall.enabled'],
  ['visibility: {level: private}', 'hidden: visibility.level'],
  ['draft: {value: true}', 'draft: draft.value'],
];

describe('an article that says so is in no feed, in every dialect', () => {
  test.each(HIDING)('%s', (line, state) => {
    expect(states({ 'articles/a.md': page(line) })).toEqual({ 'articles/a.md': state });
  });

  it('says so in TOML and JSON too', () => {
    const files = {
      'articles/a.md': toml('[params]\nhidden = true'),
      'articles/b.md': toml('hiddenInRss = true'),
      'articles/c.md': '{"title": "C", "date": "2026-01-01", "password": "x"}\n\nText.\n',
    };
    expect(Object.values(states(files))).toEqual([
      'hidden: params.hidden',
      'hidden: hiddenInRss',
      'hidden: password',
    ]);
  });
});

describe('what only looks like a switch hides nothing', () => {
  test.each([
    'draft: false',
    'hidden: false',
    'password: ""',
    'password: false',
    'password:',
    'visibility: public',
    'status: evergreen',
    'feed: podcast',
    'feed: [a, b]',
    'rss: /feed.xml',
    'disable_feed: false',
    'in_feed: true',
    'feedback: false',
    'news_feed_title: false',
    'access: everyone',
    'build: {list: always}',
    'published: 2026-01-01',
    'permalink: /a/',
    'hide: {toc: true, title: true}',
    'show: {author: false}',
    'exclude: {search: true}',
    'cover: {hidden: true}',
    'paywall: {enabled: false}',
    'password: {enabled: false}',
    'access: {level: public}',
    'draft: {value: false}',
    'sitemap: false',
    'noindex: true',
    'comments: false',
  ])('%s', (line) => {
    expect(Object.values(states({ 'articles/a.md': page(line) }))).toEqual(['in the feed']);
  });
});

describe('where it is not sure, the article is left out and a line says so', () => {
  test.each([
    'hidden: home',
    'private: partly',
    'unlisted: [rss]',
    'hiddenInRss: maybe',
    'visibility: circle-2',
  ])('%s', (line) => {
    expect(states({ 'articles/a.md': page(line) })).toEqual({
      'articles/a.md': `hidden: ${line.split(':')[0]}`,
      'warning unclear-hidden': 'articles/a.md',
    });
  });
});

describe('Hugo: what sections and the site hand down', () => {
  const hugo = (files: Files) => states(files, 'preset: hugo\narticles: content\n');
  const section = (cascade: string) => `---\ntitle: S\n${cascade}\n---\n`;

  test.each([
    ['a cascade', section('cascade: {draft: true}'), page(), 'draft: draft'],
    ['a list', section('cascade:\n  - {hidden: true}'), page(), 'hidden: hidden'],
    ['params', section('cascade: {params: {private: true}}'), page(), 'hidden: private'],
    ['build', section('cascade: {build: {list: never}}'), page(), 'hidden: build.list'],
    ['TOML', '+++\ntitle = "S"\n[cascade]\ndisable_feed = true\n+++\n', page(), 'hidden: disable_feed'],
    ['a path', section('cascade: [{_target: {path: "/s/*"}, hidden: true}]'), page(), 'hidden: hidden'],
    ['another path', section('cascade: [{_target: {path: "/t/**"}, hidden: true}]'), page(), 'in the feed'],
    ['sections alone', section('cascade: [{_target: {kind: section}, hidden: true}]'), page(), 'in the feed'],
    ['own value first', section('cascade: {hidden: true}'), page('hidden: false'), 'in the feed'],
    ['a section that is a draft', section('draft: true'), page('draft: false'), 'draft: draft'],
    ['a section that lists itself nowhere', section('build: {list: never}'), page(), 'in the feed'],
  ])('%s', (_name, index, article, state) => {
    expect(hugo({ 'content/s/_index.md': index, 'content/s/a.md': article })).toEqual({
      'content/s/a.md': state,
    });
  });

  it('reaches pages below, and the nearest section decides', () => {
    const files = {
      'content/_index.md': section('cascade: {hidden: true}'),
      'content/s/deep/a.md': page(),
      'content/t/_index.md': section('cascade: {hidden: false}'),
      'content/t/b.md': page(),
    };
    expect(hugo(files)).toEqual({ 'content/s/deep/a.md': 'hidden: hidden', 'content/t/b.md': 'in the feed' });
  });

  it('is read from the configuration and above a narrower article folder', () => {
    const files = { 'hugo.toml': '[[cascade]]\nhidden = true\n', 'content/posts/a.md': page() };
    expect(hugo(files)).toEqual({ 'content/posts/a.md': 'hidden: hidden' });
    const narrow = { 'content/_index.md': section('cascade: {hidden: true}'), 'content/posts/a.md': page() };
    expect(states(narrow, 'preset: hugo\narticles: content/posts\n')).toEqual({
      'content/posts/a.md': 'hidden: hidden',
    });
  });

  it('stops the build when a section can’t be read', () => {
    const files = { 'content/s/_index.md': '---\ncascade: {draft: [\n---\n', 'content/s/a.md': page() };
    expect(hugo(files)).toEqual({
      'content/s/a.md': 'refused',
      'error bad-front-matter': 'content/s/_index.md',
    });
  });
});

describe('Jekyll: the defaults of the configuration', () => {
  const jekyll = (config: string, article = page(), name = '_posts/2026-01-01-a.md') =>
    Object.values(states({ '_config.yml': config, [name]: article }, 'preset: jekyll\narticles: .\n'))[0];
  const rule = (scope: string, values: string) => `defaults:\n  - scope: ${scope}\n    values: ${values}\n`;

  test.each([
    ['everything', rule('{path: ""}', '{published: false}'), 'draft: published'],
    ['posts', rule('{path: "", type: posts}', '{hidden: true}'), 'hidden: hidden'],
    ['a folder', rule('{path: "_posts"}', '{private: true}'), 'hidden: private'],
    ['a pattern', rule('{path: "_pos*"}', '{private: true}'), 'hidden: private'],
    ['a pattern of files', rule('{path: "_posts/*/2026-??-*.md"}', '{private: true}'), 'in the feed'],
    ['a pattern across folders', rule('{path: "**-a.md"}', '{private: true}'), 'hidden: private'],
    ['another type', rule('{path: "", type: pages}', '{hidden: true}'), 'in the feed'],
    ['another folder', rule('{path: "other"}', '{hidden: true}'), 'in the feed'],
  ])('%s', (_name, config, state) => expect(jekyll(config)).toBe(state));

  it('with many stars keep no build busy, however long the name of a file is', () => {
    const scope = (end: string) => rule(`{path: "_posts/${'*a'.repeat(30)}*${end}"}`, '{private: true}');
    const name = `_posts/2026-01-01-${'a'.repeat(200)}.md`;
    expect(jekyll(scope('.md'), page(), name)).toBe('hidden: private');
    expect(jekyll(scope('b'), page(), name)).toBe('in the feed');
  });

  it('are overridden by the longer path, and by the article', () => {
    const both = `${rule('{path: "_posts"}', '{hidden: false}')}  - scope: {path: ""}\n    values: {hidden: true}\n`;
    expect(jekyll(both)).toBe('in the feed');
    expect(jekyll(rule('{path: ""}', '{hidden: true}'), page('hidden: false'))).toBe('in the feed');
  });
});

describe('Eleventy: data of folders and files', () => {
  const eleventy = (files: Files) => states(files, 'preset: eleventy\narticles: posts\n')['posts/a.md'];

  test.each([
    [
      'posts/posts.json',
      '{"eleventyExcludeFromCollections": true}',
      'hidden: eleventyExcludeFromCollections',
    ],
    ['posts/posts.11tydata.json', '{"draft": true}', 'draft: draft'],
    [
      'posts/posts.11tydata.js',
      'export default {\n\tpermalink: false,\n\tfn: (x) => x,\n};\n',
      'draft: permalink',
    ],
    ['posts/posts.11tydata.cjs', 'module.exports = { "draft": true };\n', 'draft: draft'],
    ['posts/posts.11tydata.js', 'export default {\n  // draft: true,\n  layout: "x" };\n', 'in the feed'],
    ['posts/a.11tydata.json', '{"hidden": true}', 'hidden: hidden'],
    ['posts/a.json', '{"hidden": true}', 'hidden: hidden'],
    ['posts/b.json', '{"hidden": true}', 'in the feed'],
  ])('%s: %s', (path, text, state) => expect(eleventy({ 'posts/a.md': page(), [path]: text })).toBe(state));
});

describe('Zola: a section that is a draft', () => {
  it('has no pages', () => {
    const files = {
      'content/s/_index.md': '+++\ndraft = true\n+++\n',
      'content/s/a.md': toml('draft = false'),
    };
    expect(states(files, 'preset: zola\narticles: content\n')).toEqual({ 'content/s/a.md': 'draft: draft' });
  });
});

describe('Hexo: a password of a tag', () => {
  it.each([
    ['tags: [open, locked]', 'hidden: password'],
    ['tags: [locked]\npassword: ""', 'in the feed'],
    ['tags: [open]', 'in the feed'],
  ])('%s', (line, state) => {
    const files = {
      '_config.yml': 'encrypt:\n  tags:\n    - {name: locked, password: x}\n',
      'source/_posts/a.md': page(line),
    };
    expect(states(files, 'preset: hexo\n')).toEqual({ 'source/_posts/a.md': state });
  });
});

describe('Hexo in a folder of a larger project', () => {
  it.each([
    [
      'a password of a tag',
      'encrypt:\n  tags:\n    - {name: locked, password: x}\n',
      'tags: [locked]',
      'password',
    ],
    ['a key that the site chose', 'hide_posts:\n  filter: quiet\n', 'quiet: true', 'hidden'],
  ])('hides by %s', (_, config, line, key) => {
    const files = {
      'blog/_config.yml': config,
      'blog/source/_posts/a.md': page(line),
      'blog/source/_posts/b.md': page('quiet: false'),
    };
    expect(states(files, 'preset: hexo\narticles: blog/source/_posts\n')).toEqual({
      'blog/source/_posts/a.md': `hidden: ${key}`,
      'blog/source/_posts/b.md': 'in the feed',
    });
  });
});

describe('without a preset', () => {
  it('what hides is read from any tool, and nothing else is', () => {
    const files = {
      '_config.yml': 'defaults:\n  - scope: {path: ""}\n    values: {author: Zed}\n',
      'articles/s/_index.md': '---\ntitle: S\ncascade: {draft: true}\ndate: 2026-01-01\n---\n',
      'articles/s/a.md': page(),
      'articles/b.md': page(),
    };
    const found = states(files, 'exclude: ["**/_index.md"]\n');
    expect(found).toEqual({ 'articles/s/a.md': 'draft: draft', 'articles/b.md': 'in the feed' });
  });
});

describe('files that are no articles of ours are said once per kind', () => {
  it('with a count, and not what is data', () => {
    const folder = makeSite({
      'feedwright.yaml': 'site: https://example.org/\ntitle: Example\n',
      'articles/a.md': page(),
      'articles/b.org': '#+title: B',
      'articles/c/d.org': '#+title: D',
      'articles/e.docx': 'x',
      'articles/wordpress-export.xml': '<rss/>',
      'articles/pictures/f.png': 'x',
      'articles/data.json': '{}',
      'elsewhere/g.md': page(),
    });
    symlinkSync('../elsewhere/g.md', join(folder, 'articles/g.md'));
    const { config } = loadConfig({ workingDirectory: folder });
    if (!config) throw new Error('no configuration');
    const report = build(config, { now: Date.parse('2026-06-01') });
    expect(report.problems.map(({ file, message }) => `${file} ${message}`)).toEqual([
      'articles/b.org Left out: 2 .org files. This is the first.',
      'articles/e.docx Left out: this .docx file.',
      'articles/g.md Left out: this link that leads out of the folder.',
      'articles/wordpress-export.xml Left out: this export of another program.',
    ]);
    expect(report.leftOut).toEqual([
      { reason: '.org file', count: 2 },
      { reason: '.docx file', count: 1 },
      { reason: 'export of another program', count: 1 },
      { reason: 'link that leads out of the folder', count: 1 },
    ]);
    const quiet = build(
      { ...config, quiet: ['foreign-files', 'left-out'] },
      { now: Date.parse('2026-06-01') },
    );
    expect([quiet.problems, quiet.leftOut]).toEqual([[], []]);
  });
});

describe('in a vault in which some notes say that they are published', () => {
  const notes = (more: Files) => ({
    'articles/said.md': page('dg-publish: true'),
    'articles/silent.md': page('title2: B'),
    ...more,
  });
  const vault = { 'articles/.obsidian/app.json': '{}' };
  const state = (found: { readonly [file: string]: string }) => [
    found['articles/said.md'],
    found['articles/silent.md'],
  ];

  it('the others are not', () => {
    expect(state(states(notes(vault)))).toEqual(['in the feed', 'hidden: dg-publish']);
    expect(state(states(notes({ '.obsidian/app.json': '{}' })))).toEqual([
      'in the feed',
      'hidden: dg-publish',
    ]);
  });

  it('all are where none says so', () => {
    const silent = { ...notes(vault), 'articles/said.md': page() };
    expect(state(states(silent))).toEqual(['in the feed', 'in the feed']);
  });

  it('the tool decides where one is named, and where there is no vault', () => {
    expect(state(states(notes(vault), 'preset: hugo\n'))).toEqual(['in the feed', 'in the feed']);
    expect(state(states(notes({})))).toEqual(['in the feed', 'in the feed']);
  });
});
