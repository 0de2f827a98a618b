import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const shared = join(import.meta.dirname, '../../shared');

const runs = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).error === undefined;

/** What some tests use beside Node. Those tests are skipped where it is missing. */
export const machine = {
  git: runs('git', '--version'),
  bash: runs('bash', '--version'),
  curl: runs('curl', '--version'),
  chromium: runs('chromium', '--version'),
  jing: runs('jing'),
  newsboat: runs('newsboat', '-v'),
  sqlite3: runs('sqlite3', '-version'),
  rss2email: runs('r2e', '--version'),
  xmllint: runs('xmllint', '--version'),
  'Python feedparser':
    spawnSync('/usr/bin/python3', ['-c', 'import feedparser'], { stdio: 'ignore' }).status === 0,
  rsync: runs('rsync', '--version'),
  script: runs('script', '--version'),
  'the portable parser (npm run compile)': existsSync(join(import.meta.dirname, '../lib/portable')),
  'the corpora (../shared/corpora)': existsSync(join(shared, 'corpora')),
  'the schema of the podcast namespace (../shared/specs)': existsSync(join(shared, 'specs/podcast.xsd')),
  'the agency story (../shared/copy)': existsSync(join(shared, 'copy/agency-story.txt')),
} as const;

/** Vitest calls this once, when all tests have run. */
export function teardown(): void {
  const missing = Object.entries(machine).filter(([, isHere]) => !isHere);
  if (missing.length > 0)
    console.log(
      `\nSkipped the tests that need ${missing.map(([name]) => name).join(', ')}: not on this machine.`,
    );
}
