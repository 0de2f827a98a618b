import { MEMORY } from '../import/memory.ts';
import type { ImportReport } from '../import.ts';
import { joinLines } from '../problems/printable.ts';
import { compareProblems } from '../problems/problem.ts';
import { count } from './count.ts';
import type { CommandOptions, CommandOutput } from './options.ts';
import { formatProblems } from './problem-lines.ts';

/** More files tell no one more; `--json` has all of them. */
const SHOWN = 10;

/** What an import did, or would do, for people or as JSON. @param more what was said of the steps after it */
export function presentImport(
  report: ImportReport,
  more: readonly string[],
  options: CommandOptions,
): CommandOutput {
  const { json = false, quiet = false, colour } = options;
  const problems = removeRepeated(report);
  const exitCode = problems.some(({ severity }) => severity === 'error') ? 1 : 0;
  if (json) return { out: `${JSON.stringify({ ...report, problems }, null, 2)}\n`, error: '', exitCode };
  const lines = exitCode === 1 && report.files.length === 0 ? [] : [...describe(report, options), ...more];
  const shown = quiet && exitCode === 0 ? [] : problems;
  return { out: quiet ? '' : joinLines(lines), error: formatProblems(shown, colour, '--json'), exitCode };
}

/** The first build and the comparison report the same of an article. */
function removeRepeated({ problems }: ImportReport) {
  const seen = new Map(problems.map((each) => [JSON.stringify(each), each]));
  return [...seen.values()].toSorted(compareProblems);
}

function describe(report: ImportReport, options: CommandOptions): readonly string[] {
  const { kind, files, known, deleted, leftOut } = report;
  // Whoever imports again sees what came.
  const verb = options['dry-run'] ? 'Would import' : 'Imported';
  const of = (state: string) => files.filter((file) => file.state === state).length;
  const apart = [
    ...(of('draft') > 0 ? [`${count(of('draft'), 'draft')}`] : []),
    ...(of('private') > 0 ? [`${of('private')} private`] : []),
  ];
  const isEmpty = files.length === 0 && known === 0 && deleted === 0;
  const among = apart.length > 0 ? ` (${apart.join(', ')})` : '';
  return [
    isEmpty
      ? `There are no articles in this ${kind}.`
      : `${verb} ${count(files.length, 'article')}${among} from this ${kind}.${known > 0 ? ` ${known} ${known === 1 ? 'was' : 'were'} there already.` : ''}`,
    ...tellDeleted(deleted),
    ...listFiles(files, options['dry-run'] ? files.length : known > 0 ? SHOWN : 0),
    ...(leftOut.length > 0
      ? [`Left out: ${leftOut.map(({ what, count }) => `${count} ${singular(what, count)}`).join(', ')}.`]
      : []),
    ...describeHtml(report),
    ...describeMedia(report),
  ];
}

function tellDeleted(deleted: number): readonly string[] {
  if (deleted === 0) return [];
  const [stay, them, their] = deleted === 1 ? ['stays', 'it', 'its line'] : ['stay', 'them', 'their lines'];
  return [
    `${count(deleted, 'deleted article')} ${stay} deleted. To get ${them} back, remove ${their} from ${MEMORY} and import again.`,
  ];
}

function describeMedia({ media }: ImportReport): readonly string[] {
  if (!media) return [];
  const { brought, there } = media;
  const more = there > 0 ? ` ${there} ${there === 1 ? 'was' : 'were'} there already.` : '';
  return [`Saved ${count(brought, 'file')} that these articles use.${more}`];
}

function describeHtml({ files }: ImportReport): readonly string[] {
  const kept = files.filter(({ format }) => format === 'html');
  if (files.length === 0) return [];
  const head = `${files.length - kept.length} in Markdown, ${kept.length} in HTML${kept.length > 0 ? ', because Markdown would change something' : ''}${kept.length > 0 ? ':' : '.'}`;
  return [head, ...listFiles(kept, SHOWN)];
}

/** The first files, and how many more there are; none where none is wanted. */
function listFiles(files: ImportReport['files'], most: number): readonly string[] {
  const rest = most === 0 ? 0 : files.length - most;
  return [
    ...files.slice(0, most).map(({ file }) => `  ${file}`),
    ...(rest > 0 ? [`  … and ${rest} more (--json lists all)`] : []),
  ];
}

function singular(what: string, count: number): string {
  return count === 1
    ? what
        .replace(/^replies$/, 'reply')
        .replace(
          /^((?:repeated )?(?:media file|direct message|comment|page|post|item|thread|boost|response|member|file|block|card|repost|like|follow))s\b/,
          '$1',
        )
    : what;
}
