import { IMAGE_FILE, MOST_IMAGES } from '../sentences.ts';
import type { Expander } from './expander.ts';

const CONSTANT =
  /^export\s+const\s+([A-Za-z_]\w*)\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)'|`([^`$\n]*)`|(-?\d+(?:\.\d+)?))(?:\s*;)?[ \t]*$/gm;

/** Those of each text, which is searched once. */
const constants = new WeakMap<Expander, ReadonlyMap<string, string>>();

/** The text or number of `export const version = '2.1';`. */
export function findConstant(expander: Expander, name: string): string | undefined {
  let known = constants.get(expander);
  if (known === undefined) {
    const found = expander.text.matchAll(CONSTANT);
    known = new Map([...found].map(([, own = '', a, b, c, d]) => [own, a ?? b ?? c ?? d ?? '']));
    constants.set(expander, known);
  }
  return known.get(name);
}

/** `hero` and `hero.src` are the file of `import hero from './hero.png'`; an alias such as `@/hero.png` leads nowhere from here. */
export function findImportedImage(text: string, code: string): string | undefined {
  const name = /^(\w{1,200})(?:\.src)?$/.exec(code)?.[1];
  if (name === undefined) return undefined;
  const path = new RegExp(`^import\\s+${name}\\s+from\\s+['"]([^'"\\n]+)['"]`, 'm').exec(text)?.[1];
  return path !== undefined && IMAGE_FILE.test(path) && /^(?:\.{0,2}\/|https?:)/.test(path)
    ? path
    : undefined;
}

/** The images in a list or mapping of code, as a list; `sources` are of one image. */
export function listImages(text: string, name: string, code: string): string | undefined {
  if (!/^[[{]/.test(code)) return undefined;
  const words = code.match(/"[^"\n]*"|'[^'\n]*'|`[^`$\n]*`|[\w.]+/g) ?? [];
  const images = words.flatMap((word) => {
    const path = /^["'`]/.test(word) ? word.slice(1, -1) : findImportedImage(text, word);
    return path !== undefined && IMAGE_FILE.test(path) && !/\s/.test(path) ? [path] : [];
  });
  const shown = name === 'sources' ? images.slice(0, 1) : images.slice(0, MOST_IMAGES);
  return shown.length === 0 ? undefined : shown.join(', ');
}
