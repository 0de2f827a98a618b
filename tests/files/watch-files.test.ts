import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { watchFiles } from '../../src/files/watch-files.ts';

test('a change right after another is told of, as when an editor saves and then formats', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'watch-')));
  const file = join(folder, 'a.md');
  writeFileSync(file, '0');
  const seen: string[] = [];
  const watching = await watchFiles(
    [folder],
    () => false,
    () => {
      seen.push(readFileSync(file, 'utf8'));
      if (seen.length < 4) writeFileSync(file, String(seen.length + 1));
    },
  );
  writeFileSync(file, '1');
  await expect.poll(() => seen.at(-1)).toBe('4');
  await watching.close();
  rmSync(folder, { recursive: true });
});
