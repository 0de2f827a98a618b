/** Where in HTML a text ends: between tags, in a comment, in a tag, in a quoted attribute, or in a script or style. */
export interface MarkupPlace {
  readonly inside: 'text' | 'comment' | 'tag' | 'value' | 'code';
  /** The name of the tag, from the tag to the end of its code. */
  readonly tag: string;
  readonly attribute: string;
  readonly quote: string;
}

export const BETWEEN_TAGS: MarkupPlace = { inside: 'text', tag: '', attribute: '', quote: '' };

/** The place after `text`, for a text that begins at `place`. Linear in the length of the text. */
export function followMarkup(place: MarkupPlace, text: string): MarkupPlace {
  let current = place;
  let at = 0;
  while (at < text.length) {
    const step = STEPS[current.inside](current, text, at);
    current = step.place;
    at = step.at;
  }
  return current;
}

interface Step {
  readonly place: MarkupPlace;
  readonly at: number;
}

const STEPS: Readonly<Record<MarkupPlace['inside'], (place: MarkupPlace, text: string, at: number) => Step>> =
  {
    text(place, text, at) {
      const start = text.indexOf('<', at);
      if (start < 0) return { place, at: text.length };
      if (text.startsWith('<!--', start))
        return { place: { ...BETWEEN_TAGS, inside: 'comment' }, at: start + 4 };
      const name = /<(\/?[a-z][^\s/>]*|[/!?]|$)/iy;
      name.lastIndex = start;
      const [whole, tag = ''] = name.exec(text) ?? [];
      if (whole === undefined) return { place, at: start + 1 };
      return { place: { ...BETWEEN_TAGS, inside: 'tag', tag: tag.toLowerCase() }, at: start + whole.length };
    },
    comment: (place, text, at) => skipPast('-->', text, at, place, BETWEEN_TAGS),
    tag(place, text, at) {
      if (text[at] === '>') {
        const isCode = place.tag === 'script' || place.tag === 'style';
        return { place: isCode ? { ...place, inside: 'code' } : BETWEEN_TAGS, at: at + 1 };
      }
      const attribute = /([^\s"'=<>/]+)\s*=\s*(["'])/y;
      attribute.lastIndex = at;
      const [whole, name = '', quote = ''] = attribute.exec(text) ?? [];
      if (whole === undefined)
        return { place, at: at + (/^[^\s"'=<>/]+|^./s.exec(text.slice(at, at + 200))?.[0].length ?? 1) };
      return {
        place: { ...place, inside: 'value', attribute: name.toLowerCase(), quote },
        at: at + whole.length,
      };
    },
    value: (place, text, at) =>
      skipPast(place.quote, text, at, place, { ...place, inside: 'tag', attribute: '', quote: '' }),
    code(place, text, at) {
      const end = new RegExp(`</${place.tag}`, 'i').exec(text.slice(at));
      if (!end) return { place, at: text.length };
      return {
        place: { ...BETWEEN_TAGS, inside: 'tag', tag: `/${place.tag}` },
        at: at + end.index + end[0].length,
      };
    },
  };

function skipPast(end: string, text: string, at: number, place: MarkupPlace, next: MarkupPlace): Step {
  const found = text.indexOf(end, at);
  return found < 0 ? { place, at: text.length } : { place: next, at: found + end.length };
}
