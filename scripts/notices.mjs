// The notices of the libraries that are part of our files: their licenses ask for it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
const NOTICE = /^(?:licen[cs]e|notice|copying)/i;

/**
 * Writes one text with the notices of all packages that a bundle was made of.
 * @param {readonly string[]} files those that went into the bundle, relative to the project
 * @param {string} target
 * @throws {Error} for a package that says nothing
 */
export function writeNotices(files, target) {
  const folders = new Set(files.flatMap((file) => PACKAGE.exec(file.replaceAll('\\', '/'))?.[0] ?? []));
  const notices = [...folders].map(readNotice).toSorted();
  const head = 'Files of this package contain parts of the following libraries.\n';
  writeFileSync(target, [head, ...new Set(notices)].join(`\n${'-'.repeat(80)}\n\n`));
}

function readNotice(folder) {
  const {
    name,
    version,
    license: one,
    licenses,
    author,
  } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  // Old packages have a list of them.
  const license = one ?? licenses?.map(({ type }) => type).join(', ');
  const texts = readdirSync(folder)
    .filter((file) => NOTICE.test(file))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  if (texts.length === 0) {
    const holder = typeof author === 'object' ? author.name : author;
    const standard = join('scripts/licenses', `${license}.txt`);
    if (!holder || !existsSync(standard)) throw new Error(`${name}@${version} has no notice`);
    texts.push(`Copyright (c) ${holder}\n\n${readFileSync(standard, 'utf8').trim()}`);
  }
  return `${name}@${version} (${license})\n\n${texts.join('\n\n').replaceAll('\r', '')}\n`;
}
