import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readDate } from '../../src/articles/dates.ts';
import { createTimeZone } from '../../src/articles/time-zone.ts';
import { makeSite, runCli } from '../run-cli.ts';

const utc = createTimeZone('UTC');

function read(written: string, zone = utc): string {
  const result = readDate(written, zone);
  return 'instant' in result ? new Date(result.instant).toISOString().replace('.000', '') : result.reason;
}

describe('every form with one meaning is read', () => {
  test.each([
    ['2025-11-04', '2025-11-04T00:00:00Z'],
    ['2015-11-3 3:45:00', '2015-11-03T03:45:00Z'],
    ['2025-11-04T09:00', '2025-11-04T09:00:00Z'],
    ['2025-11-04t09:00:00z', '2025-11-04T09:00:00Z'],
    ['2025-11-04T09:00:00.987Z', '2025-11-04T09:00:00Z'],
    ['2019-10-01 20:46:50 -0400', '2019-10-02T00:46:50Z'],
    ['2018-04-19 19:45:15 +05:30', '2018-04-19T14:15:15Z'],
    ['2018-04-19T19:45:15+0530', '2018-04-19T14:15:15Z'],
    ['2021-05-06 10:00:00+05', '2021-05-06T05:00:00Z'],
    ['2021-05-06 10:00:00 UTC', '2021-05-06T10:00:00Z'],
    ['2023-01-29 18:30:22 2023 -0800', '2023-01-30T02:30:22Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00Z'],
    ['2025/11/4 9:05 PM', '2025-11-04T21:05:00Z'],
    ['2025-11-04 12:00 am', '2025-11-04T00:00:00Z'],
    ['20251104', '2025-11-04T00:00:00Z'],
    ['20251104T101112Z', '2025-11-04T10:11:12Z'],
    ['4 November 2025', '2025-11-04T00:00:00Z'],
    ['Nov 4th, 2025 10:30 am', '2025-11-04T10:30:00Z'],
    ['Tue, 04 Nov 2025 10:00:00 GMT', '2025-11-04T10:00:00Z'],
    ['Tue Nov  4 10:00:00 UTC 2025', '2025-11-04T10:00:00Z'],
    ['Tue Nov 04 2025 10:00:00 GMT+0100 (Central European Standard Time)', '2025-11-04T09:00:00Z'],
    ['Fri Sep 3 11:21:31 CEST 2021', '2021-09-03T09:21:31Z'],
    ['Tue Nov 4 10:00:00 2025', '2025-11-04T10:00:00Z'],
    ['Tue Nov 4 10:00:00 2025 +0100', '2025-11-04T09:00:00Z'],
    ['4 November, 2025', '2025-11-04T00:00:00Z'],
    ['2025-11-04 20:00.000000000 +09:00', '2025-11-04T11:00:00Z'],
    ['2025-11-04 10:00 EST', '2025-11-04T15:00:00Z'],
    ['25/12/2025', '2025-12-25T00:00:00Z'],
    ['\u00a02016-08-24\u00a009:30:00', '2016-08-24T09:30:00Z'],
    ['2021-02-08 16:30:00+16:30', '2021-02-08T00:00:00Z'],
    ['2024-02-29', '2024-02-29T00:00:00Z'],
  ])('%s', (written, expected) => {
    expect(read(written)).toBe(expected);
  });
});

