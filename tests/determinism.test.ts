import { cpSync, mkdirSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeSite, runCli } from './run-cli.ts';

const project = join(import.meta.dirname, '..');
const NAMES = ['rss.xml', 'atom.xml', 'feed.json'];

/** A copy of the newsroom whose files were created in another order, with other times. */
function copyNewsroom(): string {
  const folder = makeSite({});
  cpSync(join(project, 'feedwright.yaml'), join(folder, 'feedwright.yaml'));
  mkdirSync(join(folder, 'articles'));
  for (const name of readdirSync(join(project, 'articles')).toReversed()) {
    const target = join(folder, 'articles', name);
    cpSync(join(project, 'articles', name), target, { recursive: true });
    utimesSync(target, 1, 1);
  }
  return folder;
}

describe('the same articles give the same bytes as dist/ (R48, R58, R59, R75)', () => {
  test.each([
    { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    { TZ: 'Pacific/Pago_Pago', LANG: 'C', LC_ALL: 'C' },
    { TZ: 'Asia/Kathmandu', LANG: 'ar_EG.UTF-8', SOURCE_DATE_EPOCH: '1790000000' },
  ])('%j', (environment) => {
    const folder = copyNewsroom();
    const ran = runCli(folder, ['build', '--now', '2026-11-20T00:00:00Z'], environment);
    expect(ran.exitCode, ran.error).toBe(0);
    for (const name of NAMES) {
      const built = readFileSync(join(folder, 'dist', name), 'utf8');
      expect(built === readFileSync(join(project, 'dist', name), 'utf8'), `${name} differs`).toBe(true);
    }
  });
});
