import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { readManifest } from '../../src/manifest/read-manifest.ts';
import { writeManifest } from '../../src/manifest/write-manifest.ts';
import { serve } from '../readers/subscriber.ts';
import { makeSite } from '../run-cli.ts';

const CLI = join(import.meta.dirname, '../../lib/cli.js');
const MANIFEST = 'dist/feedwright-manifest.txt';
const text = (seed: string) => Array.from({ length: 40 }, (_, i) => `${seed}${(i * i) % 37}`).join(' ');
const story = (number: number, more = '') =>
  `---\ntitle: Story ${number}\ndate: 2025-01-${String(number).padStart(2, '0')} 09:00\n${more}---\n${text(`s${number}x`)}\n`;
const stories = (count: number, more = '') =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`articles/story-${i + 1}.md`, story(i + 1, more)]),
  );
const CONFIG = 'site: https://port.example/\ntitle: Port\nlimit: 5\n';

let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

interface Said {
  readonly codes: readonly string[];
  readonly hints: string;
  readonly exitCode: number;
  readonly again: number;
  /** The paths that a build says it changed. */
  readonly changed: readonly string[];
  readonly isChanged: boolean;
}

/** Runs a command on a site whose published documents are in its folder `live`, seen from there or in the output folder. */
async function run(
  folder: string,
  where: 'folder' | 'live',
  command: string,
  ...args: string[]
): Promise<Said> {
  const dist = join(folder, 'dist');
  rmSync(dist, { recursive: true, force: true });
  if (where === 'folder') cpSync(join(folder, 'live'), dist, { recursive: true });
  server.show(join(folder, 'live'));
  const against = where === 'live' ? ['--against', `${server.address}/`] : [];
  const given = [
    CLI,
    command,
    '--now',
    '2025-06-01',
    command === 'diff' ? '--json' : '--format=json',
    ...against,
    ...args,
  ];
  const report = command === 'build' ? ['--report', join(folder, 'report.json')] : [];
  const done = await new Promise<{ code: number; out: string }>((resolve) =>
    execFile(
      process.execPath,
      [...given, ...report],
      { cwd: folder, env: { ...process.env, CI: 'true' } },
      (error, out) => resolve({ code: error ? Number(error.code) : 0, out }),
    ),
  );
  const data = JSON.parse(report.length > 0 ? readFileSync(join(folder, 'report.json'), 'utf8') : done.out);
  return {
    codes: data.problems.map(
      ({ code, file }: { code: string; file: string }) => `${code} ${file.split('/').slice(-2).join('/')}`,
    ),
    hints: data.problems
      .map(({ message, hint }: { message: string; hint: string }) => `${message} ${hint}`)
      .join('\n'),
    exitCode: done.code,
    again: data.changes?.again.length ?? 0,
    changed: [...(data.feeds ?? []), ...(data.companions ?? [])].flatMap((each) =>
      each.changed ? each.path : [],
    ),
    isChanged: data.changed,
  };
}

/** A site that was built, and deployed to its folder `live`. */
async function published(config: string, files: Readonly<Record<string, string>>) {
  const folder = makeSite({ 'feedwright.yaml': config, ...files });
  mkdirSync(join(folder, 'live'));
  const deploy = async (...args: string[]) => {
    const { exitCode, hints } = await run(folder, 'folder', 'build', ...args);
    expect([exitCode, hints]).toEqual([0, expect.anything()]);
    rmSync(join(folder, 'live'), { recursive: true });
    renameSync(join(folder, 'dist'), join(folder, 'live'));
  };
  await deploy();
  return {
    folder,
    deploy,
    write: (file: string, content: string) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), content);
    },
    remove: (file: string) => rmSync(join(folder, file)),
  };
}

const SIDES = ['folder', 'live'] as const;

