import type { Companion } from '../model/index.ts';
import { readXml } from './read-xml.ts';

/**
 * Reads every page and list again: the URLs of all feeds are in them, pages link only to http, https and mailto, and hold no
 * script but their own (R70).
 * @param addresses the URLs that each list must name: the first document of every feed
 * @param isOwnTemplate whether the pages are by a template of the user, which need not be XML
 * @throws Error naming the document: that is a bug, and nothing may be published
 */
export function verifyCompanions(
  companions: readonly Companion[],
  addresses: readonly string[],
  isOwnTemplate: boolean,
): void {
  for (const companion of companions) {
    const { kind, path, text } = companion;
    const isPage = kind === 'page' || kind === 'index';
    try {
      if (kind === 'opml') compare(readOutlines(text), addresses);
      if (kind === 'menu' || kind === 'chapters') JSON.parse(text);
      if (isPage && !isOwnTemplate) verifyPage(text);
    } catch (error) {
      const wrong = error instanceof Error ? error.message : String(error);
      throw new Error(`The document "${path}" (${kind}) is wrong: ${wrong}. This is a bug.`);
    }
  }
}

function readOutlines(text: string): readonly string[] {
  const addresses: string[] = [];
  readXml(text, {
    wants: () => false,
    read: (path, _, { xmlUrl }) => {
      if (path === 'opml/body/outline') addresses.push(xmlUrl ?? '');
    },
  });
  return addresses;
}

function compare(read: readonly string[], addresses: readonly string[]): void {
  const missing = addresses.find((address, index) => read[index] !== address);
  if (missing !== undefined) throw new Error(`it does not name "${missing}" in its place`);
  if (read.length !== addresses.length)
    throw new Error(`it names ${read.length} feeds, not ${addresses.length}`);
}

const ELEMENTS = new Set(
  (
    'html head meta title link style body header main footer section h1 h2 h3 p a ul li div label input button details summary ' +
    'time svg path circle img audio video ol script'
  ).split(' '),
);

function verifyPage(text: string): void {
  let scripts = 0;
  readXml(text, {
    wants: () => false,
    read: (path, _, attributes) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      if (!ELEMENTS.has(name) || isForeign(name, attributes)) throw new Error(`it has an element "${name}"`);
      if (name === 'script') scripts += 1;
      for (const [attribute, value] of Object.entries(attributes)) {
        if (attribute.startsWith('on') || attribute === 'style') throw new Error(`it has "${attribute}"`);
        if (/^(?:href|src)$/.test(attribute) && !/^(?:https?|mailto):/i.test(value))
          throw new Error(`it links to "${value}"`);
      }
    },
  });
  if (scripts > 1) throw new Error(`it has ${scripts} scripts`);
}

/** Only the artwork of a show is loaded, and its audio when it is played. */
function isForeign(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (name === 'img') return attributes.class !== 'artwork';
  return (name === 'audio' || name === 'video') && attributes.preload !== 'none';
}
