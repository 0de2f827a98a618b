import type { Person } from '../model/index.ts';

/** A person as people write them in one line: a name, `Name <mail>` or `Name <https://…>`. What else is in brackets is a part of the name. */
export function readPerson(text: string): Person {
  const open = text.lastIndexOf('<');
  if (open < 0 || !text.endsWith('>')) return { name: text };
  const address = text
    .slice(open + 1, -1)
    .trim()
    .replace(/^mailto:/i, '');
  const name = text.slice(0, open).trim() || address;
  if (/^[^\s@<>]+@[^\s@<>]+$/.test(address)) return { name, email: address };
  const isWeb = /^https?:\/\/\S+$/i.test(address) && URL.canParse(address);
  return isWeb ? { name, url: new URL(address).href } : { name: text };
}
