import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { machine } from '../machine.ts';
import { copySite, runCli } from '../run-cli.ts';

const corpora = join(import.meta.dirname, '../../../shared/corpora');
const NOW = ['--now', '2026-11-01T00:00:00Z'];

const JEKYLL = `site: https://jekyllrb.com/
title: Jekyll
preset: jekyll
articles: articles
timeZone: America/Los_Angeles
permalink: /news/:year/:month/:day/:title/
limit: 10
`;
const RUST = `site: https://blog.rust-lang.org/
title: Rust Blog
articles: articles
permalink: /:year/:month/:day/:slug.html
exclude: [inside-rust/**]
limit: 10
`;
const CONFIGURATIONS = {
  'jekyll-docs': JEKYLL,
  'rust-blog-2023': RUST,
  'rust-blog-toml': RUST.replace('permalink: /:year/:month/:day/:slug.html', 'preset: zola'),
  babel: `site: https://babeljs.io/
title: Babel Blog
preset: docusaurus
articles: articles
permalink: /blog/:year/:month/:day/:slug
onError: skip
`,
  'jekyll-edge-cases': `site: https://example.com/
title: Jekyll's own test posts
preset: jekyll
articles: articles
permalink: /:year/:month/:day/:slug/
onError: skip
`,
} as const;

/** A copy of a site in a repository of its own, so that git can say what changed. */
function prepare(name: string, configuration: string): string {
  const folder = copySite(join(corpora, name));
  writeFileSync(join(folder, 'feedwright.yaml'), configuration);
  git(folder, 'init', '-q');
  commit(folder);
  return folder;
}

function commit(folder: string): void {
  git(folder, 'add', '-A', '-f');
  git(folder, '-c', 'user.name=n', '-c', 'user.email=n@n.example', 'commit', '-q', '-m', 'before');
}

function git(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', ['-C', folder, '-c', 'core.autocrlf=false', ...args], { encoding: 'utf8' });
}

function run(folder: string, ...args: readonly string[]) {
  const ran = runCli(folder, [...args, '--json']);
  expect(ran.error).toBe('');
  return JSON.parse(ran.out);
}

interface Listed {
  readonly file: string;
  readonly title: string;
  readonly url: string;
  readonly published: string | null;
}

/** What an old tool with numbers for ids would have published of all articles. */
function numbered(articles: readonly Listed[]): string {
  const items = articles.map(({ title, url, published }, index) => ({
    id: String(1000 + index),
    url,
    title,
    date_published: published,
  }));
  return JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Old', items });
}

describe.skipIf(!existsSync(corpora) || !machine.git)('real sites', () => {
  test.each([
    ['jekyll-docs', 'published/feed.xml', JEKYLL, 0, 'https://jekyllrb.com/:url_path'],
    ['rust-blog-2023', 'published/feed.xml', RUST, 10, null],
  ])('%s: adopt proposes the one template that keeps %s', (name, feed, configuration, kept, template) => {
    // The old feed was Atom at this address; that it stays there is not the matter here.
    const moved = `${configuration}formats: { atom: feed.xml }\n`;
    const folder = prepare(name, moved);
    const before = run(folder, 'diff', '--against', feed, ...NOW);
    expect([before.changes.new.length, before.changes.again.length]).toEqual([0, 10 - kept]);
    const isRefused = before.problems.some(({ code }: { code: string }) => code === 'id-changed');
    expect(isRefused).toBe(template !== null);
    const plan = run(folder, 'adopt', feed);
    expect([plan.matched, plan.kept, plan.template, plan.unmatched, plan.problems]).toEqual([
      10,
      kept,
      template,
      [],
      [],
    ]);
    if (template === null) return;
    writeFileSync(join(folder, 'feedwright.yaml'), `${moved}id: ${template}\n`);
    const again = run(folder, 'adopt', feed, '--write');
    expect([again.kept, again.ids]).toEqual([10, []]);
    expect(runCli(folder, ['build', '--against', feed, ...NOW])).toMatchObject({
      exitCode: 0,
      out: expect.stringMatching(/^Subscribers will see: 0 new, \d+ updated, 0 duplicates, 0 dropped$/m),
    });
  });

  it('jekyll-docs: with --write the newest ten get one line each', () => {
    const folder = prepare('jekyll-docs', JEKYLL);
    expect(run(folder, 'adopt', 'published/feed.xml', '--write').written).toBe(true);
    expect(git(folder, 'diff', '--shortstat').trim()).toBe('10 files changed, 10 insertions(+)');
    expect(run(folder, 'adopt', 'published/feed.xml', '--write').ids).toEqual([]);
  });

  it.each(
    Object.entries(CONFIGURATIONS),
  )('%s: every article gets its line and nothing else', (name, lines) => {
    const folder = prepare(name, lines);
    const listed: readonly Listed[] = run(folder, 'list', ...NOW).articles;
    const articles = listed.filter(({ url }) => url !== null);
    writeFileSync(join(folder, 'old.json'), numbered(articles));
    commit(folder);
    const before = run(folder, 'list', ...NOW).articles;
    const plan = run(folder, 'adopt', 'old.json', '--write');
    expect([plan.unmatched, plan.template, plan.written]).toEqual([[], null, true]);
    const owned = articles.length - plan.ids.length;
    expect(plan.problems.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
    // An article that names its id itself keeps it.
    expect(owned).toBeLessThan(5);
    const added = new Map<string, number>(
      plan.ids.map(({ file, lines }: { file: string; lines: number }) => [file, lines]),
    );
    const changes = git(folder, 'diff', '--numstat', '-z', '--', 'articles').split('\0').filter(Boolean);
    expect(changes.map((change) => change.split('\t'))).toEqual(
      changes.map((change) => {
        const file = change.split('\t')[2] ?? '';
        return [String(added.get(file)), '0', file];
      }),
    );
    expect(changes.length).toBe(plan.ids.length);
    expect(
      git(folder, 'diff', '-U0', '--', 'articles')
        .split('\n')
        .filter(
          (line) =>
            /^[+-](?![+-]{2} )/.test(line) &&
            !/^\+id(?::| =) "\d+"\r?$/.test(line) &&
            !/^\+---\r?$/.test(line),
        ),
    ).toEqual([]);
    const after: readonly Listed[] = run(folder, 'list', ...NOW).articles;
    const strip = (all: readonly Listed[]) =>
      all.map((each) => ({ ...each, id: null })).toSorted((a, b) => (a.file < b.file ? -1 : 1));
    expect(strip(after)).toEqual(strip(before));
    const again = run(folder, 'adopt', 'old.json', '--write');
    expect([again.kept, again.ids, again.written]).toEqual([plan.ids.length, [], false]);
  });
});
