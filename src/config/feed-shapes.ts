import { PODCAST } from './podcast-shapes.ts';
import { FEED_FILES, LANGUAGE, PATH_CHARACTER, type Shape, TEXT } from './shape.ts';

export const LIMIT: Shape = {
  type: 'integer',
  minimum: 1,
  maximum: 1000,
  expected: 'a whole number from 1 to 1000',
  examples: [20],
};

export const CONTENT: Shape = {
  enum: ['full', 'summary', 'auto'],
  expected: 'full, summary or auto',
  examples: ['full'],
};

export const SOURCE_MARKDOWN = {
  type: 'boolean',
  expected: 'true or false',
  description:
    'Whether RSS feeds carry the content as Markdown, too (source:markdown). Some readers show it in place of the HTML.',
  default: false,
  examples: [true],
} as const satisfies Shape;

export const COMPLETE: Shape = { type: 'boolean', expected: 'true or false', examples: [true] };

/** Of text in which `:tag` and the like may stand for a value: a path below the output folder (R69). */
function templatePath(ending: string): string {
  const segment = `(?:${PATH_CHARACTER}|:[\\p{L}_])+`;
  return `^(?!(?:[^/]*/)*\\.{1,2}(?:/|$))${segment}(?:/${segment})*${ending}$`;
}

export const ARCHIVE: Shape = {
  anyOf: [
    { type: 'boolean' },
    {
      type: 'object',
      properties: {
        size: {
          type: 'integer',
          minimum: 5,
          maximum: 1000,
          expected: 'a whole number from 5 to 1000',
          description:
            "How many articles an archive document has. Don't change it: a different size changes all documents.",
          default: 50,
          examples: [50],
        },
        path: {
          type: 'string',
          pattern: `${templatePath('/?').replace('^', '^(?=.*:number(?![\\p{L}\\p{N}_]))')}`,
          expected: 'a folder with :number',
          description: 'Folder of the documents, in the folder of the feed. :number counts from the oldest.',
          default: 'archive/:number/',
          examples: ['archive/:number/'],
        },
      },
      additionalProperties: false,
    },
  ],
  expected: 'true, false, or { size: 50, path: archive/:number/ }',
};

const WORD: Shape = {
  anyOf: [TEXT, { type: 'integer' }, { type: 'boolean' }],
  expected: 'a word',
  examples: ['news'],
};
const WORDS: Shape = {
  anyOf: [WORD, { type: 'array', items: WORD, minItems: 1 }],
  expected: 'a word, or a list of words',
  examples: [['news', 'events']],
};

const OLD_PATH: Shape = {
  type: 'string',
  pattern: templatePath('/?'),
  expected: 'a folder such as topics/:tag/, or a file',
  examples: ['topics/:tag/'],
};

export const WHERE: Shape = {
  type: 'object',
  additionalProperties: WORDS,
  expected: 'conditions such as { tag: [news, events], section: blog }',
  examples: [{ tag: ['news', 'events'] }],
};

const FEED_RULE: Shape = {
  type: 'object',
  properties: {
    by: {
      type: 'string',
      pattern: '^[\\p{L}_][\\p{L}\\p{N}_-]*(?:\\.[\\p{L}\\p{N}_-]+)*$',
      expected: 'tag, category, author, section, language, year or a key of the front matter',
      description:
        'One feed for each tag, category, author, section, language, year, or value of any front-matter key.',
      examples: ['tag'],
    },
    where: { ...WHERE, description: 'Only articles with one of the values, for each key.' },
    path: {
      type: 'string',
      pattern: templatePath('/?'),
      expected: 'a folder such as tags/:tag/, or a file such as tags/:tag/rss.xml',
      description:
        'Folder of the documents, or the file if there is only one. Default: a folder named after "by".',
      examples: ['tags/:tag/'],
    },
    oldPath: {
      anyOf: [OLD_PATH, { type: 'array', items: OLD_PATH, minItems: 1, uniqueItems: true }],
      expected: 'a folder such as topics/:tag/, or a list of folders',
      description: 'The old "path" of these feeds: copies are written there.',
      examples: ['topics/:tag/'],
    },
    title: {
      ...TEXT,
      description: 'Title of the feeds. Default: the title of the site and the value.',
      examples: ['News about :tag'],
    },
    description: { ...TEXT, description: 'What the feeds are about.', examples: ['Everything about :tag'] },
    language: { ...LANGUAGE, description: 'Language of the feeds, if it differs from that of the site.' },
    limit: { ...LIMIT, description: 'How many of the newest articles these feeds carry.' },
    formats: {
      ...FEED_FILES,
      description: 'Which documents are written, and their names.',
      examples: [['rss']],
    },
    content: { ...CONTENT, description: 'Whether these feeds carry whole articles.' },
    min: {
      type: 'integer',
      minimum: 1,
      expected: 'a whole number from 1',
      description: 'A value with fewer articles has no feed.',
      default: 1,
      examples: [2],
    },
    include: { ...WORDS, description: 'Make feeds only for these values.' },
    exclude: { ...WORDS, description: 'Make no feeds for these values.' },
    aliases: {
      type: 'object',
      additionalProperties: WORD,
      expected: 'old values and the values that took their place, such as { cooking: recipes }',
      description: 'Renamed values: a copy of the new feed is written to the path of the old one.',
      examples: [{ cooking: 'recipes' }],
    },
    archive: { ...ARCHIVE, description: 'The whole history behind each of these feeds.' },
    podcast: PODCAST,
    complete: { ...COMPLETE, description: 'Whether these feeds carry all of their articles.' },
  },
  additionalProperties: false,
  expected: 'a feed such as { by: tag } or { where: { tag: news }, path: news/, title: News }',
  examples: [{ by: 'tag' }],
};

export const FEED_RULES: Shape = {
  type: 'array',
  items: FEED_RULE,
  expected: 'a list of feeds such as { by: tag }',
};
