/** What begins an entity and ends as one: of XML, of HTML, or a number. */
const ENTITY = /&(?!(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)/g;
/** The longest such entity, and the longest mark of CDATA, may be cut in two by the end of a piece. */
const LONGEST = 34;
/** Characters that XML does not allow, which exports hold all the same: what pressing a key in a text field leaves. */
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const [OPEN, CLOSE] = ['<![CDATA[', ']]>'];

/** Text piece by piece; `end` gives what is left. */
export interface Mender {
  readonly mend: (text: string) => string;
  readonly end: () => string;
}

/**
 * Makes XML of what tools write that don't escape: a `&` that begins no entity stands for itself, and characters that XML forbids go.
 * What is in CDATA is kept as it is.
 */
export function createMender(): Mender {
  let rest = '';
  let isData = false;
  const take = (text: string, isLast: boolean): string => {
    const parts: string[] = [];
    let from = 0;
    for (;;) {
      const mark = text.indexOf(isData ? CLOSE : OPEN, from);
      const end = mark >= 0 ? mark : isLast ? text.length : Math.max(from, findSafeEnd(text, from, isData));
      parts.push(isData ? text.slice(from, end) : text.slice(from, end).replace(ENTITY, '&amp;'));
      from = end;
      if (mark < 0) break;
      parts.push(isData ? CLOSE : OPEN);
      from += (isData ? CLOSE : OPEN).length;
      isData = !isData;
    }
    rest = text.slice(from);
    return parts.join('').replace(ILLEGAL, '');
  };
  return { mend: (text) => take(rest + text, false), end: () => take(rest, true) };
}

/** Before what may go on in the next piece. */
function findSafeEnd(text: string, from: number, isData: boolean): number {
  const start = Math.max(from, text.length - LONGEST);
  const open = isData ? text.lastIndexOf(']') : Math.max(text.lastIndexOf('&'), text.lastIndexOf('<'));
  if (open < start) return text.length;
  // Of `]]` at the end, both may belong to the mark.
  return isData && text[open - 1] === ']' && open > from ? open - 1 : open;
}
