import { quote } from './quote.ts';
import type { Wording } from './wording.ts';

/** What `feedwright check` finds in the links of articles. */
export const localLinksWording = {
  'missing-file': (d: { target: string }): Wording => [
    'warning',
    `${quote(d.target)} does not exist, neither next to the article nor in the folders that are copied to the site.`,
    'Correct the path, or add the file.',
  ],
  'missing-article': (d: { target: string }): Wording => [
    'warning',
    `${quote(d.target)} looks like the URL of an article, but no published article has it.`,
    'Correct the URL, or add this one to the "aliases" of an article.',
  ],
  'link-case': (d: { target: string; url: string }): Wording => [
    'warning',
    `${quote(d.target)} differs from the URL of an article only in upper and lower case. On most hosts, that is a broken link.`,
    `Write ${d.url}.`,
  ],
};
