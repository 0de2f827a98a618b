import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startServer } from '../local-server.ts';
import { machine } from '../machine.ts';

const run = promisify(execFile);

/** Whether the programs that play the subscribers are installed (Debian: newsboat, sqlite3, rss2email). */
export const hasReaders = machine.newsboat && machine.sqlite3 && machine.rss2email;

/** A web server for folders, on this machine only: one at the top, and others below their names. */
export async function serve() {
  const roots = new Map<string, string>();
  let missing = 404;
  const { url, server } = await startServer((request, response) => {
    // Builds of one test come long after each other; a connection that is kept would end in between.
    response.setHeader('connection', 'close');
    try {
      const { pathname } = new URL(request.url ?? '/', 'http://x/');
      const [, name = ''] = pathname.split('/');
      const root = roots.get(name);
      const path = root === undefined ? pathname : pathname.slice(name.length + 1);
      response.end(readFileSync(join(root ?? roots.get('') ?? '', path)));
    } catch {
      response.writeHead(missing).end();
    }
  });
  return {
    address: url,
    show(folder: string, name = '') {
      roots.set(name, folder);
    },
    /** Answers this for what is not there. */
    denyWith(status: number) {
      missing = status;
    },
    close: () => new Promise((closed) => server.close(closed)),
  };
}

/** Somebody who reads one feed with newsboat, which keeps its state between visits. */
export interface Subscriber {
  readonly folder: string;
}

export function subscribe(): Subscriber {
  const folder = mkdtempSync(join(tmpdir(), 'feedwright-subscriber-'));
  writeFileSync(join(folder, 'config'), '');
  return { folder };
}

/** The same subscriber once more, of the same feed at another URL. */
export async function copySubscriber({ folder }: Subscriber, from: string, to: string): Promise<Subscriber> {
  const copy = mkdtempSync(join(tmpdir(), 'feedwright-subscriber-'));
  cpSync(folder, copy, { recursive: true });
  const moved = ['rss_feed SET rssurl', 'rss_item SET feedurl'].map(
    (what) => `UPDATE ${what} = '${to}' WHERE ${what.split(' ').at(-1)} = '${from}';`,
  );
  await run('sqlite3', ['cache.db', moved.join(' ')], { cwd: copy });
  return { folder: copy };
}

export function forget({ folder }: Subscriber): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Fetches the feed with newsboat, reads everything that is new, and says what it was, by title. */
export async function visit({ folder }: Subscriber, url: string): Promise<readonly string[]> {
  writeFileSync(join(folder, 'urls'), `${url}\n`);
  const files = ['-u', 'urls', '-c', 'cache.db', '-C', 'config'];
  await run('newsboat', [...files, '-x', 'reload'], { cwd: folder, env: { ...process.env, HOME: folder } });
  const query =
    'SELECT title FROM rss_item WHERE unread = 1 AND deleted = 0; UPDATE rss_item SET unread = 0;';
  const { stdout } = await run('sqlite3', ['-json', 'cache.db', query], { cwd: folder });
  const rows: readonly { readonly title: string }[] = JSON.parse(stdout.trim() || '[]');
  return rows.map(({ title }) => title).toSorted();
}

/** The dates that newsboat shows, in seconds, by id. */
export async function listDates({ folder }: Subscriber): Promise<ReadonlyMap<string, number>> {
  const { stdout } = await run('sqlite3', ['-json', 'cache.db', 'SELECT guid, pubDate FROM rss_item'], {
    cwd: folder,
  });
  const rows: readonly { readonly guid: string; readonly pubDate: number }[] = JSON.parse(stdout);
  return new Map(rows.map(({ guid, pubDate }) => [guid, pubDate]));
}

/** Somebody who gets many feeds by rss2email, which keeps the state of each. */
export async function subscribeByMail(urls: readonly string[]): Promise<Subscriber> {
  const folder = mkdtempSync(join(tmpdir(), 'feedwright-subscriber-'));
  mkdirSync(join(folder, 'mail'));
  await r2e({ folder }, 'new', 'reader@example.org');
  const file = join(folder, 'r2e.cfg');
  const settings = readFileSync(file, 'utf8')
    .replace(/^email-protocol = .*/m, 'email-protocol = maildir')
    .replace(/^maildir-path = .*/m, 'maildir-path = mail')
    .replace(/^maildir-mailbox = .*/m, 'maildir-mailbox = box');
  const feeds = urls.map((url, index) => `[feed.row-${index}]\nurl = ${url}\n`);
  writeFileSync(file, [settings, ...feeds].join('\n'));
  return { folder };
}

/** Fetches all feeds without a mail: whatever is there counts as read. */
export const markRead = (subscriber: Subscriber) => r2e(subscriber, 'run', '--no-send');

/** Fetches all feeds, and says which articles came by mail, by the URL of the feed. */
export async function receiveMail(subscriber: Subscriber): Promise<ReadonlyMap<string, readonly string[]>> {
  await r2e(subscriber, 'run');
  const box = join(subscriber.folder, 'mail/box/new');
  const titles = new Map<string, string[]>();
  for (const name of existsSync(box) ? readdirSync(box) : []) {
    const mail = readFileSync(join(box, name), 'utf8');
    const [url = '', title = ''] = [/^X-RSS-Feed: (.*)$/m, /^Subject: (.*)$/m].map(
      (line) => line.exec(mail)?.[1],
    );
    titles.set(url, [...(titles.get(url) ?? []), title].toSorted());
  }
  return titles;
}

async function r2e({ folder }: Subscriber, ...args: readonly string[]): Promise<void> {
  await run('r2e', ['-c', 'r2e.cfg', '-d', 'r2e.json', ...args], {
    cwd: folder,
    env: { ...process.env, HOME: folder },
    maxBuffer: 64 * 1024 * 1024,
  });
}
