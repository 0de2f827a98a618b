/**
 * Makes a corpus: any number of articles in year and month folders, the same bytes on every machine, kept for the
 * next run in the folder for temporary files.
 * Alone: `node bench/corpus.mjs 10000` prints the folder.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeArticle } from './article.mjs';

/**
 * @typedef {object} Corpus
 * @property {string} folder absolute; configurations and outputs of the contenders live here too
 * @property {string} articles absolute folder of the articles
 * @property {number} size number of articles
 * @property {number} publishable how many of them are not drafts
 */

const first = Date.UTC(2005, 0, 1);
const last = Date.UTC(2024, 11, 31);
/** What a file system takes for one short file: two blocks and an inode. */
const bytesOnDisk = 8192 + 512;

/**
 * Gives the corpus of a size, making it if it is not there yet.
 * @param {number} size number of articles
 * @param {{ bytes?: number, parent?: string }} [options] size of one article (default 5,500 bytes); where corpora are kept
 * @returns {Corpus}
 * @throws {Error} if the disk has not enough room
 */
export function makeCorpus(size, { bytes = 5500, parent = join(tmpdir(), 'feedwright-bench') } = {}) {
  const folder = join(parent, `${size}-${bytes}-${fingerprint()}`);
  const done = join(folder, 'corpus.json');
  if (!existsSync(done)) writeCorpus(folder, size, bytes);
  const { publishable } = JSON.parse(readFileSync(done, 'utf8'));
  return { folder, articles: join(folder, 'articles'), size, publishable };
}

/** A corpus made by another version of the generator is another corpus. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const name of ['article.mjs', 'corpus.mjs', 'random.mjs', 'words.mjs']) {
    hash.update(readFileSync(new URL(name, import.meta.url)));
  }
  return hash.digest('hex').slice(0, 8);
}

function writeCorpus(/** @type {string} */ folder, /** @type {number} */ size, /** @type {number} */ bytes) {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  requireRoom(unfinished, size);
  const publishable = writeArticles(join(unfinished, 'articles'), size, bytes);
  writeFileSync(join(unfinished, 'corpus.json'), JSON.stringify({ size, bytes, publishable }));
  renameSync(unfinished, folder);
}

/** @type {(folder: string, size: number, bytes: number) => number} */
function writeArticles(folder, size, bytes) {
  const step = (last - first) / size;
  const known = new Set();
  let publishable = 0;
  for (let number = 0; number < size; number++) {
    const article = makeArticle(number, Math.floor((first + number * step) / 1000) * 1000, bytes);
    const parent = join(folder, article.folder);
    if (!known.has(parent)) mkdirSync(parent, { recursive: true });
    known.add(parent);
    writeFileSync(`${parent}/${article.name}`, article.text);
    if (!article.draft) publishable++;
  }
  return publishable;
}

function requireRoom(/** @type {string} */ folder, /** @type {number} */ size) {
  const disk = statfsSync(folder);
  const needed = size * bytesOnDisk;
  if (disk.bavail * disk.bsize < needed * 1.2) {
    throw new Error(
      `${size} articles need ${Math.ceil(needed / 2 ** 20)} MiB in ${folder}: not enough room.`,
    );
  }
  // Some file systems have no fixed number of inodes and say 0.
  if (disk.files > 0 && disk.ffree < size * 1.1) {
    throw new Error(`${size} articles need ${size} inodes in ${folder}: only ${disk.ffree} are free.`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const size = Number(process.argv[2] ?? 1000);
  console.log(makeCorpus(size).folder);
}
