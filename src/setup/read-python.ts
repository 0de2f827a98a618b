import type { Data } from './tools/project.ts';

const ASSIGNMENT = /^([A-Z][A-Z0-9_]*)[ \t]*=[ \t]*(.*)$/gm;
const TEXT = /^[urb]?(?:'([^'\\\n]*)'|"([^"\\\n]*)")/;

/** The literal texts, lists of texts, numbers and truth values that a program in Python gives its constants; it is never run. */
export function readPython(program: string): Data {
  const found = [...program.matchAll(ASSIGNMENT)].flatMap(([, name = '', value = '']) => {
    const literal = readLiteral(value.trim());
    return literal === undefined ? [] : [[name, literal] as const];
  });
  return Object.fromEntries(found);
}

function readLiteral(value: string): unknown {
  const [, single, double] = TEXT.exec(value) ?? [];
  const text = single ?? double;
  if (text !== undefined) return text;
  if (/^(?:True|False)\b/.test(value)) return value.startsWith('True');
  if (/^\d+\s*(?:#|$)/.test(value)) return Number.parseInt(value, 10);
  const texts = [...value.matchAll(/'([^'\\]*)'|"([^"\\]*)"/g)].map(([, one, other]) => one ?? other);
  const rest = value.replace(/'[^'\\]*'|"[^"\\]*"/g, '');
  return /^[[(][ \t,]*[\])]/.test(rest) ? texts : undefined;
}
