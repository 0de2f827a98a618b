import { escapeAttribute } from '../../text/escape-html.ts';
import { type GoFunction, isInner, type SafeHtml, type Shortcode, textOf, type Value } from './values.ts';

/** A function of texts alone. */
function onTexts(work: (...texts: string[]) => Value | undefined): GoFunction {
  return (args, shortcode) => {
    const texts = args.map((arg) => textOf(arg, shortcode));
    return texts.every((text) => text !== undefined) ? work(...texts) : undefined;
  };
}

/** A function that leaves the inner text what it is: it only touches its ends, or says that it is safe. */
function onInner(work: (...texts: string[]) => Value | undefined): GoFunction {
  const others = onTexts(work);
  return (args, shortcode) => args.find(isInner) ?? others(args, shortcode);
}

/** What the template says to be HTML. */
const keep: GoFunction = (args, shortcode) => {
  const inner = args.find(isInner);
  return inner?.inner === 'text' ? { inner: 'html' } : (inner ?? onTexts(safe)(args, shortcode));
};

const safe = (html = ''): SafeHtml => ({ html });

/** Both tools render Markdown apart from the article; with Hugo, a text of one paragraph loses the tags of it. */
function onMarkdown(mode: 'markdown' | 'blocks'): GoFunction {
  return ([value], shortcode) => {
    if (isInner(value)) return { inner: mode };
    const text = textOf(value, shortcode);
    const html = text === undefined ? undefined : shortcode.readMarkdown(text, mode === 'blocks');
    return html === undefined ? undefined : safe(html);
  };
}

const trimStart = (text: string, part: string) => (text.startsWith(part) ? text.slice(part.length) : text);
const trimEnd = (text: string, part: string) =>
  part !== '' && text.endsWith(part) ? text.slice(0, -part.length) : text;

const MOST_MADE = 1_000_000;
const replace = (text = '', from = '', to = '') =>
  text.length * Math.max(1, to.length) > MOST_MADE ? undefined : text.replaceAll(from, () => to);

function relativeUrl(path: string, { site }: Shortcode): string {
  const base = new URL(site).pathname;
  return /^(?:[a-z][a-z\d+.-]*:|\/)/i.test(path) ? path : base + path;
}

/** A path from the top of the site; one that begins with `@` names an article, which only Zola knows. */
function siteUrl(path: string, { site }: Shortcode): string | undefined {
  return path.startsWith('@') ? undefined : site.replace(/\/$/, '') + path.replace(/^\/*/, '/');
}

function absoluteUrl(path: string, { site }: Shortcode): string {
  return /^[a-z][a-z\d+.-]*:/i.test(path) || !URL.canParse(path, site) ? path : new URL(path, site).href;
}

const printf: GoFunction = (args, shortcode) => {
  const [format = '', ...values] = args.map((arg) => textOf(arg, shortcode));
  if (values.includes(undefined)) return undefined;
  let next = 0;
  const text = format.replace(/%(?:%|[svd])/g, (verb) => (verb === '%%' ? '%' : (values[next++] ?? '')));
  return /%[^%\s]*[a-zA-Z]/.test(format.replace(/%[svd%]/g, '')) || next !== values.length ? undefined : text;
};

/** Functions that make texts and HTML, by their names in lower case and without a namespace. */
export const TEXT_FUNCTIONS: Readonly<Record<string, GoFunction>> = {
  printf,
  print: onTexts((...texts) => texts.join('')),
  string: onTexts((text = '') => text),
  int: onTexts((text = '') => (/^-?\d+$/.test(text.trim()) ? Number(text) : undefined)),
  safehtml: keep,
  safehtmlattr: keep,
  safeurl: keep,
  safecss: keep,
  safejs: keep,
  htmlescape: onTexts((text = '') => escapeAttribute(text)),
  markdownify: onMarkdown('markdown'),
  markdownblocks: onMarkdown('blocks'),
  replacein: onTexts((from = '', to = '', text = '') => replace(text, from, to)),
  splitat: onTexts((separator = '', text = '') =>
    separator === '' ? ['', ...text, ''] : text.split(separator),
  ),
  join: ([separator, list], shortcode) =>
    Array.isArray(list) ? joinTexts(list, textOf(separator, shortcode) ?? '', shortcode) : undefined,
  baseurl: (_args, { site }) => site.replace(/\/$/, ''),
  siteurl: ([path], shortcode) => mapText(path, shortcode, (text) => siteUrl(text, shortcode)),
  plainify: onTexts((text = '') => text.replace(/<[^<>]*>/g, '')),
  lower: onTexts((text = '') => text.toLowerCase()),
  upper: onTexts((text = '') => text.toUpperCase()),
  trim: onInner((text = '', set = ' ') => trimSet(text, set)),
  trimspace: onInner((text = '') => text.trim()),
  chomp: onInner((text = '') => text.replace(/[\r\n]+$/, '')),
  trimprefix: onTexts((part = '', text = '') => trimStart(text, part)),
  trimsuffix: onTexts((part = '', text = '') => trimEnd(text, part)),
  replace: onTexts(replace),
  hasprefix: onTexts((text = '', part = '') => text.startsWith(part)),
  hassuffix: onTexts((text = '', part = '') => text.endsWith(part)),
  split: onTexts((text = '', separator = '') => (separator === '' ? [...text] : text.split(separator))),
  delimit: ([list, separator], shortcode) =>
    Array.isArray(list) ? joinTexts(list, textOf(separator, shortcode) ?? '', shortcode) : undefined,
  relurl: ([path], shortcode) => mapText(path, shortcode, (text) => relativeUrl(text, shortcode)),
  absurl: ([path], shortcode) => mapText(path, shortcode, (text) => absoluteUrl(text, shortcode)),
  highlight: ([code, language], shortcode) => highlight(code, language, shortcode),
};

function trimSet(text: string, set: string): string {
  const [trimmed, characters] = [new Set(set), [...text]];
  let [start, end] = [0, characters.length];
  while (start < end && trimmed.has(characters[start] ?? '')) start++;
  while (end > start && trimmed.has(characters[end - 1] ?? '')) end--;
  return characters.slice(start, end).join('');
}

function mapText(
  value: Value | undefined,
  shortcode: Shortcode,
  work: (text: string) => string | undefined,
): string | undefined {
  const text = textOf(value, shortcode);
  return text === undefined ? undefined : work(text);
}

function joinTexts(list: readonly Value[], separator: string, shortcode: Shortcode): string | undefined {
  const texts = list.map((item) => textOf(item, shortcode));
  const isTooLong = list.length * separator.length > MOST_MADE;
  return isTooLong || texts.includes(undefined) ? undefined : texts.join(separator);
}

function highlight(
  code: Value | undefined,
  language: Value | undefined,
  shortcode: Shortcode,
): SafeHtml | undefined {
  const [text, name] = [textOf(code, shortcode), textOf(language, shortcode)];
  if (text === undefined || name === undefined) return undefined;
  return safe(
    `<pre><code class="language-${escapeAttribute(name)}">${escapeAttribute(text.trim())}\n</code></pre>`,
  );
}
