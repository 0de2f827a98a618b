// Writes into package.json whose package this is. npm compares it with the repository that a release is made from.
//   node scripts/own.mjs https://github.com/OWNER/feedwright
import { readFileSync, writeFileSync } from 'node:fs';

const home = process.argv[2]?.replace(/(?:\.git|\/)+$/, '');
if (home === undefined || !/^https:\/\/[\w.-]+\/[\w.-]+\/[\w.-]+$/.test(home)) {
  console.error('Usage: node scripts/own.mjs https://github.com/OWNER/feedwright');
  process.exit(2);
}
const manifest = Object.entries(JSON.parse(readFileSync('package.json', 'utf8')));
const isOwned = ([key]) => !['repository', 'homepage', 'bugs'].includes(key);
const owned = [
  ['repository', { type: 'git', url: `git+${home}.git` }],
  ['homepage', `${home}#readme`],
  ['bugs', `${home}/issues`],
];
const rest = manifest.filter(isOwned);
const at = rest.findIndex(([key]) => key === 'license');
const whole = Object.fromEntries([...rest.slice(0, at), ...owned, ...rest.slice(at)]);
writeFileSync('package.json', `${JSON.stringify(whole, null, 2)}\n`);
