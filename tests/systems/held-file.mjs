import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { writeStory } from './sites.mjs';

const BUILD = ['build', '--site', 'https://you.example/', '--title', 'You', '--now', '2026-11-20T00:00:00Z'];

/** Runs under Node for Windows, with a feed as its open output, until it is told to end. */
const HOLDER = `const fs = require('node:fs');
fs.writeFileSync('held', '');
while (!fs.existsSync('release')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
`;

/** Windows replaces no file that another program holds open: that must be said, and the next build must mend it. */
export async function checkHeldFile({ name, command, env, run }, work) {
  const folder = mkdtempSync(join(work, 'held-'));
  const feed = join(folder, 'dist/rss.xml');
  writeStory(folder);
  const first = run(folder, BUILD);
  const before = readFileSync(feed, 'utf8');
  const release = await holdOpen(folder, command, env);
  writeStory(folder, '/', 'Changed.');
  const refused = run(folder, BUILD);
  const held = readFileSync(feed, 'utf8');
  await release();
  const last = run(folder, BUILD);
  const facts = {
    'the first build ends well': first.status === 0,
    'a held file is an error': refused.status === 1,
    'the error names the reason': /"dist\/rss\.xml".*: another program has it open/.test(refused.log),
    'the held file stays as it is': held === before,
    'the next build replaces it': last.status === 0 && readFileSync(feed, 'utf8').includes('Changed.'),
  };
  return Object.entries(facts).flatMap(([fact, isTrue]) =>
    isTrue ? [] : [`${name}: not true that ${fact}\n${refused.log}`],
  );
}

/** @returns the function that lets go */
async function holdOpen(folder, [wine, node], env) {
  writeFileSync(join(folder, 'hold.cjs'), HOLDER);
  const program = `Z:${node.replaceAll('/', '\\')}`;
  writeFileSync(join(folder, 'hold.bat'), `@"${program}" hold.cjs >> dist\\rss.xml\r\n`);
  const options = { cwd: folder, env: { ...process.env, ...env }, stdio: 'ignore' };
  const holder = spawn(wine, ['cmd', '/c', 'hold.bat'], options);
  const ended = once(holder, 'exit');
  while (!existsSync(join(folder, 'held'))) {
    if (holder.exitCode !== null) throw new Error('Nothing could hold the file open under Wine.');
    await setTimeout(20);
  }
  return async () => {
    writeFileSync(join(folder, 'release'), '');
    await ended;
  };
}
