import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { htmlToText, toInstant } from './compare.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Feed readers that are programs: name, Debian package and how each shows the entries of a feed file. */
export const readers = [
  { name: 'python-feedparser', read: readWithPython },
  { name: 'newsboat', read: readWithNewsboat },
  { name: 'sfeed', read: readWithSfeed },
];

/** Checks that a program is installed. @throws Error that names the Debian package */
export function requireTool(command, args, debianPackage) {
  const { status, error } = spawnSync(command, args, { input: '', stdio: ['pipe', 'ignore', 'ignore'] });
  if (error !== undefined || status === 127 || (debianPackage === 'python3-feedparser' && status !== 0))
    throw new Error(`${command} is missing. Install the Debian package ${debianPackage}.`);
}

/** Everything that the checks run, each with its Debian package. */
export const tools = [
  ['jing', [], 'jing'],
  ['/usr/bin/python3', ['-c', 'import feedparser'], 'python3-feedparser'],
  ['newsboat', ['-v'], 'newsboat'],
  ['sqlite3', ['-version'], 'sqlite3'],
  ['sfeed', [], 'sfeed'],
];

/** Validates an Atom document by our grammar of RFC 4287. @returns the lines that jing prints; none when it is valid */
export function validateAtom(file) {
  const { status, stdout } = spawnSync('jing', ['-c', join(here, 'rfc4287.rnc'), file], { encoding: 'utf8' });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return status === 0 ? [] : lines.length > 0 ? lines : [`jing failed with status ${status}`];
}

/** An RSS description is HTML, whatever feedparser guesses; the summary of Atom says that it is text. */
function readWithPython(file, format) {
  const entries = JSON.parse(run('/usr/bin/python3', [join(here, 'read.py'), file]));
  return format === 'atom'
    ? entries
    : entries.map((entry) => ({ ...entry, summary: htmlToText(entry.summary) }));
}

/** Every feed gets a cache of its own: newsboat keys guids over all feeds (R4). */
function readWithNewsboat(file) {
  const folder = mkdtempSync(join(tmpdir(), 'newsboat-'));
  try {
    const at = (name) => join(folder, name);
    writeFileSync(at('urls'), `${pathToFileURL(file).href}\n`);
    writeFileSync(at('config'), '');
    const options = ['-u', at('urls'), '-c', at('cache.db'), '-C', at('config')];
    run('newsboat', [...options, '-x', 'reload'], { env: { ...process.env, HOME: folder } });
    const rows = run('sqlite3', ['-json', at('cache.db'), 'SELECT * FROM rss_item']);
    return JSON.parse(rows || '[]').map(seenByNewsboat);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function seenByNewsboat(row) {
  const file = { url: row.enclosure_url, type: row.enclosure_type, bytes: 0 };
  return {
    id: row.guid,
    url: row.url,
    title: row.title,
    published: toInstant(row.pubDate * 1000),
    authors: row.author === '' ? [] : row.author.split(', '),
    attachments: row.enclosure_url ? [file] : [],
  };
}

/** sfeed(5): time, title, link, content, its type, id, author, enclosure and categories, with tabs between. */
function readWithSfeed(file) {
  const lines = run('sfeed', [], { input: readFileSync(file) }).split('\n');
  return lines.filter((line) => line !== '').map(seenBySfeed);
}

function seenBySfeed(line) {
  const [time, title, url, , , id, author, enclosure, categories] = line.split('\t').map(unescapeField);
  return {
    id,
    url,
    title,
    published: toInstant(Number(time) * 1000),
    authors: author === '' ? [] : [author],
    tags: categories === '' ? [] : categories.split('|'),
    attachments: enclosure === '' ? [] : [{ url: enclosure, type: '', bytes: 0 }],
  };
}

function unescapeField(text) {
  return text.replace(/\\([\\nt])/g, (_, char) => ({ n: '\n', t: '\t' })[char] ?? char);
}

function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: 600_000,
    maxBuffer: 1 << 28,
    ...options,
  });
  if (result.status === 0) return result.stdout;
  throw new Error(`${command} failed: ${result.error?.message ?? result.stderr.trim()}`);
}
