import { PERMALINK_PATTERN } from './permalink.ts';
import { FOLDER, LANGUAGE, type Shape, TEXT } from './shape.ts';

/** How the tool of the site decides where its pages are and what they say. */

export const TEMPLATE: Shape = {
  type: 'string',
  pattern: PERMALINK_PATTERN,
  expected: 'a path below the site with placeholders such as :path or :slug',
  examples: ['/:year/:month/:day/:slug/'],
};

const BY_FOLDER: Shape = {
  type: 'object',
  properties: { default: { ...TEMPLATE, description: 'The template for all other articles.' } },
  additionalProperties: TEMPLATE,
};

export const PERMALINK: Shape = {
  anyOf: [
    TEMPLATE,
    {
      ...BY_FOLDER,
      // Only a language has folders of its own; that a key is one, a schema cannot say.
      additionalProperties: { anyOf: [TEMPLATE, BY_FOLDER], expected: TEMPLATE.expected ?? '' },
    },
  ],
  expected:
    'a path below the site with placeholders such as :path or :slug, or one for each folder or language',
  description:
    'Template for the URL of an article, or one for each folder or language; a language can have one for each folder. The default depends on "preset"; without a preset, it is /:path/.',
  default: '/:path/',
  examples: ['/:year/:month/:day/:slug/', { posts: '/:year/:slug/', default: '/:path/' }],
};

export const SOURCE: Shape = {
  ...FOLDER,
  description:
    "The folder that sections and categories are counted from: the content folder of the site's tool.",
  examples: ['content'],
};

export const LANGUAGES: Shape = {
  anyOf: [
    { type: 'array', items: LANGUAGE, minItems: 1 },
    { type: 'object', additionalProperties: FOLDER },
  ],
  expected: 'a list of language tags such as [en, de], or a folder for each language',
  description:
    'The languages of the site, the main one first, or the folder of each language. hello.de.md is German only if "de" is one of them.',
  examples: [['en', 'de'], { en: 'content/english', de: 'content/german' }],
};

export const DATES: Shape = {
  type: 'array',
  items: TEXT,
  minItems: 1,
  expected: 'a list of keys such as [publishDate, date], with :filename for the date in the file name',
  description:
    'The front matter keys for the publication date, the most important first. :filename is the date in the file name.',
  examples: [[':filename', 'date']],
};

const SLUG_RULES = [
  'keep-case',
  'no-accents',
  'each-space',
  'no-slashes',
  'safe',
  'off',
  'keep-date',
  'no-end-slash',
];

export const SLUGS: Shape = {
  type: 'array',
  items: { enum: SLUG_RULES, expected: `one of ${SLUG_RULES.join(', ')}` },
  minItems: 1,
  uniqueItems: true,
  expected: `a list of ${SLUG_RULES.join(', ')}`,
  description:
    "How slugs are made, if not as the preset does: Hugo's disablePathToLower and removePathAccents, a hyphen for each space of a file name (Hugo since 0.123) or a slash in a title (since 0.167), Zola's slugify, Docusaurus' trailingSlash: false.",
  examples: [['keep-case']],
};

export const BUILT: Shape = {
  ...FOLDER,
  description:
    "The folder in which the site's tool leaves the built site. Feeds are written into it, and URLs are checked against it.",
  examples: ['public'],
};
