// The commits of a site whose tool takes dates from git: history.json beside the site says when which file came under which name.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes a copy of a site a git repository; the files stay as they are.
 * @param {string} folder of the site in tests/oracles/
 * @param {string} work the copy
 */
export function makeHistory(folder, work) {
  const path = join(folder, 'history.json');
  if (!existsSync(path)) return;
  const git = (args, input = '') =>
    execFileSync('git', args, { cwd: work, input, env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' } });
  git(['init', '--quiet', '--initial-branch=main']);
  const commits = JSON.parse(readFileSync(path, 'utf8')).map((commit) => writeCommit(commit, work));
  git(['fast-import', '--quiet'], Buffer.concat(commits.flat()));
  git(['reset', '--quiet']);
}

function writeCommit({ at, files = {}, remove = [] }, work) {
  const author = `A <a@example.org> ${Date.parse(at) / 1000} +0000`;
  const head = `commit refs/heads/main\nauthor ${author}\ncommitter ${author}\ndata 0\n`;
  const removed = remove.map((name) => `D ${name}\n`).join('');
  const added = Object.entries(files).flatMap(([name, source]) => {
    const bytes = readFileSync(join(work, source));
    return [Buffer.from(`M 100644 inline ${name}\ndata ${bytes.length}\n`), bytes, Buffer.from('\n')];
  });
  return [Buffer.from(head + removed), ...added];
}
