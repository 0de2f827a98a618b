import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const NAME = /:([a-z0-9_+-]{1,40}):/g;
let emoji: Readonly<Record<string, string>> | undefined;

/** Text with `:tada:` and other names of GitHub's list as the emoji; unknown names stay. The list is loaded when first needed. */
export function readEmoji(text: string): string {
  if (!text.includes(':') || text.search(NAME) < 0) return text;
  emoji ??= (require('gemoji') as typeof import('gemoji')).nameToEmoji;
  const known = emoji;
  return text.replace(NAME, (all, name: string) => (Object.hasOwn(known, name) ? (known[name] ?? all) : all));
}
