import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFeed } from 'feedsmith';
import { describe, expect, it, test } from 'vitest';
import { copySite, IN_CI, makeSite, runCli } from './run-cli.ts';

const CONFIGURATION = 'site: https://you.example/\ntitle: You\nlimit: 4\nschedule: on-build\n';

function article(title: string, date: string, more = ''): string {
  return `---\ntitle: ${title}\ndate: ${date}\n${more}---\nText of ${title}.\n`;
}

/** A site that has published A (10 March) and C (20 March). */
function publish(configuration = CONFIGURATION, more: Readonly<Record<string, string>> = {}): string {
  const folder = makeSite({
    'feedwright.yaml': configuration,
    'articles/a.md': article('A', '2026-03-10', 'tags: [x]\n'),
    'articles/c.md': article('C', '2026-03-20', 'tags: [x]\n'),
    ...more,
  });
  build(folder, '2026-03-21T08:00:00Z');
  return folder;
}

const add = (folder: string, name: string, date: string, more = '') =>
  writeFileSync(join(folder, `articles/${name.toLowerCase()}.md`), article(name, date, more));

function build(folder: string, now: string, ...args: readonly string[]): string {
  const ran = runCli(folder, ['build', '--now', now, ...args], { TZ: 'Asia/Kolkata', ...IN_CI });
  expect(ran.exitCode, ran.error).toBe(0);
  return ran.out + ran.error;
}

interface JsonItem {
  readonly title: string;
  readonly date_published: string;
  readonly date_modified?: string;
}

/** Title and date of every item of a document. */
function dates(folder: string, path = 'dist/feed.json'): readonly string[] {
  const { items } = JSON.parse(readFileSync(join(folder, path), 'utf8')) as { items: readonly JsonItem[] };
  return items.map(({ title, date_published }) => `${title} ${date_published}`);
}

const files = (folder: string) =>
  ['rss.xml', 'atom.xml', 'feed.json'].map((name) => readFileSync(join(folder, 'dist', name), 'utf8'));

const [A, C] = ['A 2026-03-10T00:00:00Z', 'C 2026-03-20T00:00:00Z'];
const LATE = 'B 2026-03-22T08:17:05Z';