describe.each(SIDES)('documents that end are noticed in all formats (%s)', (where) => {
  const tagged = stories(4, 'tags: [cooking]\n');
  const config = `${CONFIG}formats: [rss, atom, json]\nfeeds:\n  - by: tag\n`;

  it('a renamed tag, until its old paths get copies', async () => {
    const { folder, write } = await published(config, tagged);
    for (const [file, article] of Object.entries(tagged)) write(file, article.replace('cooking', 'recipes'));
    const { codes, exitCode, hints } = await run(folder, where, 'build');
    expect(codes).toEqual(
      ['atom.xml', 'feed.json', 'rss.xml'].map(() => expect.stringContaining('feed-url-changed')),
    );
    expect([exitCode, hints]).toEqual([
      1,
      expect.stringContaining('"aliases: { cooking: recipes }" beside "by: tag"'),
    ]);
    write('feedwright.yaml', `${config}    aliases: { cooking: recipes }\n`);
    expect(await run(folder, where, 'build')).toMatchObject({ codes: [], exitCode: 0 });
    const read = (path: string) => readFileSync(join(folder, 'dist/tags', path), 'utf8');
    for (const name of ['atom.xml', 'feed.json', 'rss.xml'])
      expect(read(`cooking/${name}`)).toBe(read(`recipes/${name}`));
  });

  it('a dropped format, until it is back', async () => {
    const { folder, write } = await published(config, tagged);
    write('feedwright.yaml', config.replace('[rss, atom, json]', '[rss, atom]'));
    const { codes } = await run(folder, where, 'build');
    expect(codes).toEqual([
      expect.stringMatching(/^feed-url-changed/),
      expect.stringMatching(/^feed-url-changed/),
    ]);
    const allowed = await run(folder, where, 'build', '--allow', 'feed-url-changed');
    expect(allowed).toMatchObject({ exitCode: 0, codes: [] });
    expect(readFileSync(join(folder, MANIFEST), 'utf8')).not.toContain('feed.json');
  });

  it('feeds that nothing takes the place of: refused while there are articles to miss', async () => {
    const { folder, write } = await published(config, { ...stories(5), ...tagged });
    write('feedwright.yaml', CONFIG.concat('formats: [rss, atom, json]\n'));
    const { codes, exitCode } = await run(folder, where, 'build');
    expect([codes.length, new Set(codes.map((code) => code.split(' ')[0])), exitCode]).toEqual([
      3,
      new Set(['feed-vanished']),
      1,
    ]);
  });
});

describe.each(SIDES)('what left the feeds is remembered (%s)', (where) => {
  it('an article that is drafted, and comes back under another URL, until it has its id', async () => {
    const { folder, write, deploy, remove } = await published(CONFIG, stories(8));
    write('articles/story-7.md', story(7, 'draft: true\n'));
    await deploy();
    remove('articles/story-7.md');
    write('articles/better.md', story(7));
    const said = await run(folder, where, 'build');
    expect(said).toMatchObject({ codes: ['id-changed articles/better.md'], exitCode: 1, again: 1 });
    const [, id] = /"id: ([^"]+)"/.exec(said.hints) ?? [];
    write('articles/better.md', story(7, `id: ${id}\n`));
    expect((await run(folder, where, 'build')).exitCode).toBe(0);
    // Once it is published under both, nothing is left to say.
    write('articles/better.md', story(7));
    await deploy('--allow', 'id-changed:articles/better.md');
    expect((await run(folder, where, 'build')).codes).toEqual([]);
  });

  it('a URL that is handed to another article', async () => {
    const { folder, write, deploy, remove } = await published(CONFIG, stories(8));
    remove('articles/story-7.md');
    await deploy();
    write('articles/story-7.md', `---\ntitle: Another\ndate: 2025-05-20\n---\n${text('other')}\n`);
    expect((await run(folder, where, 'build')).codes).toEqual(['id-reused articles/story-7.md']);
    write('articles/story-7.md', `---\ntitle: Another\ndate: 2025-09-20\n---\n${text('other')}\n`);
    expect((await run(folder, where, 'build')).codes).toEqual(['id-reused articles/story-7.md']);
  });

  it('an article that comes back as it was, and new ones, are nobody’s business', async () => {
    const { folder, write, deploy } = await published(CONFIG, stories(8));
    write('articles/story-7.md', story(7, 'draft: true\n'));
    await deploy();
    write('articles/story-7.md', story(7));
    write('articles/story-9.md', story(9));
    expect((await run(folder, where, 'build')).codes.filter((code) => !code.startsWith('backdated'))).toEqual(
      [],
    );
  });
});

