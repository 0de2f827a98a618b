import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { machine } from '../machine.ts';
import { copySite, makeSite, runCli } from '../run-cli.ts';
import { article, CONFIGURATION, LONG_BODY, makeRepository } from './repository.ts';

beforeEach(({ skip }) => skip(!machine.git));

const NOW = ['--now', '2026-01-01T00:00:00Z'];

/** When `feedwright list` says that each article was updated, by title. */
function listUpdates(folder: string): Readonly<Record<string, string>> {
  const ran = runCli(folder, ['list', '--json', ...NOW]);
  const { articles, problems } = JSON.parse(ran.out);
  expect(problems).toEqual([]);
  return Object.fromEntries(
    articles.map(({ title, updated }: { title: string; updated: string }) => [title, updated]),
  );
}

/** The first problem of a build that must fail and write nothing. */
function refusal(folder: string, environment = {}): string {
  const ran = runCli(folder, ['build', ...NOW], environment);
  expect(ran.exitCode).toBe(1);
  expect(ran.error).toContain('Nothing was written');
  return ran.error.split('\n')[0] ?? '';
}

describe('updated: git gives the date of the last commit that changed an article', () => {
  it('is the day of publication until an article is changed after it was added', () => {
    const repository = makeRepository({ 'articles/a.md': article('A'), 'articles/b.md': article('B') });
    repository.commit('2024-02-01T09:00:00+02:00');
    expect(listUpdates(repository.folder)).toEqual({
      A: '2024-01-01T00:00:00Z',
      B: '2024-01-01T00:00:00Z',
    });
    repository.write('articles/a.md', article('A', 'New text.'));
    repository.commit('2024-03-01T09:00:00+02:00');
    expect(listUpdates(repository.folder)).toEqual({
      A: '2024-03-01T07:00:00Z',
      B: '2024-01-01T00:00:00Z',
    });
  });

  it('reaches the feeds', () => {
    const repository = makeRepository({ 'articles/a.md': article('A') });
    repository.commit('2024-02-01T00:00:00Z');
    repository.write('articles/a.md', article('A', 'New text.'));
    repository.commit('2024-03-01T00:00:00Z');
    expect(runCli(repository.folder, ['build', ...NOW]).error).toBe('');
    const atom = readFileSync(join(repository.folder, 'dist/atom.xml'), 'utf8');
    expect(atom.match(/<updated>[^<]*/g)).toEqual(Array(2).fill('<updated>2024-03-01T00:00:00Z'));
  });

  it('leaves alone what the front matter says, and changes before the publication', () => {
    const own = article('Own').replace('---\n', '---\nupdated: 2024-01-15\n');
    const early = article('Early').replace('2024-01-01', '2025-01-01');
    const same = article('Same').replace('---\n', '---\nupdated: 2024-01-01\n');
    const files = { 'articles/own.md': own, 'articles/early.md': early, 'articles/same.md': same };
    const repository = makeRepository(files);
    repository.commit('2024-02-01T00:00:00Z');
    repository.write('articles/own.md', `${own}More.\n`);
    repository.write('articles/same.md', `${same}More.\n`);
    repository.write('articles/early.md', `${early}More.\n`);
    repository.commit('2024-03-01T00:00:00Z');
    expect(listUpdates(repository.folder)).toEqual({
      Own: '2024-01-15T00:00:00Z',
      Early: '2025-01-01T00:00:00Z',
      Same: '2024-01-01T00:00:00Z',
    });
  });

  it('follows an article that is moved, and does not take the move for a change', () => {
    const repository = makeRepository({ 'drafts/a.md': article('A') });
    repository.commit('2024-02-01T00:00:00Z');
    repository.write('drafts/a.md', article('A', `${LONG_BODY}\nOne more.`));
    repository.commit('2024-03-01T00:00:00Z');
    repository.git('mv', 'drafts', 'articles');
    repository.commit('2024-04-01T00:00:00Z');
    repository.git('mv', 'articles/a.md', 'articles/b.md');
    repository.commit('2024-05-01T00:00:00Z');
    expect(listUpdates(repository.folder)).toEqual({ A: '2024-03-01T00:00:00Z' });
  });

  it('does not take a new file for the old one whose name it has', () => {
    const repository = makeRepository({ 'drafts/next.md': article('First') });
    repository.commit('2024-02-01T00:00:00Z');
    repository.git('mv', 'drafts', 'articles');
    repository.commit('2024-03-01T00:00:00Z');
    repository.write('drafts/next.md', article('Second', 'Quite another text.'));
    repository.commit('2024-04-01T00:00:00Z');
    repository.write('drafts/next.md', article('Second', 'Quite another text, changed.'));
    repository.commit('2024-05-01T00:00:00Z');
    expect(listUpdates(repository.folder)).toEqual({ First: '2024-01-01T00:00:00Z' });
  });

  it('sees changes on both sides of a merge, and those that a merge itself made', () => {
    const repository = makeRepository({
      'articles/a.md': article('A'),
      'articles/b.md': article('B'),
      'articles/c.md': article('C', 'one'),
    });
    repository.commit('2024-02-01T00:00:00Z');
    repository.git('switch', '--quiet', '--create', 'side');
    repository.write('articles/a.md', article('A', 'changed'));
    repository.write('articles/c.md', article('C', 'theirs'));
    repository.commit('2024-03-01T00:00:00Z');
    repository.git('switch', '--quiet', 'main');
    repository.write('articles/b.md', article('B', 'changed'));
    repository.write('articles/c.md', article('C', 'ours'));
    repository.commit('2024-04-01T00:00:00Z');
    repository.merge('side', '2024-05-01T00:00:00Z', '--no-commit', '--strategy-option=ours');
    repository.write('articles/c.md', article('C', 'ours and theirs'));
    repository.commit('2024-05-01T00:00:00Z');
    expect(repository.git('rev-list', '--merges', '--count', 'HEAD')).toBe('1');
    expect(listUpdates(repository.folder)).toEqual({
      A: '2024-03-01T00:00:00Z',
      B: '2024-04-01T00:00:00Z',
      C: '2024-05-01T00:00:00Z',
    });
  });

  it('does not take a merge that changed nothing for a change', () => {
    const repository = makeRepository({ 'articles/a.md': article('A'), 'articles/b.md': article('B') });
    repository.commit('2024-02-01T00:00:00Z');
    repository.git('switch', '--quiet', '--create', 'side');
    repository.write('articles/a.md', article('A', 'changed'));
    repository.commit('2024-03-01T00:00:00Z');
    repository.git('switch', '--quiet', 'main');
    repository.merge('side', '2024-05-01T00:00:00Z');
    expect(listUpdates(repository.folder)).toEqual({
      A: '2024-03-01T00:00:00Z',
      B: '2024-01-01T00:00:00Z',
    });
  });

  it('leaves out the commits of .git-blame-ignore-revs', () => {
    const repository = makeRepository({ 'articles/a.md': article('A') });
    repository.commit('2024-02-01T00:00:00Z');
    repository.write('articles/a.md', article('A', 'changed'));
    repository.commit('2024-03-01T00:00:00Z');
    repository.write('articles/a.md', article('A', 'changed  '));
    const hash = repository.commit('2024-04-01T00:00:00Z', 'Only the form');
    repository.write('.git-blame-ignore-revs', `# the form\n\n${hash.toUpperCase()} # spaces\r\n`);
    repository.commit('2024-05-01T00:00:00Z');
    expect(listUpdates(repository.folder)).toEqual({ A: '2024-03-01T00:00:00Z' });
  });

  it.each([
    ['beyond all dates', '@9999999999999 +0000'],
    ['of a year that no feed can say', '@600000000000 +0000'],
  ])('leaves out a commit whose clock was wrong: %s', (_what, instant) => {
    const repository = makeRepository({ 'articles/a.md': article('A') });
    repository.commit('2024-02-01T00:00:00Z');
    repository.write('articles/a.md', article('A', 'changed'));
    repository.commit('2024-03-01T00:00:00Z');
    repository.write('articles/a.md', article('A', 'changed again'));
    repository.commit(instant);
    expect(listUpdates(repository.folder)).toEqual({ A: '2024-03-01T00:00:00Z' });
  });

  it('works at a detached HEAD, in a worktree and in a folder of the repository', () => {
    const repository = makeRepository({ 'site/articles/a.md': article('A') });
    repository.write('site/feedwright.yaml', CONFIGURATION);
    repository.commit('2024-02-01T00:00:00Z');
    repository.write('site/articles/a.md', article('A', 'changed'));
    repository.commit('2024-03-01T00:00:00Z');
    repository.write('site/articles/a.md', article('A', 'changed again'));
    repository.commit('2024-04-01T00:00:00Z');
    repository.git('checkout', '--quiet', '--detach', 'HEAD~1');
    expect(listUpdates(join(repository.folder, 'site'))).toEqual({ A: '2024-03-01T00:00:00Z' });
    const tree = join(makeSite({}), 'tree');
    repository.git('worktree', 'add', '--quiet', '--detach', tree, 'main');
    expect(listUpdates(join(tree, 'site'))).toEqual({ A: '2024-04-01T00:00:00Z' });
  });

  it('gives files that git does not know the date of publication, also before the first commit', () => {
    const repository = makeRepository({ 'articles/a.md': article('A') });
    expect(listUpdates(repository.folder)).toEqual({ A: '2024-01-01T00:00:00Z' });
    repository.commit('2024-02-01T00:00:00Z');
    repository.write('articles/b.md', article('B'));
    expect(listUpdates(repository.folder)).toEqual({
      A: '2024-01-01T00:00:00Z',
      B: '2024-01-01T00:00:00Z',
    });
  });

  test.each([
    'ümläut & spaces.md',
    'tab\there.md',
    'line\nbreak.md',
    '"quoted".md',
    "-c core.pager='touch x'.md",
    '$(touch x) `touch x`.md',
    'R100.md',
    `M\n${'a'.repeat(40)} 9999.md`,
  ])('reads a file named %j right', (name) => {
    const repository = makeRepository({
      'articles/other.md': article('Other'),
      [`articles/${name}`]: article('A'),
    });
    repository.commit('2024-02-01T00:00:00Z');
    repository.write(`articles/${name}`, article('A', 'changed'));
    repository.commit('2024-03-01T00:00:00Z');
    const ran = runCli(repository.folder, ['list', '--json', ...NOW]);
    const listed = JSON.parse(ran.out).articles.find(({ title }: { title: string }) => title === 'A');
    expect(listed.updated).toBe('2024-03-01T00:00:00Z');
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  it('asks for the history once, for however many articles and folders', () => {
    const repository = makeRepository({ 'blog/a.md': article('A'), 'blog/b.md': article('B') });
    repository.write('notes/c.md', article('C'));
    repository.write('feedwright.yaml', `${CONFIGURATION}articles: [blog, notes]\n`);
    repository.commit('2024-02-01T00:00:00Z');
    const spy = makeSite({ git: `#!/bin/sh\necho "$@" >> "$ASKED"\nPATH=\${PATH#*:} exec git "$@"\n` });
    chmodSync(join(spy, 'git'), 0o755);
    const asked = join(spy, 'asked');
    const environment = { PATH: `${spy}:${process.env.PATH}`, ASKED: asked };
    expect(runCli(repository.folder, ['build', ...NOW], environment).exitCode).toBe(0);
    const calls = readFileSync(asked, 'utf8').trim().split('\n');
    expect(calls.filter((call) => call.includes(' log '))).toHaveLength(1);
    expect(calls.length).toBeLessThanOrEqual(3);
  });

  it('is not led astray by the settings of a user', () => {
    const repository = makeRepository({ 'site/articles/a.md': article('A') });
    repository.write('site/feedwright.yaml', CONFIGURATION);
    repository.commit('2024-02-01T00:00:00Z');
    repository.write('site/articles/a.md', article('A', 'changed'));
    repository.commit('2024-03-01T00:00:00Z');
    for (const [key, value] of Object.entries({
      'diff.relative': 'true',
      'log.showSignature': 'true',
      'color.ui': 'always',
      'diff.renames': 'false',
      'log.date': 'relative',
      'core.quotePath': 'true',
      'diff.external': 'false',
      'log.follow': 'true',
      'format.pretty': 'oneline',
      'log.decorate': 'full',
      'log.diffMerges': 'off',
    }))
      repository.git('config', key, value);
    expect(listUpdates(join(repository.folder, 'site'))).toEqual({ A: '2024-03-01T00:00:00Z' });
  });
});

describe('updated: git refuses what it cannot know (R59)', () => {
  it('a shallow clone, naming the settings to change', () => {
    const repository = makeRepository({ 'articles/a.md': article('A') });
    repository.commit('2024-02-01T00:00:00Z');
    repository.write('articles/a.md', article('A', 'changed'));
    repository.commit('2024-03-01T00:00:00Z');
    const clone = join(makeSite({}), 'clone');
    repository.git('clone', '--quiet', '--depth=1', `file://${repository.folder}`, clone);
    const message = refusal(clone);
    expect(message).toMatch(/^feedwright\.yaml:3 error shallow-clone: /);
    expect(message).toContain('"fetch-depth: 0"');
    expect(message).toContain('GIT_DEPTH');
    repository.git('-C', clone, 'fetch', '--quiet', '--unshallow');
    expect(listUpdates(clone)).toEqual({ A: '2024-03-01T00:00:00Z' });
  });

  it('a machine without git', () => {
    const repository = makeRepository({ 'articles/a.md': article('A') });
    repository.commit('2024-02-01T00:00:00Z');
    expect(refusal(repository.folder, { PATH: '/nowhere' })).toMatch(/^feedwright\.yaml:3 error no-git: /);
  });

  it('a folder that is no repository', () => {
    const folder = makeSite({ 'feedwright.yaml': CONFIGURATION, 'articles/a.md': article('A') });
    expect(refusal(folder)).toMatch(/error git-failed: .*not a git repository/);
  });

  it('a repository that is damaged', () => {
    const repository = makeRepository({ 'articles/a.md': article('A') });
    repository.commit('2024-02-01T00:00:00Z');
    rmSync(join(repository.folder, '.git/objects'), { recursive: true });
    expect(refusal(copySite(repository.folder))).toMatch(/error git-failed: /);
  });

  it('an ignored commit that is not named in full, at its line', () => {
    const repository = makeRepository({ 'articles/a.md': article('A') });
    repository.write('.git-blame-ignore-revs', '# the form\nabc123\n');
    repository.commit('2024-02-01T00:00:00Z');
    expect(refusal(repository.folder)).toMatch(
      /^\.git-blame-ignore-revs:2 error bad-ignored-commit: "abc123"/,
    );
  });
});
