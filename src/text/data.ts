/** A mapping of YAML, TOML or JSON: no list, no date. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isDate(value);
}

/** A list as it is, one value as a list of one. */
export function toList<T>(value: T | readonly T[] | null | undefined): readonly T[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value as T];
}

/** A date, of any realm. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}
