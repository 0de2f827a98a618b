import type { Expander, Replacement } from './expander.ts';
import { quoteCode } from './literal.ts';

/** A call between the signs of a comment, in the brackets of a template tag: Zola shows it without the signs. */
const ESCAPED_CALLS = /(\{[{%])[ \t]*\/\*((?:(?!\*\/)[^{}]){0,900})\*\/[ \t]*([%}]\})/g;
const ESCAPED_CALL = new RegExp(ESCAPED_CALLS.source, 'y');
const LONGEST = 1000;

/** Reads a call that Zola is told to show instead of running it. */
export function readEscapedCall(expander: Expander, start: number): Replacement | undefined {
  ESCAPED_CALL.lastIndex = 0;
  const whole = ESCAPED_CALL.exec(expander.text.slice(start, start + LONGEST))?.[0];
  if (whole === undefined) return undefined;
  return { text: quoteCode(expander, showEscapedCalls(whole)), end: start + whole.length };
}

/** Code as Zola shows it: calls that are escaped as they are meant to be seen. */
export function showEscapedCalls(code: string): string {
  return code.includes('/*') ? code.replace(ESCAPED_CALLS, '$1$2$3') : code;
}
