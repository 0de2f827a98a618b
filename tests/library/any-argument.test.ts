import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as library from '../../src/index.ts';
import { makeSite } from '../run-cli.ts';

const { build, checkFeed, cleanHtml, compareFeeds, formatProblem, listArticles, loadConfig } = library;
const { parseFeed, renderArticle, writeFeed } = library;

const circle: Record<string, unknown> = {};
circle.self = circle;
const settings = { site: 'https://you.example/', title: 'You' };
const anyValue = fc.constantFrom<unknown>(
  ...[undefined, null, 0, -1, Number.NaN, 1e30, 10n, true, '', 'x', '\ud83d', 'https://x.example/', '<rss'],
  ...[
    '{"version":"https://jsonfeed.org/version/1.1"}',
    Symbol('s'),
    () => 1,
    class {},
    circle,
    [circle],
    [],
    {},
  ],
  ...[
    Object.create(null),
    new Map(),
    new Set(['x']),
    new Date(Number.NaN),
    new Uint8Array(3),
    new Uint16Array(3),
  ],
  ...[new URL('https://x.example/'), Promise.resolve(1), new Proxy({}, {}), new Error('e'), [undefined]],
);
const OPTIONS =
  'now workingDirectory strict write source url undated oldSource newSource file settings flags site title format preset workers progress published take renderBody'.split(
    ' ',
  );
const anyArgument = fc.oneof(anyValue, fc.dictionary(fc.constantFrom(...OPTIONS), anyValue, { maxKeys: 3 }));

const site = () => makeSite({ 'articles/a.md': '---\ntitle: A\ndate: 2025-11-04\n---\nText.' });

describe('any argument', () => {
  const runs = Math.min(300, Number(process.env.FEEDWRIGHT_PROPERTY_RUNS ?? 60));
  const { config } = loadConfig({ workingDirectory: site(), settings });
  const answers: Readonly<Record<string, (a: never, b: never) => unknown>> = {
    ...{ build, checkFeed, cleanHtml, compareFeeds, listArticles, loadConfig, parseFeed, renderArticle },
    'build of a configuration': (a: object) =>
      build(config as library.Config, { write: false, ...(a as { now: 0 }) }),
    'list of a configuration': (a) => listArticles(config as library.Config, a),
    'renderArticle with a URL': (a: object) => renderArticle('x', { url: 'https://you.example/', ...a }),
  };

  it.each(Object.entries(answers))('of %s is a problem or a result, never an exception', (_, call) => {
    fc.assert(
      fc.property(anyArgument, anyArgument, (a, b) => {
        const result = call(a as never, b as never);
        const found = (result ?? {}) as { problems?: library.Problem[]; problem?: library.Problem };
        const problems = Array.isArray(result) ? result : (found.problems ?? [found.problem ?? []].flat());
        for (const problem of problems as library.Problem[])
          expect(formatProblem(problem)).toMatch(/^.+: .+$/);
      }),
      { numRuns: runs },
    );
  });

  it('of a function that has no place for problems is a TypeError', () => {
    fc.assert(
      fc.property(anyArgument, anyArgument, (a, b) => {
        expect(() => writeFeed(a as never, b as never)).toThrow(
          /^Unknown format|^The first argument is not a Feed/,
        );
        expect(() => writeFeed(a as never, 'rss')).toThrow(TypeError);
        expect(() => formatProblem(a as never)).toThrow(/^The argument is not a problem/);
      }),
      { numRuns: runs },
    );
  });
});

describe('a wrong argument', () => {
  const messages = ({ problems }: { readonly problems: readonly library.Problem[] }) =>
    problems.map(({ file, code, message }) => `${file} ${code}: ${message}`);

  it('of build is said, and nothing is built', () => {
    const report = build(settings as never, {} as never);
    expect(messages(report)).toEqual([
      `build bad-argument: Invalid "config": expected the "config" that loadConfig returned but found "${JSON.stringify(settings)}".`.replaceAll(
        '\\',
        '',
      ),
      'build bad-argument: "now" is missing: expected a time in ms since 1970.',
    ]);
    expect(report).toMatchObject({ changed: false, feeds: [], nextDue: null });
    expect(messages(build(undefined as never, { now: 0, limit: 2 } as never))).toEqual([
      'build bad-argument: "config" is missing: expected the "config" that loadConfig returned.',
      'build unknown-argument: Unknown option "limit".',
    ]);
  });

  it('of loadConfig and listArticles is said', () => {
    expect(messages(loadConfig({ flags: { sit: 'x' } as never }))).toEqual([
      'flags unknown-argument: Unknown option "sit".',
    ]);
    expect(messages(loadConfig({ workingDirectory: 7 as never }))).toEqual([
      'loadConfig bad-argument: Invalid "workingDirectory": expected a string but found "7".',
    ]);
    const { config } = loadConfig({ workingDirectory: site(), settings });
    expect(messages(listArticles(config as library.Config, new Date() as never))[0]).toMatch(
      /^listArticles bad-argument: Invalid "now": expected a time in ms since 1970 but found /,
    );
  });

  it('is said where a list or null stands for the options', () => {
    for (const wrong of [null, [], 'x'])
      expect(messages({ problems: checkFeed('<rss/>', wrong as never) })).toEqual([
        `checkFeed bad-argument: Invalid "options": expected an object but found ${JSON.stringify(wrong === 'x' ? 'x' : JSON.stringify(wrong))}.`,
      ]);
  });
});
