import { quote } from './quote.ts';
import type { Wording } from './wording.ts';

const without = 'remove "updated: git" from the configuration.';

/** Problems with the dates that git knows (`updated: git`). */
export const historyWording = {
  'no-git': (_: object): Wording => [
    'error',
    '"updated: git" needs git, which was not found.',
    `Install git, or ${without}`,
  ],
  'git-failed': (d: { said: string }): Wording => [
    'error',
    `"updated: git" failed, because git says: ${quote(d.said)}.`,
    `Run it in a clone of the repository, or ${without}`,
  ],
  'shallow-clone': (_: object): Wording => [
    'error',
    '"updated: git" needs the whole history, but this clone is shallow.',
    'Set "fetch-depth: 0" for actions/checkout, or GIT_DEPTH to 0 on GitLab, or run "git fetch --unshallow".',
  ],
  'bad-ignored-commit': (d: { text: string }): Wording => [
    'error',
    `${quote(d.text)} is not the full hash of a commit.`,
    'Write all of its characters, as "git log" shows them, or put "#" before a comment.',
  ],
};
