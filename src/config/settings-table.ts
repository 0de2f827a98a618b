import { BYLINES, IGNORE_KEYS, NOTES } from './article-shapes.ts';
import { ALLOW, FLOOD, QUIET } from './code-shapes.ts';
import { LISTS, PAGES } from './companion-shapes.ts';
import { ARCHIVE, COMPLETE, CONTENT, FEED_RULES, LIMIT, SOURCE_MARKDOWN, WHERE } from './feed-shapes.ts';
import { ID_PATTERN } from './permalink.ts';
import { AUDIO, PODCAST } from './podcast-shapes.ts';
import { PRESETS } from './presets.ts';
import {
  FEED_FILES,
  FOLDER,
  FOLDERS,
  HOME,
  LANGUAGE,
  LINK,
  PATTERNS,
  PEOPLE,
  PUBLISHED,
  type Shape,
  TEXT,
  WEB_ADDRESS,
} from './shape.ts';
import { BUILT, DATES, LANGUAGES, PERMALINK, SLUGS, SOURCE } from './site-shapes.ts';

/**
 * Every setting of the configuration file: the one source of the checks, the defaults and the JSON Schema for editors.
 * Descriptions are written for the person who hovers over the key.
 */
export const SETTINGS = {
  $schema: { ...TEXT, description: 'URL of the JSON Schema, for editors only.' },
  site: {
    ...HOME,
    description: 'Home page of the site. Relative URLs are resolved against it.',
    examples: ['https://example.com/'],
  },
  title: { ...TEXT, description: 'Title of the site and of its feeds.', examples: ['My blog'] },
  description: {
    ...TEXT,
    description: 'What the site is about, in one sentence. Default: the title.',
    examples: ['News from the harbour'],
  },
  language: { ...LANGUAGE, description: 'Language of the articles, as a tag such as en or de-AT.' },
  timeZone: {
    type: 'string',
    pattern: '^[A-Za-z][A-Za-z0-9_+/-]*$',
    expected: 'the IANA name of a time zone such as Europe/Berlin',
    description: 'IANA time zone of dates without one.',
    default: 'UTC',
    examples: ['Europe/Berlin'],
  },
  author: {
    ...PEOPLE,
    description: 'Author of articles without one: a name, "Name <mail>", or name, email, url and avatar.',
    examples: ['Ada Lovelace <ada@example.com>'],
  },
  authors: {
    ...PEOPLE,
    description: 'Like "author", for several people.',
    examples: [['Ada Lovelace', 'Grace Hopper']],
  },
  articles: {
    ...FOLDERS,
    description: 'The folder of the articles, or a list of folders. Default: the usual one that exists.',
    examples: ['articles'],
  },
  exclude: {
    ...PATTERNS,
    description:
      'Files to leave out, as patterns relative to the article folder, or to the configuration file with / in front.',
    default: [],
    examples: ['notes/**'],
  },
  output: {
    ...FOLDER,
    description: 'The folder to write the feeds to. Default: the folder "built" if it exists, else dist.',
    default: 'dist',
    examples: ['dist'],
  },
  published: PUBLISHED,
  source: SOURCE,
  permalink: PERMALINK,
  languages: LANGUAGES,
  dates: DATES,
  slugs: SLUGS,
  built: BUILT,
  id: {
    type: 'string',
    pattern: ID_PATTERN,
    expected: 'text without spaces and with a placeholder such as :slug',
    description:
      'Template for the IDs of articles without one. Default: the URL. Set it to keep the IDs of an old feed.',
    examples: ['https://old.example.com/:year/:slug'],
  },
  limit: {
    ...LIMIT,
    description: 'How many of the newest articles a feed carries.',
    default: 20,
  },
  content: {
    ...CONTENT,
    description:
      'What feeds carry: full articles (full), summaries (summary), or as many full articles as fit into a small feed (auto).',
    default: 'full',
  },
  sourceMarkdown: SOURCE_MARKDOWN,
  formats: {
    ...FEED_FILES,
    description: 'The formats, their paths in "output", and old paths that get a copy.',
    default: { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' },
    examples: [
      ['rss', 'atom'],
      { rss: 'feed.xml', json: false },
      { rss: { path: 'rss.xml', aliases: ['feed.xml'] } },
    ],
  },
  where: {
    ...WHERE,
    description: 'Only articles with one of the values, for each key, in the main feed.',
    examples: [{ language: 'en' }],
  },
  feeds: {
    ...FEED_RULES,
    description:
      'More feeds: one for each tag, author, section, language, year or value of any key, or for articles that you select.',
    examples: [[{ by: 'tag' }]],
  },
  archive: {
    ...ARCHIVE,
    description: 'The whole history behind the main feed, in documents that never change.',
    default: false,
    examples: [true],
  },
  complete: {
    ...COMPLETE,
    description: 'Whether the main feed carries every article. For small sites.',
    default: false,
  },
  podcast: PODCAST,
  audio: AUDIO,
  pages: PAGES,
  lists: LISTS,
  image: { ...LINK, description: 'Logo of the feeds.', examples: ['/logo.png'] },
  icon: { ...LINK, description: 'Small square image of the feeds.', examples: ['/icon.png'] },
  copyright: { ...TEXT, description: 'Rights notice of the feeds.', examples: ['© Example Press'] },
  hub: {
    ...WEB_ADDRESS,
    description: 'WebSub hub: a server that tells feed readers at once when a feed changes.',
    examples: ['https://hub.example.com/'],
  },
  ttl: {
    type: 'integer',
    minimum: 1,
    maximum: 525_600,
    expected: 'a whole number of minutes, from 1 to 525600',
    description: 'Minutes that readers may keep the RSS feed before they ask again.',
    examples: [60],
  },
  preset: {
    enum: Object.keys(PRESETS),
    expected: `one of ${Object.keys(PRESETS).join(', ')}`,
    description: 'The tool that builds your site. Sets the article folder, permalinks and conventions.',
    examples: ['jekyll'],
  },
  updated: {
    enum: ['git'],
    expected: 'git',
    description: 'With "git", an article without an update date gets the date of its last commit.',
    examples: ['git'],
  },
  schedule: {
    enum: ['on-build'],
    expected: 'on-build',
    description:
      'With "on-build", a new article that is older than the published ones gets the time of its first build.',
    examples: ['on-build'],
  },
  notes: NOTES,
  bylines: BYLINES,
  ignoreKeys: IGNORE_KEYS,
  onError: {
    enum: ['stop', 'skip'],
    expected: 'stop or skip',
    description:
      'What to do with an article that has an error: stop the build (stop), or leave the article out and report it (skip).',
    default: 'stop',
    examples: ['skip'],
  },
  flood: FLOOD,
  allow: ALLOW,
  quiet: QUIET,
} as const satisfies Readonly<Record<string, Shape>>;

/** The whole file as one shape. */
export const CONFIGURATION: Shape = {
  type: 'object',
  properties: SETTINGS,
  required: ['site', 'title'],
  not: { required: ['author', 'authors'] },
  additionalProperties: false,
};
