import { readStart } from '../files/read.ts';
import { splitFrontMatter } from './fence.ts';
import { readFrontMatter } from './front-matter.ts';
import { findHidden } from './hidden.ts';
import { findFact } from './names-of-facts.ts';
import { toText } from './values.ts';

/** What people write articles in that is not read here, and what other programs export. */
const FOREIGN =
  /\.(?:org|adoc|asciidoc|asc|rst|textile|creole|wiki|docx?|odt|rtf|pages|tex|mediawiki|gmi|t2t|ipynb|enex|wxr|pandoc|djot|typ|lr)$/i;
const EXPORT = /^(?:wordpress|ghost|medium|substack|blogger|tumblr|notion)[\w.-]*\.(?:xml|json|zip)$/i;

/** Files of one kind that are left out, and links that are not followed. */
export interface Foreign {
  /** As the user is told: `.org file`, `export`, `link that leads out of the folder`. */
  readonly kind: string;
  /** The first of them, as shown to the user. */
  readonly first: string;
  readonly count: number;
}

/** What pages are written in, and now and then an article. */
const TEMPLATE =
  /\.(?:njk|nunjucks|liquid|hbs|handlebars|mustache|ejs|erb|haml|slim|pug|jade|webc|astro|vue|svelte|[jt]sx)$/i;
const DATED = /^\d{4}-\d{1,2}-\d{1,2}-/;
const HEAD_BYTES = 4096;

/** What a file is that may be an article in a form that is not read here. */
export function nameForeign(name: string): string | undefined {
  if (/^(?:[._~]|readme|license|licence|changelog|contributing)/i.test(name)) return undefined;
  if (EXPORT.test(name)) return 'export of another program';
  return FOREIGN.test(name) || TEMPLATE.test(name)
    ? `${name.slice(name.lastIndexOf('.')).toLowerCase()} file`
    : undefined;
}

/** Counts a file that is left out; a template only where it is an article. */
export function countForeign(
  foreign: Map<string, Foreign>,
  kind: string,
  { path, file }: { readonly path: string; readonly file: string },
): void {
  if (TEMPLATE.test(path) && !isDated(path)) return;
  const known = foreign.get(kind);
  foreign.set(kind, { kind, first: known?.first ?? file, count: (known?.count ?? 0) + 1 });
}

/** Whether a template has the date of an article, in its name or its front matter, and is a page that is published. */
function isDated(path: string): boolean {
  if (DATED.test(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1))) return true;
  const head = Buffer.alloc(HEAD_BYTES);
  try {
    const split = splitFrontMatter(head.subarray(0, readStart(path, head)), true);
    const { data } = split.kind === 'block' ? readFrontMatter(split, path) : { data: {} };
    const isFeed = /\.(?!html?$)\w+$/i.test(toText(findFact(data, 'url')?.value) ?? '');
    return findFact(data, 'published') !== undefined && findHidden(data) === undefined && !isFeed;
  } catch {
    return false;
  }
}
