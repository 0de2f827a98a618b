import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';

const CLI = join(import.meta.dirname, '../../lib/cli.js');
const CONFIG = 'site: https://example.org/\ntitle: Example\n';
const NOW = ['--now', '2026-01-01T00:00:00Z'];
const STAGING = '.feedwright~';

const article = (title: string) =>
  `---\ntitle: ${title}\ndate: 2025-11-04\ntags: [${title}]\n---\nText of ${title}.\n`;

/** A site that writes three files for each of many tags. */
function makeLargeSite(): string {
  const articles = Array.from({ length: 500 }, (_, i) => [`articles/${i}.md`, article(`t${i}`)]);
  return makeSite({ 'feedwright.yaml': `${CONFIG}feeds: [{ by: tag }]\n`, ...Object.fromEntries(articles) });
}

/** Starts a build and ends it as soon as it has unfinished files. */
async function endWhileWriting(folder: string, signal: NodeJS.Signals): Promise<NodeJS.Signals | null> {
  const build = spawn(process.execPath, [CLI, 'build', ...NOW], { cwd: folder, stdio: 'ignore' });
  const ended = once(build, 'exit');
  while (build.exitCode === null && build.signalCode === null && !existsSync(join(folder, STAGING)))
    await sleep(1);
  build.kill(signal);
  const [, by] = await ended;
  return by;
}

const listAll = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.startsWith('articles'))
    .toSorted();

describe.skipIf(process.platform === 'win32')('a build that is killed while it writes', () => {
  it('leaves whole files, and nothing that is still there after the next build', async () => {
    const folder = makeLargeSite();
    for (let round = 0; round < 4; round++) {
      expect(await endWhileWriting(folder, 'SIGKILL')).toBe('SIGKILL');
      for (const path of listAll(folder).filter((each) => /^dist.*\.(?:xml|json)$/.test(each)))
        expect(readFileSync(join(folder, path), 'utf8')).toMatch(/(?:<\/rss>|<\/feed>|\})\n?$/);
      expect(listAll(join(folder)).filter((path) => /^dist.*(?:tmp|~)/.test(path))).toEqual([]);
      writeFileSync(join(folder, 'articles/0.md'), article(`new${round}`));
    }
    expect(runCli(folder, ['build', '--allow', 'feed-vanished', ...NOW]).error).not.toContain('error');
    expect(readdirSync(folder)).toEqual(['articles', 'dist', 'feedwright.yaml']);
    expect(listAll(folder).filter((path) => /tmp|~/.test(path))).toEqual([]);
  });

  it.each([
    'SIGINT',
    'SIGTERM',
    'SIGHUP',
  ] as const)('cleans up when it is asked to end (%s)', async (signal) => {
    const folder = makeLargeSite();
    expect(await endWhileWriting(folder, signal)).toBe(signal);
    expect(existsSync(join(folder, STAGING))).toBe(false);
    expect(runCli(folder, ['build', ...NOW]).out).not.toContain(' changed');
  });
});

describe('what a killed build leaves', () => {
  const site = () => makeSite({ 'feedwright.yaml': CONFIG, 'articles/a.md': article('a') });

  it.skipIf(process.platform === 'win32')('git does not add', () => {
    const folder = site();
    mkdirSync(join(folder, STAGING, '1@here'), { recursive: true });
    writeFileSync(join(folder, STAGING, '.gitignore'), '*\n');
    writeFileSync(join(folder, STAGING, '1@here/0'), 'half');
    spawnSync('git', ['init', '-q'], { cwd: folder });
    spawnSync('git', ['add', '-A'], { cwd: folder });
    const { stdout } = spawnSync('git', ['ls-files'], { cwd: folder, encoding: 'utf8' });
    expect(stdout).toBe('articles/a.md\nfeedwright.yaml\n');
  });

  it('is removed by the next build, even if nothing changed', () => {
    const folder = site();
    runCli(folder, ['build', ...NOW]);
    mkdirSync(join(folder, STAGING, `99999999@${hostname()}`), { recursive: true });
    writeFileSync(join(folder, 'dist/.rss.xml.99999999.tmp'), '<rss');
    expect(runCli(folder, ['build', ...NOW]).out).not.toContain(' changed');
    expect(readdirSync(folder)).toEqual(['articles', 'dist', 'feedwright.yaml']);
    expect(readdirSync(join(folder, 'dist'))).toEqual([
      'atom.xml',
      'feed.json',
      'feedwright-manifest.txt',
      'rss.xml',
    ]);
  });

  it('stays while its process is there, and files of others always do', () => {
    const folder = site();
    const own = join(folder, STAGING, `${process.pid}@${hostname()}`);
    mkdirSync(own, { recursive: true });
    mkdirSync(join(folder, 'dist'));
    for (const name of ['.notes.tmp', '.style.css.12.tmp', `.rss.xml.${process.pid}.tmp`])
      writeFileSync(join(folder, 'dist', name), 'mine');
    runCli(folder, ['build', ...NOW]);
    expect(existsSync(own)).toBe(true);
    expect(readdirSync(join(folder, 'dist'))).toEqual([
      ...[`.notes.tmp`, `.rss.xml.${process.pid}.tmp`, '.style.css.12.tmp'],
      ...['atom.xml', 'feed.json', 'feedwright-manifest.txt', 'rss.xml'],
    ]);
  });
});
