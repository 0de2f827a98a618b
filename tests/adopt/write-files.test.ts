import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFiles } from '../../src/adopt/write-files.ts';
import { makeSite } from '../run-cli.ts';

const bytes = Buffer.from('new');

describe('files that are replaced', () => {
  it('keep their permissions, and leave nothing beside them', () => {
    const folder = makeSite({ 'a/x.md': 'old', 'a/y.md': 'old' });
    chmodSync(join(folder, 'a/x.md'), 0o767);
    expect(writeFiles([{ path: join(folder, 'a/x.md'), bytes }], [folder])).toBeUndefined();
    expect(readFileSync(join(folder, 'a/x.md'), 'utf8')).toBe('new');
    expect(statSync(join(folder, 'a/x.md')).mode & 0o7777).toBe(0o767);
    expect(readdirSync(join(folder, 'a'))).toEqual(['x.md', 'y.md']);
  });

  it('are written through a link to a file inside, which stays a link', () => {
    const folder = makeSite({ 'a/x.md': 'old' });
    symlinkSync('x.md', join(folder, 'a/link.md'));
    expect(writeFiles([{ path: join(folder, 'a/link.md'), bytes }], [join(folder, 'a')])).toBeUndefined();
    expect(readFileSync(join(folder, 'a/x.md'), 'utf8')).toBe('new');
    expect(statSync(join(folder, 'a/link.md')).ino).toBe(statSync(join(folder, 'a/x.md')).ino);
  });

  it('are never written outside of their folder (R69)', () => {
    const folder = makeSite({ 'a/x.md': 'old', 'secret.md': 'old', 'ab/y.md': 'old' });
    symlinkSync('../secret.md', join(folder, 'a/link.md'));
    const change = (path: string) => ({ path: join(folder, path), bytes });
    for (const path of ['a/link.md', 'a/../secret.md', 'ab/y.md']) {
      const failed = writeFiles([change('a/x.md'), change(path)], [join(folder, 'a')]);
      expect(failed).toEqual({ path: join(folder, path), reason: 'it is outside of its folder' });
    }
    for (const path of ['a/x.md', 'secret.md', 'ab/y.md'])
      expect(readFileSync(join(folder, path), 'utf8')).toBe('old');
  });

  it('are all changed or none', () => {
    const folder = makeSite({ 'a/x.md': 'old', 'b/y.md': 'old' });
    mkdirSync(join(folder, `b/.y.md.${process.pid}.tmp`));
    const changes = ['a/x.md', 'b/y.md', 'b/gone.md'].map((path) => ({ path: join(folder, path), bytes }));
    expect(writeFiles(changes, [folder])?.path).toBe(join(folder, 'b/y.md'));
    expect(readFileSync(join(folder, 'a/x.md'), 'utf8')).toBe('old');
    expect(readdirSync(join(folder, 'a'))).toEqual(['x.md']);
    expect(writeFiles(changes.slice(2), [folder])).toEqual({
      path: join(folder, 'b/gone.md'),
      reason: 'ENOENT',
    });
  });
});
