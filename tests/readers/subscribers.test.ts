import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copySite, IN_CI, makeSite, runCli } from '../run-cli.ts';
import { CHANGES, CONFIG, EARLIER, makeArticles, NOW, openSite, type SiteChange } from './changes.ts';
import {
  copySubscriber,
  forget,
  hasReaders,
  listDates,
  type Seen,
  type Subscriber,
  serve,
  subscribe,
  visit,
} from './subscriber.ts';

interface Told {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly counts: readonly number[];
}

/** What `feedwright diff` says. */
function ask(folder: string): Told {
  const { out } = runCli(folder, ['diff', '--now', NOW, '--json'], IN_CI);
  const { changes, problems } = JSON.parse(out) as {
    readonly changes: Readonly<Record<'new' | 'changed' | 'again' | 'leaves', readonly unknown[]>>;
    readonly problems: readonly { readonly code: string; readonly severity: string }[];
  };
  const codes = (severity: string) =>
    [...new Set(problems.flatMap((each) => (each.severity === severity ? each.code : [])))].toSorted();
  return {
    errors: codes('error'),
    warnings: codes('warning'),
    counts: [changes.new, changes.changed, changes.again, changes.leaves].map(({ length }) => length),
  };
}

function build(folder: string, now: string, allowed: readonly string[] = []): void {
  const ran = runCli(folder, ['build', '--now', now, ...allowed.flatMap((code) => ['--allow', code])], IN_CI);
  expect(ran.error).not.toMatch(/ error /);
  expect(ran.exitCode).toBe(0);
}

describe.skipIf(!hasReaders)('what newsboat and rss2email show after changes to a site', () => {
  let server: Awaited<ReturnType<typeof serve>>;
  let base = '';
  let reader: Subscriber;
  const rows: string[] = [];

  /** The subscriber has followed the site for a while: articles 21 to 40, then 41 to 60. */
  beforeAll(async () => {
    base = makeSite({ 'feedwright.yaml': CONFIG, ...makeArticles() });
    server = await serve();
    server.show(join(base, 'dist'));
    build(base, EARLIER);
    reader = await subscribe(`${server.address}/rss.xml`);
    expect((await visit(reader)).newsboat.length).toBe(20);
    build(base, NOW, ['flood']);
    expect((await visit(reader)).rss2email.length).toBe(20);
    expect(await visit(reader)).toEqual({ newsboat: [], rss2email: [] });
  });

  afterAll(async () => {
    forget(reader);
    await server.close();
  });

  it.each(CHANGES)('$name', async (change) => {
    const site = openSite(copySite(base));
    const subscriber = copySubscriber(reader);
    server.show(join(site.folder, 'dist'));
    change.apply(site);
    if (change.then) {
      build(site.folder, NOW);
      expect(await visit(subscriber)).toEqual({ newsboat: [], rss2email: [] });
      change.then(site);
    }
    const told = ask(site.folder);
    expect(told).toEqual({
      errors: change.refused ?? [],
      warnings: change.warned ?? [],
      counts: change.counts,
    });
    const before = readFileSync(join(site.folder, 'dist/rss.xml'), 'utf8');
    if (change.refused) {
      expect(runCli(site.folder, ['build', '--now', NOW], IN_CI).exitCode).toBe(1);
      expect(readFileSync(join(site.folder, 'dist/rss.xml'), 'utf8')).toBe(before);
    }
    build(site.folder, NOW, change.refused);
    const seen = await visit(subscriber);
    expect(await visit(subscriber)).toEqual({ newsboat: [], rss2email: [] });
    const wrongDates = countWrongDates(
      readFileSync(join(site.folder, 'dist/rss.xml'), 'utf8'),
      await listDates(subscriber),
    );
    forget(subscriber);
    rows.push(tableRow(change, told, seen, wrongDates));
    expect(wrongDates).toBe(change.wrongDates ?? 0);
    expectSeen(change, seen);
  });

  it('is the table of docs/subscribers.md', async () => {
    mkdirSync(join(import.meta.dirname, '../../docs'), { recursive: true });
    const head =
      '| Change | feedwright | newsboat shows as new | rss2email sends |\n| --- | --- | --- | --- |';
    const text = `${INTRODUCTION}\n${head}\n${rows.join('\n')}\n`;
    await expect(text).toMatchFileSnapshot('../../docs/subscribers.md');
  });
});

