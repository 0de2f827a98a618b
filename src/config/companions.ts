import { resolve } from 'node:path';
import { asWritten } from '../files/places.ts';
import { readWhole } from '../files/read.ts';
import { reasonOf } from '../files/refused.ts';
import type { ListFile, ListKind, PageSettings, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { showPath } from '../problems/show-path.ts';
import { DEFAULT_COLOUR, DEFAULT_INDEX, LIST_FILES } from './companion-shapes.ts';
import type { Origin } from './places-of-settings.ts';
import type { Roots } from './roots.ts';

/** `pages` as the configuration file has it, after the check. */
export type RawPages =
  | boolean
  | { readonly index?: string; readonly colour?: string; readonly template?: string };

/** `lists` as the configuration file has it, after the check. */
export type RawLists = readonly ListKind[] | Partial<Readonly<Record<ListKind, string | boolean>>>;

interface ResolvedPages {
  readonly pages?: PageSettings;
  readonly problems: readonly Problem[];
}

/** Which pages are written, with the text of their template. */
export function resolvePages(raw: RawPages | undefined, roots: Roots, origin: Origin): ResolvedPages {
  if (raw === undefined || raw === false) return { problems: [] };
  const { index = DEFAULT_INDEX, colour = DEFAULT_COLOUR, template } = raw === true ? {} : raw;
  if (template === undefined) return { pages: { index, colour }, problems: [] };
  const path = resolve(roots.root, template.trim());
  const file = showPath(path, roots.workingDirectory);
  const text = readTemplate(path, roots.root);
  if (typeof text === 'string') return { pages: { index, colour, template: { file, text } }, problems: [] };
  const place = origin.valueAt(['pages', 'template']);
  return { problems: [problem('unreadable-template', place, { file, reason: text.reason })] };
}

const MAXIMUM_BYTES = 1_048_576;

function readTemplate(path: string, root: string): string | { readonly reason: string } {
  try {
    const bytes = readWhole(path, { maximum: MAXIMUM_BYTES, inside: asWritten(path, root) });
    const text = bytes.toString('utf8');
    if (!Buffer.from(text, 'utf8').equals(bytes)) return { reason: 'it is not UTF-8' };
    return text.replace(/^\uFEFF/, '');
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/** Which lists are written where; a list chooses, a mapping gives paths. */
export function readLists(raw: RawLists = {}): readonly ListFile[] {
  const kinds = Object.keys(LIST_FILES) as readonly ListKind[];
  return kinds.flatMap((kind) => {
    const given = isChoice(raw) ? raw.includes(kind) : (raw[kind] ?? false);
    return given === false ? [] : [{ kind, path: given === true ? LIST_FILES[kind] : given }];
  });
}

function isChoice(raw: RawLists): raw is readonly ListKind[] {
  return Array.isArray(raw);
}