it('of articles that left, the newest 2,000 are remembered', async () => {
  const { folder } = await published(CONFIG, stories(3));
  const file = join(folder, 'live/feedwright-manifest.txt');
  const manifest = readManifest(readFileSync(file, 'utf8'));
  if (!manifest) throw new Error('no manifest');
  const left = Array.from({ length: 2500 }, (_, index) => ({
    ...{ id: `https://port.example/gone-${index}/`, url: `https://port.example/gone-${index}/` },
    ...{ title: `Gone ${index}`, published: Date.UTC(2020, 0, 1) + index * 60_000, updated: 0 },
    fingerprint: { text: `t${index}`.padEnd(8, 'x'), images: '' },
  }));
  writeFileSync(file, writeManifest({ ...manifest, left }));
  expect((await run(folder, 'folder', 'build')).exitCode).toBe(0);
  const now = readManifest(readFileSync(join(folder, MANIFEST), 'utf8'));
  const titles = left.toReversed().map(({ title }) => title);
  expect(now?.left.map(({ title }) => title)).toEqual(titles.slice(0, 2000));
});

describe.each(SIDES)('ids that are no IRI keep their form in Atom (%s)', (where) => {
  const own = Object.fromEntries(
    Object.entries(stories(4)).map(([file, article], index) => [
      file,
      article.replace('---\n', `---\nid: post-${index}\n`),
    ]),
  );

  test.each([
    ['http:', 'https:'],
    ['port.example', 'harbour.example'],
  ])('when %s becomes %s', async (from, to) => {
    const before = CONFIG.replace('https:', 'http:');
    const { folder, write, deploy } = await published(before, own);
    write('feedwright.yaml', before.replace(from, to));
    const { codes } = await run(folder, where, 'build');
    expect(new Set(codes.map((code) => code.split(' ')[0]))).toEqual(new Set(['feed-url-changed']));
    await deploy('--allow', 'feed-url-changed');
    expect(readFileSync(join(folder, 'live/atom.xml'), 'utf8')).toContain(
      '<id>http://port.example/#post-0</id>',
    );
    expect((await run(folder, where, 'build')).codes).toEqual([]);
  });
});

describe.each(SIDES)('what a build changes is said truly (%s)', (where) => {
  const config = `${CONFIG}archive: { size: 5 }\npages: true\nlists: [opml]\nfeeds: [{ by: tag }]\n`;
  const sixteen = stories(16, 'tags: [sea]\n');

  it('nothing, as long as nothing is another', async () => {
    const { folder } = await published(config, sixteen);
    expect(await run(folder, where, 'build')).toMatchObject({ isChanged: false, changed: [], exitCode: 0 });
  });

  it('an article in an archive: that document and the manifest', async () => {
    const { folder, write } = await published(config, sixteen);
    write('articles/story-1.md', story(1, 'tags: [sea]\n').replace('s1x1 ', 'other '));
    const { changed, isChanged } = await run(folder, where, 'build');
    expect([changed.toSorted(), isChanged]).toEqual([
      ['archive/1/atom.xml', 'archive/1/feed.json', 'archive/1/rss.xml', 'feedwright-manifest.txt'],
      true,
    ]);
  });

  it('a list of feeds alone, and a page that ends', async () => {
    const { folder, write } = await published(config, sixteen);
    write('feedwright.yaml', config.replace('[opml]', '[opml, menu]'));
    const lists = await run(folder, where, 'build');
    expect(lists.isChanged).toBe(true);
    expect(lists.changed).not.toContain('rss.xml');
    write('feedwright.yaml', config.replace('pages: true\n', ''));
    expect((await run(folder, where, 'build')).isChanged).toBe(true);
  });
});

