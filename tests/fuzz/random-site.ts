import fc from 'fast-check';
import { hostileText } from '../content/hostile-text.ts';

/** Files of a site by path. */
export type Files = Readonly<Record<string, string>>;

/** Words that have broken feeds: characters that XML forbids, markup, blanks of all kinds, names of JavaScript, numbers, addresses. */
const WORDS = [
  ...[
    '\u0000',
    '\u0008',
    '\u001B[31m',
    '\u0085',
    '\u00A0',
    '\u2028',
    '\uFEFF',
    '\uFFFE',
    '\uD800',
    '\u{1F600}',
    '\u202E',
  ],
  ...[
    'a',
    'Hello',
    'ä',
    '日本',
    '<b>',
    '&amp;',
    '&',
    ']]>',
    '<!--',
    '"',
    "'",
    '\\',
    '{{ x }}',
    '{% raw %}',
    ':slug',
    '%',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'null',
    'true',
    '0',
    '-1',
    '1e400',
    'NaN',
    '..',
    '.',
    '/',
    '//x',
    '#',
    '?',
  ],
  ...[
    'https://example.org/x',
    'http://a:b@c/',
    'javascript:x',
    'mailto:a@b.c',
    'tag:example.org,2025:x',
    'tag:x',
    'urn:x:y',
  ],
  ...['a@b.c', 'Ann <ann@example.org>', 'a, b', 'a; b', '  ', '\n', '\t', 'a\r\nb', 'x'.repeat(300)],
];
const word = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);
const words = fc.array(word, { minLength: 0, maxLength: 4 }).map((parts) => parts.join(''));

const DATES = [
  '2025-11-04',
  '2025-11-04T09:00:00+01:00',
  '2025-11-04 09:00',
  '2026-05-01',
  '0000-01-01',
  '9999-12-31',
  '1969-12-31T23:59:59Z',
  'Tue, 04 Nov 2025 09:00:00 GMT',
];
const date = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...DATES) }, { weight: 1, arbitrary: words });

const KEYS = [
  ...[
    'title',
    'id',
    'guid',
    'uuid',
    'slug',
    'permalink',
    'url',
    'link',
    'tags',
    'categories',
    'keywords',
    'author',
    'authors',
  ],
  ...[
    'summary',
    'description',
    'excerpt',
    'image',
    'cover',
    'lang',
    'updated',
    'lastmod',
    'draft',
    'expires',
    'aliases',
    'enclosure',
  ],
  ...['audio', 'duration', 'episode', 'layout', 'external_url', 'copyright'],
];
const value = fc.oneof(
  { weight: 4, arbitrary: words as fc.Arbitrary<unknown> },
  { weight: 2, arbitrary: fc.array(words, { maxLength: 3 }) },
  {
    weight: 1,
    arbitrary: fc.dictionary(fc.constantFrom('name', 'url', 'email', 'src', 'alt', 'x'), words, {
      maxKeys: 3,
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom(null, true, false, 0, 1.5) },
  { weight: 1, arbitrary: date },
);
const data = fc.record({
  title: words,
  date,
  more: fc.dictionary(fc.constantFrom(...KEYS), value, { maxKeys: 5, noNullPrototype: true }),
});

/** JSON is YAML as well, and says every character. */
function writeFrontMatter(
  { title, date: published, more }: { title: string; date: string; more: object },
  isJson: boolean,
): string {
  const entries = { title, date: published, ...more };
  if (isJson) return `---json\n${JSON.stringify(entries)}\n---\n`;
  const lines = Object.entries(entries).map(([key, each]) => `${key}: ${JSON.stringify(each)}\n`);
  return `---\n${lines.join('')}---\n`;
}

const article = fc
  .record({
    data,
    isJson: fc.boolean(),
    body: fc.oneof(words, hostileText),
    ending: fc.constantFrom('md', 'md', 'html', 'txt', 'mdx'),
  })
  .map(({ data: entries, isJson, body, ending }) => ({
    text: writeFrontMatter(entries, isJson) + body,
    ending,
  }));

/** A setting with characters that feeds can't carry is refused, so that few have some. */
const settingText = fc.oneof(
  { weight: 1, arbitrary: words },
  {
    weight: 19,
    arbitrary: words.map((text) =>
      text
        .toWellFormed()
        .replace(/[^\t\n -~\u00A0-\uD7FF\uE000-\uFDCF\uFDF0-\uFEFE\uFF00-\uFFFD\u{10000}-\u{1FFFD}]/gu, ''),
    ),
  },
);

const setting = fc.record(
  {
    preset: fc.constantFrom('hugo', 'jekyll', 'zola', 'eleventy', 'astro', 'docusaurus', 'hexo'),
    id: fc.constantFrom(':url', 'tag:example.org,2025::slug', ':title', ':slug', 'x:path'),
    permalink: fc.constantFrom('/:slug/', '/:year/:month/:title/', '/:path', '/:categories/:title.html'),
    content: fc.constantFrom('full', 'summary', 'auto'),
    pages: fc.constant(true),
    lists: fc.constant(['opml', 'links', 'headers', 'menu']),
    feeds: fc.constantFrom(
      [{ by: 'tag' }],
      [{ by: 'author' }],
      [{ by: 'year' }],
      [{ by: 'section' }],
      [{ by: 'language' }],
    ),
    archive: fc.constant(true),
    description: settingText,
    author: settingText,
    language: fc.constantFrom('en', 'de-AT', 'ar'),
    timeZone: fc.constantFrom('UTC', 'Asia/Tokyo', 'America/St_Johns'),
  },
  { requiredKeys: [] },
);

/** A site of a few articles, whatever people, tools and attackers write into them. */
export const randomSite: fc.Arbitrary<Files> = fc
  .record({
    settings: setting,
    title: settingText,
    articles: fc.array(article, { minLength: 1, maxLength: 4 }),
  })
  .map(({ settings, title, articles }) => {
    const config = {
      site: 'https://example.org/',
      title: `T${title}`,
      onError: 'skip',
      limit: 3,
      flood: 99,
      ...settings,
    };
    const lines = Object.entries(config).map(([key, each]) => `${key}: ${JSON.stringify(each)}\n`);
    const files = articles.map(({ text, ending }, index) => [`articles/${index}.${ending}`, text]);
    return {
      'feedwright.yaml': lines.join(''),
      'articles/good.md': '---\ntitle: Good\ndate: 2025-11-04\n---\nGood.\n',
      ...Object.fromEntries(files),
    };
  });
