import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';
import { MEDIUM, wordPressExport, wordPressItem, zip } from './exports.ts';

const ids = [1, 2, 3];
const exported = (numbers: readonly number[]) =>
  wordPressExport(numbers.map((id) => wordPressItem({ id, body: `Text ${id}.` })));
const fileOf = (id: number) => `articles/2024-05-0${id + 1}-post-${id}.md`;

function importOnce() {
  const folder = makeSite({ 'export.xml': exported(ids) });
  expect(runCli(folder, ['import', 'export.xml']).out).toContain('Imported 3 articles');
  return {
    folder,
    again: (...args: readonly string[]) => runCli(folder, ['import', 'export.xml', ...args]),
    has: (id: number) => existsSync(join(folder, fileOf(id))),
    remove: (name: string) => rmSync(join(folder, name), { recursive: true }),
  };
}

test('what was deleted stays deleted when the export is imported again, and comes back when its line is removed', () => {
  const { folder, again, has, remove } = importOnce();
  remove(fileOf(2));
  writeFileSync(join(folder, 'export.xml'), exported([...ids, 4]));
  const line =
    '1 deleted article stays deleted. To get it back, remove its line from .feedwright-imported and import again.\n';
  const dry = again('--dry-run').out;
  expect(dry).toContain('Would import 1 article from this WordPress export. 2 were there already.\n');
  expect(dry).toContain(line);
  const second = again();
  expect(second.out).toContain('Imported 1 article from this WordPress export. 2 were there already.\n');
  expect(second.out).toContain(line);
  expect([1, 2, 3, 4].map(has)).toEqual([true, false, true, true]);
  expect(JSON.parse(again('--json').out)).toMatchObject({ files: [], known: 3, deleted: 1 });

  const memory = join(folder, '.feedwright-imported');
  const text = readFileSync(memory, 'utf8');
  writeFileSync(memory, text.replace('https://harbour.example/?p=2\n', ''));
  expect(again().out).toContain('Imported 1 article');
  expect(has(2)).toBe(true);
  expect(new Set(readFileSync(memory, 'utf8').split('\n'))).toEqual(new Set(text.split('\n')));
});

test('whoever removes all articles starts over', () => {
  const { again, has, remove } = importOnce();
  remove('articles');
  expect(again().out).toContain('Imported 3 articles');
  expect(has(2)).toBe(true);
});

test('an article is known again by what its export calls it, whatever ID it has got since', () => {
  const { folder, again, remove } = importOnce();
  const path = join(folder, fileOf(1));
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^id: .*$/m, 'id: urn:mine'));
  expect(again().out).toBe('Imported 0 articles from this WordPress export. 3 were there already.\n');
  remove(fileOf(1));
  expect(again().out).toContain('1 deleted article stays deleted.');
});

test('an import that only shows what it would do remembers nothing', () => {
  const folder = makeSite({ 'export.xml': exported(ids) });
  runCli(folder, ['import', 'export.xml', '--dry-run']);
  expect(existsSync(join(folder, '.feedwright-imported'))).toBe(false);
});

test('a draft without ID and URL is known again, and stays deleted', () => {
  const folder = makeSite({ 'medium.zip': zip(MEDIUM) });
  const args = ['import', 'medium.zip', '--site', 'https://you.example/', '--title', 'You'];
  expect(runCli(folder, args).out).toContain('Imported 2 articles (1 draft)');
  expect(runCli(folder, args).out).toBe(
    'Imported 0 articles from this Medium export. 2 were there already.\n',
  );
  rmSync(join(folder, 'articles/drafts'), { recursive: true });
  const again = runCli(folder, args).out;
  expect(again).toContain(
    'Imported 0 articles from this Medium export. 1 was there already.\n1 deleted article stays deleted.',
  );
});

test('an export without articles is said to have none, and nothing is written', () => {
  const folder = makeSite({ 'ghost.json': '{"db": [{"data": {"posts": []}}]}' });
  const args = ['import', 'ghost.json', '--site', 'https://you.example/', '--title', 'You'];
  expect(runCli(folder, args).out).toBe('There are no articles in this Ghost export.\n');
  expect(readdirSync(folder)).toEqual(['ghost.json']);
});
