import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/model/index.ts';
import { onOneLine } from '../../src/problems/printable.ts';
import { chooseFormat, type PlacedProblem, placeProblems } from '../../src/reporters/format.ts';
import { formatGitHub } from '../../src/reporters/github.ts';
import { formatGitLab } from '../../src/reporters/gitlab.ts';
import { formatSarif } from '../../src/reporters/sarif.ts';
import { formatSummary, SUMMARY_LIMIT } from '../../src/reporters/summary.ts';

const one: PlacedProblem = {
  code: 'bad-date',
  severity: 'error',
  file: 'articles/a.md',
  path: 'site/articles/a.md',
  line: 3,
  column: 7,
  message: '"date" is wrong.',
  hint: 'Write a date.',
};
const many = (count: number, changes: Partial<PlacedProblem> = {}) =>
  Array.from({ length: count }, (_, index) => ({ ...one, line: index + 1, ...changes }));
const annotate = (problems: readonly PlacedProblem[]) => formatGitHub(problems, SUMMARY_LIMIT);

/** A workflow command as the runner of GitHub reads it. */
function readCommand(line: string) {
  const [, kind, properties = '', data = ''] = /^::(\w+) ([^:]*)::(.*)$/s.exec(line) ?? [];
  const decode = (text: string) =>
    text
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%25', '%');
  const pairs = properties.split(',').map((pair) => {
    // At the first sign, as the runner does: a value may hold more of them.
    const sign = pair.indexOf('=');
    return [pair.slice(0, sign), decode(pair.slice(sign + 1))];
  });
  return { kind, ...Object.fromEntries(pairs), data: decode(data) };
}

describe('the format is that of the CI', () => {
  it.each([
    [undefined, {}, 'text'],
    [undefined, { GITHUB_ACTIONS: 'true' }, 'github'],
    [undefined, { GITLAB_CI: 'true' }, 'gitlab'],
    [undefined, { CI: 'true', GITHUB_ACTIONS: 'false' }, 'text'],
    ['text', { GITHUB_ACTIONS: 'true' }, 'text'],
    ['sarif', { GITLAB_CI: 'true' }, 'sarif'],
    ['xml', {}, undefined],
    ['', {}, undefined],
  ])('%s in %o: %s', (asked, environment, format) => {
    expect(chooseFormat(asked, environment)).toBe(format);
  });
});

describe('annotations of GitHub (R64)', () => {
  it('name file, line, column, code and both sentences', () => {
    expect(annotate([one]).annotations).toBe(
      '::error file=site/articles/a.md,line=3,col=7,title=bad-date::"date" is wrong. Write a date.\n',
    );
  });

  it('say in words where a problem is that no file of the repository has', () => {
    const [address] = placeProblems([{ ...one, file: 'https://x.example/f.xml' }], () => undefined);
    expect(annotate(address ? [address] : []).annotations).toBe(
      '::error title=bad-date::https://x.example/f.xml:3: "date" is wrong. Write a date.\n',
    );
  });

  it('are ten errors and ten warnings; every other problem is in the summary', () => {
    const { annotations, summary } = annotate([...many(12), ...many(14, { severity: 'warning' })]);
    const lines = annotations.trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(10);
    expect(lines.filter((line) => line.startsWith('::warning '))).toHaveLength(10);
    expect(summary).toContain('### 2 more errors');
    expect(summary).toContain('### 4 more warnings');
    expect(summary.match(/^\| site/gm)).toHaveLength(6);
  });

  it('show one of every kind before a second of any', () => {
    const problems = [...many(12), { ...one, code: 'rare', line: 99 }];
    expect(annotate(problems).annotations).toContain('title=rare');
    expect(annotate(problems).annotations.split('\n')[1]).toContain('title=rare');
  });

  it('have an empty summary when all are annotated', () => {
    expect(annotate([one]).summary).toBe('');
  });

  it('carry any text as it is, with control characters shown', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (path, message) => {
        fc.pre(onOneLine(path) === path);
        const { annotations } = annotate([{ ...one, path, message }]);
        expect(annotations.match(/[\r\n]/g)).toHaveLength(1);
        expect(readCommand(annotations.slice(0, -1))).toEqual({
          kind: 'error',
          file: path,
          line: '3',
          col: '7',
          title: 'bad-date',
          data: onOneLine(`${message} Write a date.`),
        });
      }),
    );
  });
});

