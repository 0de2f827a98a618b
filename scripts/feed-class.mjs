// The class of the package `feed` without its writers, which ours take the place of, and without the XML library that they need.
import { readFileSync } from 'node:fs';

const LEFT_OUT = ['config', 'utils', 'atom1', 'json', 'rss2'];

/** @throws {Error} when the package is written differently from what is known here */
function leaveOutWriters(text) {
  const parts = LEFT_OUT.map((name) => new RegExp(`//#region src/${name}\\.ts\\n[\\s\\S]*?//#endregion\\n`));
  const missing = LEFT_OUT.filter((_, index) => !parts[index].test(text));
  const rest = parts
    .reduce((left, part) => left.replace(part, ''), text)
    .replace(/^import .*xml-js.*\n/gm, '');
  if (missing.length > 0 || /\bimport\b/.test(rest))
    throw new Error(`The package feed has changed: ${missing.join(', ') || 'it imports another library'}.`);
  return rest;
}

/** What the class calls in its own methods, which all are overridden. */
export const takeFeedClass = {
  name: 'take-feed-class',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]node_modules[\\/]feed[\\/]lib[\\/]feed\.js$/ }, ({ path }) => ({
      contents: leaveOutWriters(readFileSync(path, 'utf8')),
    }));
  },
};
