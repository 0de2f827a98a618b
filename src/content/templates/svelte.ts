import type { Expander, Replacement } from './expander.ts';
import { findClose, findNext } from './expander.ts';
import { noteHidden, noteRemoved } from './findings.ts';

/** What Svelte's elements put elsewhere than where they stand. */
const ELSEWHERE = /^(?:head|window|body|document|options)$/;

/**
 * `{#if x}…{/if}` and other blocks of Svelte: what is in them is for a program to show, with its own beginning and end, however
 * deep. One that has no end is text.
 */
export function readSvelteBlock(expander: Expander, start: number): Replacement | undefined {
  const { text } = expander;
  const name = /^\w+/.exec(text.slice(start + 2, start + 20))?.[0] ?? '';
  if (findNext(expander, `{/${name}}`, start) < 0) return undefined;
  const mark = new RegExp(`\\{(?:#${name}\\b|(/)${name}\\})`, 'g');
  mark.lastIndex = start;
  let end = start;
  let depth = 0;
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    depth += match[1] === undefined ? 1 : -1;
    if (match[1] !== undefined) end = mark.lastIndex;
    if (depth === 0) break;
  }
  noteHidden(expander, `{#${name}}`, start);
  return { text: '', end };
}

/** `{@html x}` and its like show the value of an expression. */
export function readSvelteTag(expander: Expander, start: number, match: string): Replacement | undefined {
  const close = findClose(expander, '}', start);
  if (close === undefined) return undefined;
  noteRemoved(expander, `${match.trim()}}`, start);
  return { text: '', end: close + 1 };
}

/** `<svelte:head>…</svelte:head>` is for the head of the page; of other elements only the tags are Svelte's. */
export function readSvelteElement(expander: Expander, start: number, match: string): Replacement | undefined {
  const name = match.replace(/^<\/?svelte:/, '');
  const close = findClose(expander, '>', start);
  if (close === undefined) return undefined;
  const isAlone = expander.text[close - 1] === '/' || match.startsWith('</');
  const end = `</svelte:${name}>`;
  const last = isAlone || !ELSEWHERE.test(name) ? -1 : findNext(expander, end, close);
  return { text: '', end: last < 0 ? close + 1 : last + end.length };
}
