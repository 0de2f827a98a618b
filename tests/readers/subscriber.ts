import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { machine } from '../machine.ts';

const run = promisify(execFile);

/** Whether the programs that play the subscribers are installed (Debian: newsboat, sqlite3, rss2email). */
export const hasReaders = machine.newsboat && machine.sqlite3 && machine.rss2email;

/** A web server for one folder after the other, on this machine only. */
export async function serve() {
  let root = '';
  let missing = 404;
  const server = createServer((request, response) => {
    try {
      response.end(readFileSync(join(root, new URL(request.url ?? '/', 'http://x/').pathname)));
    } catch {
      response.writeHead(missing).end();
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    show(folder: string) {
      root = folder;
    },
    /** Answers this for what is not there. */
    denyWith(status: number) {
      missing = status;
    },
    close: () => new Promise((closed) => server.close(closed)),
  };
}

/** Somebody who reads a feed with newsboat and gets it by rss2email; both keep their state between visits. */
export interface Subscriber {
  readonly folder: string;
}

/** The titles that a visit shows as new, in the order of the alphabet. */
export interface Seen {
  readonly newsboat: readonly string[];
  readonly rss2email: readonly string[];
}

export async function subscribe(url: string): Promise<Subscriber> {
  const folder = mkdtempSync(join(tmpdir(), 'feedwright-subscriber-'));
  writeFileSync(join(folder, 'urls'), `${url}\n`);
  writeFileSync(join(folder, 'config'), '');
  mkdirSync(join(folder, 'mail'));
  await r2e({ folder }, 'new', 'reader@example.org');
  const file = join(folder, 'r2e.cfg');
  const settings = readFileSync(file, 'utf8')
    .replace(/^email-protocol = .*/m, 'email-protocol = maildir')
    .replace(/^maildir-path = .*/m, 'maildir-path = mail')
    .replace(/^maildir-mailbox = .*/m, 'maildir-mailbox = box');
  writeFileSync(file, settings);
  await r2e({ folder }, 'add', 'blog', url);
  return { folder };
}

/** The same subscriber once more, so that several futures can be tried. */
export function copySubscriber({ folder }: Subscriber): Subscriber {
  const copy = mkdtempSync(join(tmpdir(), 'feedwright-subscriber-'));
  cpSync(folder, copy, { recursive: true });
  return { folder: copy };
}

export function forget({ folder }: Subscriber): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Fetches the feed with both programs, reads everything that is new, and says what it was. */
export async function visit(subscriber: Subscriber): Promise<Seen> {
  const [newsboat, rss2email] = await Promise.all([visitWithNewsboat(subscriber), visitWithMail(subscriber)]);
  return { newsboat, rss2email };
}

async function visitWithNewsboat({ folder }: Subscriber): Promise<readonly string[]> {
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

async function visitWithMail(subscriber: Subscriber): Promise<readonly string[]> {
  await r2e(subscriber, 'run');
  const box = join(subscriber.folder, 'mail/box/new');
  const mails = readdirSync(box).map((name) => readFileSync(join(box, name), 'utf8'));
  rmSync(box, { recursive: true });
  mkdirSync(box);
  return mails.map((mail) => /^Subject: (.*)$/m.exec(mail)?.[1] ?? '').toSorted();
}

async function r2e({ folder }: Subscriber, ...args: readonly string[]): Promise<void> {
  await run('r2e', ['-c', 'r2e.cfg', '-d', 'r2e.json', ...args], {
    cwd: folder,
    env: { ...process.env, HOME: folder },
  });
}
