import { relative } from 'node:path';
import { countChanges } from '../guard/changes.ts';
import type { BuildReport, Config } from '../model/index.ts';
import { joinLines } from '../problems/printable.ts';

/** In one line what a build would mean to subscribers if the trial before it had been published; nothing when there was none. */
export function trialLine({ trial }: BuildReport, { output, root, file }: Config): string {
  if (!trial) return '';
  const codes = [...new Set(trial.problems.map(({ code }) => code))].join(', ');
  const reason = codes === '' ? '' : ` (${codes})`;
  const folder = relative(root, output).replaceAll('\\', '/') || '.';
  return joinLines([
    `If you had published "${folder}", subscribers would see: ${countChanges(trial.changes)}${reason}. If you did, add "published: ${folder}" to ${file}.`,
  ]);
}
