/** A time in ms as a Date; undefined stays undefined. */
export function asDate(time: number | undefined): Date | undefined {
  return time === undefined ? undefined : new Date(time);
}

/** The fields that have a value; empty lists have none. */
export function given<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  const entries = Object.entries(fields).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(entries) as { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };
}

/** The date of an item, which the types of `feed` ask for and feeds leave out. */
export function dated(date: Date | undefined): { readonly date: Date } {
  return { date: date as Date };
}