describe('what is ambiguous or impossible is refused, with a date that would be right (R9)', () => {
  test.each([
    ['04/11/2025', 'is ambiguous', 'Write 2025-11-04 or 2025-04-11.'],
    ['2024-02-31', 'has no day 31', 'Write 2024-02-29 or 2024-02-29T09:00:00+01:00.'],
    ['2023-02-29', 'has no day 29', 'Write 2023-02-28 or 2023-02-28T09:00:00+01:00.'],
    ['2024-13-01', 'has no month 13', 'Write 2024-01-01, or another month from 01 to 12.'],
    ['2024-00-10', 'has no month 0', 'Write 2024-01-10, or another month from 01 to 12.'],
    ['2025-11-04 24:00', 'has an impossible time', 'Write 2025-11-04 or 2025-11-04T09:00:00+01:00.'],
    ['2025-11-04 13:00 pm', 'has an impossible time', 'Write 2025-11-04 or 2025-11-04T09:00:00+01:00.'],
    ['2025-11-04 13:00:60', 'has an impossible time', 'Write 2025-11-04 or 2025-11-04T09:00:00+01:00.'],
    ['9999-12-31T23:59:59-01:00', 'is after the year 9999 in UTC', 'Write 9999-12-31T00:00:00Z at most.'],
    ['2023-01-29 18:30:22 2022 -0800', 'has two years', 'Write 2023-01-29T18:30:22Z.'],
    ['2025-11-04 10:00 +99:00', 'has an impossible offset +99:00', 'Write 2025-11-04T09:00:00+01:00.'],
  ])('%s', (written, reason, suggestion) => {
    expect(readDate(written, utc)).toEqual({ reason, suggestion });
  });

  test.each([
    '',
    'soon',
    '2025',
    '2025-11',
    '1601251200',
    '2021-02-08 16:30-:00+16:30',
    '4/11/25',
    '2025-11-04 10:00 IST',
    `2025-11-04${' x'.repeat(99)}`,
  ])('%j', (written) => {
    expect(read(written)).toBe('is not a date');
  });

  it('never throws, and reads back what it read, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readDate(text, utc)));
    const minute = fc.integer({ min: 0, max: 4_102_444_800 / 60 });
    fc.assert(
      fc.property(minute, fc.integer({ min: -840, max: 840 }), (at, offset) => {
        const wall = new Date((at + offset) * 60_000).toISOString().slice(0, 16);
        const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60].map((n) =>
          String(n).padStart(2, '0'),
        );
        const result = readDate(`${wall.replace('T', ' ')} ${offset < 0 ? '-' : '+'}${hours}${minutes}`, utc);
        expect(result).toEqual({ instant: at * 60_000, wall: (at + offset) * 60_000 });
      }),
    );
  });
});

describe('a time without a zone is in the site’s zone (R58)', () => {
  const losAngeles = createTimeZone('America/Los_Angeles');
  test.each([
    ['2025-01-15', '2025-01-15T08:00:00Z'],
    ['2025-07-15 12:00', '2025-07-15T19:00:00Z'],
    ['2024-03-10 02:30', '2024-03-10T10:30:00Z'],
    ['2024-11-03 01:30', '2024-11-03T08:30:00Z'],
    ['2024-11-03 02:00', '2024-11-03T10:00:00Z'],
  ])('%s in Los Angeles', (written, expected) => {
    expect(read(written, losAngeles)).toBe(expected);
  });

  it('knows zones whose day begins after a gap, half-hour zones and a day that never was', () => {
    expect(read('2018-11-04', createTimeZone('America/Sao_Paulo'))).toBe('2018-11-04T03:00:00Z');
    expect(read('2024-06-01 12:00', createTimeZone('Australia/Lord_Howe'))).toBe('2024-06-01T01:30:00Z');
    expect(read('2011-12-30', createTimeZone('Pacific/Apia'))).toBe('2011-12-30T10:00:00Z');
  });

  it('gives an instant whose wall-clock time is the one written, outside gaps', () => {
    const zone = fc.constantFrom(
      'Europe/Paris',
      'Asia/Kolkata',
      'Pacific/Kiritimati',
      'America/St_Johns',
      'Africa/Casablanca',
    );
    fc.assert(
      fc.property(zone, fc.integer({ min: 0, max: 1_900_000_000 }), (name, second) => {
        const { toInstant, toWall } = createTimeZone(name);
        const instant = second * 1000;
        const again = toInstant(toWall(instant));
        // In an overlap two instants have one wall-clock time; the earlier is taken.
        expect(toWall(again)).toBe(toWall(instant));
        expect(again).toBeLessThanOrEqual(instant);
      }),
    );
  });
});

