import { manyOf, quote } from './quote.ts';
import type { Wording } from './wording.ts';

const COMMON_DATE = 'Write it like 2025-11-04 or 2025-11-04T09:00:00+01:00.';

/** Problems with article files and their front matter. */
export const articleWording = {
  'unused-exclude': (d: { pattern: string; folder: string; meant?: string | undefined }): Wording => [
    'warning',
    `${quote(d.pattern)} under "exclude" matches no file in "${d.folder}", so it leaves out nothing.`,
    d.meant === undefined
      ? 'Correct the pattern, or remove it. It is relative to that folder.'
      : `Did you mean ${quote(d.meant)}?`,
  ],
  'no-articles': (d: { folder: string; excluded?: number }): Wording =>
    d.excluded
      ? [
          'error',
          d.excluded === 1
            ? `"exclude" leaves out the only article in ${quote(d.folder)}.`
            : `"exclude" leaves out all ${d.excluded} articles in ${quote(d.folder)}.`,
          'Remove from it what the feed should show, or write a new article: npx feedwright new "My title".',
        ]
      : [
          'error',
          `No articles found in ${quote(d.folder)}.`,
          'Set "articles" to the folder of your articles, or write the first one: npx feedwright new "My title".',
        ],
  unreadable: (d: { reason: string }): Wording => [
    'error',
    `The file or folder can't be read: ${d.reason}.`,
    'Make it a regular file that this user may read, or remove it.',
  ],
  'too-large': (d: { bytes: number; maximum: number }): Wording => [
    'error',
    `The file is ${d.bytes} bytes long. The limit for an article is ${d.maximum}.`,
    'Split it, or leave it out with "exclude".',
  ],
  'not-utf8': (d: { encoding: string | undefined }): Wording => [
    'error',
    d.encoding === undefined
      ? 'The file is not valid UTF-8 text.'
      : `The file is ${d.encoding} text, not UTF-8.`,
    'Save it as UTF-8 in your editor, or leave it out with "exclude".',
  ],
  'unclear-draft': (d: { key: string; value: unknown }): Wording => [
    'error',
    `${quote(d.key)} is neither true nor false: ${quote(d.value)}.`,
    `Write "${d.key}: true" to keep the article unpublished, or remove the line.`,
  ],
  'foreign-files': (d: { kind: string; count: number }): Wording => [
    'warning',
    d.count === 1
      ? `Left out: this ${d.kind}.`
      : `Left out: ${d.count} ${manyOf(d.kind)}. This is the first.`,
    d.kind.startsWith('link')
      ? 'Move the files into the article folder, or add their folder to "articles".'
      : d.count === 1
        ? 'If it is an article, convert it to Markdown. If not, add it to "exclude".'
        : 'If these are articles, convert them to Markdown. If not, add them to "exclude".',
  ],
  'unclear-hidden': (d: { key: string; value: unknown }): Wording => [
    'warning',
    `The article is left out, because ${quote(d.key)} may hide it: ${quote(d.value)}.`,
    `${/^(?:tags?|categor(?:y|ies))$/i.test(lastName(d.key)) ? 'Remove that label' : `Write "${sayShown(d.key, d.value)}"`} to publish it. If the key means something else in your theme, add "ignoreKeys: [${lastName(d.key)}]" to feedwright.yaml.`,
  ],
  'not-rendered': (d: { key: string; section: string }): Wording => [
    'warning',
    `The article is left out, because Zola renders no page for it: "sort_by" in ${quote(d.section)} needs ${quote(d.key)}, which this article lacks.`,
    `Add "${d.key}" to the article, or change "sort_by".`,
  ],
  'unreadable-defaults': (d: { reason: string }): Wording => [
    'error',
    `The file may hide articles, but it can't be read: ${d.reason}.`,
    'Fix the file, so that the articles it hides stay unpublished.',
  ],
  'file-not-found': (d: { key: string; value: string; outcome: string }): Wording => [
    'warning',
    `The file that ${quote(d.key)} names was not found: ${quote(d.value)}; ${d.outcome}.`,
    'Write the path from the article, a path from the top of the site that begins with "/", or a full URL.',
  ],
  'missing-title': (d: { title: string; from: string }): Wording => [
    'warning',
    `The article has no title; ${quote(d.title)} comes from the ${d.from}.`,
    d.from === 'first heading'
      ? 'Add "title:" to the front matter, or "quiet: [missing-title]" to feedwright.yaml if your headings are your titles.'
      : 'Add "title:" to the front matter.',
  ],
  'missing-date': (d: {
    typo: { key: string; nearest: string } | undefined;
    isPage?: boolean | undefined;
  }): Wording => [
    'error',
    'The article has no date.',
    d.typo
      ? `Write ${quote(d.typo.nearest)} instead of ${quote(d.typo.key)}.`
      : d.isPage
        ? 'Add <meta property="article:published_time" content="2025-11-04"> to the head of the page, or name the file like "2025-11-04-name.html".'
        : 'Add a line such as "date: 2025-11-04" to the front matter, name the file like "2025-11-04-name", or set "draft: true".',
  ],
  'bad-date': (d: {
    key: string;
    value: unknown;
    reason?: string;
    suggestion?: string;
    isInPath?: boolean;
  }): Wording => [
    'error',
    `${d.isInPath ? `The ${d.key}` : quote(d.key)} ${d.reason ?? 'is not a date'}: ${quote(d.value)}.`,
    d.isInPath
      ? 'Correct the date in it, or add the right one to the front matter, such as "date: 2025-11-04".'
      : (d.suggestion ?? COMMON_DATE),
  ],
  'unusual-offset': (d: { key: string; value: string }): Wording => [
    'warning',
    `${quote(d.key)} has an offset that no time zone uses: ${quote(d.value)}.`,
    'Check the offset after the time.',
  ],
  'date-mismatch': (d: { key: string; value: string; other: string; where: string }): Wording => [
    'warning',
    `${quote(d.key)} is ${quote(d.value)}, but the ${d.where} says ${quote(d.other)}; the front matter is used.`,
    'Write the same day in both.',
  ],
  'updated-before-published': (d: { key: string; value: string }): Wording => [
    'warning',
    `${quote(d.key)} is before the publication date: ${quote(d.value)}; it is ignored.`,
    'Correct one of the two dates.',
  ],
  'updated-in-future': (d: { updated: string }): Wording => [
    'warning',
    `The update date is in the future: ${quote(d.updated)}; until then, feeds show the publication date.`,
    'Correct the date.',
  ],
  'unsafe-path': (d: { key: string; value: string }): Wording => [
    'error',
    `${quote(d.key)} leads outside the site: ${quote(d.value)}.`,
    'Remove the ".." from it.',
  ],
  'bad-url': (d: { key: string; value: unknown }): Wording => [
    'error',
    `${quote(d.key)} is not a URL or path: ${quote(d.value)}.`,
    'Write a path such as "/2025/hello/" or a URL that begins with "https://".',
  ],
  'bad-media-url': (d: { key: string; value: unknown }): Wording => [
    'warning',
    `${quote(d.key)} is not a URL or path: ${quote(d.value)}; it is left out.`,
    'Write a path such as "/media/image.jpg" or a URL that begins with "https://".',
  ],
  'unknown-placeholder': (d: { template: string; placeholder: string }): Wording => [
    'error',
    `${quote(d.placeholder)} in ${quote(d.template)} is not a known placeholder.`,
    'Use :year, :month, :day, :slug, :path, :section, :title or :categories.',
  ],
  'unknown-type': (d: { key: string; value: string }): Wording => [
    'warning',
    `The type of ${quote(d.value)} in ${quote(d.key)} is unknown; it is left out.`,
    'Add its type, such as "type: audio/mpeg".',
  ],
  'comma-in-tag': (d: { tag: string }): Wording => [
    'warning',
    `The tag ${quote(d.tag)} contains a comma; some readers show two tags.`,
    'Write it without a comma.',
  ],
  'bad-language': (d: { key: string; value: unknown }): Wording => [
    'warning',
    `${quote(d.key)} is not a language: ${quote(d.value)}; it is ignored.`,
    'Write a language tag such as "en" or "de-AT".',
  ],
};

/** The name of a key without the mappings that it is in. */
function lastName(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}

/** The line with which a key that may hide an article surely does not. */
/** What keys whose values are words say of an article that everyone may read. */
const SHOWN: readonly (readonly [RegExp, string])[] = [
  [/visibility$/i, 'public'],
  [/^tiers?$/i, 'free'],
  [/stat(?:us|e)$/i, 'published'],
  [/^for$/i, 'everyone'],
];

function sayShown(key: string, value: unknown): string {
  const name = lastName(key);
  const isNo = /^(?:false|no|n|off|0|none|never|nobody|draft)$/i.test(String(value));
  const shown = SHOWN.find(([pattern]) => pattern.test(name))?.[1] ?? String(isNo);
  return `${name}: ${shown}`;
}
