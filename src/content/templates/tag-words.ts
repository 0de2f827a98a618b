/** Markdoc's attributes of the block or cell before: `{% #id .class width="25%" %}`. */
const ANNOTATION = /^(?:(?:[#.][\w-]+|[\w-]+=(?:"[^"]*"|[\w.-]+))(?:\s+|$))+$/;

/** The name of a tag, and what follows it. */
export interface TagWords {
  readonly name: string;
  readonly options: string;
  /** It only says how something else looks. */
  readonly isAnnotation: boolean;
}

/** Reads what stands between `{%` and `%}`. Markdoc's `/name` is the `endname` of others. */
export function readTagWords(text: string): TagWords {
  const inner = text
    .replace(/^[-~+]/, '')
    .replace(/[-~+]$/, '')
    .trim();
  const word = /^(?:\/\s*)?[\w-]+/.exec(inner)?.[0] ?? '';
  return {
    name: word.replace(/^\/\s*/, 'end'),
    options: inner.slice(word.length).trim(),
    isAnnotation: ANNOTATION.test(inner),
  };
}
