import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { readSource } from '../../src/setup/read-source.ts';
import { fillWorkflow } from '../../src/setup/workflows.ts';
import { makeRepository } from '../history/repository.ts';
import { machine } from '../machine.ts';
import { makeSite, runCli } from '../run-cli.ts';

const POST = '---\ntitle: Hello\ndate: 2025-11-04\n---\nHello.\n';
const CONFIG = 'site: https://port.test/blog/\ntitle: Port\n';
const SITE = { 'articles/a.md': POST, 'feedwright.yaml': CONFIG };
const FEEDS = '.github/workflows/feeds.yml';
const NOW = ['--now', '2025-12-01T00:00:00Z'];

interface Written {
  readonly on: { readonly push: { readonly branches: readonly string[] } };
  readonly env: Readonly<Record<string, string>>;
}

const readYaml = (folder: string, path = FEEDS) => load(readFileSync(join(folder, path), 'utf8')) as Written;
const init = (folder: string, workflow: string) => runCli(folder, ['init', '--workflow', workflow, ...NOW]);

describe('a workflow for a site', () => {
  it('is added beside a configuration, which stays as it is', () => {
    const folder = makeSite({ ...SITE, 'feedwright.yaml': `${CONFIG}output: www\n` });
    const made = init(folder, 'github-commit');
    expect(made).toMatchObject({ exitCode: 0, error: '' });
    expect(made.out).toContain(`Wrote ${FEEDS}. Did not change feedwright.yaml.`);
    expect(readFileSync(join(folder, 'feedwright.yaml'), 'utf8')).toBe(`${CONFIG}output: www\n`);
    expect(readYaml(folder).env).toMatchObject({ CONFIG: 'feedwright.yaml', OUTPUT: 'www' });
  });

  it('has the URL of the site, and says what is left to do', () => {
    const folder = makeSite(SITE);
    expect(init(folder, 'github-pages').out).toContain('Settings > Pages > Source');
    expect(readYaml(folder).env.SITE).toBe('https://port.test/blog/');
  });

  it('is not made for a configuration with mistakes', () => {
    const folder = makeSite({ ...SITE, 'feedwright.yaml': `${CONFIG}titel: x\n` });
    const made = init(folder, 'github-pages');
    expect(made.exitCode).toBe(1);
    expect(made.error).toContain('feedwright.yaml:3');
    expect(existsSync(join(folder, FEEDS))).toBe(false);
  });

  it('is one of those that there are, whatever name is written', () => {
    const folder = makeSite(SITE);
    for (const name of ['jenkins', 'constructor'])
      expect(init(folder, name)).toMatchObject({
        exitCode: 2,
        error: expect.stringContaining(`"${name}" is not a workflow. Use github-pages, `),
      });
  });

  it('overwrites nothing', () => {
    const folder = makeSite({ ...SITE, [FEEDS]: 'mine' });
    expect(init(folder, 'github-pages')).toMatchObject({
      exitCode: 1,
      error: `${FEEDS} already exists. "init" never overwrites a file.\n`,
    });
    expect(readFileSync(join(folder, FEEDS), 'utf8')).toBe('mine');
  });

  it('shows what to add to a file that is for all jobs', () => {
    const folder = makeSite({ ...SITE, '.gitlab-ci.yml': 'mine' });
    const { exitCode, out } = init(folder, 'gitlab');
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^\.gitlab-ci\.yml already exists and was not changed\.\nAdd this line to "script"/);
    expect(readFileSync(join(folder, '.gitlab-ci.yml'), 'utf8')).toBe('mine');
  });

  it('follows no link out of the repository', () => {
    const [folder, elsewhere] = [makeSite(SITE), makeSite({})];
    symlinkSync(elsewhere, join(folder, '.github'));
    expect(init(folder, 'github-pages')).toMatchObject({
      exitCode: 1,
      error: "The workflow can't be written: it is a link that leads outside the site.\n",
    });
    expect(existsSync(join(elsewhere, 'workflows'))).toBe(false);
  });

  it('keeps every text one value, in YAML and in the shell', () => {
    const facts = {
      site: "https://a.test/it's/$x/",
      branch: "1.0'",
      source: 'git+https://h.test/x.git#1',
      config: "it's $(x).yaml",
      output: "o'x",
    };
    const template = (name: string) =>
      readFileSync(join(import.meta.dirname, '../../workflows', name), 'utf8');
    const yaml = load(fillWorkflow(template('github-commit.yml'), facts)) as Written;
    expect(yaml.on.push.branches).toEqual(["1.0'"]);
    expect(yaml.env).toMatchObject({ CONFIG: facts.config, OUTPUT: facts.output, FEEDWRIGHT: facts.source });
    expect(fillWorkflow(template('cron.sh'), facts)).toContain("\nOUTPUT='o'\\''x'\n");
  });
});

