/** The value that steps lead to from another one. */
export function walk(start: unknown, steps: readonly string[]): unknown {
  let value = start;
  for (const step of steps) {
    if (value === undefined || value === null) return value;
    if (Array.isArray(value)) value = stepIntoList(value, step);
    else if (typeof value === 'string') value = /^(?:size|length)$/.test(step) ? value.length : undefined;
    else if (typeof value !== 'object') return undefined;
    else if (Object.hasOwn(value, step)) value = (value as Record<string, unknown>)[step];
    else return step === 'size' ? Object.keys(value).length : null;
  }
  return value;
}

function stepIntoList(list: readonly unknown[], step: string): unknown {
  if (step === 'size' || step === 'length') return list.length;
  if (step === 'first') return list[0] ?? null;
  if (step === 'last') return list.at(-1) ?? null;
  return /^\d+$/.test(step) ? (list[Number(step)] ?? null) : undefined;
}
