#!/usr/bin/env node
// Shows the feeds of a folder (rss.xml, atom.xml, feed.json) to feed readers and compares what they see:
//   node tests/readers/check-readers.mjs dist
// Exit 0: all equal. 1: a difference, an invalid document, or a missing program, named with its Debian package.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareEntries, readJsonFeed } from './compare.mjs';
import { limits } from './limits.mjs';
import { readers, requireTool, tools, validateAtom } from './readers.mjs';

const folder = process.argv[2];
if (folder === undefined) {
  console.error('Usage: node tests/readers/check-readers.mjs FOLDER');
  process.exit(2);
}
try {
  process.exitCode = check() ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

function check() {
  for (const [command, args, debianPackage] of tools) requireTool(command, args, debianPackage);
  const expected = readJsonFeed(readFileSync(join(folder, 'feed.json'), 'utf8'));
  if (expected.length === 0) return report('feed.json', ['it has no entries, so nothing is proved']);
  const results = [report('jing atom', validateAtom(join(folder, 'atom.xml')))];
  for (const { name, read } of readers) {
    for (const [format, path] of Object.entries({ rss: 'rss.xml', atom: 'atom.xml' })) {
      const differences = compareEntries(name, format, expected, read(join(folder, path), format));
      results.push(report(`${name} ${format}`, differences, expected.length));
    }
  }
  console.log(`${limits.length} known limits of readers and formats stand in tests/readers/limits.mjs.`);
  return results.every((isEqual) => isEqual);
}

function report(label, problems, entries) {
  const count = entries === undefined ? '' : `, ${entries} entries`;
  console.log(problems.length === 0 ? `ok   ${label}${count}` : `FAIL ${label}`);
  for (const problem of problems) console.log(`     ${problem}`);
  return problems.length === 0;
}
