import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeSite } from '../run-cli.ts';
import { startCli } from '../start-cli.ts';

test('build --watch builds again when an article or the configuration changes, and ends with Ctrl+C', async () => {
  const folder = makeSite({
    'feedwright.yaml': 'site: https://you.example/\ntitle: You\n',
    'articles/a.md': '---\ntitle: First\ndate: 2025-11-04\n---\nOne.\n',
  });
  const feed = () => JSON.parse(readFileSync(join(folder, 'dist/feed.json'), 'utf8'));
  const running = startCli(folder, ['build', '--watch']);
  await running.waitFor(/Watching for changes\. Press Ctrl\+C to stop\./);
  expect(feed().items).toHaveLength(1);

  const added = running.printed().length;
  writeFileSync(join(folder, 'articles/b.md'), '---\ntitle: Second\ndate: 2025-11-05\n---\nTwo.\n');
  await running.waitFor(/feed\.json +2 items .*changed/, added);

  const broken = running.printed().length;
  writeFileSync(join(folder, 'articles/b.md'), '---\ntitle: Second\ndate: 2025-02-31\n---\nTwo.\n');
  await running.waitFor(/articles\/b\.md:3:7 error bad-date/, broken);
  expect(feed().items).toHaveLength(2);

  const renamed = running.printed().length;
  writeFileSync(join(folder, 'articles/b.md'), '---\ntitle: Second\ndate: 2025-11-05\n---\nTwo.\n');
  writeFileSync(join(folder, 'feedwright.yaml'), 'site: https://you.example/\ntitle: You and I\n');
  await running.waitFor(/feed\.json .*changed/, renamed);
  expect(feed().title).toBe('You and I');
  expect(await running.stop()).toBe(0);
}, 60_000);
