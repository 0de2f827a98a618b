import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { machine } from '../machine.ts';
import { copySite, makeSite, runCli } from '../run-cli.ts';
import { LONG_BODY, makeRepository, type Repository } from './repository.ts';

beforeEach(({ skip }) => skip(!machine.git));

const NOW = ['--now', '2026-01-01T00:00:00Z'];
const CONFIGURATION = 'site: https://you.example/\ntitle: You\npreset: eleventy\narticles: posts\n';

function article(title: string, date: string | undefined = 'git Created', body = ''): string {
  const line = date === '' ? '' : `date: ${date}\n`;
  const unlike = Array.from({ length: 20 }, (_, i) => `${title} says ${title.length * i}.`).join('\n');
  return `---\ntitle: ${title}\n${line}---\n${unlike}\n${body}\n`;
}

function begin(files: Readonly<Record<string, string>>, configuration = CONFIGURATION): Repository {
  return makeRepository({ 'feedwright.yaml': configuration, ...files });
}

interface Listing {
  /** Title → when it was published. */
  readonly dates: Readonly<Record<string, string>>;
  /** As lines `FILE:LINE CODE`. */
  readonly problems: readonly string[];
}

function list(folder: string, environment = {}): Listing {
  const { articles, problems } = JSON.parse(runCli(folder, ['list', '--json', ...NOW], environment).out);
  const dated = articles.filter(({ published }: { published: string | null }) => published !== null);
  return {
    dates: Object.fromEntries(
      dated.map(({ title, published }: Record<string, string>) => [title, published]),
    ),
    problems: problems.map(({ file, line, code }: Record<string, string>) => `${file}:${line} ${code}`),
  };
}

describe('date: git Created and git Last Modified are the dates that Eleventy takes from git', () => {
  it('is when the author committed a file first, and last', () => {
    const repository = begin({
      'posts/a.md': article('A'),
      'posts/b.md': article('B', 'Git last modified'),
      'posts/c.md': article('C', '2020-02-02'),
    });
    repository.commit('2024-02-01T09:00:00+02:00');
    repository.write('posts/a.md', article('A', undefined, 'More.'));
    repository.write('posts/b.md', article('B', 'git Last Modified', 'More.'));
    repository.commit('2024-03-01T09:00:00+02:00');
    expect(list(repository.folder)).toEqual({
      dates: { A: '2024-02-01T07:00:00Z', B: '2024-03-01T07:00:00Z', C: '2020-02-02T00:00:00Z' },
      problems: [],
    });
  });

  it('comes from the data of a folder, and to the feeds and the URLs that are made of it', () => {
    const data = { date: 'git Created', permalink: "/{{ page.date | date: '%Y/%m' }}/{{ page.fileSlug }}/" };
    const repository = begin({
      'posts/posts.json': JSON.stringify(data),
      'posts/a.md': article('A', ''),
    });
    repository.commit('2024-02-01T00:00:00Z');
    expect(runCli(repository.folder, ['build', ...NOW]).error).toBe('');
    const { items } = JSON.parse(readFileSync(join(repository.folder, 'dist/feed.json'), 'utf8'));
    expect(items).toMatchObject([
      { url: 'https://you.example/2024/02/a/', date_published: '2024-02-01T00:00:00Z' },
    ]);
  });

  it('is the day of the first commit where a file was moved, revised on the way, copied, or written again', () => {
    const repository = begin({
      'drafts/moved.md': article('Moved'),
      'drafts/revised.md': article('Revised', undefined, LONG_BODY),
      'posts/model.md': article('Model', undefined, LONG_BODY),
      'posts/again.md': article('Earlier'),
    });
    repository.commit('2024-01-01T00:00:00Z');
    repository.git('rm', '--quiet', 'posts/again.md');
    repository.git('mv', 'drafts/moved.md', 'posts/moved.md');
    repository.commit('2024-02-01T00:00:00Z');
    repository.git('mv', 'drafts/revised.md', 'posts/revised.md');
    repository.write('posts/revised.md', article('Revised', undefined, `${LONG_BODY}\nOne more.`));
    repository.write('posts/copy.md', article('Copy of the model', undefined, LONG_BODY));
    repository.write('posts/again.md', article('Written again'));
    repository.commit('2024-03-01T00:00:00Z');
    repository.git('mv', 'posts/moved.md', 'posts/moved-again.md');
    repository.commit('2024-04-01T00:00:00Z');
    expect(list(repository.folder)).toEqual({
      dates: {
        Moved: '2024-01-01T00:00:00Z',
        Revised: '2024-01-01T00:00:00Z',
        Model: '2024-01-01T00:00:00Z',
        // Git follows a copy to its original, and Eleventy with it.
        'Copy of the model': '2024-01-01T00:00:00Z',
        'Written again': '2024-03-01T00:00:00Z',
      },
      problems: [],
    });
  });

  it('is the day on the branch, not that of its merge', () => {
    const repository = begin({ 'posts/a.md': article('A') });
    repository.commit('2024-01-01T00:00:00Z');
    repository.git('checkout', '--quiet', '-b', 'side');
    repository.write('posts/b.md', article('B'));
    repository.write('posts/a.md', article('A', 'git Last Modified'));
    repository.commit('2024-02-01T00:00:00Z');
    repository.git('checkout', '--quiet', 'main');
    repository.write('other.txt', 'Other.');
    repository.commit('2024-03-01T00:00:00Z');
    repository.merge('side', '2024-04-01T00:00:00Z');
    expect(list(repository.folder).dates).toEqual({ A: '2024-02-01T00:00:00Z', B: '2024-02-01T00:00:00Z' });
  });

  it('is known of any file name, in a folder of the repository, and without a preset', () => {
    const site = CONFIGURATION.replace('preset: eleventy\n', '');
    const names = { A: '[a].md', B: '-b.md', C: 'ü ö.md', D: ':d.md' };
    const files = Object.entries(names).map(([title, name]) => [`blog/posts/${name}`, article(title)]);
    const repository = makeRepository({ 'blog/feedwright.yaml': site, ...Object.fromEntries(files) });
    repository.commit('2024-01-01T00:00:00Z');
    repository.write('blog/posts/[a].md', article('A', 'git Last Modified'));
    repository.commit('2024-02-01T00:00:00Z');
    const made = '2024-01-01T00:00:00Z';
    expect(list(join(repository.folder, 'blog')).dates).toEqual({
      A: '2024-02-01T00:00:00Z',
      B: made,
      C: made,
      D: made,
    });
  });

  it('is what init finds, too', () => {
    const repository = makeRepository({
      '.eleventy.js': 'module.exports = () => ({ dir: { input: "posts" } });',
      'posts/a.md': article('A'),
    });
    rmSync(join(repository.folder, 'feedwright.yaml'));
    repository.commit('2024-01-01T00:00:00Z');
    const ran = runCli(repository.folder, [
      'init',
      '--site',
      'https://you.example/',
      '--title',
      'You',
      ...NOW,
    ]);
    expect(ran.exitCode, ran.error).toBe(0);
    expect(list(repository.folder).dates).toEqual({ A: '2024-01-01T00:00:00Z' });
  });
});

