// What asking a tool needs, whichever it is.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The day on which sites are built, for tools that can be told. */
const EPOCH = String(Date.parse('2026-11-01T00:00:00Z') / 1000);

export const ARTICLE = /\.(?:md|mdx|markdown|html|txt)$/;

export function run(command, args, cwd, env = {}) {
  return execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, TZ: 'UTC', SOURCE_DATE_EPOCH: EPOCH, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1e8,
  });
}

export function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/** The article of a page: what its layout puts into the element main. */
export function mainOf(page) {
  return /<main>([\s\S]*)<\/main>/.exec(page)?.[1].trim();
}

/** Files of articles of which the tool says nothing are not live. */
export function addUnpublished(articles, files) {
  const known = new Set(articles.map(({ file }) => file));
  return [...articles, ...files.filter((file) => !known.has(file)).map((file) => ({ file, live: false }))];
}

export function toUtc(date) {
  return new Date(date).toISOString().replace('.000Z', 'Z');
}
