import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The newest of the 60 articles of the site; the feed carries 41 to 60. */
export const COUNT = 60;
export const EARLIER = '2025-02-09T12:00:00Z';
export const NOW = '2025-03-02T12:00:00Z';
export const CONFIG = `site: http://port.example/
title: Port
permalink: /:year/:slug/
limit: 20
`;

const WORDS =
  'harbour stone lantern bridge winter market voice garden river letter music summer castle bread paper night morning window street ocean forest mountain field kitchen engine silver copper rope tide captain island anchor mirror candle ladder bottle pepper carpet violin rocket'.split(
    ' ',
  );

/** A text that shares nothing with the others but its words. */
function writeText(seed: number): string {
  let state = seed * 7919 + 13;
  const words = Array.from({ length: 120 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return WORDS[Math.floor(state / 65_536) % WORDS.length];
  });
  return `${words.slice(0, 60).join(' ')}.\n\nAnd *${words.slice(60, 62).join(' ')}* ${words.slice(62).join(' ')}.`;
}

/** The date of an article by its number. */
export const day = (number: number) => new Date(Date.UTC(2025, 0, number)).toISOString().slice(0, 10);

export function makeArticles(): Readonly<Record<string, string>> {
  const articles = Array.from({ length: COUNT }, (_, index) => {
    const number = index + 1;
    const matter = `title: Story ${number}\ndate: ${day(number)} 09:00\nauthor: uid${number}\ntags: [news]`;
    return [`articles/story-${number}.md`, `---\n${matter}\n---\n${writeText(number)}\n`] as const;
  });
  return Object.fromEntries(articles);
}

/** What a site has besides, where a change needs it. */
export type BaseName =
  | 'blog'
  | 'tags'
  | 'archive'
  | 'photos'
  | 'own ids'
  | 'sections'
  | 'languages'
  | 'by hand'
  | 'editors'
  | 'a rare tag'
  | 'letters'
  | 'late days';

/** Something that happens to a site between two builds, what the guard says of it, and what it does to subscribers. */
export interface SiteChange {
  readonly name: string;
  /** @default 'blog' */
  readonly base?: BaseName;
  readonly apply: (site: Site) => void;
  /** A second step after a build of the first. */
  readonly then?: (site: Site) => void;
  /** What is refused; nothing when it passes. */
  readonly refused?: readonly string[];
  readonly warned?: readonly string[];
  /** `new, changed, again, leaves`. */
  readonly counts: readonly [added: number, changed: number, again: number, leaves: number];
  /** How many articles both readers show as new when it was refused, and allowed. */
  readonly shown?: number;
  /** How many dates newsboat shows that are not those of the feed. */
  readonly wrongDates?: number;
  /** Truly new articles that readers must show; each that is not shown is lost to subscribers. */
  readonly written?: readonly string[];
  /** Whether a known article took the place of another known one. */
  readonly isSwapped?: true;
}

export type Site = ReturnType<typeof openSite>;

/** The hands of somebody who edits the site. */
export function openSite(folder: string, published = 'dist') {
  const path = (file: string) => join(folder, file);
  const article = (number: number) => `articles/story-${number}.md`;
  const edit = (file: string, change: (text: string) => string) =>
    writeFileSync(path(file), change(readFileSync(path(file), 'utf8')));
  return {
    folder,
    edit,
    article,
    editArticle: (number: number, change: (text: string) => string) => edit(article(number), change),
    editAll: (change: (text: string) => string) => {
      for (const name of readdirSync(path('articles'))) edit(`articles/${name}`, change);
    },
    configure: (change: (text: string) => string) => edit('feedwright.yaml', change),
    move: (from: string, to: string) => {
      mkdirSync(join(path(to), '..'), { recursive: true });
      renameSync(path(from), path(to));
    },
    remove: (number: number) => rmSync(path(article(number))),
    editPublished: (file: string, change: (text: string) => string) => edit(`${published}/${file}`, change),
    removePublished: (file: string) => rmSync(path(`${published}/${file}`)),
    write: (file: string, title: string, date: string, seed: number) =>
      writeFileSync(
        path(file),
        `---\ntitle: ${title}\ndate: ${date}\nauthor: uid${seed}\n---\n${writeText(seed)}\n`,
      ),
  };
}

