import { quote } from './quote.ts';
import type { Wording } from './wording.ts';

/** What `feedwright check` finds in the links of articles. */
export const checkWording = {
  'missing-file': (d: { target: string }): Wording => [
    'warning',
    `${quote(d.target)} is not there: neither beside the article nor in the folders that are copied to the site.`,
    'Correct the path, or add the file.',
  ],
  'missing-article': (d: { target: string }): Wording => [
    'warning',
    `${quote(d.target)} looks like the address of an article, but no published article has it.`,
    'Correct the address, or give an article this one among its "aliases".',
  ],
  'link-case': (d: { target: string; url: string }): Wording => [
    'warning',
    `${quote(d.target)} differs from the address of an article in capitals only; most hosts tell them apart.`,
    `Write ${d.url}.`,
  ],
};
