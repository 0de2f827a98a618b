import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  forget,
  hasReaders,
  markRead,
  receiveMail,
  serve,
  subscribe,
  subscribeByMail,
  visit,
} from '../readers/subscriber.ts';
import { IN_CI, makeSite, runCli } from '../run-cli.ts';
import { startCli } from '../start-cli.ts';
import { wordPressExport, wordPressFeed, wordPressItem } from './exports.ts';

const IDS = [5, 4, 3, 2, 1];
const html = (id: number) => `<p>Text <strong>${id}</strong>.</p>`;

// Skipped where newsboat and rss2email are not installed.
test.skipIf(!hasReaders)(
  'from WordPress to here: import, new, serve, build; a subscriber of the old feed sees one new article',
  async () => {
    const folder = makeSite({
      'export.xml': wordPressExport(IDS.map((id) => wordPressItem({ id, body: html(id) }))),
      'old/feed.xml': wordPressFeed(IDS.map((id) => ({ id, html: html(id) }))),
    });
    const web = await serve();
    web.show(join(folder, 'old'));
    const address = `${web.address}/feed.xml`;
    const [newsboat, mail] = [subscribe(), await subscribeByMail([address])];
    try {
      expect(await visit(newsboat, address)).toHaveLength(5);
      await markRead(mail);

      const imported = runCli(folder, ['import', 'export.xml', '--against', 'old/feed.xml']);
      expect(imported.error).toBe('');
      expect(imported.out).toContain(
        'Compared with old/feed.xml, subscribers will see: 0 new, 0 updated, 0 duplicates, 0 dropped',
      );

      const created = runCli(folder, ['new', 'The new house', '--now', '2024-06-01T08:00:00Z']);
      const path = join(folder, /^Wrote (.+)\.$/m.exec(created.out)?.[1] ?? '');
      writeFileSync(path, `${readFileSync(path, 'utf8')}All is here.\n`);

      const running = startCli(folder, ['serve', '--port', '0']);
      const [, url = ''] = await running.waitFor(/Preview: (\S+) /);
      expect(await (await fetch(url)).text()).toContain('The new house');
      expect(await running.stop()).toBe(0);

      mkdirSync(join(folder, 'dist'));
      const built = runCli(folder, ['build', '--against', 'old/feed.xml'], IN_CI);
      expect(built.error).toBe('');
      expect(built.out).toContain('Subscribers will see: 1 new, 0 updated, 0 duplicates, 0 dropped');

      web.show(join(folder, 'dist'));
      expect(await visit(newsboat, address)).toEqual(['The new house']);
      expect((await receiveMail(mail)).get(address)).toEqual(['The new house']);
    } finally {
      forget(newsboat);
      forget(mail);
      await web.close();
    }
  },
);
