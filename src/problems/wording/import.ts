import { quote } from './quote.ts';
import type { Wording } from './wording.ts';

/** Why an import stops, and what it could not take along. */
export const importWording = {
  'no-export-here': (d: { name: string }): Wording => [
    'error',
    `There is nothing at ${quote(d.name)}.`,
    'Name the file of an export, a folder in which you unpacked one, or the URL of a feed.',
  ],
  'unreadable-export': (d: { reason: string }): Wording => [
    'error',
    `The export can't be read: ${d.reason}. Nothing was imported.`,
    'Check the path and its permissions.',
  ],
  'broken-export': (d: { source: string; reason: string; way?: string }): Wording => [
    'error',
    `${quote(d.source)} ${d.reason}. Nothing was imported.`,
    d.way ?? 'Export it again, or download it again, and import the whole file.',
  ],
  'archive-not-read': (d: { url: string }): Wording => [
    'warning',
    `The feed continues at ${quote(d.url)}, which was not read.`,
    'To get older articles, import that URL as well.',
  ],
  'import-without-date': (_: object): Wording => [
    'warning',
    'The export does not say when it was published, so it became a draft.',
    'Add its "date" and remove "draft".',
  ],
  'import-draft-shown': (d: { tool: string; folders: string; way: string }): Wording => [
    'warning',
    `${d.tool} also renders drafts and private articles: those in ${d.folders}.`,
    d.way,
  ],
  'import-id-taken': (d: { id: string }): Wording => [
    'warning',
    `Another article of the export has the same ID, ${quote(d.id)}, so this one was imported without an ID.`,
    'Feed readers knew only one of the two. To choose which, swap their IDs.',
  ],
  'import-without-text': (_: object): Wording => [
    'warning',
    'The export has no text for this article.',
    'If it had one, copy it from the old site.',
  ],
  'media-not-brought': (d: { url: string; reason: string }): Wording => [
    'warning',
    `${quote(d.url)} ${d.reason}, so articles still use this URL.`,
    'Run the import again with --media, or copy the file by hand.',
  ],
  'import-not-written': (d: { reason: string }): Wording => [
    'error',
    `The articles can't be written: ${d.reason}. Nothing was imported.`,
    'Make room on the disk, or make the folder writable.',
  ],
};
