import { expect, test } from 'vitest';
import { listFiles } from '../list-files.ts';
import { makeSite } from '../run-cli.ts';
import { startCli } from '../start-cli.ts';
import { wordPressExport, wordPressItem } from './exports.ts';

test('an import that is ended in its middle leaves nothing', async () => {
  const many = Array.from({ length: 4000 }, (_, id) => wordPressItem({ id, body: 'Text.' }));
  const folder = makeSite({ 'export.xml': wordPressExport(many) });
  const running = startCli(folder, ['import', 'export.xml']);
  const hasBegun = () => listFiles(folder).some((name) => name.startsWith('.feedwright~'));
  while (!hasBegun()) await new Promise((resolve) => setTimeout(resolve, 5));
  await running.stop();
  expect(listFiles(folder)).toEqual(['export.xml']);
  expect(running.printed()).toBe('');
}, 60_000);
