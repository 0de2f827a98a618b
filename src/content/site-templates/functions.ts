import { describeImage, findAsset } from './resources.ts';
import { TEXT_FUNCTIONS } from './text-functions.ts';
import { type GoFunction, isTrue, type Shortcode, type Value } from './values.ts';

function onNumbers(work: (a: number, b: number) => number | boolean): GoFunction {
  return (args) => {
    const [a = Number.NaN, b = Number.NaN] = args.map((arg) => (typeof arg === 'number' ? arg : Number.NaN));
    const result = work(a, b);
    return Number.isNaN(a) || Number.isNaN(b) || !Number.isFinite(Number(result)) ? undefined : result;
  };
}

const isSame = (a: Value | undefined, b: Value | undefined) => String(a ?? '') === String(b ?? '');
/** `index x "key"`, `index x 0`. */
const index: GoFunction = ([from, ...keys]) => {
  let value: Value | undefined = from;
  for (const key of keys) {
    if (value instanceof Map) value = value.get(String(key)) ?? null;
    else if (Array.isArray(value) && typeof key === 'number') value = value[key] ?? null;
    else return value === null ? null : undefined;
  }
  return value;
};

/** Go counts the bytes of a text, Tera its characters. */
const lengthBy =
  (measure: (text: string) => number): GoFunction =>
  ([value]) => {
    if (typeof value === 'string') return measure(value);
    return Array.isArray(value) ? value.length : value instanceof Map ? value.size : undefined;
  };
const countCharacters = (text: string) => [...text].length;

function contains(list: Value | undefined, item: Value | undefined): boolean | undefined {
  if (Array.isArray(list)) return list.some((each) => isSame(each, item));
  return typeof list === 'string' && typeof item === 'string' ? list.includes(item) : undefined;
}

const FUNCTIONS: ReadonlyMap<string, GoFunction> = new Map(
  Object.entries<GoFunction>({
    ...TEXT_FUNCTIONS,
    and: (args, shortcode) => args.find((arg) => !isTrue(arg, shortcode)) ?? args.at(-1),
    or: (args, shortcode) => args.find((arg) => isTrue(arg, shortcode)) ?? args.at(-1),
    not: ([arg = null], shortcode) => !isTrue(arg, shortcode),
    eq: ([first, ...others]) => others.some((other) => isSame(first, other)),
    ne: ([first, second]) => !isSame(first, second),
    lt: onNumbers((a, b) => a < b),
    le: onNumbers((a, b) => a <= b),
    gt: onNumbers((a, b) => a > b),
    ge: onNumbers((a, b) => a >= b),
    add: onNumbers((a, b) => a + b),
    sub: onNumbers((a, b) => a - b),
    mul: onNumbers((a, b) => a * b),
    div: onNumbers((a, b) => (Number.isInteger(a) && Number.isInteger(b) ? Math.trunc(a / b) : a / b)),
    mod: onNumbers((a, b) => a % b),
    cond: ([test = null, yes, no], shortcode) => (isTrue(test, shortcode) ? yes : no),
    default: ([other, value = null], shortcode) => (isTrue(value, shortcode) ? value : other),
    isset: ([from, key]) =>
      from instanceof Map
        ? from.has(String(key))
        : Array.isArray(from) && typeof key === 'number'
          ? key < from.length
          : false,
    index,
    otherwise: ([other, value]) => value ?? other,
    isthere: ([value]) => value !== null,
    isin: ([item, list]) => contains(list, item),
    first: ([list]) => (Array.isArray(list) ? (list[0] ?? null) : undefined),
    len: lengthBy((text) => Buffer.byteLength(text)),
    runecount: lengthBy(countCharacters),
    in: ([list, item]) => contains(list, item),
    slice: (args) => args,
    dict: (args) =>
      new Map(
        args.flatMap((key, at) => (at % 2 === 0 ? [[String(key), args[at + 1] ?? null] as const] : [])),
      ),
    contains: ([list, item]) => contains(list, item),
    'resources.get': ([path], shortcode) => findAsset(path, shortcode),
    zolaimage: ([path], shortcode) => describeImage(path, shortcode),
  }),
);

/** Other names of the same, without their namespace. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['tolower', 'lower'],
  ['toupper', 'upper'],
  ['conditional', 'cond'],
  ['tostring', 'string'],
  ['toint', 'int'],
]);
const NAMESPACES = /^(?:strings|transform|safe|urls|collections|compare|fmt|cast|math)\./;

/** Calls a function of Hugo by its name, such as `strings.TrimPrefix`. */
export function callFunction(name: string, args: readonly Value[], shortcode: Shortcode): Value | undefined {
  const namespace = NAMESPACES.exec(name)?.[0] ?? '';
  const plain = name.slice(namespace.length).toLowerCase();
  const key = namespace === 'safe.' ? `safe${plain}` : (SYNONYMS.get(plain) ?? plain);
  return plain.includes('.') && plain !== 'resources.get' ? undefined : FUNCTIONS.get(key)?.(args, shortcode);
}
