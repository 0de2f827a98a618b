/** Far off to the left or above. */
const FAR = /(?:^|\s)-\d{3,}|^calc\(\s*-\d{3,}/;
/** Nothing, with or without a unit. */
const ZERO = /^0*\.?0+%?(?:\s|!|$)/;

/** What of one declaration keeps an element out of sight, by property; a stranger's style may name any, also `constructor`. */
const HIDES: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    // The value of a variable that is set elsewhere is unknown here.
    display: /^(?:none|var\()/,
    visibility: /^(?:hidden|collapse)/,
    'content-visibility': /^hidden/,
    opacity: /^(?:0*\.0\d*|0+)%?(?:\s|!|$)/,
    scale: ZERO,
    zoom: ZERO,
    filter: /opacity\(\s*0*\.?0+%?\s*\)/,
    'font-size': /^(?:0+(?:\.0+)?(?:px|em|rem|pt|%)?|0*\.\d+px|1px)(?:\s|!|$)/,
    font: /^(?:[a-z]+ )*0(?:px|em)?(?:\/|\s)/,
    left: FAR,
    right: FAR,
    top: FAR,
    bottom: FAR,
    inset: FAR,
    'inset-inline': FAR,
    'inset-block': FAR,
    'inset-inline-start': FAR,
    'inset-inline-end': FAR,
    'inset-block-start': FAR,
    'inset-block-end': FAR,
    'text-indent': FAR,
    'margin-left': /^-\d{4,}|^-\d{3,}(?:em|rem|vw)/,
    'margin-top': /^-\d{4,}|^-\d{3,}(?:em|rem|vh)/,
    translate: /(?:^|\s)(?:-\d{4,}|-\d{3,}(?:em|rem|vw|vh))/,
    clip: /^rect\(\s*[01](?:px)?(?:[\s,]+[01](?:px)?){3}\s*\)/,
    'clip-path': /^(?:inset\((?:[^()]*\b100%|\s*50%)|(?:circle|ellipse)\(\s*0|polygon\([\s0,px%]*\))/,
    transform:
      /(?:^|\s)(?:scale(?:[xy]|3d)?\(\s*0(?:\.0+)?\s*[,)]|rotate[xy]\(\s*-?90deg|translate[xy]?\(\s*-\d{4,})/,
    color:
      /^(?:transparent|#(?:[\da-f]{3}0|[\da-f]{6}00)(?:\s|!|$)|(?:rgb|hsl)a?\((?:(?:[^,()]*,){3}|[^()]*\/)\s*0*\.?0+%?\s*\))/,
  }),
);
/** A box without a size hides what is in it where it cuts off what does not fit. */
const NO_SIZE = /^[01](?:\.0+)?(?:px|em|rem|%|vh|vw)?(?:\s|!|$)/;
const SIZES: readonly string[] = [
  ...['height', 'max-height', 'width', 'max-width'],
  ...['block-size', 'max-block-size', 'inline-size', 'max-inline-size'],
];

/** What any of them holds: most styles have none of it, and are looked at no closer. */
const MAY_HIDE =
  /none|hidden|collapse|clip|transparent|scale|translate|rotate|rgb|hsl|#|opacity|background|font|zoom|var\(|\\|-\d{3}/i;

/** What hides letters alone: an image stays in sight. */
const OF_LETTERS: ReadonlySet<string> = new Set(['color', 'font-size', 'font']);

/**
 * The declaration of an inline style that hides what has it, as it is written; undefined where none does.
 * @param hasText whether that is or holds text
 */
export function findHidingStyle(style: string, hasText = true): string | undefined {
  if (!MAY_HIDE.test(style)) return undefined;
  const declarations = unescapeStyle(dropStyleComments(style)).split(';');
  const values = readValues(declarations);
  const cuts = ['overflow', 'overflow-x', 'overflow-y'].some((name) =>
    /^(?:hidden|clip)/.test(values.get(name) ?? ''),
  );
  // A gradient shows through letters without a colour.
  const isFilled = [...values].some(([name, value]) => /background-clip$/.test(name) && value === 'text');
  return declarations
    .map((declaration) => declaration.trim())
    .find((declaration) => {
      const name = declaration
        .slice(0, Math.max(0, declaration.indexOf(':')))
        .trim()
        .toLowerCase();
      const value = values.get(name) ?? '';
      if (!hasText && OF_LETTERS.has(name)) return false;
      if (cuts && SIZES.includes(name) && NO_SIZE.test(value) && !isPadded(values)) return true;
      if (name === 'color' && !isFilled && value !== '' && plainColor(value) === backgroundOf(values))
        return true;
      if (cuts && name === 'text-indent' && /^\d{3,}%/.test(value)) return true;
      return !(name === 'color' && isFilled) && HIDES.get(name)?.test(value) === true;
    });
}

/** A video keeps its proportions in a box that only its padding makes high: `height: 0; padding-bottom: 56.25%`. */
function isPadded(values: ReadonlyMap<string, string>): boolean {
  return ['padding', 'padding-top', 'padding-bottom'].some((name) =>
    /(?:^|\s)(?:[1-9]\d+(?:\.\d+)?(?:%|px|r?em|vw|vh)|calc\()/.test(values.get(name) ?? ''),
  );
}

/** A plain background, as a colour is compared with it. */
function backgroundOf(values: ReadonlyMap<string, string>): string {
  return plainColor(values.get('background-color') ?? values.get('background') ?? '');
}

const COLORS: ReadonlyMap<string, string> = new Map([
  ['white', '#ffffff'],
  ['black', '#000000'],
]);

/** `#fff`, `white` and `#ffffff` are one colour. */
function plainColor(value: string): string {
  const plain = value.replace(/(?<!\s)\s*!important$/, '').trim();
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(plain);
  return (
    COLORS.get(plain) ??
    (short === null
      ? plain
      : `#${short
          .slice(1)
          .map((digit) => digit + digit)
          .join('')}`)
  );
}

/** CSS without its comments; one that is not closed goes on to the end (CSS Syntax §4.3.2). */
export function dropStyleComments(css: string): string {
  const kept: string[] = [];
  let start = 0;
  for (let open = css.indexOf('/*'); open >= 0; open = css.indexOf('/*', start)) {
    kept.push(css.slice(start, open));
    const close = css.indexOf('*/', open + 2);
    if (close < 0) return kept.join('');
    start = close + 2;
  }
  return kept.length === 0 ? css : kept.join('') + css.slice(start);
}

/** The value of each property, in lower case, with the variables that the same style sets. */
function readValues(declarations: readonly string[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const declaration of declarations) {
    const [name = '', ...rest] = declaration.toLowerCase().split(':');
    const value = rest.join(':').trim();
    const known = value.replace(
      /var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)/g,
      (whole, variable: string, fallback?: string) => values.get(variable) ?? fallback?.trim() ?? whole,
    );
    values.set(name.trim(), known);
  }
  return values;
}

/** `n\6f ne` is `none` (CSS Syntax §4.3.7). */
function unescapeStyle(style: string): string {
  if (!style.includes('\\')) return style;
  return style.replace(/\\(?:([\da-f]{1,6})\s?|([^\n]))/gi, (_, code?: string, char?: string) => {
    const point = Number.parseInt(code ?? '', 16);
    return char ?? (point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '');
  });
}

/** A property and its value, which may be an expression: `display: isOpen ? 'block' : 'none'`. */
const PAIR = /['"]?([\w-]+)['"]?\s*:\s*((?:'[^']*'|"[^"]*"|`[^`]*`|[^,'"`}])+)/g;
const LITERAL = /'([^']*)'|"([^"]*)"|`([^`$]*)`|(?<![\w.$])(-?[\d.]+)/g;

/** `{ display: 'none', fontSize: 0 }` of JSX and Vue as the text of an inline style; undefined for other code. */
export function writeStyle(code: string): string | undefined {
  if (!code.startsWith('{')) return undefined;
  return [...code.matchAll(PAIR)]
    .flatMap(([, name = '', value = '']) => {
      const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const values = [...value.matchAll(LITERAL)].map((each) =>
        each.slice(1).find((text) => text !== undefined),
      );
      const declarations = values.map((each) => `${property}: ${each}`);
      // Of several that a condition chooses from, the one that hides counts.
      return declarations.find((each) => findHidingStyle(each) !== undefined) ?? declarations.slice(-1);
    })
    .join('; ');
}
