import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { build } from '../../src/build.ts';
import { loadConfig } from '../../src/config/load.ts';
import { makeRepository, type Repository } from '../history/repository.ts';
import { IN_CI, makeSite, type Ran, runCli } from '../run-cli.ts';
import { type LiveSite, serveLiveSite } from '../workflows/live-site.ts';
import { run } from '../workflows/run-job.ts';

const NOW = '2025-12-01T00:00:00Z';
const CONFIG = 'site: https://port.example/\ntitle: Port\n';
/** Gives every article another address, and so another id, and another date. */
const MOVED = `${CONFIG}permalink: /:year/:slug/\ntimeZone: Asia/Tokyo\n`;
const TAGS = 'feeds: [{ by: tag }]\n';
const story = (number: number) =>
  `---\ntitle: Story ${number}\ndate: 2025-11-0${number}\ntags: [news]\n---\nStory ${number} of the harbour.\n`;
const FILES = {
  'feedwright.yaml': CONFIG,
  ...Object.fromEntries([1, 2, 3].map((number) => [`articles/story-${number}.md`, story(number)])),
};

const configure = (folder: string, text: string) => writeFileSync(join(folder, 'feedwright.yaml'), text);
const cli = (folder: string, args: readonly string[], environment = {}): Ran =>
  runCli(folder, [...args, '--now', NOW], environment);
const firstId = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'dist/feed.json'), 'utf8')).items[0].id;

/** The site, built once on somebody's disk, and then configured otherwise. */
function tried(folder = makeSite(FILES), config = MOVED): string {
  expect(cli(folder, ['build']).exitCode).toBe(0);
  configure(folder, config);
  return folder;
}

/** The same in a repository, where something is done between the build and the other configuration. */
function triedInRepository(between: (repository: Repository) => void, config = MOVED): string {
  const repository = makeRepository(FILES);
  expect(cli(repository.folder, ['build']).exitCode).toBe(0);
  between(repository);
  configure(repository.folder, config);
  return repository.folder;
}

const LINE =
  'If you had published "dist", subscribers would see: 0 new, 0 updated, 3 duplicates, 0 dropped (id-changed). If you did, add "published: dist" to feedwright.yaml.\n';

function expectTrial({ exitCode, out, error }: Ran): void {
  expect({ exitCode, error }).toEqual({ exitCode: 0, error: '' });
  expect(out).toContain(LINE);
}

function expectRefused({ exitCode, out, error }: Ran): void {
  expect(exitCode).toBe(1);
  expect(error).toContain('id-changed');
  expect(out).not.toContain('If "dist"');
}

describe('a trial build on somebody’s disk', () => {
  it('refuses nothing, and one line says what it would mean', () => {
    const folder = tried();
    expectTrial(cli(folder, ['build', '--strict', '--report', 'report.json']));
    expect(firstId(folder)).toBe('https://port.example/2025/story-3/');
    const { problems, changes, trial } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    expect(problems).toEqual([]);
    expect(changes.comparedWith).toEqual([]);
    expect(trial.changes.again.length).toBe(3);
    expect(trial.problems[0]).toMatchObject({ code: 'id-changed', file: 'articles/story-1.md' });
  });

  it('is told of by diff with the articles, and by check', () => {
    const folder = tried();
    const { out, exitCode } = cli(folder, ['diff']);
    expect(exitCode).toBe(0);
    expect(out).toContain(
      `${LINE}  duplicate  Story 3 (articles/story-3.md): its ID was https://port.example/story-3/`,
    );
    expectTrial(cli(folder, ['check']));
    const json = JSON.parse(cli(folder, ['diff', '--json']).out);
    expect(json.trial.changes.again.length).toBe(3);
  });

  it('leaves nothing of its site in the ids of Atom and in archives', () => {
    const articles = Array.from({ length: 9 }, (_, index) => [
      `articles/story-${index}.md`,
      story(index + 1),
    ]);
    const files = {
      ...Object.fromEntries(articles),
      'articles/story-0.md': story(1).replace('---\n', '---\nid: first\n'),
    };
    const settings = (size: number) => `limit: 1\narchive: { size: ${size} }\n`;
    const real = CONFIG.replace('port.example', 'real.example') + settings(6);
    const folder = tried(makeSite({ ...files, 'feedwright.yaml': CONFIG + settings(5) }), real);
    expect(cli(folder, ['build'])).toMatchObject({ exitCode: 0, error: '' });
    const fresh = makeSite({ ...files, 'feedwright.yaml': real });
    expect(cli(fresh, ['build']).exitCode).toBe(0);
    for (const path of ['dist/atom.xml', 'dist/archive/1/atom.xml'])
      expect(readFileSync(join(folder, path), 'utf8')).toBe(readFileSync(join(fresh, path), 'utf8'));
    expect(readFileSync(join(folder, 'dist/archive/1/atom.xml'), 'utf8')).toContain('real.example/#first');
  });

  it('gives no Atom ID the site that it was tried with', () => {
    const files = { ...FILES, 'articles/own.md': story(4).replace('---\n', '---\nid: own\n') };
    const folder = tried(makeSite(files), CONFIG.replace('port.example', 'real.example'));
    expect(cli(folder, ['build'])).toMatchObject({ exitCode: 0, error: '' });
    expect(readFileSync(join(folder, 'dist/atom.xml'), 'utf8')).toContain(
      '<id>https://real.example/#own</id>',
    );
  });

  it('says nothing when nothing would hurt', () => {
    const folder = tried(undefined, `${CONFIG}description: Ships\n`);
    expect(cli(folder, ['build']).out).not.toContain('If "dist"');
  });

  it('does not keep init from writing a configuration', () => {
    const folder = makeSite(Object.fromEntries(Object.entries(FILES).slice(1)));
    const flags = ['--site', 'https://port.example/', '--title', 'Port'];
    expect(cli(folder, ['build', ...flags]).exitCode).toBe(0);
    writeFileSync(join(folder, '_config.yml'), 'permalink: /blog/:title/\n');
    expect(cli(folder, ['init', ...flags])).toMatchObject({ exitCode: 0, error: '' });
  });
});

