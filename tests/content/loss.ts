import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterMap['childNode'];

/** The words that an independent reader sees in HTML. */
export function listWords(html: string): string[] {
  const read = (node: Node): string => {
    if ('value' in node) return node.value;
    return 'childNodes' in node ? ` ${node.childNodes.map(read).join(' ')} ` : '';
  };
  return splitWords(parseFragment(html).childNodes.map(read).join(' '));
}

/**
 * The words that an author wrote for readers, by a reading of its own: everything in the source but comments, tags, addresses,
 * template tags, attribute lists and programs.
 */
export function listWritten(source: string): string[] {
  const prose = source
    .replace(/\[\^[^\]\s]+\]/g, ' ')
    .replace(/^[ \t>]*\d+[.)]/gm, ' ')
    .replace(/(?<!\w):(?!https?:)[a-z0-9_+-]+:(?!\w)/g, ' ')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(
      /\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}|\{::comment\}[\s\S]*?\{:\/(?:comment)?\}/g,
      ' ',
    )
    .replace(
      /<(script|style|iframe|video|audio|svg|button|select|textarea|object|form)\b[\s\S]*?<\/\1\s*>/gi,
      ' ',
    )
    .replace(/^(?:import|export)\s[^\n]*$/gm, ' ')
    .replace(/\{%[^%]*%\}|\{\{[^}]*\}\}|\{:[^}\n]*\}|\{\s*\/\*[\s\S]*?\*\/\s*\}/g, '-')
    .replace(
      /^[ \t>]*\[[^\]\n]+\]:[ \t]*(?:\n[ \t]*)?\S+(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$/gm,
      ' ',
    )
    .replace(/!\[[^\]]*\](?:\[[^\]]*\]|\([^)]*\))?/g, ' ')
    .replace(/\][ \n]?\[[^\]]*\]/g, ' ')
    .replace(/\]\(\s*[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+(?:"[^"]*"|'[^']*'))?\)/g, ' ')
    .replace(/<\/?[a-zA-Z][^<>]*>/g, ' ')
    .replace(/^[ \t>*-]*(?:```|~~~)[^\n]*$/gm, ' ')
    .replace(/(?:https?:\/\/|www\.)\S+/g, ' ')
    .replace(/&[a-z]+;|&#x?[\da-f]+;/gi, ' ')
    .replace(/^:::\s*\w+/gm, ' ');
  return splitWords(prose);
}

/** The words of the first list that the second does not have so often. */
export function findMissing(written: readonly string[], shown: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of shown) left.set(word, (left.get(word) ?? 0) + 1);
  return written.filter((word) => {
    const count = left.get(word) ?? 0;
    if (count > 0) left.set(word, count - 1);
    return count === 0;
  });
}

function splitWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}
