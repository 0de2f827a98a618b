// Goes the way of a newcomer who has nothing but this repository: the first page of the README and "Ready workflows", command after
// command as printed, in a new folder each, with feedwright installed from a clone, from git and from the package; and the action as
// its shell steps. Takes what is committed. Needs the npm registry for the libraries.
//   node tests/install/check-install.mjs [clone] [git] [package] [action]
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';

const project = join(import.meta.dirname, '../..');
const base = mkdtempSync(join(tmpdir(), 'feedwright-install-'));
const clone = join(base, 'feedwright');
const asked = process.argv.slice(2);
const isAsked = (way) => asked.length === 0 || asked.includes(way);

/** On somebody's own computer, where npm says no more than is needed. */
const { CI: _, GITHUB_ACTIONS: __, GITHUB_OUTPUT: ___, ...rest } = process.env;
const environment = {
  ...rest,
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_update_notifier: 'false',
};

function run(command, cwd, env = environment) {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}\nexits with ${status} in ${cwd}\n${stdout}${stderr}`);
  return stdout + stderr;
}

function expect(text, wanted) {
  if (!text.includes(wanted)) throw new Error(`expected ${JSON.stringify(wanted)} in:\n${text}`);
}

/** The texts of the fenced blocks of a language below a heading. */
function blocks(file, heading, language) {
  const text = readFileSync(join(project, file), 'utf8');
  const [section = ''] = text.slice(text.indexOf(`\n## ${heading}\n`) + 1).split(/\n(?=## )/);
  return [...section.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, block]) => block,
  );
}

const commands = (file, heading) => blocks(file, heading, 'sh').flatMap((block) => block.trim().split('\n'));

/** @param {string} way @param {string} source what stands in place of the printed folder of the clone */
function walk(way, source) {
  const folder = join(base, `site-${way}`);
  mkdirSync(join(folder, 'articles'), { recursive: true });
  const [install, ...others] = commands('README.md', 'In your own site');
  expect(install, 'npm install --save-dev ../feedwright');
  run(install.replace('../feedwright', source), folder);
  const [article] = blocks('README.md', 'Your first feed', 'md');
  for (const [index, title] of ['Hello', 'Second', 'Third'].entries())
    writeFileSync(
      join(folder, `articles/2025-11-0${4 + index}-${title.toLowerCase()}.md`),
      article.replace('Hello', title).replace('11-04', `11-0${4 + index}`),
    );
  const printed = [
    ...others,
    ...commands('README.md', 'Your first feed'),
    ...commands('docs/ci.md', 'Ready workflows'),
  ];
  if (printed.length < 3) throw new Error('the pages print no commands');
  for (const command of printed) run(command, folder);
  for (const file of ['dist/rss.xml', 'dist/atom.xml', 'dist/feed.json'])
    expect(readFileSync(join(folder, file), 'utf8'), 'of <em>this</em> site');
  if (!existsSync(join(folder, '.github/workflows/feeds.yml'))) throw new Error('no workflow was written');
  // As a job runs the package file that the last of them makes.
  run('npx --yes --package ./feedwright-*.tgz feedwright build --output public', folder);
  const configuration = join(folder, 'feedwright.yaml');
  const before = readFileSync(configuration, 'utf8');
  writeFileSync(configuration, `${before}\npermalink: /:year/:slug/\ntimeZone: Asia/Tokyo\n`);
  const said = run('npx feedwright build', folder);
  for (const wanted of ['3 duplicates', '(id-changed)', 'published: dist']) expect(said, wanted);
  console.log(`${way}: ${[install.replace('../feedwright', source), ...printed].join('; ')}`);
}

/** Runs the action of the clone by its shell steps, as a runner does. */
function useAction() {
  run('git clean -fdxq', clone);
  const { runs } = load(readFileSync(join(clone, 'action.yml'), 'utf8'));
  const workspace = join(base, 'workspace');
  mkdirSync(join(workspace, 'articles'), { recursive: true });
  writeFileSync(join(workspace, 'feedwright.yaml'), 'site: https://you.example/\ntitle: You\n');
  writeFileSync(join(workspace, 'articles/a.md'), '---\ntitle: A\ndate: 2025-11-04\n---\nHello.\n');
  const output = join(base, 'output');
  for (const { run: script, env = {} } of runs.steps) {
    const inputs = Object.fromEntries(Object.keys(env).map((name) => [name, '']));
    run(`set -eo pipefail\n${script}`, workspace, {
      ...environment,
      ...inputs,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: clone,
      GITHUB_OUTPUT: output,
    });
  }
  expect(readFileSync(output, 'utf8'), 'changed<<END\ntrue\nEND');
  expect(readFileSync(join(workspace, 'dist/rss.xml'), 'utf8'), '<title>A</title>');
  console.log('action: builds from a fresh clone');
}

try {
  run(`git clone --quiet file://${project} feedwright`, base);
  if (isAsked('clone')) {
    // The second command, the tests, has its own step.
    const [build] =
      readFileSync(join(project, 'README.md'), 'utf8').match(/^npm ci && npm run build$/m) ?? [];
    run(build ?? 'false', clone);
    run('git diff --exit-code', clone);
    walk('clone', '../feedwright');
  }
  if (isAsked('git')) walk('git', `git+file://${clone}`);
  if (isAsked('package')) {
    run(`npm pack --silent --pack-destination '${base}'`, project);
    const [name] = readdirSync(base).filter((each) => each.endsWith('.tgz'));
    walk('package', `../${name}`);
    checkPackage(join(base, 'site-package'));
  }
  if (isAsked('action')) useAction();
} finally {
  rmSync(base, { recursive: true, force: true });
}

/** What only the package can show: both parsers, the library, the notices, and documents whose links lead to files in it. */
function checkPackage(site) {
  const folder = join(site, 'node_modules/feedwright');
  run(
    'npx feedwright build --output native && NODE_OPTIONS=--no-addons npx feedwright build --output portable',
    site,
  );
  run('diff -r native portable', site);
  const library = `
    import { build, loadConfig } from 'feedwright';
    import { Feed } from 'feedwright/feed';
    if ([build, loadConfig, Feed].some((each) => typeof each !== 'function')) process.exit(1);
  `;
  writeFileSync(join(site, 'library.mjs'), library);
  run('node library.mjs', site);
  const documents = ['.', 'docs'].flatMap((inner) =>
    readdirSync(join(folder, inner))
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(inner, name)),
  );
  for (const document of documents)
    for (const [, link] of readFileSync(join(folder, document), 'utf8').matchAll(
      /\]\(([^)#:\s]+)(?:#[^)]*)?\)/g,
    ))
      if (!existsSync(join(folder, document, '..', link)))
        throw new Error(`${document} links to ${link}, which is not in the package`);
  if (!existsSync(join(folder, 'lib/NOTICES.txt'))) throw new Error('the notices are not in the package');
}
