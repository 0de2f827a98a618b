import { findNearest } from '../problems/nearest.ts';
import { checkShape, type Path } from './check.ts';
import { findLanguageTag } from './language-names.ts';
import { findUnknownInPermalink } from './permalink.ts';
import { SETTINGS } from './settings-table.ts';
import type { Shape } from './shape.ts';

/** `authors[1].url` for the path of that value. */
export function formatPath(path: Path): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return text.startsWith('.') ? text.slice(1) : text;
}

/** What would be accepted in place of a value. */
export interface Suggestion {
  readonly suggestion: string;
  /** Whether it says what was meant, in a form that is accepted; else it is an example. */
  readonly isMeant: boolean;
}

/** A line (or an item of a list) that would be accepted: the value mended where it is clear what was meant, else an example. */
export function suggestLine(path: Path, value: unknown, shape: Shape, isFlag: boolean): Suggestion {
  const last = path.at(-1) ?? '';
  const mended = findFix(path, value, shape);
  const own = mended ?? shape.examples?.[0];
  const isMeant = mended !== undefined;
  if (own === undefined) return { suggestion: writeExample(String(path[0]), isFlag), isMeant };
  return { suggestion: typeof last === 'number' ? writeYaml(own) : writeLine(last, own, isFlag), isMeant };
}

/** The example of a setting as a line. */
export function writeExample(key: string, isFlag: boolean): string {
  const shapes: Readonly<Record<string, Shape>> = SETTINGS;
  return writeLine(key, shapes[key]?.examples?.[0] ?? 'text', isFlag);
}

/** `key: value` as YAML, or `--key value` as a shell takes it. */
export function writeLine(key: string, value: unknown, isFlag = false): string {
  if (!isFlag) return `${key}: ${writeYaml(value)}`;
  const text = String(value);
  return `--${key} ${/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`}`;
}

function findFix(path: Path, value: unknown, shape: Shape): unknown {
  if (path[0] === 'limit' && /^(?:0|-1|all|none|unlimited)$/i.test(String(value))) return shape.maximum;
  const isGood = (guess: unknown) =>
    checkShape(guess, shape).length === 0 &&
    (path[0] !== 'permalink' || findUnknownInPermalink(String(guess)).length === 0);
  const branches = shape.anyOf ?? [shape];
  const named = path.at(-1) === 'language' && typeof value === 'string' ? findLanguageTag(value) : undefined;
  return named ?? branches.flatMap((branch) => guessValues(value, branch)).find(isGood);
}

/** Values near the given one, most probable first; those that do not fit are dropped by the caller. */
function guessValues(value: unknown, shape: Shape): readonly unknown[] {
  if (typeof value === 'number' && shape.type === 'integer')
    return [Math.round(value), value > (shape.maximum ?? value) ? shape.maximum : undefined];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (typeof value !== 'string' || value.length > 200) return [];
  const text = value.trim();
  if (shape.type === 'integer') return text === '' ? [] : [Number(text)];
  if (shape.enum) return [text.toLowerCase(), findNearest(text.toLowerCase(), shape.enum)];
  return guessTexts(text);
}

/** The same text in other forms; with line breaks and control characters in it no one knows what was meant. */
function guessTexts(text: string): readonly string[] {
  if (/\p{Cc}/u.test(text)) return [];
  const isHost = /^(?:localhost|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)(?:[:/?#]|$)/u.test(text);
  const withScheme = isHost ? `https://${text}` : text.startsWith('//') ? `https:${text}` : text;
  const inside = text.replace(/^(?:\.{0,2}\/)+/, '');
  return [
    text,
    withScheme,
    ...(/[/.]/.test(text) && !/:[a-z]/.test(text) ? [encodeSpaces(withScheme)] : []),
    ...(text.includes(' ') ? [] : [(withScheme.split(/[?#]/)[0] ?? '').replace(/(?<!:)\/{2,}/g, '/')]),
    ...(/^[a-z]{2,3}_/i.test(text) ? [(text.split('.')[0] ?? '').replaceAll('_', '-')] : []),
    text.replace(/^https?:\/\/[^/]*/i, ''),
    text.replace(/^mailto:/i, ''),
    inside,
    ...(/^[^:.]+$/.test(inside) ? [`${inside}.xml`, `${inside}.json`] : []),
  ];
}

/** A space in a host is not a space in a URL. */
function encodeSpaces(link: string): string {
  const encoded = link.replaceAll(' ', '%20');
  return URL.canParse(encoded, 'https://example.com/') ? encoded : link;
}

const PLAIN = /^[\p{L}/][\p{L}\p{N} /:._<>@+-]*$/u;
const SPECIAL = /^(?:true|false|null|yes|no|on|off)$|: |:$|^\s|\s$| #/i;

function writeYaml(value: unknown): string {
  if (typeof value === 'string') return writeText(value);
  if (Array.isArray(value)) return `[${value.map(writeYaml).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${key}: ${writeYaml(inner)}`)
      .join(', ')} }`;
  return String(value);
}

/** A line break or a control character can only be escaped. */
function writeText(text: string): string {
  if (PLAIN.test(text) && !SPECIAL.test(text)) return text;
  if (!/\p{Cc}/u.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text).replace(/\p{Cc}/gu, (control) => `\\u00${control.charCodeAt(0).toString(16)}`);
}
