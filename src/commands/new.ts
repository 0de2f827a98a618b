import { join, resolve } from 'node:path';
import { readWhole } from '../files/read.ts';
import { reasonOf } from '../files/refused.ts';
import { createArticle, type NewSite } from '../new.ts';
import { joinLines } from '../problems/printable.ts';
import { showPath } from '../problems/show-path.ts';
import { findConfiguration } from './find-configuration.ts';
import { loadFor } from './load.ts';
import type { CommandOptions, CommandOutput } from './options.ts';
import { formatProblems } from './problem-lines.ts';
import { refuse } from './refuse.ts';

/** The longest copy that is read. */
const LONGEST_COPY = 2_000_000;

/** `feedwright new TITLE`: a file for a new article, as the tool of the site wants it. */
export async function runNew(options: CommandOptions): Promise<CommandOutput> {
  const { operands, workingDirectory, colour, note = false, draft = false, pin = false, due, from } = options;
  const words = operands.join(' ').trim();
  if (words === '' && from === undefined) return refuse('Write the title: feedwright new "My title".', 2);
  const loaded = findConfiguration(options) === undefined ? { problems: [] } : loadFor(options, true);
  const { config } = loaded;
  if (!config && loaded.problems.length > 0)
    return { out: '', error: formatProblems(loaded.problems, colour), exitCode: 1 };
  if (pin && !config)
    return refuse('--pin needs the "site" of feedwright.yaml. Run "feedwright init" first.', 2);
  const { articles } = options;
  const own = articles === undefined ? config?.articles[0] : resolve(workingDirectory, articles);
  const site: NewSite = {
    root: config?.root ?? workingDirectory,
    folder: own ?? join(workingDirectory, 'articles'),
    preset: config?.preset,
    timeZone: config?.timeZone ?? 'UTC',
    site: config?.site,
  };
  try {
    const copy = from === undefined ? undefined : readCopyFile(resolve(workingDirectory, from));
    if (copy !== undefined && FOREIGN.test(copy))
      return refuse(`"${from}" is not plain text. Save it as text (.txt) in the program that wrote it.`, 1);
    const given = { words, isNote: note, isDraft: draft, isPinned: pin, due, copy, now: options.instant };
    const created = await createArticle(site, given);
    if ('wrong' in created) return refuse(created.wrong, 2);
    const isLater = created.published > options.instant && !draft;
    const when = new Date(created.published).toISOString().replace('.000Z', 'Z');
    const lines = [
      `Wrote ${showPath(created.path, workingDirectory)}.`,
      ...(isLater ? [`It is published by the first build after ${when}.`] : []),
      ...created.notes,
    ];
    return { out: joinLines(lines), error: '', exitCode: 0 };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return refuse(`The article can't be written: ${reasonOf(error)}.`, 1);
  }
}

/** What documents of word processors hold, and no text. */
const FOREIGN = /\u0000|^(?:\{\\rtf|%PDF-)/;

/** Copy from an old system may be in Windows' encoding, or in UTF-16 as its editors write it. */
function readCopyFile(path: string): string {
  const bytes = readWhole(path, { maximum: LONGEST_COPY, inside: 'anywhere' });
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const text = bytes.toString('utf8');
  return text.includes('\uFFFD') ? new TextDecoder('windows-1252').decode(bytes) : text;
}