describe('a manifest that cannot be believed', () => {
  it.each([
    ['changed by hand', MANIFEST, 'manifest-unreadable', (old: string) => old.replace('story-8', 'story-9')],
    ['of another form', MANIFEST, 'manifest-unreadable', () => '{"feedwright": 2}'],
    [
      'of another build',
      'dist/rss.xml',
      'manifest-contradicts',
      (old: string) => old.replace('Story 15', 'Story fifteen'),
    ],
    [
      'of another build than the feed of a tag',
      'dist/tags/sea/atom.xml',
      'manifest-contradicts',
      (old: string) => old.replace('Story 15', 'Story fifteen'),
    ],
  ])('is said and not used: %s', async (_what, file, code, change) => {
    const config = `${CONFIG}archive: { size: 5 }\nfeeds: [{ by: tag }]\n`;
    const { folder, write } = await published(config, stories(16, 'tags: [sea]\n'));
    write('articles/story-16.md', story(16, 'tags: [sea]\ndraft: true\n'));
    const path = join(folder, file.replace('dist', 'live'));
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    const { codes } = await run(folder, 'folder', 'check');
    expect(codes.join()).toContain(code);
  });

  it('is not taken for one: a page where nothing is, and line ends of another system', async () => {
    const { folder } = await published(CONFIG, stories(6));
    const path = join(folder, 'live/feedwright-manifest.txt');
    for (const name of ['rss.xml', 'feedwright-manifest.txt']) {
      const file = join(folder, 'live', name);
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
    }
    expect((await run(folder, 'folder', 'diff')).codes).toEqual([]);
    writeFileSync(path, '<!DOCTYPE html><title>Not found</title>');
    expect((await run(folder, 'live', 'diff')).codes).toEqual([]);
    expect(existsSync(path)).toBe(true);
  });
});

describe('a host that answers 403 for what is not there, as object stores do', () => {
  beforeAll(() => server.denyWith(403));
  afterAll(() => server.denyWith(404));

  it('is compared without a manifest, and with feeds that are new', async () => {
    const { folder, write } = await published(CONFIG, stories(5, 'tags: [sea]\n'));
    rmSync(join(folder, 'live/feedwright-manifest.txt'));
    write('feedwright.yaml', `${CONFIG}feeds: [{ by: tag }]\n`);
    expect(await run(folder, 'live', 'build')).toMatchObject({ codes: [], exitCode: 0 });
  });

  it('is refused where it hands out nothing at all', async () => {
    const { folder } = await published(CONFIG, stories(5));
    rmSync(join(folder, 'live'), { recursive: true });
    const { codes, hints } = await run(folder, 'live', 'build', '--allow', 'nothing-published');
    expect(new Set(codes.map((code) => code.split(' ')[0]))).toEqual(new Set(['unreachable-feed']));
    expect(hints).toContain('answers 403: not everybody may read it');
  });
});

describe('allowed for one file', () => {
  it('by --allow CODE:FILE and in the configuration, and for no other', async () => {
    const { folder, write } = await published(CONFIG, stories(5));
    for (const number of [3, 4])
      write(`articles/story-${number}.md`, story(number).replace('2025-01-0', '2025-01-1'));
    const changed = (number: number) => `published-date-changed articles/story-${number}.md`;
    const refused = await run(folder, 'folder', 'diff');
    expect(refused.codes).toEqual([changed(3), changed(4)]);
    expect(refused.hints).toContain('--allow published-date-changed:articles/story-3.md');
    const one = await run(
      folder,
      'folder',
      'diff',
      '--allow',
      'published-date-changed:./articles/story-3.md',
    );
    expect(one.codes).toEqual([changed(4)]);
    write(
      'feedwright.yaml',
      `${CONFIG}allow: { published-date-changed: [articles/story-4.md, articles/story-3.md] }\n`,
    );
    expect((await run(folder, 'folder', 'diff')).codes).toEqual([]);
    write('feedwright.yaml', `${CONFIG}allow: { published-date-changed: articles/story-4.md }\n`);
    expect((await run(folder, 'folder', 'diff')).codes).toEqual([changed(3)]);
  });
});

