import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../content/facts-of.ts';
import { machine } from '../machine.ts';
import { copySite, runCli } from '../run-cli.ts';
import { makeHistory } from './make-history.mjs';

const NOW = ['--now', '2026-11-01T00:00:00Z'];

/** What a tool made of one file; the rest is only there when it is live. */
interface Recorded {
  readonly file: string;
  readonly live: boolean;
  readonly url?: string;
  readonly title?: string;
  /** Null where the tool knows none. */
  readonly date?: string | null;
}

/** A fact in which we mean to differ from the tool, and why. */
interface Named {
  readonly file: string;
  /** Those of the content are compared in content.test.ts. */
  readonly fact: 'live' | 'url' | 'title' | 'date' | 'feed' | Fact;
  readonly reason: string;
}

interface Listed {
  readonly file: string;
  readonly state: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly published: string | null;
}

interface Compared {
  readonly changes: { readonly new: readonly Changed[]; readonly again: readonly Changed[] };
  readonly problems: readonly { readonly severity: string; readonly file: string; readonly code: string }[];
}

interface Changed {
  readonly file: string;
}

/** States in which an article has a page on the site. */
const LIVE = new Set(['in the feed', 'in another feed', 'in the archive', 'older than the limit']);

/** What `list` shows. */
const LISTED: ReadonlySet<string> = new Set(['live', 'url', 'title', 'date']);

const sites = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: tool }) => readdirSync(join(import.meta.dirname, tool)).map((site) => ({ tool, site })))
  .filter(
    ({ tool, site }) => machine.git || !existsSync(join(import.meta.dirname, tool, site, 'history.json')),
  );

describe.each(sites)('$tool: $site', ({ tool, site }) => {
  const folder = join(import.meta.dirname, tool, site);
  const recorded: readonly Recorded[] = readJson(join(folder, 'recorded.json')).articles;
  const named: readonly Named[] = existsSync(join(folder, 'differences.json'))
    ? readJson(join(folder, 'differences.json'))
    : [];
  const work = copySite(join(folder, 'site'));
  makeHistory(folder, work);
  const init = runCli(work, ['init', ...NOW]);
  const { articles }: { readonly articles: readonly Listed[] } = JSON.parse(
    runCli(work, ['list', '--json', ...NOW]).out || '{"articles":[]}',
  );

  it('publishes each file as the tool does, or differs for a named reason', () => {
    expect(init.error + init.out).toContain('Wrote feedwright.yaml');
    const expected = named
      .filter(({ fact }) => LISTED.has(fact))
      .map(({ file, fact }) => `${fact} of ${file}`);
    expect(findDifferences(recorded, articles)).toEqual(
      Object.fromEntries(expected.map((key) => [key, expect.anything()])),
    );
  });

  it.runIf(existsSync(join(folder, 'feed.xml')))('continues the feed that the tool itself wrote', () => {
    const other = copySite(join(folder, 'site'));
    const feed = join(folder, 'feed.xml');
    const follow = runCli(other, ['init', '--against', feed, ...NOW]);
    expect(follow.exitCode, follow.error).toBe(0);
    const compared = runCli(other, ['diff', '--json', '--against', feed, ...NOW]);
    const { changes, problems }: Compared = JSON.parse(compared.out);
    const filesOf = (fact: Named['fact']) =>
      named.filter((each) => each.fact === fact).map(({ file }) => file);
    expect(
      changes.new.filter(({ file }) => ![...filesOf('live'), ...filesOf('feed')].includes(file)),
    ).toEqual([]);
    expect(
      changes.again.filter(({ file }) => ![...filesOf('url'), ...filesOf('feed')].includes(file)),
    ).toEqual([]);
    const meant = [...filesOf('url'), ...filesOf('date'), ...filesOf('feed')];
    const errors = problems.filter(({ severity, file }) => severity === 'error' && !meant.includes(file));
    expect(errors).toEqual([]);
  });
});

function readJson(path: string) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** By `fact of file`: what the tool says, and what we say. */
function findDifferences(recorded: readonly Recorded[], listed: readonly Listed[]): Record<string, string> {
  const found: Record<string, string> = {};
  const ours = new Map(listed.map((article) => [article.file, article]));
  for (const { file, live, url, title, date } of recorded) {
    const own = ours.get(file);
    const note = (fact: string, theirs: unknown, mine: unknown) => {
      if (theirs !== mine)
        found[`${fact} of ${file}`] = `${JSON.stringify(theirs)} here ${JSON.stringify(mine)}`;
    };
    const isLive = own !== undefined && LIVE.has(own.state);
    note('live', live, isLive);
    if (!live || !isLive) continue;
    note('url', url, own.url);
    note('title', title, own.title);
    // A tool that knows no dates says nothing of them.
    if (date !== undefined) note('date', date, own.published);
  }
  return found;
}