/** How many articles of a feed a reader shows with another date. */
function countWrongDates(rss: string, shown: ReadonlyMap<string, number>): number {
  const items = rss.matchAll(/<guid[^>]*>([^<]*)<\/guid>\s*<pubDate>([^<]*)</g);
  return [...items].filter(([, guid = '', date = '']) => {
    const known = shown.get(guid);
    return known !== undefined && known !== Date.parse(date) / 1000;
  }).length;
}

/** Where the guard passes, readers show what is truly new, and nothing else. */
function expectSeen({ refused, written = [], shown }: SiteChange, seen: Seen): void {
  if (!refused) expect(seen).toEqual({ newsboat: written, rss2email: written });
  else {
    const { newsboat, rss2email } =
      typeof shown === 'object' ? shown : { newsboat: shown ?? 0, rss2email: shown ?? 0 };
    expect([seen.newsboat.length, seen.rss2email.length]).toEqual([newsboat, rss2email]);
  }
}

function tableRow(
  change: SiteChange,
  { errors, warnings, counts }: Told,
  { newsboat, rss2email }: Seen,
  wrongDates: number,
): string {
  const [added, changed, again, leaves] = counts;
  const sees = `${added} new, ${changed} changed, ${again} again, ${leaves} ${leaves === 1 ? 'leaves' : 'leave'}`;
  const says = [
    ...(errors.length > 0 ? [`refuses: ${errors.map((code) => `\`${code}\``).join(', ')}`] : ['passes']),
    ...(warnings.length > 0 ? [`warns: ${warnings.map((code) => `\`${code}\``).join(', ')}`] : []),
    sees,
  ];
  const count = (titles: readonly string[]) => {
    const lost = (change.written ?? []).filter((title) => !titles.includes(title)).length;
    const real = (change.written ?? []).length - lost;
    const old = titles.length - real;
    const parts = [
      ...(real > 0 ? [`${real} new`] : []),
      ...(old > 0 ? [`**${old} old**`] : []),
      ...(lost > 0 ? [`**misses ${lost} new**`] : []),
    ];
    return parts.join(', ') || 'nothing';
  };
  const dates = wrongDates > 0 ? `; **keeps ${wrongDates} wrong date${wrongDates === 1 ? '' : 's'}**` : '';
  return `| ${change.name} | ${says.join('; ')} | ${count(newsboat)}${dates} | ${count(rss2email)} |`;
}

const INTRODUCTION = `# What subscribers see

Twenty and more things that happen to a site between two builds, what feedwright says of each, and what two real readers
then show: newsboat, and rss2email, which both had followed the site before and keep their own state. The feed carries 20 of 60
articles, 41 to 60; the readers have seen 21 to 60.

The second column is what \`feedwright build\` says: what it refuses or warns of, then how many articles subscribers will see as
new, as changed, *again* because their id is another, and how many leave the feed. It knows what is published now, not what it was
before: an article that comes back from beyond the limit counts as new, though a reader may remember it. What is refused was built
all the same with \`--allow\` to fill the last two columns: **bold** is the harm that was prevented. There *old* is what the
subscriber had read, or would never have been sent, and now is unread; *misses* is what the reader never shows.

This table is written by \`tests/readers/subscribers.test.ts\` (\`npx vitest run tests/readers/subscribers.test.ts -u\` on a
machine with the Debian packages newsboat, sqlite3 and rss2email) and held by it.
`;