it('a time that the build gave is kept, and a correction that it swallows is told of', async () => {
  const config = `${CONFIG}schedule: on-build\n`;
  const { folder, write, deploy } = await published(config, stories(4));
  const late = (date: string) => `---\ntitle: Late\ndate: ${date}\n---\n${text('late')}\n`;
  write('articles/late.md', late('2025-01-02'));
  await deploy();
  expect((await run(folder, 'folder', 'diff')).codes).toEqual([]);
  write('articles/late.md', late('2025-01-01'));
  const { codes, hints } = await run(folder, 'live', 'diff');
  expect(codes).toEqual(['date-kept articles/late.md']);
  expect(hints).toContain('now dated 2025-01-01T00:00:00Z, but feeds keep 2025-06-01T00:00:00Z');
});

describe('what is said once', () => {
  it('of new articles for which the feed has no room', async () => {
    const { folder, write, deploy } = await published(CONFIG, stories(4));
    for (let number = 10; number < 17; number++) write(`articles/story-${number}.md`, story(number));
    const { codes, hints } = await run(folder, 'live', 'diff');
    expect(codes).toEqual(['limit-too-low feedwright.yaml']);
    expect(hints).toContain('articles/story-10.md, articles/story-11.md. Set "limit: 7" for this build');
    const larger = CONFIG.replace('limit: 5', 'limit: 7');
    write('feedwright.yaml', larger);
    expect((await run(folder, 'live', 'diff')).codes).toEqual([]);
    write('feedwright.yaml', CONFIG);
    await deploy();
    expect((await run(folder, 'live', 'diff')).codes).toEqual([]);
  });

  it('of a feed whose articles were all taken back', async () => {
    const config = `${CONFIG}feeds: [{ by: tag }]\n`;
    const site = await published(config, {
      ...stories(4, 'tags: [sea]\n'),
      'articles/rare.md': story(9, 'tags: [rare]\n'),
    });
    const { folder, write, deploy } = site;
    write('articles/rare.md', story(9, 'tags: [rare]\ndraft: true\n'));
    for (const where of SIDES) {
      const { codes, exitCode } = await run(folder, where, 'diff');
      expect([where, new Set(codes), exitCode]).toEqual([
        where,
        new Set(['rss.xml', 'atom.xml', 'feed.json'].map((name) => `feed-vanished rare/${name}`)),
        0,
      ]);
    }
    await deploy();
    for (const where of SIDES) expect((await run(folder, where, 'diff')).codes).toEqual([]);
  });
});

it('adopt takes the ids of all articles from the manifest, also of those that no feed shows', async () => {
  const config = `${CONFIG}permalink: /:year/:slug/\narchive: { size: 5 }\n`;
  const { folder, write } = await published(config, stories(14));
  write('feedwright.yaml', config.replace(':year', 'posts'));
  for (const source of ['live/feedwright-manifest.txt', `${server.address}/feedwright-manifest.txt`]) {
    const adopted = await new Promise<string>((resolve) =>
      execFile(process.execPath, [CLI, 'adopt', source, '--json'], { cwd: folder }, (_, out) => resolve(out)),
    );
    expect(JSON.parse(adopted)).toMatchObject({ matched: 14, kept: 0, unmatched: [], problems: [] });
  }
  const { hints } = await run(folder, 'folder', 'diff');
  expect(hints).toContain('"feedwright adopt dist/feedwright-manifest.txt" shows how to keep all IDs');
});
