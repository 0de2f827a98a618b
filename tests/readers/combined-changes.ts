import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BaseName, CONFIG, COUNT, day, makeArticles, type Site, type SiteChange } from './changes.ts';
import type { SiteFiles } from './more-changes.ts';

const numbers = Array.from({ length: COUNT }, (_, index) => index + 1);
const articles = makeArticles();
const textOf = (number: number) => articles[`articles/story-${number}.md`] ?? '';
const each = (make: (number: number) => readonly [file: string, text: string]) =>
  Object.fromEntries(numbers.map(make));
const week = (number: number, date: string, uid: number) =>
  `---\ntitle: Week ${number}\ndate: ${date}\nauthor: uid${uid}\n---\nDear readers, this is what happened in our harbour this week: nothing much, as in all the weeks before. We hope that you are well, and write again soon.\n`;

/** More sites, each for changes of its kind. */
export const MORE_BASES: Readonly<Partial<Record<BaseName, SiteFiles>>> = {
  sections: {
    config: `${CONFIG.replace(':year', ':section')}feeds:\n  - by: section\n  - by: tag\n`,
    articles: each((number) => [
      `articles/${number % 2 ? 'sea' : 'land'}/story-${number}.md`,
      textOf(number),
    ]),
  },
  languages: {
    config: `${CONFIG.replace('/:year/:slug/', '/:path/')}language: en\nlanguages: [en, de]\nfeeds:\n  - by: language\n`,
    articles: each((number) => [`articles/${number % 2 ? 'en' : 'de'}/story-${number}.md`, textOf(number)]),
  },
  'by hand': {
    config: `${CONFIG}feeds:\n  - { where: { tag: [news] }, path: news/, title: News of the port }\n`,
    articles,
  },
  editors: {
    config: `${CONFIG}feeds:\n  - by: editor\n`,
    articles: each((number) => [
      `articles/story-${number}.md`,
      textOf(number).replace('tags:', `editor: ${number % 2 ? 'Ann' : 'Carl'}\ntags:`),
    ]),
  },
  'a rare tag': {
    config: `${CONFIG}feeds:\n  - by: tag\n`,
    articles: each((number) => [
      `articles/story-${number}.md`,
      number % 20 === 0 ? textOf(number).replace('[news]', '[news, rare]') : textOf(number),
    ]),
  },
  letters: {
    config: CONFIG,
    articles: each((number) => [`articles/week-${number}.md`, week(number, `${day(number)} 09:00`, number)]),
  },
  'late days': {
    config: CONFIG.replace(':year/', ':year/:month/:day/'),
    articles: each((number) => [`articles/story-${number}.md`, textOf(number).replace(' 09:00', ' 23:30')]),
  },
};

type Step = (site: Site) => void;

const replace =
  (from: string | RegExp, to: string): Step =>
  (site) =>
    site.configure((text) => text.replace(from, to));
const set =
  (line: string): Step =>
  (site) =>
    site.configure((text) => `${text}${line}\n`);
const all =
  (...steps: readonly Step[]): Step =>
  (site) => {
    for (const step of steps) step(site);
  };
const editAll =
  (change: (text: string) => string): Step =>
  (site) =>
    site.editAll(change);
const tag = (to: string) => editAll((text) => text.replace('tags: [news]', to));
const fresh =
  (count: number, date: string): Step =>
  (site) => {
    for (let number = 0; number < count; number++)
      site.write(
        `articles/fresh-${number}.md`,
        `Fresh ${number}`,
        `${date} 0${Math.floor(number / 6)}:${10 + number}`,
        900 + number,
      );
  };
const insert = (line: string) => (text: string) => text.replace('---\n', `---\n${line}\n`);
const read = (site: Site, file: string) => readFileSync(join(site.folder, file), 'utf8');
const put = (site: Site, file: string, text: string) => {
  mkdirSync(dirname(join(site.folder, file)), { recursive: true });
  writeFileSync(join(site.folder, file), text);
};
const renameFolder =
  (from: string, to: string): Step =>
  (site) =>
    renameSync(join(site.folder, from), join(site.folder, to));
/** Each article of a blog to the file that is made of its number. */
const moveAll =
  (fileOf: (number: number) => string): Step =>
  (site) => {
    for (const number of numbers) site.move(site.article(number), fileOf(number));
  };
