import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BaseName, CHANGES, type SiteChange } from './changes.ts';
import { COMBINED_CHANGES, MORE_BASES } from './combined-changes.ts';
import { BASES, MORE_CHANGES } from './more-changes.ts';
import { type Base, playChange, publishAnyway, publishBase, type Told } from './play-change.ts';
import {
  copySubscriber,
  forget,
  hasReaders,
  listDates,
  markRead,
  receiveMail,
  type Subscriber,
  serve,
  subscribe,
  subscribeByMail,
  visit,
} from './subscriber.ts';

const ALL: readonly SiteChange[] = [...CHANGES, ...MORE_CHANGES, ...COMBINED_CHANGES];
const SITES = { ...BASES, ...MORE_BASES };
const FEED = 'rss.xml';

/** What was said of each change, and what was done about it. */
const told = new Map<string, { readonly told: Told; readonly followed: readonly string[] }>();

let server: Awaited<ReturnType<typeof serve>>;
const bases = new Map<BaseName, Base>();
const baseOf = ({ base = 'blog' }: SiteChange): Base => {
  const found = bases.get(base);
  if (!found) throw new Error(`no site ${base}`);
  return found;
};

beforeAll(async () => {
  server = await serve();
  for (const [name, files] of Object.entries(SITES)) bases.set(name as BaseName, await publishBase(files));
});
afterAll(() => server.close());

describe('a change passes and hurts nobody, or is refused with a hint that ends in such a build', () => {
  it.each(ALL)('$name', async (change) => {
    for (const where of ['folder', 'live'] as const) {
      const played = await playChange(baseOf(change), change, where, server);
      expect(played.told, where).toEqual({
        errors: change.refused ?? [],
        warnings: change.warned ?? [],
        counts: change.counts,
      });
      expect([where, played.harm]).toEqual([where, { faults: [], wrongDates: 0, missed: [] }]);
      told.set(change.name, played);
    }
  });
});

/** What both programs show as new, by title. */
interface Seen {
  readonly newsboat: readonly string[];
  readonly rss2email: readonly string[];
  readonly wrongDates: number;
}

describe.skipIf(!hasReaders)('newsboat and rss2email', { timeout: 600_000 }, () => {
  const seen = new Map<string, Seen>();
  const urlOf = (name: string | number) => `${server.address}/${name}/${FEED}`;

  beforeAll(async () => {
    const mail = await subscribeByMail(ALL.map((_, index) => urlOf(index)));
    const readers = new Map<BaseName, Subscriber>();
    for (const name of bases.keys()) readers.set(name, subscribe());
    const readAll = async (folderOf: (base: Base) => string) => {
      ALL.forEach((change, index) => void server.show(folderOf(baseOf(change)), String(index)));
      await markRead(mail);
      for (const [name, base] of bases) server.show(folderOf(base), name.replaceAll(' ', '-'));
      for (const [name, reader] of readers)
        expect((await visit(reader, urlOf(name.replaceAll(' ', '-')))).length).toBe(20);
    };
    await readAll(({ earlier }) => earlier);
    await readAll(({ folder }) => join(folder, 'dist'));
    const published: string[] = [];
    for (const [index, change] of ALL.entries()) {
      const { live } = await publishAnyway(baseOf(change), change, server);
      server.show(live, String(index));
      published.push(live);
    }
    const mails = await receiveMail(mail);
    for (const [index, change] of ALL.entries()) {
      const base = change.base ?? 'blog';
      const reader = await copySubscriber(
        readers.get(base) ?? subscribe(),
        urlOf(base.replaceAll(' ', '-')),
        urlOf(index),
      );
      const newsboat = await visit(reader, urlOf(index));
      const wrongDates = countWrongDates(join(published[index] ?? '', FEED), await listDates(reader));
      seen.set(change.name, { newsboat, rss2email: mails.get(urlOf(index)) ?? [], wrongDates });
      forget(reader);
    }
    forget(mail);
    for (const reader of readers.values()) forget(reader);
  }, 600_000);

  it.each(ALL)('show what was foretold: $name', (change) => {
    const { newsboat = [], rss2email = [], wrongDates } = seen.get(change.name) ?? {};
    const { refused, written = [], shown } = change;
    expect(wrongDates).toBe(change.wrongDates ?? 0);
    if (!refused) expect({ newsboat, rss2email }).toEqual({ newsboat: written, rss2email: written });
    else if (shown !== undefined)
      expect({ newsboat: newsboat.length, rss2email: rss2email.length }).toEqual({
        newsboat: shown,
        rss2email: shown,
      });
  });

  it('is the table of docs/subscribers.md', async () => {
    const rows = ALL.map((change) => tableRow(change, seen.get(change.name)));
    const head =
      '| Change | Build | Subscribers see | Fix | newsboat shows | rss2email sends |\n| --- | --- | --- | --- | --- | --- |';
    const text = `${INTRODUCTION}\n${head}\n${rows.join('\n')}\n`;
    await expect(text).toMatchFileSnapshot('../../docs/subscribers.md');
  });
});