describe('schedule: on-build', () => {
  it('dates an article that comes late by its first build, in all formats, and leaves the others alone', () => {
    const folder = publish();
    add(folder, 'B', '2026-03-15');
    const said = build(folder, '2026-03-22T08:17:05.999Z');
    expect(said).not.toContain('backdated');
    expect(said).toContain('1 new');
    expect(dates(folder)).toEqual([LATE, C, A]);
    const [rss = '', atom = ''] = files(folder);
    expect(parseFeed(rss).feed).toMatchObject({
      items: [{ pubDate: 'Sun, 22 Mar 2026 08:17:05 GMT' }, {}, {}],
    });
    expect(parseFeed(atom).feed).toMatchObject({
      entries: [{ published: '2026-03-22T08:17:05Z', updated: '2026-03-22T08:17:05Z' }, {}, {}],
    });
  });

  it('keeps that date in every later build, whenever it runs and whatever changes in the article', () => {
    const folder = publish();
    add(folder, 'B', '2026-03-15');
    build(folder, '2026-03-22T08:17:05Z');
    const before = files(folder);
    expect(build(folder, '2027-01-01T00:00:00Z')).not.toMatch(/\bchanged$/m);
    expect(files(folder)).toEqual(before);
    add(folder, 'B', '2026-03-16', 'updated: 2026-03-25\n');
    add(folder, 'D', '2026-04-01');
    build(folder, '2026-04-01T09:00:00Z');
    expect(dates(folder)).toEqual(['D 2026-04-01T00:00:00Z', LATE, C, A]);
  });

  it('gives the same bytes for the same articles, published feeds and instant', () => {
    const folder = publish();
    add(folder, 'B', '2026-03-15');
    const copy = copySite(folder);
    for (const each of [folder, copy]) build(each, '2026-03-22T08:17:05Z');
    expect(files(copy)).toEqual(files(folder));
  });

  it('takes the date from any published document, and from --against in an empty folder', () => {
    const folder = publish();
    add(folder, 'B', '2026-03-15');
    build(folder, '2026-03-22T08:17:05Z');
    const published = makeSite({});
    cpSync(join(folder, 'dist'), published, { recursive: true });
    for (const name of ['rss.xml', 'atom.xml', 'feed.json']) {
      rmSync(join(folder, 'dist'), { recursive: true });
      build(folder, '2026-03-23T00:00:00Z', '--against', join(published, name));
      expect(dates(folder)).toEqual([LATE, C, A]);
    }
  });

  it('keeps it in the archive, for good', () => {
    const folder = publish(`${CONFIGURATION.replace('limit: 4', 'limit: 5')}archive: { size: 5 }\n`);
    add(folder, 'B', '2026-03-15');
    build(folder, '2026-03-22T08:17:05Z');
    const archive = () => readFileSync(join(folder, 'dist/archive/1/feed.json'), 'utf8');
    const full: string[] = [];
    for (let day = 1; day <= 9; day += 1) {
      add(folder, `D${day}`, `2026-04-0${day}`);
      build(folder, `2026-04-0${day}T12:00:00Z`);
      if (day >= 7) full.push(archive());
    }
    expect(dates(folder, 'dist/archive/1/feed.json')).toContain(LATE);
    expect(new Set(full).size).toBe(1);
  });

  it('says the same date in feeds by topic, which keep it when it has left the main feed', () => {
    const folder = publish(`${CONFIGURATION.replace('limit: 4', 'limit: 2')}feeds: [{ by: tag }]\n`);
    add(folder, 'B', '2026-03-15', 'tags: [x]\n');
    build(folder, '2026-03-22T08:17:05Z');
    for (const day of ['01', '02']) add(folder, `D${day}`, `2026-04-${day}`);
    for (const day of ['03', '04']) build(folder, `2026-04-${day}T12:00:00Z`);
    expect(dates(folder)).not.toContain(LATE);
    expect(dates(folder, 'dist/tags/x/feed.json')).toEqual([LATE, C]);
  });

  it('keeps the date of an article that comes back from beyond the limit', () => {
    const folder = publish(CONFIGURATION.replace('limit: 4', 'limit: 2'), {
      'articles/old.md': article('Old', '2026-03-01'),
    });
    rmSync(join(folder, 'articles/c.md'));
    build(folder, '2026-03-22T00:00:00Z');
    expect(dates(folder)).toEqual([A, 'Old 2026-03-01T00:00:00Z']);
  });

  it('keeps the dates of the first build, of what is on time, and of what was held back', () => {
    const folder = publish();
    expect(dates(folder)).toEqual([C, A]);
    add(folder, 'D', '2026-03-23T09:00:00Z');
    build(folder, '2026-03-22T00:00:00Z');
    build(folder, '2026-03-23T11:17:00Z');
    expect(dates(folder)).toEqual(['D 2026-03-23T09:00:00Z', C, A]);
  });

  it('dates no flood: more than "flood" articles at once keep their dates and are refused', () => {
    const folder = publish(`${CONFIGURATION}flood: 1\n`);
    add(folder, 'X', '2026-03-14');
    add(folder, 'Y', '2026-03-15');
    const ran = runCli(folder, ['build', '--now', '2026-03-22T00:00:00Z'], IN_CI);
    expect(ran.error).toContain('error flood');
    expect(dates(folder)).toEqual([C, A]);
  });

  it('lets an author date an article later', () => {
    const folder = publish();
    add(folder, 'B', '2026-03-15');
    build(folder, '2026-03-22T08:17:05Z');
    add(folder, 'B', '2026-03-23');
    expect(build(folder, '2026-03-24T00:00:00Z', '--allow', 'published-date-changed')).toBeDefined();
    expect(dates(folder)[0]).toBe('B 2026-03-23T00:00:00Z');
  });

  it('keeps ids that Atom writes otherwise', () => {
    const folder = publish(`${CONFIGURATION}formats: [atom]\n`, {
      'articles/c.md': article('C', '2026-03-20', 'id: post-7\n'),
    });
    add(folder, 'B', '2026-03-15', 'id: "post 8"\n');
    build(folder, '2026-03-22T08:17:05Z');
    const readDates = () =>
      readFileSync(join(folder, 'dist/atom.xml'), 'utf8').match(/<published>[^<]*|<id>[^<]*8/g);
    const before = readDates();
    expect(before?.join()).toContain('<published>2026-03-22T08:17:05Z');
    const moved = article('B, with another title', '2026-03-15', 'id: "post 8"\nslug: moved\n');
    writeFileSync(join(folder, 'articles/b.md'), moved);
    build(folder, '2026-03-25T00:00:00Z');
    expect(readDates()).toEqual(before);
  });
});

test('without it, a late article keeps its date, and a warning names the way out', () => {
  const folder = publish(CONFIGURATION.replace('schedule: on-build\n', ''));
  add(folder, 'B', '2026-03-15');
  const said = build(folder, '2026-03-22T08:17:05Z');
  expect(said).toContain('articles/b.md:3:7 warning backdated');
  expect(said).toContain('"schedule: on-build"');
  expect(dates(folder)).toEqual([C, 'B 2026-03-15T00:00:00Z', A]);
});
