import { quote } from './quote.ts';
import type { Wording } from './wording.ts';

/** What to do where git can't say it. */
const otherwise = (asked: string) =>
  asked === 'updated: git' ? 'remove "updated: git" from the configuration' : 'write the date itself';

/** Problems with the dates that git knows (`updated: git`, `date: git Created`). */
export const historyWording = {
  'no-git': (d: { asked: string }): Wording => [
    'error',
    `${quote(d.asked)} needs git, which was not found.`,
    `Install git, or ${otherwise(d.asked)}.`,
  ],
  'git-failed': (d: { asked: string; said: string }): Wording => [
    'error',
    `${quote(d.asked)} failed, because git says: ${quote(d.said)}.`,
    `Run it in a clone of the repository, or ${otherwise(d.asked)}.`,
  ],
  'shallow-clone': (d: { asked: string }): Wording => [
    'error',
    `${quote(d.asked)} needs the whole history, but this clone is shallow.`,
    'Set "fetch-depth: 0" for actions/checkout, or GIT_DEPTH to 0 on GitLab, or run "git fetch --unshallow".',
  ],
  'no-commit': (d: { asked: string }): Wording => [
    'error',
    `${quote(d.asked)} has no date yet, because the file is in no commit.`,
    'Commit the file, or write the date itself.',
  ],
  'bad-ignored-commit': (d: { text: string }): Wording => [
    'error',
    `${quote(d.text)} is not the full hash of a commit.`,
    'Write all of its characters, as "git log" shows them, or put "#" before a comment.',
  ],
};
