import type { ReadValue } from '../../model/index.ts';

const OPERATORS = /\s(and|or)\s/;
const COMPARISON = /^(.+?)\s*(==|!=|<>|<=|>=|<|>|\scontains\s|\sin\s)\s*(.+)$/;

/**
 * Whether the condition of `{% if … %}` holds, as Liquid reads it: from the right, and only `false` and nothing are no.
 * @returns undefined when a part of it is unknown
 */
export function evaluateCondition(condition: string, read: ReadValue): boolean | undefined {
  const match = OPERATORS.exec(condition);
  if (match === null) return evaluateComparison(condition.trim(), read);
  const left = evaluateComparison(condition.slice(0, match.index).trim(), read);
  const right = evaluateCondition(condition.slice(match.index + match[0].length), read);
  if (match[1] === 'and') return left === false || right === false ? false : both(left, right);
  return left === true || right === true ? true : both(left, right);
}

function both(left: boolean | undefined, right: boolean | undefined): boolean | undefined {
  return left === undefined || right === undefined ? undefined : left;
}

function evaluateComparison(text: string, read: ReadValue): boolean | undefined {
  const comparison = COMPARISON.exec(text);
  if (comparison === null) {
    const negated = /^not\s+(.+)$/.exec(text)?.[1];
    const value = readOperand(negated ?? text, read);
    return value === undefined ? undefined : isTrue(value) !== (negated !== undefined);
  }
  const [, first = '', operator = '', second = ''] = comparison;
  const [left, right] = [readOperand(first.trim(), read), readOperand(second.trim(), read)];
  return left === undefined || right === undefined ? undefined : compare(left, operator.trim(), right);
}

/** A literal, `nil`, `blank`, or the value of a variable; undefined when unknown. */
export function readOperand(term: string, read: ReadValue): unknown {
  const literal = /^(?:"([^"]*)"|'([^']*)')$/.exec(term);
  if (literal !== null) return literal[1] ?? literal[2] ?? '';
  if (/^-?\d+(?:\.\d+)?$/.test(term)) return term;
  if (term === 'true' || term === 'false') return term;
  if (/^(?:nil|null|none|empty|blank)$/.test(term)) return null;
  return /^[\w-]+(?:\.[\w-]+|\[(?:["'][^"'\]]*["']|\d+)\])*$/.test(term) ? read(term) : undefined;
}

/** Front matter keeps everything as text: the word `false` is no. */
function isTrue(value: unknown): boolean {
  return value !== null && value !== false && value !== 'false';
}

function compare(left: unknown, operator: string, right: unknown): boolean | undefined {
  if (operator === 'contains')
    return Array.isArray(left) ? left.includes(right) : String(left ?? '').includes(String(right));
  if (operator === 'in') return compare(right, 'contains', left);
  if (typeof left === 'object' && left !== null) return undefined;
  if (typeof right === 'object' && right !== null) return undefined;
  if (operator === '==') return isEqual(left, right);
  if (operator === '!=' || operator === '<>') return !isEqual(left, right);
  const difference = Number(left) - Number(right);
  if (Number.isNaN(difference) || left === null || right === null) return undefined;
  if (operator === '<') return difference < 0;
  if (operator === '>') return difference > 0;
  return operator === '<=' ? difference <= 0 : difference >= 0;
}

/** `x == empty` and `x == nil` alike: nothing, or an empty text. */
function isEqual(left: unknown, right: unknown): boolean {
  if (left === null || right === null) return (left ?? '') === '' && (right ?? '') === '';
  return String(left) === String(right);
}
