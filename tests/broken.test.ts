import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { copySite, makeSite, runCli } from './run-cli.ts';

const broken = join(import.meta.dirname, 'broken');

interface Expected {
  readonly exitCode: number;
  /** `file:line code`, as many as there are. */
  readonly problems: readonly string[];
  /** A part of what the user reads. */
  readonly says: string;
}

function readReport(folder: string): readonly string[] {
  const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
  return report.problems.map(
    (p: { file: string; line: number; code: string }) => `${p.file}:${p.line} ${p.code}`,
  );
}

const OLD = '<rss version="2.0"><channel><title>Old</title></channel></rss>';

/** Builds a site whose feeds exist already, and says whether they are still the old ones. */
function buildOver(folder: string) {
  mkdirSync(join(folder, 'dist'), { recursive: true });
  writeFileSync(join(folder, 'dist/rss.xml'), OLD);
  const ran = runCli(folder, ['build', '--now', '2026-01-01T00:00:00Z', '--report', 'report.json']);
  return { ...ran, keptOld: readFileSync(join(folder, 'dist/rss.xml'), 'utf8') === OLD };
}

describe('bad input is named with file and place, and the old feeds stay (tests/broken)', () => {
  test.each(readdirSync(broken))('%s', (name) => {
    const expected: Expected = JSON.parse(readFileSync(join(broken, name, 'expected.json'), 'utf8'));
    const folder = copySite(join(broken, name));
    const { exitCode, error, keptOld } = buildOver(folder);
    expect(readReport(folder)).toEqual(expected.problems);
    expect(error).toContain(expected.says);
    expect(exitCode).toBe(expected.exitCode);
    expect(keptOld).toBe(expected.exitCode !== 0);
    expect(readdirSync(join(folder, 'dist')).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  });
});

const CONFIG = 'site: https://example.org/\ntitle: Example\n';
const ARTICLE = '---\ntitle: Hello\ndate: 2025-11-04\n---\nHello.\n';

describe('files that cannot be kept in a repository', () => {
  it('an article of 10 MB', () => {
    const folder = makeSite({
      'feedwright.yaml': CONFIG,
      'articles/a.md': ARTICLE,
      'articles/big.md': `${ARTICLE}${'word '.repeat(2_000_000)}`,
    });
    const { exitCode, error, keptOld } = buildOver(folder);
    expect(readReport(folder)).toEqual(['articles/big.md:1 too-large']);
    expect(error).toContain('articles/big.md:1 error too-large: The file is 10000');
    expect([exitCode, keptOld]).toEqual([1, true]);
  });

  it('invalid UTF-8 in a body and in front matter', () => {
    const bytes = Buffer.concat([
      Buffer.from(`${ARTICLE}line\n`),
      Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x0a]),
    ]);
    const title = Buffer.concat([
      Buffer.from('---\ndate: 2025-11-04\ntitle: caf'),
      Buffer.from([0xe9]),
      Buffer.from('\n---\n'),
    ]);
    const folder = makeSite({
      'feedwright.yaml': CONFIG,
      'articles/body.md': bytes,
      'articles/title.md': title,
    });
    const { exitCode, keptOld } = buildOver(folder);
    expect(readReport(folder)).toEqual(['articles/body.md:7 not-utf8', 'articles/title.md:3 not-utf8']);
    expect([exitCode, keptOld]).toEqual([1, true]);
  });

  it('an article whose bytes would be text but for a replacement character that it really contains', () => {
    const folder = makeSite({
      'feedwright.yaml': CONFIG,
      'articles/a.md': ARTICLE.replaceAll('Hello', 'a \uFFFD b'),
    });
    expect(buildOver(folder).exitCode).toBe(0);
  });

  it('a link out of the article folder is not followed (R69)', () => {
    const folder = makeSite({
      'feedwright.yaml': CONFIG,
      'articles/a.md': ARTICLE,
      'secret/key.md': ARTICLE.replace('Hello', 'Secret'),
    });
    symlinkSync(join(folder, 'secret/key.md'), join(folder, 'articles/key.md'));
    symlinkSync(join(folder, 'secret'), join(folder, 'articles/more'));
    expect(buildOver(folder).exitCode).toBe(0);
    expect(readFileSync(join(folder, 'dist/rss.xml'), 'utf8')).not.toContain('Secret');
  });
});

/** Root may read and write everything, so the command is run by another user. */
const isRoot = process.getuid?.() === 0;

function runAsNobody(folder: string, limit = ''): { exitCode: number | null; error: string } {
  const cli = join(import.meta.dirname, '../lib/cli.js');
  const command = `${limit} exec "$0" "$1" build --now 2026-01-01T00:00:00Z`;
  const user = isRoot ? { uid: 65_534, gid: 65_534 } : {};
  const { status, stderr } = spawnSync('sh', ['-c', command, process.execPath, cli], {
    cwd: folder,
    encoding: 'utf8',
    ...user,
  });
  return { exitCode: status, error: stderr };
}

describe.skipIf(process.platform === 'win32')('a system that says no', () => {
  it('an article that cannot be read', () => {
    const folder = makeSite({
      'feedwright.yaml': CONFIG,
      'articles/a.md': ARTICLE,
      'articles/b.md': ARTICLE,
    });
    chmodSync(folder, 0o777);
    chmodSync(join(folder, 'articles/b.md'), 0o000);
    const { exitCode, error } = runAsNobody(folder);
    expect(error).toContain(
      "articles/b.md:1 error unreadable: The file or folder can't be read: permission denied.",
    );
    expect(exitCode).toBe(1);
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  });

  it('an output folder that is read-only', () => {
    const folder = makeSite({ 'feedwright.yaml': CONFIG, 'articles/a.md': ARTICLE, 'dist/rss.xml': 'old' });
    for (const path of ['', 'articles', 'dist']) chmodSync(join(folder, path), 0o555);
    const { exitCode, error } = runAsNobody(folder);
    expect(error).toContain(`error cannot-write: "dist/rss.xml" can't be written: permission denied.`);
    expect([exitCode, readFileSync(join(folder, 'dist/rss.xml'), 'utf8')]).toEqual([1, 'old']);
  });

  it('a disk on which not all of the feeds have room', () => {
    const long = `${ARTICLE}${'A sentence that fills the disk. '.repeat(500)}`;
    const folder = makeSite({ 'feedwright.yaml': CONFIG, 'articles/a.md': long, 'dist/rss.xml': 'old' });
    for (const path of ['', 'dist']) chmodSync(join(folder, path), 0o777);
    chmodSync(join(folder, 'dist/rss.xml'), 0o666);
    // 8 blocks of 512 bytes: the first temporary file does not fit.
    const { exitCode, error } = runAsNobody(folder, 'ulimit -f 8;');
    expect(error).toContain(`error cannot-write: "dist/rss.xml" can't be written: the file would be larger`);
    expect([
      exitCode,
      readdirSync(join(folder, 'dist')),
      readFileSync(join(folder, 'dist/rss.xml'), 'utf8'),
    ]).toEqual([1, ['rss.xml'], 'old']);
  });

  it('a file where the output folder should be', () => {
    const folder = makeSite({
      'feedwright.yaml': `${CONFIG}output: out/feeds\n`,
      'articles/a.md': ARTICLE,
      out: 'a file',
    });
    const ran = runCli(folder, ['build', '--now', '2026-01-01']);
    expect(ran.error).toContain('a part of its path is a file');
    expect(ran.exitCode).toBe(1);
  });
});
