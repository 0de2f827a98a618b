import { htmlToText, readEntities } from '../text/html-text.ts';
import { readStartTags } from '../text/start-tags.ts';

const PAGE = /^\uFEFF?\s*<(?:!doctype\s+html|html)[\s>]/i;
const TIME = /<time\s[^<>]{0,300}?datetime\s*=\s*["']?(\d{4}-\d\d-\d\d[^"'<>]{0,30})/gi;
const HEADING = /<h1(?:\s[^<>]{0,500})?>([\s\S]{1,500}?)<\/h1/i;
/** Only this much of a page is searched for its head. */
const LONGEST_HEAD = 100_000;
const LONGEST_TITLE = 2000;

/** Names of `<meta>` for a fact, the first that is there counts. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  title: ['og:title', 'dc.title', 'dcterms.title'],
  date: [
    'article:published_time',
    'date',
    'datepublished',
    'publish_date',
    'pubdate',
    'dc.date',
    'dc.date.issued',
    'dcterms.date',
    'dcterms.issued',
    'dcterms.created',
  ],
  updated: ['article:modified_time', 'datemodified', 'last-modified', 'dcterms.modified'],
  description: ['description', 'og:description', 'dc.description'],
  author: ['author', 'dc.creator', 'dcterms.creator'],
  tags: ['keywords'],
  image: ['og:image'],
  language: ['language'],
};

/** Whether a text is a whole page, as people write them by hand and tools build them. */
export function isHtmlPage(text: string): boolean {
  return PAGE.test(text);
}

/** What the head of a whole page says of the article in it, under the names that front matter has for it. */
export function readPageFacts(text: string): Readonly<Record<string, unknown>> {
  const end = text.search(/<\/head\s*>|<body[\s>]/i);
  const head = text.slice(0, Math.min(end < 0 ? text.length : end, LONGEST_HEAD));
  const said = readHead(head);
  const find = (names: readonly string[]) => names.map((name) => said.get(name)).find(Boolean);
  const facts = Object.fromEntries(
    Object.entries(NAMES).flatMap(([fact, names]) => {
      const value = find(names);
      return value === undefined ? [] : [[fact, value] as const];
    }),
  );
  const body = takePageBody(text);
  const { title = readTitle(text, body, said.get('title')), date = readTime(body) } = facts;
  const { tags, language = said.get('lang') } = facts;
  return {
    ...facts,
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    ...(tags === undefined ? {} : { tags: tags.split(',').map((tag) => tag.trim()) }),
    ...(language === undefined ? {} : { language }),
    ...(said.has('canonical') ? { url: said.get('canonical') } : {}),
    ...(/\bnoindex\b/i.test(said.get('robots') ?? '') ? { unlisted: true } : {}),
  };
}

/** The time in the article: of a page with many, which lists others, none is its own. */
function readTime(body: string): string | undefined {
  const times = Array.from(body.matchAll(TIME), ([, time]) => time);
  return new Set(times).size <= 2 ? times[0] : undefined;
}

/** The heading of the article; one above it may be the name of the site, unless the title of the page says the same. */
function readTitle(text: string, body: string, named: string | undefined): string | undefined {
  const heading = htmlToText(HEADING.exec(body)?.[1] ?? '').trim();
  const isOwn = /<(?:main|article)[\s>]/i.test(text) || named?.toLowerCase().includes(heading.toLowerCase());
  return heading !== '' && (isOwn || !named) ? heading : named;
}

/** The names and values of `<meta>`, with `canonical`, `lang` and `title`; of a name that comes twice, the first. */
function readHead(head: string): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  const note = (name: string | undefined, value: string | undefined) => {
    const key = name?.toLowerCase() ?? '';
    if (key !== '' && value !== undefined && !said.has(key)) said.set(key, value.trim());
  };
  for (const { name, attributes, end } of readStartTags(head, ['meta', 'link', 'html', 'title'])) {
    if (name === 'html') note('lang', attributes.get('lang'));
    else if (name === 'title') note('title', readTitleElement(head.slice(end, end + LONGEST_TITLE)));
    else if (name === 'link') note(attributes.get('rel'), attributes.get('href'));
    else
      note(
        attributes.get('property') ??
          attributes.get('name') ??
          attributes.get('itemprop') ??
          attributes.get('http-equiv'),
        attributes.get('content'),
      );
  }
  return said;
}

/** @param text from the end of the start tag on */
function readTitleElement(text: string): string | undefined {
  const title = /^[^>]*>([^<]*)/.exec(text)?.[1];
  return title === undefined ? undefined : readEntities(title);
}

/** The part of a whole page that is the article: `<main>`, in it or else on the page the only `<article>`, or all of the body. Its lines stay where they are. */
export function takePageBody(text: string): string {
  const body = narrow(text, { from: 0, to: text.length }, 'body');
  const main = narrow(text, body, 'main');
  const isOne = text.slice(main.from, main.to).match(/<article[\s>]/gi)?.length === 1;
  const { from, to } = isOne ? narrow(text, main, 'article') : main;
  return text.slice(0, from).replaceAll(/[^\n]/g, '') + text.slice(from, to);
}

interface Part {
  readonly from: number;
  readonly to: number;
}

/** The content of the first element with this name, up to its last end tag; the same part if there is no such element. */
function narrow(text: string, part: Part, name: string): Part {
  const inside = text.slice(part.from, part.to);
  const open = new RegExp(`<${name}(?:\\s[^<>]{0,2000})?>`, 'i').exec(inside);
  if (open === null) return part;
  const from = open.index + open[0].length;
  const close = inside.toLowerCase().lastIndexOf(`</${name}`);
  return { from: part.from + from, to: close < from ? part.to : part.from + close };
}