describe('the repository around a site', () => {
  beforeEach(({ skip }) => skip(!machine.git));

  test.each<[name: string, make: (git: (...args: readonly string[]) => string) => unknown, branch: string]>([
    ['the branch that is there', () => undefined, 'main'],
    ['another usual name', (git) => git('branch', '-m', 'master'), 'master'],
    ['the only one, whatever its name', (git) => git('branch', '-m', 'release/1.0'), 'release/1.0'],
    [
      'the usual one while another is checked out',
      (git) => git('checkout', '--quiet', '-b', 'feeds'),
      'main',
    ],
    [
      'the usual one, also when git has packed it',
      (git) => [git('checkout', '--quiet', '-b', 'feeds'), git('pack-refs', '--all')],
      'main',
    ],
    [
      'the default branch of the remote',
      (git) => [
        git('update-ref', 'refs/remotes/origin/trunk', 'HEAD'),
        git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk'),
      ],
      'trunk',
    ],
  ])('gives it its branch: %s', (_, make, branch) => {
    const repository = makeRepository(SITE);
    repository.commit(NOW[1] ?? '');
    make(repository.git);
    expect(init(repository.folder, 'github-pages').exitCode).toBe(0);
    expect(readYaml(repository.folder).on.push.branches).toEqual([branch]);
  });

  it('is found from a worktree', () => {
    const repository = makeRepository(SITE);
    repository.commit(NOW[1] ?? '');
    repository.git('worktree', 'add', '--quiet', '-b', 'feeds', 'other');
    const folder = join(repository.folder, 'other');
    expect(init(folder, 'github-pages').exitCode).toBe(0);
    expect(readYaml(folder).on.push.branches).toEqual(['main']);
  });

  it('gets the workflow of a site in a folder at its top', () => {
    const { folder } = makeRepository({ 'blog/articles/a.md': POST, 'blog/feedwright.yaml': CONFIG });
    expect(init(join(folder, 'blog'), 'github-commit').out).toContain(`Wrote ../${FEEDS}.`);
    expect(readYaml(folder).env).toMatchObject({ CONFIG: 'blog/feedwright.yaml', OUTPUT: 'blog/dist' });
    expect(init(join(folder, 'blog'), 'cron').out).toContain('Wrote publish-feeds.sh.');
  });
});

describe('a site that something else builds is not replaced', () => {
  test.each<[file: string, text: string, step: string]>([
    [
      '_config.yml',
      'title: x\n',
      "npx --yes --package 'git+https://github.com/OWNER/feedwright.git#COMMIT' feedwright build --output _site\n",
    ],
    ['hugo.toml', 'title = "x"\n', ' --output public\n'],
    ['hugo.toml', 'publishDir = "out"\n', ' --output out\n'],
    ['config.rb', '', ' --output FOLDER\n'],
    ['astro.config.mjs', '', 'feedwright build\n'],
    ['mkdocs.yml', 'site_name: x\n', ' --output FOLDER\n'],
    ['docs/conf.py', '', ' --output FOLDER\n'],
    ['package.json', '{ "scripts": { "build": "vite build" } }', ' --output FOLDER\n'],
    ['index.html', '<p>Mine', ' --output FOLDER\n'],
    ['.github/workflows/site.yml', 'steps: [{ uses: actions/deploy-pages@v4 }]\n', ' --output FOLDER\n'],
  ])('%s', (file, text, step) => {
    for (const workflow of ['github-pages', 'gitlab']) {
      const folder = makeSite({ ...SITE, [file]: text });
      const { exitCode, out } = init(folder, workflow);
      expect(exitCode).toBe(0);
      expect(out).toContain(
        `was not written: it would deploy only the feeds, in place of the site that ${file} builds.`,
      );
      expect(out).toContain(step);
      expect(out).toContain('published: https://port.test/blog/\n');
      expect(existsSync(join(folder, FEEDS)) || existsSync(join(folder, '.gitlab-ci.yml'))).toBe(false);
    }
  });

  test.each<[output: string, place: string]>([
    ['static', 'before the one that builds it'],
    ['public/feeds', 'after the one that builds it'],
  ])('its configuration says where the feeds go: %s', (output, place) => {
    const config = `${CONFIG}preset: hugo\noutput: ${output}\npublished: https://port.test/blog/\n`;
    const folder = makeSite({ 'content/posts/a.md': POST, 'feedwright.yaml': config });
    const { out } = init(folder, 'github-pages');
    expect(out).toContain(place);
    expect(out).toMatch(/feedwright build\n/);
    expect(out).not.toContain('Also add');
  });

  test.each([
    [
      'github-pages',
      'Add this step to the workflow that deploys your site, after',
      '\n      - name: Build the feeds\n        run: npx --yes',
    ],
    ['gitlab', 'Add this line to "script" of the job that deploys your site, after', '\n    - npx --yes'],
  ])('%s shows what to add in its own words', (workflow, sentence, lines) => {
    const { out } = init(makeSite({ ...SITE, '_config.yml': 'title: x\n' }), workflow);
    expect(out).toContain(`${sentence} the one that builds it:\n${lines}`);
  });

  it('and a new configuration is written all the same', () => {
    const folder = makeSite({
      '_config.yml': 'title: J\nurl: https://j.test\n',
      '_posts/2025-11-04-a.md': POST,
    });
    const made = init(folder, 'github-pages');
    expect(made).toMatchObject({ exitCode: 0, error: '' });
    expect(made.out).toContain('Wrote feedwright.yaml');
    expect(made.out).toContain(`${FEEDS} was not written`);
    // Its "built" says where the feeds go.
    expect(made.out).toMatch(/feedwright build\n/);
  });

  test.each(['github-commit', 'github-check', 'cron'])('by %s it is not anyway', (workflow) => {
    expect(init(makeSite({ ...SITE, 'mkdocs.yml': 'site_name: x\n' }), workflow).exitCode).toBe(0);
  });

  test.each([
    '{ "scripts": { "build": "npx feedwright build" } }',
    '{ "name": "site" }',
  ])('but feeds are all there is: %s', (text) =>
    expect(init(makeSite({ ...SITE, 'package.json': text }), 'github-pages').exitCode).toBe(0));
});

