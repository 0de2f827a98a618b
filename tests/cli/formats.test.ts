import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';

const broken = (name: string) => `---\ntitle: ${name}\ndate: 2024-02-31\n---\nText\n`;
const files = {
  'sub/feedwright.yaml': 'site: https://x.example/\ntitle: X\n',
  'sub/articles/a.md': broken('A'),
};

/** A repository with the site in a folder below its root. */
function makeRepository(more: Readonly<Record<string, string>> = {}): string {
  const root = makeSite({ ...files, ...more });
  mkdirSync(join(root, '.git'));
  return root;
}

const build = (root: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  runCli(join(root, 'sub'), ['build', ...args], environment);

describe('--format', () => {
  it('github: annotations by themselves where GitHub runs it, from the root of the repository', () => {
    const ran = build(makeRepository(), [], { GITHUB_ACTIONS: 'true' });
    expect(ran.exitCode).toBe(1);
    expect(ran.out).toMatch(
      /^::error file=sub\/articles\/a\.md,line=3,col=7,title=bad-date::"date" has no day/m,
    );
    expect(ran.error).toMatch(/^articles\/a\.md:3:7 error bad-date/m);
  });

  it('github: what has no annotation is added to the step summary', () => {
    const articles = Array.from({ length: 12 }, (_, index) => [`sub/articles/${index}.md`, broken('B')]);
    const root = makeRepository({ ...Object.fromEntries(articles), 'summary.md': '# Before\n' });
    const GITHUB_STEP_SUMMARY = join(root, 'summary.md');
    build(root, [], { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY });
    const summary = readFileSync(GITHUB_STEP_SUMMARY, 'utf8');
    expect(summary).toMatch(/^# Before\n### 3 more errors/);
    expect(summary.match(/^\| sub\/articles\//gm)).toHaveLength(3);
  });

  it('github: a summary that cannot be written is a warning, and the problems are told anyway', () => {
    const articles = Array.from({ length: 12 }, (_, index) => [`sub/articles/${index}.md`, broken('B')]);
    const root = makeRepository(Object.fromEntries(articles));
    const ran = build(root, [], { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(root, 'none/summary') });
    expect(ran.out).toMatch(/^::warning title=summary::The summary can't be written/m);
    expect(ran.error).toMatch(/^articles\/0\.md:3:7 error bad-date/m);
    expect(ran.error).not.toMatch(/^ {4}at /m);
  });

  it('gitlab: the report alone on the standard output, words beside it', () => {
    const ran = build(makeRepository(), [], { GITLAB_CI: 'true' });
    expect(JSON.parse(ran.out)).toMatchObject([
      { check_name: 'bad-date', location: { path: 'sub/articles/a.md', lines: { begin: 3 } } },
    ]);
    expect(ran.error).toMatch(/^articles\/a\.md:3:7 error bad-date/m);
  });

  it('finds the root from what CI says when there is no .git', () => {
    const root = makeSite(files);
    const ran = build(root, [], { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: root });
    expect(ran.out).toMatch(/^::error file=sub\/articles\/a\.md/m);
    const elsewhere = build(root, [], { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: '/nowhere' });
    expect(elsewhere.out).toMatch(/^::error file=articles\/a\.md/m);
  });

  it('sarif and json', () => {
    const sarif = JSON.parse(build(makeRepository(), ['--format', 'sarif']).out);
    expect(sarif.runs[0].results[0].ruleId).toBe('bad-date');
    const report = JSON.parse(build(makeRepository(), ['--format', 'json']).out);
    expect(report).toMatchObject({ changed: false, problems: [{ code: 'bad-date', line: 3 }] });
  });

  it('text where GitHub runs it, when asked for', () => {
    expect(build(makeRepository(), ['--format', 'text'], { GITHUB_ACTIONS: 'true' }).out).toBe('');
  });

  it('refuses others', () => {
    const ran = build(makeRepository(), ['--format', 'xml']);
    expect(ran).toEqual({
      exitCode: 2,
      out: '',
      error: '"xml" is not a format. Use text, json, github, gitlab, sarif.\n',
    });
  });
});
