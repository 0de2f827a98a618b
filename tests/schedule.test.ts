import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOutputs } from './read-outputs.ts';
import { makeSite, runCli } from './run-cli.ts';

/** A day with articles at nine and at twelve on the clocks of a place, and what that is on ours. */
const DAYS = [
  { zone: 'Europe/Berlin', day: '2026-03-28', nine: '2026-03-28T08:00:00Z', noon: '2026-03-28T11:00:00Z' },
  { zone: 'Europe/Berlin', day: '2026-03-29', nine: '2026-03-29T07:00:00Z', noon: '2026-03-29T10:00:00Z' },
  { zone: 'America/New_York', day: '2026-10-31', nine: '2026-10-31T13:00:00Z', noon: '2026-10-31T16:00:00Z' },
  { zone: 'America/New_York', day: '2026-11-01', nine: '2026-11-01T14:00:00Z', noon: '2026-11-01T17:00:00Z' },
  { zone: 'Pacific/Auckland', day: '2026-04-04', nine: '2026-04-03T20:00:00Z', noon: '2026-04-03T23:00:00Z' },
  { zone: 'Pacific/Auckland', day: '2026-04-05', nine: '2026-04-04T21:00:00Z', noon: '2026-04-05T00:00:00Z' },
] as const;

const MINUTE = 60_000;

function article(title: string, date: string, more = ''): string {
  return `---\ntitle: ${title}\ndate: ${date}\n${more}---\nText.\n`;
}

interface Built {
  readonly outputs: Readonly<Record<string, string>>;
  /** Titles in the feed, newest first. */
  readonly titles: readonly string[];
  readonly heldBack: readonly { readonly file: string; readonly due: string }[];
}

/** Builds as a job does, on a machine whose own clock is elsewhere. */
function buildAt(folder: string, instant: number, machineZone: string): Built {
  writeFileSync(join(folder, 'outputs'), '');
  const args = ['build', '--now', new Date(instant).toISOString(), '--report', 'report.json'];
  const ran = runCli(folder, args, { TZ: machineZone, GITHUB_OUTPUT: 'outputs', CI: 'true' });
  expect(ran.exitCode, ran.error).toBe(0);
  const { items } = JSON.parse(readFileSync(join(folder, 'dist/feed.json'), 'utf8'));
  const { heldBack } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
  return {
    outputs: readOutputs(readFileSync(join(folder, 'outputs'), 'utf8')),
    titles: items.map(({ title }: { title: string }) => title),
    heldBack,
  };
}

/** Everything that would show that a file was touched. */
function stateOf(folder: string) {
  return readdirSync(join(folder, 'dist')).map((name) => {
    const { ino, mtimeNs, ctimeNs } = statSync(join(folder, 'dist', name), { bigint: true });
    return { name, ino, mtimeNs, ctimeNs };
  });
}

describe('a build publishes exactly what is due (R12, R56–R58, R63)', () => {
  it.each(DAYS)('$day in $zone', ({ zone, day, nine, noon }) => {
    const folder = makeSite({
      'feedwright.yaml': `site: https://you.example/\ntitle: You\ntimeZone: ${zone}\n`,
      'articles/old.md': article('Old', '2026-01-01'),
      'articles/nine.md': article('Nine', `${day} 09:00`),
      'articles/noon.md': article('Noon', `${day}T12:00:00`),
    });
    const [atNine, atNoon] = [Date.parse(nine), Date.parse(noon)];
    const expected = [
      { at: atNine - MINUTE, changed: 'true', titles: ['Old'], next: nine },
      { at: atNine - 1, changed: 'false', titles: ['Old'], next: nine },
      { at: atNine, changed: 'true', titles: ['Nine', 'Old'], next: noon },
      { at: atNoon - MINUTE, changed: 'false', titles: ['Nine', 'Old'], next: noon },
      { at: atNoon + 180 * MINUTE, changed: 'true', titles: ['Noon', 'Nine', 'Old'], next: '' },
      { at: atNoon + 24 * 60 * MINUTE, changed: 'false', titles: ['Noon', 'Nine', 'Old'], next: '' },
    ];
    for (const { at, changed, titles, next } of expected) {
      const before = changed === 'false' ? stateOf(folder) : [];
      const built = buildAt(folder, at, zone === 'Europe/Berlin' ? 'America/New_York' : 'Asia/Kolkata');
      expect(built.titles).toEqual(titles);
      expect(built.outputs).toMatchObject({ changed, 'next-due': next, 'next-expiry': '' });
      expect(JSON.parse(built.outputs.feeds ?? '')).toEqual(
        changed === 'true' ? ['rss.xml', 'atom.xml', 'feed.json'] : [],
      );
      expect(built.heldBack[0]?.due ?? '').toBe(next);
      if (changed === 'false') expect(stateOf(folder)).toEqual(before);
    }
  });

  it('publishes late what a skipped run did not, in the order of the dates', () => {
    const files = {
      'feedwright.yaml': 'site: https://you.example/\ntitle: You\ntimeZone: Europe/Berlin\n',
      'articles/old.md': article('Old', '2026-01-01'),
      'articles/nine.md': article('Nine', '2026-03-29 09:00'),
      'articles/noon.md': article('Noon', '2026-03-29 12:00'),
    };
    const late = buildAt(makeSite(files), Date.parse('2026-04-02T00:00:00Z'), 'UTC');
    expect(late.titles).toEqual(['Noon', 'Nine', 'Old']);
  });

  it('says when the next published article expires, and takes it out then', () => {
    const folder = makeSite({
      'feedwright.yaml': 'site: https://you.example/\ntitle: You\ntimeZone: Europe/Berlin\n',
      'articles/old.md': article('Old', '2026-01-01'),
      'articles/sale.md': article('Sale', '2026-03-01', 'expires: 2026-03-29 09:00\n'),
      'articles/later.md': article('Later', '2026-03-01', 'expires: 2026-06-01\n'),
      'articles/due.md': article('Due', '2026-03-30', 'expires: 2026-03-31\n'),
    });
    const before = buildAt(folder, Date.parse('2026-03-29T06:59:59Z'), 'UTC');
    expect(before.outputs).toMatchObject({
      'next-expiry': '2026-03-29T07:00:00Z',
      'next-due': '2026-03-29T22:00:00Z',
    });
    expect(before.titles).toContain('Sale');
    const after = buildAt(folder, Date.parse('2026-03-29T07:00:00Z'), 'UTC');
    expect(after.titles).not.toContain('Sale');
    expect(after.outputs).toMatchObject({ changed: 'true', 'next-expiry': '2026-05-31T22:00:00Z' });
  });

  it('tells the next steps that a build that failed changed nothing', () => {
    const folder = makeSite({
      'feedwright.yaml': 'site: https://you.example/\ntitle: You\n',
      'articles/old.md': '---\ntitle: Old\ndate: 2026-02-30\n---\n',
    });
    expect(runCli(folder, ['build'], { GITHUB_OUTPUT: 'outputs' }).exitCode).toBe(1);
    expect(readOutputs(readFileSync(join(folder, 'outputs'), 'utf8'))).toMatchObject({
      changed: 'false',
      feeds: '[]',
    });
  });
});
