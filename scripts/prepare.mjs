// npm runs this after `npm ci` in a clone, before `npm pack`, and where feedwright is installed from git or from a folder: what runs
// is compiled from the source that was named, whatever was there before.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** @returns {number} the exit code */
function npm(...args) {
  const { status } = spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  return status ?? 1;
}

function prepare() {
  if (existsSync('node_modules/typescript') && existsSync('node_modules/esbuild'))
    return npm('run', '--silent', 'compile');
  // A clone in which nothing was installed yet: `npm install` of its folder elsewhere brings none of its packages. `npm ci` comes
  // back here when they are there.
  if (!existsSync('node_modules'))
    return npm('ci', '--include=dev', '--no-global', '--no-audit', '--no-fund');
  if (existsSync('lib/cli.js')) return 0;
  console.error(`The compiler is missing. Run "npm ci" in ${process.cwd()}, then try again.`);
  return 1;
}

process.exitCode = prepare();