const newArticle = (site: Site) => site.write('articles/tonight.md', 'Tonight', '2025-03-02 10:00', 900);
const all = { counts: [0, 0, 20, 0], shown: 20 } as const;

export const CHANGES: readonly SiteChange[] = [
  { name: 'a new article', apply: newArticle, counts: [1, 0, 0, 1], written: ['Tonight'] },
  {
    name: 'title edited',
    apply: (site) => site.editArticle(58, (text) => text.replace('Story 58', 'Story fifty-eight')),
    warned: ['title-only-change'],
    counts: [0, 1, 0, 0],
  },
  {
    name: 'body edited',
    apply: (site) => site.editArticle(58, (text) => `${text}\nOne more sentence.\n`),
    counts: [0, 1, 0, 0],
  },
  {
    name: 'slug changed',
    apply: (site) => site.move(site.article(58), 'articles/better-name.md'),
    refused: ['id-changed'],
    counts: [0, 0, 1, 0],
    shown: 1,
  },
  {
    name: 'slug changed, old ID kept (`id:`)',
    apply: (site) => {
      site.editArticle(58, (text) => text.replace('---\n', '---\nid: http://port.example/2025/story-58/\n'));
      site.move(site.article(58), 'articles/better-name.md');
    },
    counts: [0, 1, 0, 0],
  },
  {
    name: 'file moved to another folder',
    apply: (site) => site.move(site.article(58), 'articles/essays/story-58.md'),
    counts: [0, 0, 0, 0],
  },
  {
    name: 'permalink template changed',
    apply: (site) => site.configure((text) => text.replace('/:year/:slug/', '/posts/:slug/')),
    refused: ['id-changed'],
    ...all,
  },
  {
    name: 'site changed from http to https',
    apply: (site) => site.configure((text) => text.replace('http:', 'https:')),
    refused: ['feed-url-changed', 'id-changed'],
    ...all,
  },
  {
    name: 'domain changed',
    apply: (site) => site.configure((text) => text.replace('port.example', 'harbour.example')),
    refused: ['feed-url-changed', 'id-changed'],
    ...all,
  },
  {
    name: 'trailing slash dropped',
    apply: (site) => site.configure((text) => text.replace(':slug/', ':slug')),
    refused: ['id-changed'],
    ...all,
  },
  {
    name: 'date corrected',
    apply: (site) => site.editArticle(58, (text) => text.replace('2025-02-27', '2025-02-20')),
    refused: ['published-date-changed'],
    counts: [0, 1, 0, 0],
    wrongDates: 1,
  },
  {
    name: 'all dates changed by a new `timeZone`',
    apply: (site) => site.configure((text) => `${text}timeZone: America/New_York\n`),
    refused: ['published-date-changed'],
    counts: [0, 20, 0, 0],
    wrongDates: 20,
  },
  {
    name: 'tags changed',
    apply: (site) => site.editArticle(58, (text) => text.replace('[news]', '[news, harbour]')),
    counts: [0, 1, 0, 0],
  },
  {
    name: 'author changed',
    apply: (site) => site.editArticle(58, (text) => text.replace('author: uid58', 'authors: [uid58, Jo]')),
    counts: [0, 1, 0, 0],
  },
  {
    name: 'limit raised from 20 to 200',
    apply: (site) => site.configure((text) => text.replace('limit: 20', 'limit: 200')),
    refused: ['flood'],
    counts: [40, 0, 0, 0],
    shown: 20,
  },
  {
    name: 'limit lowered from 20 to 10',
    apply: (site) => site.configure((text) => text.replace('limit: 20', 'limit: 10')),
    counts: [0, 0, 0, 10],
  },
  { name: 'article deleted', apply: (site) => site.remove(58), counts: [1, 0, 0, 1] },
  {
    name: 'article unpublished, then published again',
    apply: (site) => site.editArticle(58, (text) => text.replace('tags:', 'draft: true\ntags:')),
    // biome-ignore lint/suspicious/noThenProperty: the second step of a change, no promise
    then: (site) => site.editArticle(58, (text) => text.replace('draft: true\n', '')),
    warned: ['backdated'],
    counts: [1, 0, 0, 1],
  },
  {
    name: 'titles of two articles swapped',
    apply: (site) => {
      site.editArticle(57, (text) => text.replace('Story 57', 'Story 58'));
      site.editArticle(58, (text) => text.replace('Story 58', 'Story 57'));
    },
    warned: ['title-only-change'],
    counts: [0, 2, 0, 0],
  },
  {
    name: 'titles of two articles swapped, and so their URLs (`:title`)',
    apply: (site) => {
      site.move(site.article(50), 'articles/x.md');
      site.move(site.article(58), site.article(50));
      site.move('articles/x.md', site.article(58));
      site.editArticle(50, (text) => text.replace('Story 58', 'Story 50'));
      site.editArticle(58, (text) => text.replace('Story 50', 'Story 58'));
    },
    refused: ['id-reused'],
    isSwapped: true,
    counts: [0, 2, 0, 0],
    wrongDates: 2,
  },
  {
    name: 'published article replaced by another in the same file',
    apply: (site) => site.write(site.article(58), 'Something else', '2025-03-02 10:00', 901),
    refused: ['id-reused'],
    counts: [0, 1, 0, 0],
    wrongDates: 1,
    written: ['Something else'],
  },
  {
    name: 'IDs added by hand',
    apply: (site) => site.editArticle(58, (text) => text.replace('---\n', '---\nid: story-58\n')),
    refused: ['id-changed'],
    counts: [0, 0, 1, 0],
    shown: 1,
  },
  {
    name: 'preset changed',
    apply: (site) =>
      site.configure((text) =>
        text.replace('permalink: /:year/:slug/', 'preset: jekyll\narticles: articles'),
      ),
    refused: ['id-changed'],
    ...all,
  },
  {
    name: 'feed path changed, plus a new article',
    apply: (site) => {
      site.configure((text) => `${text}formats: { rss: feed.xml }\n`);
      newArticle(site);
    },
    refused: ['feed-url-changed'],
    counts: [1, 0, 0, 1],
    written: ['Tonight'],
  },
  {
    name: 'feed path changed with a copy at the old path (`aliases`), plus a new article',
    apply: (site) => {
      site.configure((text) => `${text}formats: { rss: { path: feed.xml, aliases: [rss.xml] } }\n`);
      newArticle(site);
    },
    counts: [1, 0, 0, 1],
    written: ['Tonight'],
    shown: 1,
  },
  {
    name: 'all articles reformatted',
    apply: (site) =>
      site.editAll((text) => text.replace(/\*(.*)\*/, '_$1_').replace('.\n\nAnd', '.\n\n\n\nAnd')),
    counts: [0, 0, 0, 0],
  },
  {
    name: 'generator version changed',
    apply: (site) => {
      for (const file of ['rss.xml', 'atom.xml'])
        site.editPublished(file, (text) =>
          text.replace('>feedwright<', '>feedwright 0.0.9<').replace(/\n\s*</g, '\n<'),
        );
      // Which that version did not write.
      site.removePublished('feedwright-manifest.txt');
    },
    counts: [0, 0, 0, 0],
  },
  {
    name: 'most articles missing from the folder',
    apply: (site) => {
      for (let number = 6; number <= COUNT; number++) site.remove(number);
    },
    refused: ['feed-shrunk'],
    counts: [5, 0, 0, 20],
    shown: 5,
  },
];