describe('the step summary', () => {
  it('stays below 1 MiB and says how many are missing', () => {
    const summary = formatSummary(many(9000, { message: 'ü'.repeat(500) }), SUMMARY_LIMIT);
    expect(Buffer.byteLength(summary)).toBeLessThan(SUMMARY_LIMIT);
    expect(Buffer.byteLength(summary)).toBeGreaterThan(SUMMARY_LIMIT * 0.99);
    const rows = summary.match(/^\| site/gm)?.length ?? 0;
    expect(summary).toContain(`… and ${9000 - rows} more`);
  });

  it('leaves room for what other steps wrote, and is empty without room', () => {
    expect(Buffer.byteLength(formatSummary(many(9000), 20_000))).toBeLessThan(20_000);
    expect(formatSummary(many(3), 200)).toBe('');
  });

  it('is a table of three cells whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (message) => {
        const row =
          formatSummary([{ ...one, message }], SUMMARY_LIMIT)
            .split('\n')
            .filter(isRow)[2] ?? '';
        expect(row.replace(/\\./g, '').match(/\|/g)).toHaveLength(4);
        expect(row).not.toMatch(/[<>]/);
      }),
    );
  });
});

const isRow = (line: string) => line.startsWith('|');

describe('code quality of GitLab', () => {
  it('has what GitLab asks for', () => {
    expect(JSON.parse(formatGitLab([one]))).toEqual([
      {
        description: '"date" is wrong. Write a date.',
        check_name: 'bad-date',
        fingerprint: expect.stringMatching(/^[\da-f]{32}$/),
        severity: 'major',
        location: { path: 'site/articles/a.md', lines: { begin: 3 } },
      },
    ]);
    expect(formatGitLab([])).toBe('[]\n');
  });

  const fingerprints = (problems: readonly PlacedProblem[]) =>
    (JSON.parse(formatGitLab(problems)) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint);

  it('knows a problem again when lines moved, and tells equal ones apart', () => {
    expect(fingerprints([{ ...one, line: 9, column: 1 }])).toEqual(fingerprints([one]));
    expect(new Set(fingerprints(many(50))).size).toBe(50);
    expect(fingerprints([{ ...one, path: 'b.md' }])).not.toEqual(fingerprints([one]));
    expect(fingerprints([{ ...one, message: 'other' }])).not.toEqual(fingerprints([one]));
  });
});

describe('SARIF', () => {
  it('has rules, results and places below the root of the repository', () => {
    const path = 'my site/ä:1#?.md';
    const {
      version,
      runs: [run],
    } = JSON.parse(
      formatSarif([
        { ...one, path },
        { ...one, code: 'a-code', severity: 'warning' },
      ]),
    );
    expect(version).toBe('2.1.0');
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['a-code', 'bad-date']);
    const [first, second] = run.results;
    expect(first).toMatchObject({ ruleId: 'bad-date', ruleIndex: 1, level: 'error' });
    expect(second).toMatchObject({ ruleId: 'a-code', ruleIndex: 0, level: 'warning' });
    expect(first.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'my%20site/%C3%A4%3A1%23%3F.md', uriBaseId: '%SRCROOT%' },
          region: { startLine: 3, startColumn: 7 },
        },
      },
    ]);
  });

  it('names an address as it is', () => {
    const address: Problem & { path: undefined } = {
      ...one,
      file: 'https://x.example/ f.xml',
      path: undefined,
    };
    const { artifactLocation } = JSON.parse(formatSarif([address])).runs[0].results[0].locations[0]
      .physicalLocation;
    expect(artifactLocation).toEqual({ uri: 'https://x.example/%20f.xml' });
  });
});