describe('what was published refuses what would hurt', () => {
  test.each([[{ CI: 'true' }], [{ CI: '1' }], [{ TF_BUILD: 'True' }]])('in CI (%o)', (environment) =>
    expectRefused(cli(tried(), ['build'], environment)));

  test.each([[{ CI: 'false' }], [{ CI: '' }]])('but not with %o', (environment) =>
    expectTrial(cli(tried(), ['build'], environment)));

  test.each<[name: string, between: (repository: Repository) => void]>([
    ['committed', ({ commit }) => commit(NOW)],
    [
      'committed, though its changes since are not',
      ({ commit, folder }) => {
        commit(NOW);
        const rss = join(folder, 'dist/rss.xml');
        writeFileSync(rss, readFileSync(rss, 'utf8').replace('harbour', 'port'));
      },
    ],
    [
      'committed in a worktree of its own branch',
      ({ folder, git, write }) => {
        write('.gitignore', 'dist\n');
        git('add', '.gitignore');
        git('commit', '--quiet', '--message', 'Ignore');
        git('worktree', 'add', '--quiet', '-b', 'gh-pages', 'pages');
        for (const name of ['rss.xml', 'atom.xml', 'feed.json'])
          write(`pages/${name}`, readFileSync(join(folder, 'dist', name), 'utf8'));
        git('-C', 'pages', 'add', '--all');
        git('-C', 'pages', 'commit', '--quiet', '--message', 'Publish');
      },
    ],
    ['in a repository that git refuses to read', ({ write }) => write('dist/.git', 'nonsense\n')],
  ])('%s', (name, between) => {
    const isElsewhere = name.includes('worktree');
    const folder = triedInRepository(between, isElsewhere ? `${MOVED}output: pages\n` : MOVED);
    expectRefused(cli(folder, ['build']));
  });

  test.each<[name: string, between: (repository: Repository) => void]>([
    ['nothing is committed at all', () => undefined],
    ['it is only added', ({ git }) => git('add', '--all')],
    [
      'it is ignored',
      ({ write, commit }) => {
        write('.gitignore', 'dist\n');
        commit(NOW);
      },
    ],
  ])('but not in a repository where %s', (_, between) =>
    expectTrial(cli(triedInRepository(between), ['build'])));

  it('as far as it is committed: a trial of more feeds beside it does not', () => {
    const folder = triedInRepository(({ commit, folder }) => {
      commit(NOW);
      configure(folder, CONFIG + TAGS);
      expect(cli(folder, ['build']).exitCode).toBe(0);
    }, `${CONFIG}feeds: [{ by: tag, path: 'topics/:tag/' }]\n`);
    const moved = cli(folder, ['build']);
    expect(moved).toMatchObject({ exitCode: 0, error: '' });
    expect(moved.out).toContain('(feed-url-changed)');
    configure(folder, MOVED);
    const refused = cli(folder, ['build']);
    expect(refused.exitCode).toBe(1);
    expect(refused.error).toContain('id-changed');
  });
});