/** How many articles of a feed a reader shows with a date that is another by a minute. */
function countWrongDates(file: string, shown: ReadonlyMap<string, number>): number {
  const items = readText(file).matchAll(/<guid[^>]*>([^<]*)<\/guid>\s*<pubDate>([^<]*)</g);
  return [...items].filter(([, guid = '', date = '']) => {
    const known = shown.get(guid);
    return known !== undefined && Math.abs(known - Date.parse(date) / 1000) >= 60;
  }).length;
}

/** Nothing where the feed ended. */
function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function tableRow(change: SiteChange, seen: Seen | undefined): string {
  const { told: said, followed } = told.get(change.name) ?? { followed: [] };
  const { errors = [], warnings = [], counts = [] } = said ?? {};
  const list = (codes: readonly string[]) => codes.map((code) => `\`${code}\``).join(', ');
  const build = [
    ...(errors.length > 0 ? [`refused: ${list(errors)}`] : []),
    ...(warnings.length > 0 ? [`warning: ${list(warnings)}`] : []),
  ];
  const names = ['new', 'updated', counts[2] === 1 ? 'duplicate' : 'duplicates', 'dropped'];
  const sees = names.flatMap((name, index) => (counts[index] ? [`${counts[index]} ${name}`] : []));
  const { newsboat = [], rss2email = [], wrongDates = 0 } = seen ?? {};
  const dates = wrongDates > 0 ? `; **keeps ${wrongDates} wrong date${wrongDates === 1 ? '' : 's'}**` : '';
  const shows = `${count(change, newsboat)}${dates} | ${count(change, rss2email)}`;
  return `| ${change.name} | ${build.join('; ') || 'ok'} | ${sees.join(', ') || 'no change'} | ${followed.join(', ')} | ${shows} |`;
}

function count({ written = [] }: SiteChange, titles: readonly string[]): string {
  const lost = written.filter((title) => !titles.includes(title)).length;
  const real = written.length - lost;
  const old = titles.length - real;
  const parts = [
    ...(real > 0 ? [`${real} new`] : []),
    ...(old > 0 ? [`**${old} old**`] : []),
    ...(lost > 0 ? [`**misses ${lost} new**`] : []),
  ];
  return parts.join(', ') || 'nothing';
}

const INTRODUCTION = `# What subscribers see

This page shows ${ALL.length} changes to a site: what \`feedwright build\` says about each, and what two feed readers show afterwards. The readers are
newsboat and rss2email. The site has 60 articles, and its feed carries the newest 20. The readers have already seen the newest 40.

- **Build**: the errors and warnings of the build. A refused build writes nothing.
- **Subscribers see**: the summary of the build. *Duplicates* are articles that appear again as new because their ID changed. *Dropped* articles leave
  the feed. The summary is the same whether the build compares with the output folder or with the live site (\`--against\`).
- **Fix**: what the error message tells you to do: set this key in the front matter or in \`feedwright.yaml\`, redirect the old URL, or accept
  the change with \`--allow\`. After the fix, the build passes, and subscribers see nothing twice, see nothing old as new, and miss nothing.
- **newsboat shows** and **rss2email sends**: the articles that the readers present as new if you publish the change without the fix. **Bold** is the harm
  that a refused build prevents: *old* articles appear as new, a reader *misses* new articles, or newsboat keeps a *wrong date*.

A build compares with what is published. It can't know what each reader remembers, so it counts an article as new if it returns to the feed
after it had dropped out.

\`tests/readers/subscribers.test.ts\` writes this table and checks it. To write it again, install the
Debian packages newsboat, sqlite3 and rss2email, and run \`npx vitest run tests/readers/subscribers.test.ts -u\`. The readers follow
\`rss.xml\`.
`;
