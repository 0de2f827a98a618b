/** Elements that mean the same to every reader, and the name under which they are compared. */
const SAME: Readonly<Record<string, string>> = { b: 'strong', i: 'em', s: 'del', strike: 'del' };
/** Stands for the end of a paragraph, whatever element ends it. */
const BREAK = '\uE000';
const BLOCKS =
  'address|aside|blockquote|caption|dd|details|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|pre|summary|table|td|tfoot|th|tr|ul';
const AROUND_BLOCKS = new RegExp(
  `(?:[\\s${BREAK}]|<br>)*(</?(?:${BLOCKS})(?: [^>]*)?>)(?:[\\s${BREAK}]|<br>)*`,
  'g',
);
/** Line breaks and ends of paragraphs in a row. */
const BREAKS = new RegExp(`(?:[\\s${BREAK}]|<br>)+`, 'g');
const OUTER_BREAKS = new RegExp(`^(?:${BREAK}|<br>)|(?:${BREAK}|<br>)$`, 'g');
const EMPTY_HEADING = /<(h[1-6])>(?: |<br>)*<\/\1>/g;
/** Code with one element of emphasis in it, which means the same around it. */
const EMPHASISED_CODE =
  /<code>((?:<(?:a|del|em|strong)\b[^>]*>)+)([^<]*)((?:<\/(?:a|del|em|strong)>)+)<\/code>/g;
/** Blanks and line breaks at the edges of emphasis and of links, which look the same outside. */
const SPACE_INSIDE = /((?:<(?:a|del|em|strong)\b[^>]*>)+)( |<br>)/g;
const SPACE_AT_END = /( |<br>)((?:<\/(?:a|del|em|strong)>)+)/g;
const EMPTY_EMPHASIS = /<(a|del|em|strong)\b[^>]*>( ?)<\/\1>/g;
/** Emphasis that ends and begins again. */
const GOES_ON = /<\/(del|em|strong)>(\s*)<\1>/g;

/** How highlighters mark code without a language, and how Markdown says that an image has no text. */
const SAYS_NOTHING = / class="language-plaintext"| alt=""/g;

/** Whether two texts of rendered HTML are the same to a reader: but for white space and for elements that mean the same. */
export function isSameContent(one: string, other: string): boolean {
  return essence(one) === essence(other);
}

/** What a reader sees of rendered HTML: without white space that no browser shows, and elements that only group others. */
function essence(html: string): string {
  return html
    .replace(SAYS_NOTHING, '')
    .split(/(<pre>[\s\S]*?<\/pre>)/)
    .map((part) => (part.startsWith('<pre>') ? squeezeCode(part) : squeeze(part)))
    .join('');
}

/** Code is the same with `<code>` and without, and with line breaks of either kind. */
function squeezeCode(html: string): string {
  return html
    .replace(/<br>/g, '\n')
    .replace(/<\/?(?:code|span)>/g, '')
    .replace(/^<pre>\n|\s+(?=<\/pre>$)/g, (space) => space.replace(/\s+/, ''));
}

/** The attributes of an element say the same in any order. */
function sortAttributes(html: string): string {
  return html.replace(
    /<([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"]*")?)+)>/g,
    (_, name: string, attributes: string) => {
      const each = attributes.match(/[a-z-]+(?:="[^"]*")?/g) ?? [];
      return `<${name} ${each.toSorted().join(' ')}>`;
    },
  );
}

function squeeze(html: string): string {
  return sortAttributes(html)
    .replace(/<(\/?)(b|i|s|strike)>/g, (_, slash: string, name: string) => `<${slash}${SAME[name]}>`)
    .replace(/<\/?(?:span|thead|tbody)>/g, '')
    .replace(EMPHASISED_CODE, '$1<code>$2</code>$3')
    .replace(GOES_ON, '$2')
    .replace(GOES_ON, '$2')
    .replace(/<\/?(?:p|div|section|article)>/g, BREAK)
    .replace(BREAKS, joinBreaks)
    .replace(EMPTY_HEADING, BREAK)
    .replace(SPACE_INSIDE, '$2$1')
    .replace(SPACE_AT_END, '$2$1')
    .replace(EMPTY_EMPHASIS, '$2')
    .replace(BREAKS, joinBreaks)
    .replace(AROUND_BLOCKS, '$1')
    .replace(OUTER_BREAKS, '')
    .trim();
}

/** Two line breaks and more end a paragraph, as its end does. */
function joinBreaks(run: string): string {
  const count = run.split('<br>').length - 1;
  if (run.includes(BREAK) || count >= 2) return BREAK;
  return count === 1 ? '<br>' : ' ';
}
