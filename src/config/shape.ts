/**
 * The part of JSON Schema that the table of settings uses. `expected` is ours: it ends the sentence "must be …" of a
 * problem, and the JSON Schema for editors carries it as `errorMessage`.
 */
export interface Shape {
  readonly type?: 'string' | 'integer' | 'boolean' | 'array' | 'object';
  readonly enum?: readonly string[];
  /** An ECMAScript regular expression with the flag `u`; it matches anywhere unless anchored. */
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Shape;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  /** What other keys hold; `false`: there are none. */
  readonly additionalProperties?: false | Shape;
  /** The value must have one of these shapes. */
  readonly anyOf?: readonly Shape[];
  /** Keys that must not stand together. */
  readonly not?: { readonly required: readonly string[] };
  readonly expected?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
}

/** Text with at least one character that is not white space. */
export const TEXT: Shape = { type: 'string', pattern: '\\S', expected: 'text' };

const WEB = '[Hh][Tt][Tt][Pp][Ss]?://';

/** An absolute http(s) URL. */
export const WEB_ADDRESS: Shape = {
  type: 'string',
  pattern: `^${WEB}[^\\s]+$`,
  expected: 'a URL that begins with https:// or http://',
};

/** An absolute http(s) URL, or one that is resolved against `site`; no other scheme. */
export const LINK: Shape = {
  type: 'string',
  pattern: `^(?:${WEB}|(?![A-Za-z][A-Za-z0-9+.-]*:))[^\\s]+$`,
  expected: 'a path on the site such as /logo.png, or a URL that begins with https:// or http://',
};

/** The home page: an absolute http(s) URL without query and fragment. */
export const HOME: Shape = {
  type: 'string',
  pattern: `^${WEB}[^\\s?#]+$`,
  expected: 'a URL that begins with https:// or http://, without "?" and "#"',
};

export const LANGUAGE: Shape = {
  type: 'string',
  pattern: '^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$',
  expected: 'a language tag (BCP 47) such as en, de-AT or zh-Hans',
  examples: ['en'],
};

const FOLDER_PATTERN = '^\\s*[^\\s\\u0000][^\\u0000]*$';
export const FOLDER: Shape = { type: 'string', pattern: FOLDER_PATTERN, expected: 'a folder' };
export const PUBLISHED: Shape = {
  ...FOLDER,
  expected: 'a URL, a folder or a file',
  description:
    'Where your published feeds are, to compare every build with: a URL, folder or file. Default: "output", if committed or in CI.',
  examples: ['https://example.com/'],
};
export const FOLDERS: Shape = {
  anyOf: [FOLDER, { type: 'array', items: FOLDER, minItems: 1 }],
  expected: 'a folder, or a list of folders',
};

const PATTERN: Shape = {
  type: 'string',
  pattern: '^(?=.{1,500}$)\\S',
  expected: 'a pattern such as notes/**',
};
export const PATTERNS: Shape = {
  anyOf: [PATTERN, { type: 'array', items: PATTERN }],
  expected: 'a pattern such as notes/**, or a list of patterns',
};

const PERSON: Shape = {
  type: 'object',
  properties: {
    name: { ...TEXT, description: 'The name that readers see.', examples: ['Ada Lovelace'] },
    email: {
      type: 'string',
      pattern: '^[^\\s@<>]+@[^\\s@<>]+$',
      expected: 'an email address such as ada@example.com',
      description: 'Email address. It is public in the feeds.',
      examples: ['ada@example.com'],
    },
    url: { ...LINK, description: 'Home page of the person.', examples: ['https://example.com/ada/'] },
    avatar: { ...LINK, description: 'Image of the person, for JSON Feed.', examples: ['/ada.png'] },
  },
  required: ['name'],
  additionalProperties: false,
  expected: 'a person with "name", and perhaps "email", "url" and "avatar"',
};

const PEOPLE_EXPECTED = 'a name, "Name <mail>", a person with "name", or a list of them';
export const PEOPLE: Shape = {
  anyOf: [
    TEXT,
    PERSON,
    { type: 'array', items: { anyOf: [TEXT, PERSON], expected: PEOPLE_EXPECTED }, minItems: 1 },
  ],
  expected: PEOPLE_EXPECTED,
};

/** What a URL would not have to encode twice, and every disk takes. */
export const PATH_CHARACTER = '[^/\\\\?#%:*"<>|\\s\\u0000-\\u001F]';

/** A file below the output folder (R69): no climbing, no empty segment, nothing that a URL would have to encode twice. */
export function outputPath(endings: string, example: string): Shape {
  const segment = `${PATH_CHARACTER}+`;
  return {
    type: 'string',
    pattern: `^(?!(?:[^/]*/)*\\.{1,2}/)${segment}(?:/${segment})*\\.(?:${endings})$`,
    expected: `a path inside the output folder that ends with .${endings.replaceAll('|', ' or .')}`,
    examples: [example],
  };
}

/** One format: its path, whether it is written, or its path and the old ones (R50). */
function feedFile(endings: string, oldEndings: string, example: string, old: string): Shape {
  const path = outputPath(endings, example);
  const alias = outputPath(oldEndings, old);
  const aliases = {
    anyOf: [
      alias,
      { type: 'array', items: alias, minItems: 1, uniqueItems: true, examples: [[old]] } as const,
    ],
    expected: `a path such as ${old}, or a list of paths`,
    description: 'Old paths of the feed: a copy is written there.',
    examples: [[old]],
  };
  const detailed: Shape = {
    type: 'object',
    properties: { path: { ...path, default: example, description: 'Path in "output".' }, aliases },
    additionalProperties: false,
  };
  return {
    anyOf: [path, { type: 'boolean' }, detailed],
    expected: `a path such as ${example}, or true or false`,
    examples: [example],
  };
}

export const FEED_FILES: Shape = {
  anyOf: [
    {
      type: 'array',
      items: { enum: ['rss', 'atom', 'json'], expected: 'rss, atom or json' },
      minItems: 1,
      uniqueItems: true,
      expected: 'a list of rss, atom and json, each at most once',
    },
    {
      type: 'object',
      properties: {
        rss: {
          ...feedFile('xml|rss', 'xml|rss|rdf|atom', 'rss.xml', 'feed.xml'),
          default: 'rss.xml',
          description: 'RSS 2.0.',
        },
        atom: {
          ...feedFile('xml|atom', 'xml|rss|rdf|atom', 'atom.xml', 'feed.xml'),
          default: 'atom.xml',
          description: 'Atom 1.0.',
        },
        json: {
          ...feedFile('json', 'json', 'feed.json', 'index.json'),
          default: 'feed.json',
          description: 'JSON Feed 1.1.',
        },
      },
      additionalProperties: false,
    },
  ],
  expected: 'a list such as [rss, atom], or paths such as { rss: feed.xml, json: false }',
};
