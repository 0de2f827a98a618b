import { outputPath, type Shape } from './shape.ts';

const YES_OR_NO: Shape = { type: 'boolean', expected: 'true or false', examples: [true] };

export const DEFAULT_COLOUR = '#c2410c';
export const DEFAULT_INDEX = 'feeds/index.html';
export const LIST_FILES = {
  opml: 'feeds.opml',
  links: 'feeds.html',
  headers: '_headers',
  menu: '.well-known/feed-menu.json',
} as const;

export const PAGES: Shape = {
  anyOf: [
    { type: 'boolean' },
    {
      type: 'object',
      properties: {
        index: {
          ...outputPath('html', DEFAULT_INDEX),
          description: 'The page that lists all feeds, in "output".',
          default: DEFAULT_INDEX,
        },
        colour: {
          type: 'string',
          pattern: '^#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$',
          expected: 'a colour such as "#c2410c", in quotes',
          description: 'Colour of links and buttons, adjusted until it is readable in light and dark mode.',
          default: DEFAULT_COLOUR,
          examples: [DEFAULT_COLOUR],
        },
        template: {
          type: 'string',
          pattern: '^\\s*[^\\s\\u0000][^\\u0000]*$',
          expected: 'a file',
          description: 'Your own HTML template with placeholders such as {{title}}, for all pages.',
          examples: ['feed-page.html'],
        },
      },
      additionalProperties: false,
    },
  ],
  expected: 'true, false, or { colour: "#c2410c" }',
  description:
    'HTML pages that explain what a feed is and how to subscribe: one for each feed, and one for all.',
  default: false,
  examples: [true, { colour: '#0a5c8f' }],
};

function listFile(endings: string, example: string): Shape {
  return {
    anyOf: [outputPath(endings, example), { type: 'boolean' }],
    expected: `a path such as ${example}, or true or false`,
    examples: [example],
  };
}

export const LISTS: Shape = {
  anyOf: [
    {
      type: 'array',
      items: { enum: Object.keys(LIST_FILES), expected: 'opml, links, headers or menu' },
      uniqueItems: true,
      expected: 'a list of opml, links, headers and menu, each at most once',
    },
    {
      type: 'object',
      properties: {
        opml: {
          ...listFile('opml|xml', LIST_FILES.opml),
          description: 'OPML 2.0: all feeds in one file, to import into a feed reader.',
        },
        links: {
          ...listFile('html', LIST_FILES.links),
          description:
            'The <link> tags for the <head> of your pages, so that feed readers can find your feeds.',
        },
        headers: { ...YES_OR_NO, description: 'The file _headers for hosts that read it.' },
        menu: {
          ...YES_OR_NO,
          description: 'The file .well-known/feed-menu.json, where browsers look for feeds.',
        },
      },
      additionalProperties: false,
    },
  ],
  expected: 'a list such as [opml, headers], or paths such as { opml: blog.opml }',
  description:
    'Lists of all feeds: for feed readers, for the <head> of your pages, for hosts and for browsers.',
  examples: [['opml', 'headers'], { opml: 'blog.opml' }],
};