test.each([
  ['1000-02-28', '1000-02-28T11:06:32Z'],
  ['1500-02-28', '1500-02-28T11:06:32Z'],
  ['1582-10-10', '1582-10-10T11:06:32Z'],
  ['1900-01-01', '1900-01-01T11:00:00Z'],
])('%s is a day of the calendar that RFC 3339 counts in, in a zone whose local mean time was then the rule', (day, expected) => {
  expect(read(`${day} 12:00`, createTimeZone('Europe/Berlin'))).toBe(expected);
});

test.each([
  'Created',
  'Last Modified',
])('a date that Eleventy takes from the file is refused with the reason: %s', (written) => {
  expect(readDate(written, utc)).toEqual({
    reason:
      'is not a fixed date, because Eleventy takes the time of the file, which is another on each machine',
    suggestion: 'Write the date itself, or "git Created", which Eleventy takes from the commits.',
  });
});

describe('the date of a file name', () => {
  const list = (preset: string, keys: string) => {
    const folder = makeSite({
      'feedwright.yaml': `site: https://h.test/\ntitle: T\npreset: ${preset}\narticles: _posts\npermalink: /:slug/\n`,
      '_posts/2018-05-16-a.md': `---\ntitle: A\n${keys}\n---\nText.\n`,
    });
    const now = ['--now', '2026-11-01T00:00:00Z'];
    const { out } = runCli(folder, ['list', '--json', ...now]);
    return {
      published: JSON.parse(out).articles[0].published,
      error: runCli(folder, ['build', ...now]).error,
    };
  };

  it.each([
    ['jekyll', 'pub-date: May 16\npub-year: 2018'],
    ['zola', 'published_date: 2018-05-20 10:00:00 +0100'],
    ['eleventy', 'created: long ago'],
  ])('counts with %s where the key is none that the tool reads: "%s"', (preset, keys) => {
    const { published, error } = list(preset, keys);
    expect(published).toBe('2018-05-16T00:00:00Z');
    expect(error).not.toContain('date');
  });

  it('gives way to a date that the tool reads, or may read', () => {
    expect(list('jekyll', 'date: 2018-05-17').published).toBe('2018-05-17T00:00:00Z');
    expect(list('hugo', 'published: 2018-05-17').published).toBe('2018-05-17T00:00:00Z');
    expect(list('jekyll', 'date: May').error).toContain('bad-date');
  });
});

test.each([
  ['astro', '2025-11-03T07:08:09Z'],
  ['vitepress', '2025-11-03T07:08:09Z'],
  ['', '2025-11-03T07:08:09Z'],
  // These know which key it is, or that none is.
  ['jekyll', '2025-11-04T00:00:00Z'],
  ['docusaurus', '2025-11-04T00:00:00Z'],
])('with preset "%s", a day of publication beside a date in the file name gives %s', (preset, published) => {
  const folder = makeSite({
    'feedwright.yaml': `site: https://a.test/\ntitle: T\narticles: posts\n${preset && `preset: ${preset}\n`}`,
    'posts/2025-11-04-a.md': '---\ntitle: A\npublishDate: 2025-11-03T07:08:09Z\n---\nText.\n',
  });
  const { out } = runCli(folder, ['list', '--json', '--now', '2026-11-01T00:00:00Z']);
  expect(JSON.parse(out).articles).toMatchObject([{ published }]);
});

test.each([
  ['2025-03-19 09:00:00 -0700', '2025-03-19T09:00:00Z'],
  ['2025-03-19 09:00:00 +0530', '2025-03-19T09:00:00Z'],
  ['2025-03-19 09:00:00 -07:00', '2025-03-19T16:00:00Z'],
  ['2025-03-19T09:00:00-07:00', '2025-03-19T16:00:00Z'],
])('Docusaurus puts a Z behind an offset that YAML does not read: %s', (date, published) => {
  const folder = makeSite({
    'feedwright.yaml': 'site: https://a.test/\ntitle: T\npreset: docusaurus\n',
    'blog/a.md': `---\ntitle: A\ndate: ${date}\n---\nText.\n`,
  });
  const { articles } = JSON.parse(runCli(folder, ['list', '--json', '--now', '2026-11-01T00:00:00Z']).out);
  expect(articles[0]).toMatchObject({ published });
});
