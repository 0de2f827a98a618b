import { isFile } from '../files/places.ts';
import { readWhole } from '../files/read.ts';

/** Beside the configuration; no tool makes a page of a file with such a name. */
export const MEMORY = '.feedwright-imported';

const LARGEST = 100_000_000;
const HEAD = `# The articles that "feedwright import" has brought, by ID. It brings none of them again, so that those you delete stay deleted.
# To get one back, remove its line and import again.
`;

/** The name of a post in the memory, from what its export calls it. */
export function toName(exported: string): string {
  return exported.replace(/\s/g, encodeURIComponent);
}

/** The names of all posts that were brought before; none where nothing was. @throws FileRefused, or the system's error */
export function readMemory(path: string): ReadonlySet<string> {
  if (!isFile(path)) return new Set();
  const text = readWhole(path, { maximum: LARGEST, inside: 'anywhere' }).toString();
  return new Set(text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('# ')));
}

/** The text of the memory. */
export function writeMemory(names: Iterable<string>): string {
  return `${HEAD}${[...names].map((name) => `${name}\n`).join('')}`;
}
