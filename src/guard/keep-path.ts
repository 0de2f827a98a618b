import type { DocumentNow, FeedNow } from './documents.ts';

/**
 * The setting that writes a document also where it was, as messages show it.
 * @param old its path below the output folder
 * @param now what takes its place, in the same format
 */
export function keepPath(old: string, { isMain, group }: FeedNow, now: DocumentNow): string {
  if (isMain) return `"formats: { ${now.format}: { path: ${now.path}, aliases: [${old}] } }"`;
  if (!group) return `"oldPath: ${shorten(old, now)}" beside its "path"`;
  const { facet, value, slug } = group;
  const [before = '', after = ''] = splitAt(now.path, slug);
  const renamed = old.slice(before.length, old.length - after.length);
  const isRenamed = old === before + renamed + after && renamed !== '' && !renamed.includes('/');
  if (isRenamed) return `"aliases: { ${word(renamed)}: ${word(value)} }" beside "by: ${facet}"`;
  const [start, end] = splitAt(old, slug);
  const path = end === undefined ? undefined : `${start}:${facet}${end}`;
  return path === undefined
    ? `"oldPath" (the old folder, with ":${facet}") and "aliases: { old: new }" beside "by: ${facet}"`
    : `"oldPath: ${shorten(path, now)}" beside "by: ${facet}"`;
}

/** The folder, if the document keeps its name. */
function shorten(old: string, { path }: DocumentNow): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return old.endsWith(`/${name}`) ? old.slice(0, -name.length) : old;
}

/** What is before and after the last place of a word in a path, in its folders first. */
function splitAt(path: string, slug: string): readonly [before?: string, after?: string] {
  const inFolder = path.lastIndexOf(slug, path.lastIndexOf('/'));
  const at = inFolder === -1 ? path.lastIndexOf(slug) : inFolder;
  return at === -1 ? [] : [path.slice(0, at), path.slice(at + slug.length)];
}

/** A word as YAML. */
function word(text: string): string {
  return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(text) ? text : JSON.stringify(text);
}