describe('published', () => {
  let live: LiveSite;
  beforeAll(async () => {
    live = await serveLiveSite();
  });
  afterAll(() => live.close());

  const buildLive = (folder: string, ...args: readonly string[]) =>
    run(
      process.execPath,
      [join(import.meta.dirname, '../../lib/cli.js'), 'build', '--now', NOW, ...args],
      folder,
      {
        PATH: process.env.PATH ?? '',
      },
    );

  it('names the folder that a build is compared with, relative to the configuration', () => {
    const folder = tried(makeSite(FILES), `${MOVED}published: dist\n`);
    const { exitCode, error } = cli(folder, ['build', '--output', 'elsewhere']);
    expect(exitCode).toBe(1);
    expect(error).toContain('id-changed');
    const allowed = cli(folder, ['build', '--output', 'elsewhere', '--allow', 'id-changed']);
    expect(allowed).toMatchObject({ exitCode: 0, error: '' });
  });

  it('warns when no feed is there yet', () => {
    const folder = makeSite({ ...FILES, 'feedwright.yaml': `${CONFIG}published: www\n` });
    const { exitCode, error } = cli(folder, ['build']);
    expect(exitCode).toBe(0);
    expect(cli(folder, ['build', '--strict', '--allow', 'nothing-published'])).toMatchObject({
      exitCode: 0,
      error: '',
    });
    expect(error).toMatch(/^feedwright\.yaml:3 warning nothing-published: There is no feed at "www" yet/);
  });

  it.each(['', 'rss.xml'])('names the live site, where there may be nothing yet: %j', async (path) => {
    const folder = makeSite({
      ...FILES,
      'feedwright.yaml': `${CONFIG}published: ${live.address}new/${path}\n`,
    });
    const first = await buildLive(folder);
    expect(first.exitCode).toBe(0);
    expect(first.log).toContain(`nothing-published: There is no feed at "${live.address}new/${path}" yet`);
  });

  it('refuses what would hurt the subscribers of a live site; --against overrides it', async () => {
    const published = makeSite(FILES);
    expect(cli(published, ['build', '--output', live.folder]).exitCode).toBe(0);
    const folder = makeSite({ ...FILES, 'feedwright.yaml': `${MOVED}published: ${live.address}\n` });
    const refused = await buildLive(folder);
    expect(refused.exitCode).toBe(1);
    expect(refused.log).toContain('id-changed');
    writeFileSync(join(folder, 'own.xml'), '<rss version="2.0"><channel><title>Port</title></channel></rss>');
    expect((await buildLive(folder, '--against', 'own.xml')).exitCode).toBe(0);
    live.fail = 503;
    const away = await buildLive(folder);
    expect(away.exitCode).toBe(1);
    expect(away.log).toContain('unreachable-feed');
    expect((await buildLive(folder, '--offline-ok')).exitCode).toBe(0);
    live.fail = 0;
  });

  it.each(['https://user:secret@port.example/', 'https://'])('is not a URL such as %s', (address) => {
    const { problems } = loadConfig({
      workingDirectory: makeSite({ ...FILES, 'feedwright.yaml': `${CONFIG}published: ${address}\n` }),
    });
    expect(problems.map(({ severity, line }) => `${severity} ${line}`)).toEqual(['error 3']);
    expect(JSON.stringify(problems)).not.toContain('secret');
  });
});

describe('the library', () => {
  const load = (folder: string) => {
    const { config } = loadConfig({ workingDirectory: folder });
    if (!config) throw new Error('no configuration');
    return config;
  };
  const codes = (folder: string) =>
    build(load(folder), { now: Date.parse(NOW) }).problems.map(({ code }) => code);

  it('takes the output folder for what was published, unless it is told which documents were', () => {
    const folder = tried();
    expect(codes(folder)).toContain('id-changed');
    const { problems, trial } = build(load(folder), { now: Date.parse(NOW), selectPublished: () => [] });
    expect(problems).toEqual([]);
    expect(trial?.changes.again.length).toBe(3);
  });

  it('reads the folder that "published" names', () => {
    const folder = tried(makeSite(FILES), `${MOVED}published: dist\noutput: other\n`);
    expect(codes(folder)).toContain('id-changed');
  });
});

it('is asked of git only when something would be refused', () => {
  const folder = triedInRepository(() => undefined, `${CONFIG}description: Ships\n`);
  const bin = makeSite({ git: '#!/bin/sh\necho yes >asked\nexit 1\n' });
  chmodSync(join(bin, 'git'), 0o755);
  const isAsked = () => existsSync(join(folder, 'asked'));
  expect(cli(folder, ['build'], { PATH: bin }).exitCode).toBe(0);
  expect(isAsked()).toBe(false);
  configure(folder, MOVED);
  expect(cli(folder, ['build'], { PATH: bin, ...IN_CI }).exitCode).toBe(1);
  expect(isAsked()).toBe(false);
  expect(cli(folder, ['build'], { PATH: bin }).exitCode).toBe(0);
  expect(isAsked()).toBe(true);
});