const editBelow =
  (folder: string, change: (text: string) => string): Step =>
  (site) => {
    for (const name of readdirSync(join(site.folder, folder))) site.edit(`${folder}/${name}`, change);
  };
const permalink = replace('/:year/:slug/', '/posts/:slug/');
const domain = replace('port.example', 'harbour.example');

// biome-ignore-start lint/suspicious/noThenProperty: the second step of a change, no promise
/** Several changes at once, and changes of sites with more than a blog has. */
export const COMBINED_CHANGES: readonly SiteChange[] = [
  {
    name: 'section renamed (`by: section`)',
    base: 'sections',
    refused: ['feed-url-changed', 'id-changed'],
    counts: [0, 0, 20, 0],
    apply: renameFolder('articles/sea', 'articles/ocean'),
  },
  {
    name: 'section and tag renamed',
    base: 'sections',
    refused: ['feed-url-changed', 'id-changed'],
    counts: [0, 20, 20, 0],
    apply: all(renameFolder('articles/sea', 'articles/ocean'), (site) => {
      for (const folder of ['articles/ocean', 'articles/land'])
        editBelow(folder, (text) => text.replace('[news]', '[notices]'))(site);
    }),
  },
  {
    name: 'article moved to another section',
    base: 'sections',
    refused: ['id-changed'],
    warned: ['backdated'],
    counts: [1, 0, 1, 1],
    apply: (site) => site.move('articles/sea/story-57.md', 'articles/land/story-57.md'),
  },
  {
    name: 'five articles translated, with feeds by language',
    base: 'languages',
    counts: [5, 0, 0, 10],
    apply: (site) => {
      for (let number = 52; number <= 60; number += 2)
        site.write(
          `articles/en/tale-${number}.md`,
          `Tale ${number}`,
          `2025-03-02 0${number - 52}:00`,
          900 + number,
        );
    },
    written: ['Tale 52', 'Tale 54', 'Tale 56', 'Tale 58', 'Tale 60'],
  },
  {
    name: '`timeZone` set, with the day in URLs',
    base: 'late days',
    wrongDates: 20,
    refused: ['published-date-changed'],
    counts: [0, 20, 0, 0],
    apply: set('timeZone: Europe/Berlin'),
  },
  {
    name: 'permalink and domain changed together',
    refused: ['feed-url-changed', 'id-changed'],
    counts: [0, 0, 20, 0],
    apply: all(permalink, domain),
  },
  {
    name: 'permalink changed, date corrected, plus a new article',
    refused: ['id-changed'],
    counts: [1, 0, 19, 1],
    apply: all(
      permalink,
      (site) => site.editArticle(55, (text) => text.replace('2025-02-24', '2025-02-20')),
      fresh(1, '2025-03-02'),
    ),
    written: ['Fresh 0'],
  },
  {
    name: 'site changed from http to https, trailing slash dropped',
    refused: ['feed-url-changed', 'id-changed'],
    counts: [0, 0, 20, 0],
    apply: all(replace('http:', 'https:'), replace(':slug/', ':slug')),
  },
  {
    name: 'title, slug and date changed, but not the text',
    refused: ['id-changed'],
    counts: [0, 0, 1, 0],
    apply: (site) => {
      site.editArticle(58, (text) =>
        text.replace('Story 58', 'Quite other').replace('2025-02-27', '2025-03-01'),
      );
      site.move(site.article(58), 'articles/quite-other.md');
    },
  },
  {
    name: 'all titles and slugs translated',
    refused: ['id-changed'],
    counts: [0, 0, 20, 0],
    apply: all(
      editAll((text) => text.replace('title: Story', 'title: Geschichte')),
      moveAll((number) => `articles/geschichte-${number}.md`),
    ),
  },
  {
    name: 'article split into two',
    counts: [1, 1, 0, 1],
    apply: (site) => {
      const [first = '', rest = ''] = read(site, site.article(58)).split('\n\nAnd');
      put(site, site.article(58), `${first}\n`);
      put(
        site,
        'articles/rest.md',
        `---\ntitle: The rest\ndate: 2025-03-02 10:00\nauthor: uid900\n---\nAnd${rest}`,
      );
    },
    written: ['The rest'],
  },
  {
    name: 'two articles merged into a new one',
    counts: [2, 0, 0, 2],
    apply: (site) => {
      const texts = [57, 58].map((number) => read(site, site.article(number)).split('---\n')[2]);
      for (const number of [57, 58]) site.remove(number);
      put(
        site,
        'articles/both.md',
        `---\ntitle: Both\ndate: 2025-03-02 10:00\nauthor: uid900\n---\n${texts.join('\n')}`,
      );
    },
    written: ['Both'],
  },
  {
    name: 'articles 55 to 60 renumbered, in titles and slugs',
    refused: ['id-changed', 'id-reused'],
    counts: [0, 5, 1, 1],
    isSwapped: true,
    wrongDates: 5,
    apply: (site) => {
      for (let number = 60; number >= 55; number--) {
        site.editArticle(number, (text) => text.replace(`Story ${number}`, `Story ${number + 1}`));
        site.move(site.article(number), site.article(number + 1));
      }
    },
  },
  {
    name: 'limit lowered, summaries instead of full texts',
    warned: ['text-shortened'],
    counts: [0, 10, 0, 10],
    apply: all(replace('limit: 20', 'limit: 10'), set('content: summary')),
  },
  {
    name: 'limit lowered, then raised again',
    refused: ['flood'],
    counts: [10, 0, 0, 0],
    apply: replace('limit: 20', 'limit: 10'),
    then: replace('limit: 10', 'limit: 20'),
  },
  {
    name: '`complete` set',
    refused: ['flood'],
    counts: [40, 0, 0, 0],
    apply: set('complete: true'),
  },
  {
    name: 'six drafts from last week published at once',
    refused: ['flood'],
    counts: [6, 0, 0, 6],
    apply: fresh(6, '2025-02-25'),
    written: Array.from({ length: 6 }, (_, number) => `Fresh ${number}`),
  },
  {
    name: '25 new articles at once, more than the feed carries',
    warned: ['limit-too-low'],
    counts: [20, 0, 0, 20],
    apply: fresh(25, '2025-03-02'),
    written: Array.from({ length: 20 }, (_, number) => `Fresh ${number + 5}`).toSorted(),
  },
  {
    name: 'half the articles excluded',
    refused: ['flood'],
    counts: [10, 0, 0, 10],
    apply: set("exclude: ['story-5*.md']"),
  },
  {
    name: 'archives dropped, old article deleted',
    base: 'archive',
    counts: [0, 0, 0, 0],
    apply: all(replace(/archive:.*\n/, ''), (site) => site.remove(5)),
  },
  {
    name: 'archived article dated today',
    base: 'archive',
    refused: ['published-date-changed'],
    warned: ['archive-changed'],
    counts: [0, 0, 0, 0],
    apply: (site) => site.editArticle(5, (text) => text.replace(/date: .*/, 'date: 2025-03-02 09:00')),
  },
  {
    name: 'article in the feed dated back into the archives',
    base: 'archive',
    wrongDates: 1,
    refused: ['published-date-changed'],
    counts: [0, 1, 0, 0],
    apply: (site) => site.editArticle(58, (text) => text.replace(/date: .*/, 'date: 2025-01-05 12:00')),
  },
  {
    name: 'permalink changed, with archives',
    base: 'archive',
    refused: ['id-changed'],
    counts: [0, 0, 60, 0],
    apply: permalink,
  },
  {
    name: 'photos with the same title: images renamed, permalink changed',
    base: 'photos',
    refused: ['id-changed'],
    counts: [0, 0, 20, 0],
    apply: all(
      editAll((text) => text.replace('/img/p', '/photos/harbour-')),
      replace('/:year/:slug/', '/photos/:slug/'),
    ),
  },
  {
    name: 'photos with the same title: all an hour later, files renamed',
    base: 'photos',
    refused: ['id-changed'],
    counts: [0, 0, 20, 0],
    apply: all(
      editAll((text) => text.replace('09:00', '10:00')),
      moveAll((number) => `articles/img-${number}.md`),
    ),
  },
  {
    name: 'form letters: a new one',
    base: 'letters',
    counts: [1, 0, 0, 1],
    apply: (site) => put(site, 'articles/week-61.md', week(61, '2025-03-02 09:00', 900)),
    written: ['Week 61'],
  },
  {
    name: 'form letters: newest replaced by another',
    base: 'letters',
    wrongDates: 1,
    refused: ['id-reused'],
    counts: [0, 1, 0, 0],
    apply: (site) => put(site, 'articles/week-60.md', week(61, '2025-03-02 09:00', 900)),
    written: ['Week 61'],
  },
  {
    name: 'both editors renamed (`by: editor`)',
    base: 'editors',
    refused: ['feed-url-changed'],
    counts: [0, 0, 0, 0],
    apply: editAll((text) => text.replace(/editor: (?:C|K)?(?=arl|Ann)/, 'editor: Dr. ')),
  },
  {
    name: 'one editor takes over all articles of another',
    base: 'editors',
    refused: ['feed-vanished', 'flood'],
    counts: [10, 0, 0, 10],
    apply: editAll((text) => text.replace('editor: Ann', 'editor: Carl')),
  },
  {
    name: 'feeds by tag moved to another folder',
    base: 'tags',
    refused: ['feed-url-changed'],
    counts: [0, 0, 0, 0],
    apply: replace('- by: tag', "- { by: tag, path: 'topics/:tag/' }"),
  },
  {
    name: 'feeds by tag moved to another folder, old one in `oldPath`',
    base: 'tags',
    counts: [0, 0, 0, 0],
    apply: replace('- by: tag', "- { by: tag, path: 'topics/:tag/', oldPath: 'tags/:tag/' }"),
  },
  {
    name: 'tags turned into categories',
    base: 'tags',
    refused: ['feed-url-changed'],
    counts: [0, 0, 0, 0],
    apply: all(tag('category: news'), replace('by: tag', 'by: category')),
  },
  {
    name: 'tag renamed, domain changed',
    base: 'tags',
    refused: ['feed-url-changed', 'id-changed'],
    counts: [0, 0, 20, 0],
    apply: all(tag('tags: [notices]'), domain),
  },
  {
    name: 'tag renamed, and permalink, feed paths and domain changed',
    base: 'tags',
    refused: ['feed-url-changed', 'id-changed'],
    counts: [0, 0, 20, 0],
    apply: all(
      ...[tag('tags: [notices]'), permalink, domain],
      replace('[rss, atom, json]', '{ rss: feed.xml, atom: feed.atom, json: feed.json }'),
    ),
  },
  {
    name: 'feed with `where`: path and title changed, language set',
    base: 'by hand',
    refused: ['feed-url-changed'],
    counts: [0, 0, 0, 0],
    apply: replace('path: news/, title: News of the port', 'path: en/, title: Latest, language: en'),
  },
  {
    name: 'feed with `where`: different tags',
    base: 'by hand',
    refused: ['flood'],
    counts: [10, 10, 0, 10],
    apply: all(
      (site) => {
        for (let number = 2; number <= COUNT; number += 2)
          site.editArticle(number, (text) => text.replace('[news]', '[sea]'));
      },
      replace('tag: [news]', 'tag: [sea]'),
    ),
  },
  {
    name: 'feeds of rare tags dropped (`min`)',
    base: 'a rare tag',
    refused: ['feed-vanished'],
    counts: [0, 0, 0, 0],
    apply: replace('- by: tag', '- { by: tag, min: 5 }'),
  },
  {
    name: 'all articles with a tag turned into drafts',
    base: 'a rare tag',
    warned: ['feed-vanished'],
    counts: [1, 0, 0, 1],
    apply: (site) => {
      for (const number of [20, 40, 60]) site.editArticle(number, insert('draft: true'));
    },
  },
  {
    name: 'template for IDs added',
    refused: ['id-changed'],
    counts: [0, 0, 20, 0],
    apply: set("id: 'tag:port.example,2025:/:slug'"),
  },
  {
    name: "IDs that aren't URLs: all removed, domain changed",
    base: 'own ids',
    refused: ['feed-url-changed', 'id-changed'],
    counts: [0, 0, 20, 0],
    apply: all(
      editAll((text) => text.replace(/id: .*\n/, '')),
      domain,
    ),
  },
  {
    name: 'site moved to Jekyll: `_posts`, file names, permalinks',
    refused: ['id-changed'],
    counts: [0, 0, 20, 0],
    apply: all(
      moveAll((number) => `_posts/${day(number)}-story-${number}.md`),
      replace('permalink: /:year/:slug/', 'preset: jekyll'),
    ),
  },
];
// biome-ignore-end lint/suspicious/noThenProperty: the second step of a change, no promise
