// Holds the package against what people's tools expect of it: declarations that fit what is run, for every way of resolving modules.
//   node tests/install/check-package.mjs
// Takes what was compiled (`npm run compile`). Needs the npm registry for the two linters.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'feedwright-package-'));

function run(command) {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}\nexits with ${status}\n${stdout}${stderr}`);
  return stdout;
}

try {
  run(`npm pack --silent --ignore-scripts --pack-destination ${folder}`);
  const file = join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.tgz')),
  );
  const linters = '@arethetypeswrong/cli@0.18.5 publint@0.3.25';
  run(`npm install --silent --no-audit --no-fund --prefix ${folder} ${linters}`);
  const bin = join(folder, 'node_modules/.bin');
  // The JSON Schema is no module.
  run(`${bin}/attw ${file} --exclude-entrypoints ./schema.json`);
  run(`${bin}/publint ${file} --strict`);
  console.log('arethetypeswrong and publint find nothing.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