describe('an article gets no date from git where git cannot know it (R59)', () => {
  it('is an error at its line before the first commit of the file', () => {
    const repository = begin({ 'posts/a.md': article('A') });
    repository.commit('2024-01-01T00:00:00Z');
    repository.write('posts/b.md', article('B'));
    expect(list(repository.folder)).toEqual({
      dates: { A: '2024-01-01T00:00:00Z' },
      problems: ['posts/b.md:3 no-commit'],
    });
    const { error, exitCode } = runCli(repository.folder, ['build', ...NOW]);
    expect(exitCode).toBe(1);
    expect(error).toContain(
      'posts/b.md:3:7 error no-commit: "date: git Created" has no date yet, because the file is in no commit. Commit the file, or write the date itself.',
    );
    const empty = begin({ 'posts/a.md': article('A') });
    expect(list(empty.folder).problems).toEqual(['posts/a.md:3 no-commit']);
  });

  it('is one error in a clone without the whole history', () => {
    const repository = begin({ 'posts/a.md': article('A'), 'posts/b.md': article('B') });
    repository.commit('2024-01-01T00:00:00Z');
    repository.write('posts/b.md', article('B', undefined, 'More.'));
    repository.commit('2024-02-01T00:00:00Z');
    const clone = mkdtempSync(join(tmpdir(), 'feedwright-test-'));
    repository.git('clone', '--quiet', '--depth', '1', `file://${repository.folder}`, clone);
    expect(list(clone)).toEqual({ dates: {}, problems: ['posts/a.md:3 shallow-clone'] });
  });

  it('is an error where there is no repository, or no git', () => {
    const site = makeSite({ 'feedwright.yaml': CONFIGURATION, 'posts/a.md': article('A') });
    expect(list(site).problems).toEqual(['posts/a.md:3 git-failed']);
    expect(list(copySite(site), { PATH: '' }).problems).toEqual(['posts/a.md:3 no-git']);
  });

  it('is an error for the times of files, and for the words of Eleventy in a site of another tool', () => {
    const site = makeSite({
      'feedwright.yaml': CONFIGURATION,
      'posts/a.md': article('A', 'Last Modified'),
      'posts/b.md': article('B', 'created'),
    });
    expect(list(site).problems).toEqual(['posts/a.md:3 bad-date', 'posts/b.md:3 bad-date']);
    const hugo = begin({ 'posts/a.md': article('A') }, CONFIGURATION.replace('eleventy', 'hugo'));
    hugo.commit('2024-01-01T00:00:00Z');
    expect(list(hugo.folder).problems).toEqual(['posts/a.md:3 bad-date']);
  });
});
