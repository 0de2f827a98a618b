import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BaseName, CONFIG, COUNT, day, makeArticles, type Site, type SiteChange } from './changes.ts';

type Files = Readonly<Record<string, string>>;

/** A site as its author wrote it. */
export interface SiteFiles {
  readonly config: string;
  readonly articles: Files;
}

const each = (make: (number: number) => string): Files =>
  Object.fromEntries(
    Array.from({ length: COUNT }, (_, index) => [`articles/story-${index + 1}.md`, make(index + 1)]),
  );

/** The sites to which the changes happen; each was published twice. */
export const BASES: Readonly<Partial<Record<BaseName, SiteFiles>>> = {
  blog: { config: CONFIG, articles: makeArticles() },
  tags: { config: `${CONFIG}formats: [rss, atom, json]\nfeeds:\n  - by: tag\n`, articles: makeArticles() },
  archive: { config: `${CONFIG}archive: { size: 10 }\n`, articles: makeArticles() },
  photos: {
    config: CONFIG,
    articles: each(
      (number) =>
        `---\ntitle: Photo\ndate: ${day(number)} 09:00\nauthor: uid${number}\n---\n![](/img/p${number}.jpg)\n`,
    ),
  },
  'own ids': {
    config: CONFIG,
    articles: Object.fromEntries(
      Object.entries(makeArticles()).map(([file, text]) => [
        file,
        text.replace('---\n', `---\nid: ${file.replace(/^.*\/|\.md$/g, '')}\n`),
      ]),
    ),
  },
};

/** Each article with the id that it is published under, as `feedwright pin` writes it. */
function pin(site: Site): void {
  for (let number = 1; number <= COUNT; number++)
    site.editArticle(number, (text) =>
      text.replace('---\n', `---\nid: http://port.example/2025/story-${number}/\n`),
    );
}

const many = (site: Site, count: number) => {
  for (let number = 0; number < count; number++)
    site.write(
      `articles/fresh-${number}.md`,
      `Fresh ${number}`,
      `2025-03-02 0${Math.floor(number / 6)}:${10 + number}`,
      900 + number,
    );
};
const titles = (count: number) => Array.from({ length: count }, (_, number) => `Fresh ${number}`).toSorted();
const rename = (site: Site, from: string, to: string) =>
  site.editAll((text) => text.replace(`[${from}]`, `[${to}]`));
const photo = (title: string, date: string, name: string, seed: number) =>
  `---\ntitle: ${title}\ndate: ${date}\nauthor: uid${seed}\n---\n![](/img/${name}.jpg)\n`;
const put = (site: Site, file: string, text: string) => writeFileSync(join(site.folder, file), text);
const insert = (line: string) => (text: string) => text.replace('---\n', `---\n${line}\n`);

