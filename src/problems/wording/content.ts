import { quote } from './quote.ts';
import type { Wording } from './wording.ts';

export const contentWording = {
  'removed-content': (d: { kind: string; count: number }): Wording => [
    'warning',
    `${quote(d.kind)} was removed from the content${times(d.count)}.`,
    'Feed readers would not show it, or not safely; link to it instead.',
  ],
  'replaced-content': (d: { kind: string; count: number }): Wording => [
    'warning',
    `${quote(d.kind)} became a link or plain text in the content${times(d.count)}.`,
    'Feed readers would not show it; nothing needs to be done if the link is enough.',
  ],
  'unknown-element': (d: { kind: string; count: number }): Wording => [
    'warning',
    `${quote(d.kind)} is not an element of HTML; only what is in it was kept${times(d.count)}.`,
    'If it should be seen, write it as code: `<T>` between backticks.',
  ],
  'removed-template': (d: { kind: string; count: number; runsInCode?: boolean }): Wording => [
    'warning',
    `Removed ${quote(d.kind)}: templates don't run in feeds${times(d.count)}.`,
    d.runsInCode === true
      ? 'To show it literally, put it between {% raw %} and {% endraw %}; to show its value, write the value.'
      : 'To show it literally, put it in code; to show its value, write the value.',
  ],
  'hidden-content': (d: { kind: string; count: number }): Wording => [
    'warning',
    `Left out what ${quote(d.kind)} may hide${times(d.count)}.`,
    'To publish the text, take it out of there.',
  ],
  'unknown-reference': (d: { kind: string; count: number }): Wording => [
    'warning',
    `No article is known as ${quote(d.kind)}; the link to it was taken away${times(d.count)}.`,
    'Write the name of an article of this site, or its URL.',
  ],
  'illegal-characters': (d: { name: string; count: number }): Wording => [
    'warning',
    `The text holds a character that feeds must not carry, ${quote(d.name)}; it was left out${times(d.count)}.`,
    'Delete it in the article; many editors can show invisible characters.',
  ],
  'body-too-costly': (d: { reason: string }): Wording => [
    'error',
    `The body would take too long to read: ${quote(d.reason)}.`,
    'Make it simpler, or leave the file out with "exclude".',
  ],
};

function times(count: number): string {
  return count === 1 ? '' : ` (${count} times)`;
}
