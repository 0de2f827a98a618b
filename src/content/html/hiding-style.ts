/** What of one declaration keeps an element out of sight, by property. */
const HIDES: Readonly<Record<string, RegExp>> = {
  display: /^none/,
  visibility: /^(?:hidden|collapse)/,
  'content-visibility': /^hidden/,
  opacity: /^(?:0*\.?0+%?)(?:\s|!|$)/,
  'font-size': /^0+(?:\.0+)?(?:px|em|rem|pt|%)?(?:\s|!|$)/,
  font: /^(?:[a-z]+ )*0(?:px|em)?(?:\/|\s)/,
  left: /^-\d{3,}/,
  right: /^-\d{3,}/,
  top: /^-\d{3,}/,
  bottom: /^-\d{3,}/,
  'text-indent': /^-\d{3,}/,
  'margin-left': /^-\d{4,}|^-\d{3,}(?:em|rem|vw)/,
  'margin-top': /^-\d{4,}|^-\d{3,}(?:em|rem|vh)/,
  clip: /^rect\(\s*[01](?:px)?(?:[\s,]+[01](?:px)?){3}\s*\)/,
  'clip-path': /^(?:inset\(\s*(?:50|100)%|circle\(\s*0)/,
  transform: /(?:^|\s)(?:scale[xy]?\(\s*0(?:\.0+)?\s*[,)]|translate[xy]?\(\s*-\d{4,})/,
  color: /^(?:transparent|rgba\((?:[^,()]*,){3}\s*0(?:\.0+)?\s*\))/,
};
/** A box without a size hides what is in it where it cuts off what does not fit. */
const NO_SIZE = /^[01](?:\.0+)?(?:px|em|rem|%|vh|vw)?(?:\s|!|$)/;
const SIZES: readonly string[] = ['height', 'max-height', 'width', 'max-width'];

/** What any of them holds: most styles have none of it, and are looked at no closer. */
const MAY_HIDE = /none|hidden|collapse|clip|transparent|scale|translate|rgba|opacity|font|-\d{3}/i;

/** The declaration of an inline style that hides what has it, as it is written; undefined where none does. */
export function findHidingStyle(style: string): string | undefined {
  if (!MAY_HIDE.test(style)) return undefined;
  const declarations = style.replaceAll(/\/\*[\s\S]*?\*\//g, '').split(';');
  const values = new Map<string, string>();
  for (const declaration of declarations) {
    const [name = '', ...rest] = declaration.toLowerCase().split(':');
    values.set(name.trim(), rest.join(':').trim());
  }
  const cuts = /^(?:hidden|clip)/.test(values.get('overflow') ?? '');
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
      if (cuts && SIZES.includes(name) && NO_SIZE.test(value)) return true;
      return !(name === 'color' && isFilled) && HIDES[name]?.test(value) === true;
    });
}

/** `{ display: 'none', fontSize: 0 }` of JSX and Vue as the text of an inline style; undefined for other code. */
export function writeStyle(code: string): string | undefined {
  if (!code.startsWith('{')) return undefined;
  const pairs = code.matchAll(/['"]?([\w-]+)['"]?\s*:\s*(?:'([^']*)'|"([^"]*)"|(-?[\d.]+))/g);
  return [...pairs]
    .map(([, name = '', single, double, number]) => {
      const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      return `${property}: ${single ?? double ?? number}`;
    })
    .join('; ');
}

const RULE = /([^{}]+)\{([^{}]*)\}/g;
/** A selector that means one class or id, perhaps of one kind of element. */
const SIMPLE = /^[a-z\d]*([.#][\w-]+)$/i;

/** The classes and ids, as `.name` and `#name`, that the text of a style sheet hides wherever it applies. */
export function listHidden(css: string): readonly string[] {
  const plain = css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  // What holds for some screens or for paper says nothing of the page.
  const outside = plain.replaceAll(/@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  return [...outside.matchAll(RULE)].flatMap(([, selectors = '', body = '']) =>
    findHidingStyle(body) === undefined
      ? []
      : selectors.split(',').flatMap((selector) => SIMPLE.exec(selector.trim())?.[1] ?? []),
  );
}
