import { lookup } from 'mrmime';

/**
 * The media type that the ending of a name means; undefined for an unknown one. Tables are objects, which know the ending
 * `constructor`, too.
 * @param name a name, a path, or only the ending
 * @param own types by endings in lower case, which the usual table lacks or has otherwise
 */
export function typeOfName(name: string, own: Readonly<Record<string, string>> = {}): string | undefined {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const type: unknown = Object.hasOwn(own, ending) ? own[ending] : lookup(ending);
  return typeof type === 'string' ? type : undefined;
}
