import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeSite } from '../run-cli.ts';

/** Lines that a small change leaves alike, so that git sees a moved file as moved. */
export const LONG_BODY = Array.from({ length: 40 }, (_, i) => `Line ${i} of the text.`).join('\n');

export const CONFIGURATION = 'site: https://you.example/\ntitle: You\nupdated: git\n';

/** A git repository in a new folder, whose commits are made at the instants that a test says. */
export interface Repository {
  readonly folder: string;
  readonly git: (...args: readonly string[]) => string;
  readonly write: (path: string, text: string) => void;
  /** Commits everything as it is now. @returns the hash */
  readonly commit: (instant: string, message?: string) => string;
  /** Merges a branch; the merge itself is made at an instant. */
  readonly merge: (branch: string, instant: string, ...args: readonly string[]) => void;
}

/** Runs git without the settings of this machine. */
function runGit(folder: string, args: readonly string[], instant: string): string {
  const env = {
    PATH: process.env.PATH ?? '',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_AUTHOR_DATE: instant,
    GIT_COMMITTER_DATE: instant,
  };
  const settings = ['-c', 'user.name=A', '-c', 'user.email=a@you.example', '-c', 'commit.gpgSign=false'];
  const ran = spawnSync('git', [...settings, ...args], { cwd: folder, env, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`git ${args.join(' ')}: ${ran.stdout}${ran.stderr}`);
  return ran.stdout.trim();
}

export function makeRepository(files: Readonly<Record<string, string>> = {}): Repository {
  const folder = makeSite({ 'feedwright.yaml': CONFIGURATION, ...files });
  const git = (...args: readonly string[]) => runGit(folder, args, '2000-01-01T00:00:00Z');
  git('init', '--quiet', '--initial-branch=main');
  return {
    folder,
    git,
    write: (path, text) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    commit: (instant, message = 'Change') => {
      git('add', '--all');
      runGit(folder, ['commit', '--quiet', '--message', message], instant);
      return git('rev-parse', 'HEAD');
    },
    merge: (branch, instant, ...args) => {
      runGit(folder, ['merge', '--quiet', '--no-ff', '--no-edit', ...args, branch], instant);
    },
  };
}

/** An article published on 1 January 2024. */
export function article(title: string, body = LONG_BODY): string {
  return `---\ntitle: ${title}\ndate: 2024-01-01\n---\n${body}\n`;
}
