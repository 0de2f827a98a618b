import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reasonOf } from '../../src/files/refused.ts';
import { type Replacement, replaceFiles } from '../../src/files/replace.ts';
import { makeSite } from '../run-cli.ts';

const pieces = [Buffer.from('new')];

/** Replaces articles; the folder for unfinished files is the first one's parent. */
function edit(files: readonly Replacement[], inside: readonly string[], place: string) {
  const failed = replaceFiles(files, { place, inside, isEdit: true });
  return failed && { path: failed.path, reason: reasonOf(failed.error) };
}

describe('files that are replaced', () => {
  it('keep their permissions, and leave nothing beside them', () => {
    const folder = makeSite({ 'a/x.md': 'old', 'a/y.md': 'old' });
    chmodSync(join(folder, 'a/x.md'), 0o767);
    expect(edit([{ path: join(folder, 'a/x.md'), pieces }], [folder], folder)).toBeUndefined();
    expect(readFileSync(join(folder, 'a/x.md'), 'utf8')).toBe('new');
    expect(statSync(join(folder, 'a/x.md')).mode & 0o7777).toBe(0o767);
    expect(readdirSync(join(folder, 'a'))).toEqual(['x.md', 'y.md']);
  });

  it('are written through a link to a file inside, which stays a link', () => {
    const folder = makeSite({ 'a/x.md': 'old' });
    symlinkSync('x.md', join(folder, 'a/link.md'));
    expect(edit([{ path: join(folder, 'a/link.md'), pieces }], [join(folder, 'a')], folder)).toBeUndefined();
    expect(readFileSync(join(folder, 'a/x.md'), 'utf8')).toBe('new');
    expect(statSync(join(folder, 'a/link.md')).ino).toBe(statSync(join(folder, 'a/x.md')).ino);
  });

  it('are never written outside of their folder (R69)', () => {
    const folder = makeSite({ 'a/x.md': 'old', 'secret.md': 'old', 'ab/y.md': 'old' });
    symlinkSync('../secret.md', join(folder, 'a/link.md'));
    const change = (path: string) => ({ path: join(folder, path), pieces });
    for (const path of ['a/link.md', 'a/../secret.md', 'ab/y.md']) {
      const failed = edit([change('a/x.md'), change(path)], [join(folder, 'a')], folder);
      expect(failed).toEqual({
        path: join(folder, path),
        reason: 'it is a link that leads outside the site',
      });
    }
    for (const path of ['a/x.md', 'secret.md', 'ab/y.md'])
      expect(readFileSync(join(folder, path), 'utf8')).toBe('old');
  });

  it('are all changed or none', () => {
    const folder = makeSite({ 'a/x.md': 'old', 'b/y.md': 'old' });
    const changes = ['a/x.md', 'b/gone.md', 'b/y.md'].map((path) => ({ path: join(folder, path), pieces }));
    expect(edit(changes, [folder], folder)).toEqual({
      path: join(folder, 'b/gone.md'),
      reason: 'it does not exist',
    });
    expect(readFileSync(join(folder, 'a/x.md'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a', 'b']);
    expect(readdirSync(join(folder, 'a'))).toEqual(['x.md']);
  });

  it.skipIf(!existsSync('/dev/shm'))(
    'are unfinished on the same disk only, so that each takes its place in one step',
    () => {
      const folder = makeSite({ 'site/x.md': 'old' });
      const other = mkdtempSync('/dev/shm/feedwright-');
      const path = join(other, 'x.md');
      expect(replaceFiles([{ path, pieces }], { place: folder, inside: [other] })).toBeUndefined();
      expect(readFileSync(path, 'utf8')).toBe('new');
      expect(readdirSync(other)).toEqual(['x.md']);
      rmSync(other, { recursive: true });
    },
  );

  it('are put back when one cannot take its place, new ones and links too', () => {
    const folder = makeSite({
      'a/x.xml': 'old',
      'a/z.xml/file': 'a folder is in its place',
      'a/target.xml': 'old',
    });
    symlinkSync('target.xml', join(folder, 'a/link.xml'));
    const files = ['a/x.xml', 'a/new.xml', 'a/link.xml', 'a/z.xml', 'a/never.xml'];
    const failed = replaceFiles(
      files.map((path) => ({ path: join(folder, path), pieces })),
      { place: folder, inside: [folder] },
    );
    expect(failed?.path).toBe(join(folder, 'a/z.xml'));
    expect(readdirSync(join(folder, 'a'))).toEqual(['link.xml', 'target.xml', 'x.xml', 'z.xml']);
    for (const name of ['x.xml', 'link.xml', 'target.xml'])
      expect(readFileSync(join(folder, 'a', name), 'utf8')).toBe('old');
    expect(lstatSync(join(folder, 'a/link.xml')).isSymbolicLink()).toBe(true);
    expect(readdirSync(folder)).toEqual(['a']);
  });

  it('are not written through a link that somebody put where unfinished files are', () => {
    const folder = makeSite({ 'a/x.md': 'old', 'elsewhere/y': '' });
    symlinkSync('elsewhere', join(folder, '.feedwright~'));
    expect(edit([{ path: join(folder, 'a/x.md'), pieces }], [folder], folder)).toBeUndefined();
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual(['y']);
    expect(readdirSync(join(folder, 'a'))).toEqual(['x.md']);
  });
});