// biome-ignore-start lint/suspicious/noThenProperty: the second step of a change, no promise
export const MORE_CHANGES: readonly SiteChange[] = [
  {
    name: 'article scheduled for next week',
    counts: [0, 0, 0, 0],
    apply: (site) => site.write('articles/later.md', 'Later', '2025-03-09 10:00', 900),
  },
  {
    name: 'article turned into a draft',
    counts: [1, 0, 0, 1],
    apply: (site) => site.editArticle(58, insert('draft: true')),
  },
  {
    name: 'article expired',
    counts: [1, 0, 0, 1],
    apply: (site) => site.editArticle(58, insert('expires: 2025-03-01')),
  },
  {
    name: 'published article given a future date',
    refused: ['published-date-changed'],
    counts: [1, 0, 0, 1],
    apply: (site) => site.editArticle(58, (text) => text.replace('2025-02-27', '2025-04-20')),
  },
  {
    name: '`updated` set in every article',
    warned: ['mass-update'],
    counts: [0, 19, 0, 0],
    apply: (site) => site.editAll(insert('updated: 2025-03-01')),
  },
  {
    name: 'body edited, `updated` set',
    counts: [0, 1, 0, 0],
    apply: (site) =>
      site.editArticle(58, (text) => insert('updated: 2025-03-01')(`${text}\nOne more sentence.\n`)),
  },
  {
    name: 'summary added',
    counts: [0, 1, 0, 0],
    apply: (site) => site.editArticle(58, insert('summary: In a few words.')),
  },
  {
    name: 'image added to the text',
    counts: [0, 1, 0, 0],
    apply: (site) => site.editArticle(58, (text) => `${text}\n![A ship](/ship.jpg)\n`),
  },
  {
    name: 'title and slug changed',
    refused: ['id-changed'],
    counts: [0, 0, 1, 0],
    apply: (site) => {
      site.editArticle(58, (text) => text.replace('Story 58', 'A better story'));
      site.move(site.article(58), 'articles/better-story.md');
    },
  },
  {
    name: 'slug changed, half of the text rewritten',
    refused: ['id-changed'],
    counts: [0, 0, 1, 0],
    apply: (site) => {
      site.editArticle(58, (text) => text.replace(/\.\n\nAnd [\s\S]*/, '. And all the rest is new.\n'));
      site.move(site.article(58), 'articles/better-story.md');
    },
  },
  {
    name: '`www.` added to the site',
    refused: ['feed-url-changed', 'id-changed'],
    counts: [0, 0, 20, 0],
    apply: (site) => site.configure((text) => text.replace('port.example', 'www.port.example')),
  },
  {
    name: 'site moved into a folder on its host',
    refused: ['feed-url-changed', 'id-changed'],
    counts: [0, 0, 20, 0],
    apply: (site) => site.configure((text) => text.replace('port.example/', 'port.example/blog/')),
  },
  {
    name: 'URLs now end with `.html`',
    refused: ['id-changed'],
    counts: [0, 0, 20, 0],
    apply: (site) => site.configure((text) => text.replace(':slug/', ':slug.html')),
  },
  {
    name: 'month added to the permalink',
    refused: ['id-changed'],
    counts: [0, 0, 20, 0],
    apply: (site) => site.configure((text) => text.replace(':year/', ':year/:month/')),
  },
  { name: 'IDs pinned', counts: [0, 0, 0, 0], apply: pin },
  {
    name: 'IDs pinned, then permalink changed',
    counts: [0, 20, 0, 0],
    apply: (site) => {
      pin(site);
      site.configure((text) => text.replace('/:year/:slug/', '/posts/:slug/'));
    },
  },
  {
    name: 'IDs pinned, then domain changed',
    refused: ['feed-url-changed'],
    counts: [0, 20, 0, 0],
    apply: (site) => {
      pin(site);
      site.configure((text) => text.replace('port.example', 'harbour.example'));
    },
  },
  {
    name: 'IDs pinned, then site changed from http to https',
    refused: ['feed-url-changed'],
    counts: [0, 20, 0, 0],
    apply: (site) => {
      pin(site);
      site.configure((text) => text.replace('http:', 'https:'));
    },
  },
  {
    name: 'two new articles with the same time',
    counts: [2, 0, 0, 2],
    apply: (site) => {
      site.write('articles/one.md', 'One', '2025-03-02 10:00', 900);
      site.write('articles/two.md', 'Two', '2025-03-02 10:00', 901);
    },
    written: ['One', 'Two'],
  },
  { name: 'five new articles', counts: [5, 0, 0, 5], apply: (site) => many(site, 5), written: titles(5) },
  {
    name: '20 new articles at once, as many as the feed carries',
    counts: [20, 0, 0, 20],
    apply: (site) => many(site, 20),
    written: titles(20),
  },
  {
    name: 'a new article dated three days ago',
    warned: ['backdated'],
    counts: [1, 0, 0, 1],
    apply: (site) => site.write('articles/late.md', 'Late', '2025-02-27 10:00', 900),
    written: ['Late'],
  },
  {
    name: 'article from last year added',
    counts: [0, 0, 0, 0],
    apply: (site) => site.write('articles/old.md', 'Old', '2024-02-28 10:00', 900),
  },
  {
    name: 'limit raised by five',
    warned: ['flood'],
    counts: [5, 0, 0, 0],
    apply: (site) => site.configure((text) => text.replace('limit: 20', 'limit: 25')),
  },
  {
    name: 'limit raised by one',
    warned: ['backdated'],
    counts: [1, 0, 0, 0],
    apply: (site) => site.configure((text) => text.replace('limit: 20', 'limit: 21')),
  },
  {
    name: 'Atom dropped',
    refused: ['feed-url-changed'],
    counts: [0, 0, 0, 0],
    apply: (site) => site.configure((text) => `${text}formats: [rss, json]\n`),
  },
  {
    name: 'JSON Feed dropped',
    refused: ['feed-url-changed'],
    counts: [0, 0, 0, 0],
    apply: (site) => site.configure((text) => `${text}formats: [rss, atom]\n`),
  },
  {
    name: 'summaries instead of full texts',
    warned: ['text-shortened'],
    counts: [0, 20, 0, 0],
    apply: (site) => site.configure((text) => `${text}content: summary\n`),
  },
  {
    name: 'title of the feed changed',
    counts: [0, 0, 0, 0],
    apply: (site) => site.configure((text) => text.replace('title: Port', 'title: The Port')),
  },
  {
    name: 'description of the feed added',
    counts: [0, 0, 0, 0],
    apply: (site) => site.configure((text) => `${text}description: Of ships.\n`),
  },
  {
    name: 'language of the feed added',
    counts: [0, 0, 0, 0],
    apply: (site) => site.configure((text) => `${text}language: en-GB\n`),
  },
  {
    name: 'pages and lists added',
    counts: [0, 0, 0, 0],
    apply: (site) => site.configure((text) => `${text}pages: true\nlists: [opml]\n`),
  },
  {
    name: 'archives added',
    counts: [0, 0, 0, 0],
    apply: (site) => site.configure((text) => `${text}archive: { size: 10 }\n`),
  },
  {
    name: 'second part of an article added',
    counts: [1, 1, 0, 1],
    apply: (site) => {
      site.editArticle(60, (text) => `${text}\nThe rest follows.\n`);
      site.write('articles/part-two.md', 'Story 60, part two', '2025-03-02 10:00', 900);
    },
    written: ['Story 60, part two'],
  },
  {
    name: 'two articles merged into one',
    counts: [1, 1, 0, 1],
    apply: (site) => {
      const other = readFileSync(join(site.folder, site.article(57)), 'utf8').split('---\n')[2] ?? '';
      site.editArticle(58, (text) => `${text}\n${other}`);
      site.remove(57);
    },
  },
  {
    name: 'slug changed, old URL in `aliases`',
    refused: ['id-changed'],
    counts: [0, 0, 1, 0],
    apply: (site) => {
      site.editArticle(58, insert('aliases: [/2025/story-58/]'));
      site.move(site.article(58), 'articles/better-name.md');
    },
  },
  {
    name: 'slug changed with `slug`',
    refused: ['id-changed'],
    counts: [0, 0, 1, 0],
    apply: (site) => site.editArticle(58, insert('slug: better-name')),
  },
  {
    name: 'times removed from all dates',
    wrongDates: 20,
    refused: ['published-date-changed'],
    counts: [0, 20, 0, 0],
    apply: (site) => site.editAll((text) => text.replace(' 09:00', '')),
  },
  {
    name: 'seconds added to all dates',
    counts: [0, 0, 0, 0],
    apply: (site) => site.editAll((text) => text.replace(' 09:00', ' 09:00:30')),
  },
  {
    name: 'article folder renamed',
    counts: [0, 0, 0, 0],
    apply: (site) => {
      cpSync(join(site.folder, 'articles'), join(site.folder, 'posts'), { recursive: true });
      rmSync(join(site.folder, 'articles'), { recursive: true });
      site.configure((text) => `${text}articles: posts\n`);
    },
  },
  {
    name: 'all articles moved to folders by year',
    counts: [0, 0, 0, 0],
    apply: (site) => {
      mkdirSync(join(site.folder, 'articles/2025'));
      for (let number = 1; number <= COUNT; number++)
        site.move(site.article(number), `articles/2025/story-${number}.md`);
    },
  },
  {
    name: '`schedule: on-build` set',
    counts: [0, 0, 0, 0],
    apply: (site) => site.configure((text) => `${text}schedule: on-build\n`),
  },
  {
    name: '`schedule: on-build`, plus a late article',
    counts: [1, 0, 0, 1],
    apply: (site) => {
      site.configure((text) => `${text}schedule: on-build\n`);
      site.write('articles/late.md', 'Late', '2025-02-25 10:00', 900);
    },
    written: ['Late'],
  },
  {
    name: 'article turned into a draft, then published with another URL',
    refused: ['id-changed'],
    warned: ['backdated'],
    counts: [0, 0, 1, 1],
    apply: (site) => site.editArticle(58, insert('draft: true')),
    then: (site) => {
      site.editArticle(58, (text) => text.replace('draft: true\n', ''));
      site.move(site.article(58), 'articles/better-name.md');
    },
  },
  {
    name: 'article turned into a draft, then published with another date',
    wrongDates: 1,
    refused: ['published-date-changed'],
    counts: [1, 0, 0, 1],
    apply: (site) => site.editArticle(58, insert('draft: true')),
    then: (site) =>
      site.editArticle(58, (text) => text.replace('draft: true\n', '').replace('2025-02-27', '2025-03-02')),
  },
  {
    name: 'article deleted, another published later at its URL',
    wrongDates: 1,
    refused: ['id-reused'],
    counts: [1, 0, 0, 1],
    apply: (site) => site.remove(58),
    then: (site) => site.write(site.article(58), 'Something else', '2025-03-02 10:00', 901),
    written: ['Something else'],
  },
  {
    name: 'scheduled article at the URL of a published one',
    refused: ['id-changed', 'id-reused'],
    counts: [0, 1, 1, 0],
    apply: (site) => {
      site.move(site.article(58), 'articles/better-name.md');
      site.write(site.article(58), 'Something else', '2025-03-12 10:00', 901);
    },
  },
  {
    name: 'article renamed, new one at its old URL',
    wrongDates: 1,
    refused: ['id-changed', 'id-reused'],
    counts: [0, 1, 1, 1],
    apply: (site) => {
      site.move(site.article(58), 'articles/better-name.md');
      site.write(site.article(58), 'Something else', '2025-03-02 10:00', 901);
    },
    written: ['Something else'],
  },
  {
    name: 'newest article withdrawn',
    counts: [1, 0, 0, 1],
    apply: (site) => site.remove(60),
  },
  {
    name: 'half the articles in the feed deleted',
    refused: ['flood'],
    counts: [10, 0, 0, 10],
    apply: (site) => {
      for (let number = 51; number <= COUNT; number++) site.remove(number);
    },
  },
  {
    name: 'slug changed, manifest missing',
    refused: ['id-changed'],
    counts: [0, 0, 1, 0],
    apply: (site) => {
      site.removePublished('feedwright-manifest.txt');
      site.move(site.article(58), 'articles/better-name.md');
    },
  },
  {
    name: 'domain changed, manifest missing',
    refused: ['feed-url-changed', 'id-changed'],
    counts: [0, 0, 20, 0],
    apply: (site) => {
      site.removePublished('feedwright-manifest.txt');
      site.configure((text) => text.replace('port.example', 'harbour.example'));
    },
  },
  {
    name: 'tag renamed',
    refused: ['feed-url-changed'],
    counts: [0, 20, 0, 0],
    base: 'tags',
    apply: (site) => rename(site, 'news', 'notices'),
  },
  {
    name: 'tag renamed, old one in `aliases`',
    counts: [0, 20, 0, 0],
    base: 'tags',
    apply: (site) => {
      rename(site, 'news', 'notices');
      site.configure((text) => `${text}    aliases: { news: notices }\n`);
    },
  },
  {
    name: 'feeds by tag dropped',
    refused: ['feed-vanished'],
    counts: [0, 0, 0, 0],
    base: 'tags',
    apply: (site) => site.configure((text) => text.replace(/feeds:[\s\S]*/, '')),
  },
  {
    name: 'second tag added to all articles',
    counts: [0, 20, 0, 0],
    base: 'tags',
    apply: (site) => rename(site, 'news', 'news, harbour'),
  },
  {
    name: 'tag of one article changed',
    counts: [1, 1, 0, 0],
    base: 'tags',
    apply: (site) => site.editArticle(58, (text) => text.replace('[news]', '[harbour]')),
  },
  {
    name: 'JSON Feed dropped everywhere',
    refused: ['feed-url-changed'],
    counts: [0, 0, 0, 0],
    base: 'tags',
    apply: (site) => site.configure((text) => text.replace(', json]', ']')),
  },
  {
    name: 'tag capitalized',
    counts: [0, 20, 0, 0],
    base: 'tags',
    apply: (site) => rename(site, 'news', 'News'),
  },
  {
    name: 'a new article, with feeds by tag',
    counts: [1, 0, 0, 1],
    base: 'tags',
    apply: (site) => {
      site.write('articles/tonight.md', 'Tonight', '2025-03-02 10:00', 900);
      site.edit('articles/tonight.md', insert('tags: [news]'));
    },
    written: ['Tonight'],
  },
  {
    name: 'article deleted, with archives',
    counts: [0, 0, 0, 1],
    base: 'archive',
    apply: (site) => site.remove(58),
  },
  {
    name: 'old article deleted, with archives',
    warned: ['archive-changed'],
    counts: [0, 0, 0, 0],
    base: 'archive',
    apply: (site) => site.remove(5),
  },
  {
    name: 'article turned into a draft, with archives',
    counts: [0, 0, 0, 1],
    base: 'archive',
    apply: (site) => site.editArticle(45, insert('draft: true')),
  },
  {
    name: 'article turned into a draft, then published again, with archives',
    warned: ['backdated'],
    counts: [1, 0, 0, 0],
    base: 'archive',
    apply: (site) => site.editArticle(45, insert('draft: true')),
    then: (site) => site.editArticle(45, (text) => text.replace('draft: true\n', '')),
  },
  {
    name: 'a new article, with archives',
    counts: [1, 0, 0, 0],
    base: 'archive',
    apply: (site) => site.write('articles/tonight.md', 'Tonight', '2025-03-02 10:00', 900),
    written: ['Tonight'],
  },
  {
    name: 'archives dropped',
    counts: [0, 0, 0, 0],
    base: 'archive',
    apply: (site) => site.configure((text) => text.replace(/archive:.*\n/, '')),
  },
  {
    name: 'photos with the same title: permalink changed',
    refused: ['id-changed'],
    counts: [0, 0, 20, 0],
    base: 'photos',
    apply: (site) => site.configure((text) => text.replace('/:year/:slug/', '/photos/:slug/')),
  },
  {
    name: 'photos with the same title: a new one',
    counts: [1, 0, 0, 1],
    base: 'photos',
    apply: (site) => put(site, 'articles/new.md', photo('Photo', '2025-03-02 10:00', 'new', 900)),
    written: ['Photo'],
  },
  {
    name: 'photos with the same title: one gets a title and a slug',
    refused: ['id-changed'],
    counts: [0, 0, 1, 0],
    base: 'photos',
    apply: (site) => {
      site.editArticle(58, (text) => text.replace('title: Photo', 'title: Sunset'));
      site.move(site.article(58), 'articles/sunset.md');
    },
  },
  {
    name: 'photos with the same title: one deleted, one added',
    counts: [1, 0, 0, 1],
    base: 'photos',
    apply: (site) => {
      site.remove(58);
      put(site, 'articles/new.md', photo('Photo', '2025-03-02 10:00', 'new', 900));
    },
    written: ['Photo'],
  },
  {
    name: 'photos with the same title: one replaced by another',
    wrongDates: 1,
    refused: ['id-reused'],
    counts: [0, 1, 0, 0],
    base: 'photos',
    apply: (site) => put(site, site.article(58), photo('Photo', '2025-03-02 10:00', 'new', 900)),
    written: ['Photo'],
  },
  {
    name: "IDs that aren't URLs: site changed from http to https",
    refused: ['feed-url-changed'],
    counts: [0, 20, 0, 0],
    base: 'own ids',
    apply: (site) => site.configure((text) => text.replace('http:', 'https:')),
  },
  {
    name: "IDs that aren't URLs: domain changed",
    refused: ['feed-url-changed'],
    counts: [0, 20, 0, 0],
    base: 'own ids',
    apply: (site) => site.configure((text) => text.replace('port.example', 'harbour.example')),
  },
  {
    name: "IDs that aren't URLs: permalink changed",
    counts: [0, 20, 0, 0],
    base: 'own ids',
    apply: (site) => site.configure((text) => text.replace('/:year/:slug/', '/posts/:slug/')),
  },
  {
    name: "IDs that aren't URLs: one removed",
    refused: ['id-changed'],
    counts: [0, 0, 1, 0],
    base: 'own ids',
    apply: (site) => site.editArticle(58, (text) => text.replace('id: story-58\n', '')),
  },
  {
    name: "IDs that aren't URLs: one capitalized",
    refused: ['id-changed'],
    counts: [0, 0, 1, 0],
    base: 'own ids',
    apply: (site) => site.editArticle(58, (text) => text.replace('id: story', 'id: Story')),
  },
  {
    name: "IDs that aren't URLs: two swapped",
    wrongDates: 2,
    refused: ['id-reused'],
    counts: [0, 2, 0, 0],
    base: 'own ids',
    apply: (site) => {
      site.editArticle(57, (text) => text.replace('id: story-57', 'id: story-58'));
      site.editArticle(58, (text) => text.replace('id: story-58', 'id: story-57'));
    },
    isSwapped: true,
  },
];
// biome-ignore-end lint/suspicious/noThenProperty: the second step of a change, no promise