describe('where a job gets feedwright', () => {
  const COMMIT = '0123456789abcdef0123456789abcdef01234567';
  const installed = (entry: object) =>
    makeSite({
      'node_modules/.package-lock.json': JSON.stringify({ packages: { 'node_modules/feedwright': entry } }),
    });
  const nowhere = makeSite({});

  test.each([
    [
      { version: '1.2.3', resolved: 'https://registry.npmjs.org/feedwright/-/feedwright-1.2.3.tgz' },
      'feedwright@1.2.3',
    ],
    [
      { resolved: `git+ssh://git@github.com/them/feedwright.git#${COMMIT}` },
      `git+https://github.com/them/feedwright.git#${COMMIT}`,
    ],
    [
      { resolved: `git+https://me:secret@git.test/feedwright.git#${COMMIT}` },
      `git+https://git.test/feedwright.git#${COMMIT}`,
    ],
    [{ resolved: `git+file:///home/me/feedwright#${COMMIT}` }, undefined],
    [{ resolved: '../feedwright', link: true }, undefined],
    [{ resolved: 'https://proxy.test/feedwright.tgz' }, undefined],
  ])('what npm installed: %o', (entry, source) => {
    expect(readSource(nowhere, installed(entry))).toBe(source);
  });

  test.each([
    ['https://git.test/them/feedwright', `git+https://git.test/them/feedwright#${COMMIT}`],
    ['git@git.test:them/feedwright.git', `git+https://git.test/them/feedwright.git#${COMMIT}`],
    ["https://git.test/it's.git", undefined],
    ['/home/me/feedwright', undefined],
  ])('the remote of the clone that runs: %s', (remote, source) => {
    const clone = makeSite({
      '.git/config': `[core]\n\tbare = false\n[remote "origin"]\n\tfetch = x\n\turl = ${remote}\n[branch "main"]\n`,
      '.git/HEAD': 'ref: refs/heads/main\n',
      '.git/packed-refs': `# pack-refs\n${COMMIT} refs/heads/main\n`,
    });
    expect(readSource(clone, nowhere)).toBe(source);
    writeFileSync(join(clone, '.git/HEAD'), `${COMMIT}\n`);
    expect(readSource(clone, nowhere)).toBe(source);
  });

  it('what the package says of itself, once somebody owns it', () => {
    const folder = makeSite({
      'package.json': '{ "name": "feedwright",\n "version": "1.2.3",\n "license": "MIT" }',
    });
    const own = (url: string) =>
      spawnSync(process.execPath, [join(import.meta.dirname, '../../scripts/own.mjs'), url], { cwd: folder })
        .status;
    expect(readSource(folder, nowhere)).toBeUndefined();
    expect(own('https://git.test/them/feedwright.git')).toBe(0);
    expect(readSource(folder, nowhere)).toBe('git+https://git.test/them/feedwright.git#v1.2.3');
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    expect(manifest).toEqual({
      ...{ name: 'feedwright', version: '1.2.3', license: 'MIT' },
      repository: { type: 'git', url: 'git+https://git.test/them/feedwright.git' },
      homepage: 'https://git.test/them/feedwright#readme',
      bugs: 'https://git.test/them/feedwright/issues',
    });
    expect(own('them/feedwright')).toBe(2);
  });

  it('has to be filled in where nothing is known, and init says so', () => {
    const folder = makeSite(SITE);
    const made = init(folder, 'github-pages');
    const known = readSource(join(import.meta.dirname, '../..'), folder);
    if (known === undefined) expect(made.out).toContain('set FEEDWRIGHT to where your jobs get feedwright');
    else expect(readYaml(folder).env.FEEDWRIGHT).toBe(known);
  });
});
