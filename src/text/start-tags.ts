import { readEntities } from './html-text.ts';

/** A start tag of HTML. */
export interface StartTag {
  /** In lower case. */
  readonly name: string;
  /** By their names in lower case, entities read; of a name that comes twice, the first. */
  readonly attributes: ReadonlyMap<string, string>;
  /** The offset behind the last attribute. */
  readonly end: number;
}

const ATTRIBUTE = /[\s/]+([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/y;

/**
 * The start tags with one of these names, in their order. Time grows with the length of the text, whatever is in it.
 * @param html of any generator
 */
export function* readStartTags(html: string, names: readonly string[]): Iterable<StartTag> {
  let read = 0;
  for (const { 0: start, 1: name = '', index } of html.matchAll(
    new RegExp(`<(${names.join('|')})(?=[\\s/>])`, 'gi'),
  )) {
    // What looks like a tag in a value is none.
    if (index < read) continue;
    const { attributes, end } = readAttributes(html, index + start.length);
    read = end;
    yield { name: name.toLowerCase(), attributes, end };
  }
}

/** @param from the end of the name of the tag */
function readAttributes(html: string, from: number): Pick<StartTag, 'attributes' | 'end'> {
  const attributes = new Map<string, string>();
  let end = from;
  ATTRIBUTE.lastIndex = from;
  for (let found = ATTRIBUTE.exec(html); found; found = ATTRIBUTE.exec(html)) {
    const [, written = '', double, single, bare] = found;
    const name = written.toLowerCase();
    if (!attributes.has(name)) attributes.set(name, readEntities(double ?? single ?? bare ?? ''));
    end = ATTRIBUTE.lastIndex;
  }
  return { attributes, end };
}
