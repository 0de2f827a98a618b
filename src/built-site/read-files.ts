/** A file that a page shows or links to. */
export interface PageFile {
  /** As written on the page, entities read. */
  readonly url: string;
  readonly alt?: string;
}

const TAG = /<(?:img|source|a|video|audio|track|meta|link)(?=[\s/])/gi;
const ATTRIBUTE = /[\s/]+([a-z][a-z0-9:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/iy;
const NAMES = ['src', 'href', 'poster', 'content', 'data-src'];
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  '#39': "'",
  '#34': '"',
  '#x27': "'",
};

/** The URLs of files on a page in their order: images with their alternatives first, then all others. */
export function readFiles(html: string): readonly PageFile[] {
  const images: PageFile[] = [];
  const others: PageFile[] = [];
  let read = 0;
  for (const match of html.matchAll(TAG)) {
    // What looks like a tag in a value is none.
    if (match.index < read) continue;
    const { attributes, end } = readAttributes(html, match.index + match[0].length);
    read = end;
    const isImage = /^<img/i.test(match[0]);
    const alt = attributes.get('alt')?.trim();
    const urls = NAMES.flatMap((name) => attributes.get(name) ?? []);
    const sets = readSet(attributes.get('srcset'));
    for (const url of [...urls, ...sets])
      (isImage ? images : others).push(alt ? { url: url.trim(), alt } : { url: url.trim() });
  }
  return [...images, ...others];
}

/** The attributes of a tag, whose name ends at an offset. */
function readAttributes(
  html: string,
  from: number,
): { readonly attributes: ReadonlyMap<string, string>; readonly end: number } {
  const attributes = new Map<string, string>();
  let end = from;
  ATTRIBUTE.lastIndex = from;
  for (let found = ATTRIBUTE.exec(html); found; found = ATTRIBUTE.exec(html)) {
    const [, name = '', double, single, bare] = found;
    const value = double ?? single ?? bare ?? '';
    attributes.set(name.toLowerCase(), readEntities(value));
    end = ATTRIBUTE.lastIndex;
  }
  return { attributes, end };
}

function readSet(set: string | undefined): readonly string[] {
  return set === undefined ? [] : set.split(/,\s+/).flatMap((each) => each.trim().split(/\s/)[0] || []);
}

function readEntities(text: string): string {
  return text.replace(/&(#?\w{1,6});/g, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole);
}
