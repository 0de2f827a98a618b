import { dirname, join } from 'node:path';
import { readDate } from './articles/dates.ts';
import { createTimeZone } from './articles/time-zone.ts';
import { asWritten, isEntry, isFolder } from './files/places.ts';
import { createFile } from './files/write.ts';
import { keepBracesInText } from './import/keep-braces.ts';
import { createNames, toFileName } from './import/name-file.ts';
import type { Preset } from './model/index.ts';
import { type Convention, conventionOf } from './writing/conventions.ts';
import { writeLocal } from './writing/local-time.ts';
import { type Copy, readCopy } from './writing/read-copy.ts';
import { type NewKeys, writeNew } from './writing/write-new.ts';

/** What a new article is for. */
export interface NewSite {
  /** Folder that relative paths start from; absolute. */
  readonly root: string;
  /** The article folder; absolute. */
  readonly folder: string;
  readonly preset?: Preset | undefined;
  /** IANA name. */
  readonly timeZone: string;
  /** Home page; without one no id can be pinned. */
  readonly site?: string | undefined;
}

/** What its writer says of it. */
export interface NewArticle {
  /** The title; of a note its text. */
  readonly words: string;
  readonly isNote: boolean;
  readonly isDraft: boolean;
  readonly isPinned: boolean;
  /** When it is to be published, as written; without it now. */
  readonly due?: string | undefined;
  /** The text of a plain copy. */
  readonly copy?: string | undefined;
  /** Time of the run in ms. */
  readonly now: number;
}

/** The new file, absolute, its time in ms, and what to know of its tool; or why there is none, as a sentence. */
export type Created =
  | { readonly path: string; readonly published: number; readonly notes: readonly string[] }
  | { readonly wrong: string };

/**
 * Makes the file of a new article as the tool of the site wants it: name, front matter, the time in the zone of the site. Never
 * overwrites one.
 * @throws FileRefused, or the system's error
 */
export async function createArticle(site: NewSite, article: NewArticle): Promise<Created> {
  const zone = createTimeZone(site.timeZone);
  const due = article.due === undefined ? { instant: article.now } : readDate(article.due, zone);
  if ('reason' in due) return { wrong: `--due is not a time: "${article.due}". ${due.suggestion}` };
  const copy = article.copy === undefined ? undefined : readCopy(article.copy);
  // Whoever says when it is due knows of the embargo.
  const isHeld = copy?.embargo !== undefined && article.due === undefined;
  const isDraft = article.isDraft || isHeld;
  const title = article.isNote ? '' : article.words || (copy?.headline ?? '');
  if (title === '' && !article.isNote)
    return { wrong: 'The title is missing: "feedwright new \\"My title\\"".' };
  const convention = conventionOf(site.preset);
  const local = writeLocal(due.instant, zone);
  const slug = toFileName(title) || local.slice(11, 19).replaceAll(':', '');
  const date = convention.hasOffset ? local : local.slice(0, 19).replace('T', ' ');
  const id =
    article.isPinned && site.site !== undefined ? makeId(site.site, local.slice(0, 10), slug) : undefined;
  const keys = listKeys(convention, { title, date, id, copy, isDraft });
  const body = await writeBody(article, copy, site.preset);
  const isApart = isDraft && convention.drafts !== undefined;
  const name = convention.isDated && !isApart ? `${local.slice(0, 10)}-${slug}` : slug;
  const folder = isApart
    ? join(site.folder === site.root ? site.root : dirname(site.folder), convention.drafts ?? '')
    : chooseFolder(site, convention);
  const path = createNames(isEntry)(join(folder, name), '.md');
  createFile(path, writeNew(keys, body, convention.language), asWritten(folder, site.root));
  const notes = [
    ...(isHeld ? [explainEmbargo(copy.embargo)] : []),
    ...(isDraft ? [convention.showsDrafts] : []),
    ...(!isDraft && due.instant > article.now ? [convention.showsLater] : []),
  ].filter((note) => note !== undefined);
  return { path, published: due.instant, notes };
}

function explainEmbargo(line = ''): string {
  return `The copy is under embargo ("${line.slice(0, 100)}"), so the article is a draft. When it may be published, set its date and remove "draft: true".`;
}

/** A tag URI (RFC 4151): it stays when titles, files and URLs change. */
function makeId(site: string, day: string, slug: string): string {
  return `tag:${new URL(site).hostname},${day}:${encodeURIComponent(slug)}`;
}

interface Facts {
  readonly title: string;
  readonly date: string;
  readonly id: string | undefined;
  readonly copy: Copy | undefined;
  readonly isDraft: boolean;
}

function listKeys(convention: Convention, { title, date, id, copy, isDraft }: Facts): NewKeys {
  const authors = copy?.authors ?? [];
  const asked = (convention.asksFor ?? []).map((key) => [key, '']);
  return {
    title,
    [convention.date]: date,
    draft: isDraft ? true : undefined,
    ...(isDraft ? convention.hidden : {}),
    id,
    ...Object.fromEntries(asked),
    authors:
      authors.length === 0
        ? undefined
        : convention.hasAuthorKeys
          ? authors.map((name) => ({ name }))
          : authors,
    dateline: copy?.dateline,
  };
}

/** What somebody wrote as text stays text, whatever signs of Markdown or templates are in it. */
async function writeBody(
  { isNote, words }: NewArticle,
  copy: Copy | undefined,
  preset: Preset | undefined,
): Promise<string> {
  const paragraphs = copy ? copy.paragraphs : isNote ? [words] : [];
  if (paragraphs.length === 0) return '';
  const { writeParagraphs } = await import('./markdown/to-markdown.ts');
  return keepBracesInText(writeParagraphs(paragraphs), preset);
}

function chooseFolder({ folder }: NewSite, { folders = [] }: Convention): string {
  return folders.map((name) => join(folder, name)).find(isFolder) ?? folder;
}
