import { escapeAttribute, writeAttribute } from '../../text/escape-html.ts';
import { listImageFiles } from '../sentences.ts';
import type { Arguments } from './arguments.ts';
import { listSentences, pickArgument } from './arguments.ts';
import { readInline } from './inline.ts';

/** Arguments that name one image each of several that the page shows beside each other. */
const BESIDE = /^(?:before|after|left|right|first|second|third|(?:img|image|src|pic|photo|url)_?\d+)$/;

/** The images that a construct with an unknown name shows: those of the first argument that names some, or of several that belong together. */
export function readImages(args: Arguments): string | undefined {
  const named = [...args.named].filter(([, value]) => listImageFiles(value).length > 0);
  const beside = named.filter(([name]) => BESIDE.test(name));
  const of = (values: readonly string[]) => values.flatMap(listImageFiles);
  const sources =
    named.length === 0
      ? of(args.positional)
      : beside.length > 1
        ? of(beside.map(([, value]) => value))
        : of(named.slice(0, 1).map(([, value]) => value));
  if (sources.length < 2) return writeOneImage(args, sources[0]);
  const figures = sources.map((source) => writeFigure({ named: new Map([['src', source]]), positional: [] }));
  return [...figures, ...listSentences(args).map(readInline)].join(' ');
}

function writeOneImage(args: Arguments, source: string | undefined): string | undefined {
  if (source === undefined) return undefined;
  return writeFigure({ named: new Map([...args.named, ['src', source]]), positional: [] });
}

/** What may be a file or a URL, and is no word. */
const FILE = /\.\w{2,5}(?:[?#].*)?$|[/:{]/;

function isFileName(text: string): boolean {
  return FILE.test(text) && (!/\s/.test(text) || /\.\w{2,5}(?:[?#]\S*)?$/.test(text));
}

/** An image with its caption, link and title, as one line of HTML. */
export function writeFigure(args: Arguments): string | undefined {
  const source = pickArgument(args, ['src', 'url', 'path', 'image_path', 'file', 'image', 'image_url'], 0);
  // A tag of the same name may have a caption alone.
  if (source === undefined || (source === args.positional[0]?.trim() && !isFileName(source)))
    return undefined;
  const alt = pickArgument(args, ['alt'], args.named.size === 0 ? 1 : undefined) ?? '';
  const size = ['width', 'height'].map((name) => writeAttribute(name, args.named.get(name))).join('');
  const image = `<img src="${escapeAttribute(source)}" alt="${escapeAttribute(alt)}"${size}>`;
  const link = pickArgument(args, ['link', 'href', 'target']);
  const linked =
    link === undefined || link.startsWith('_') ? image : `<a href="${escapeAttribute(link)}">${image}</a>`;
  const captions = readCaptions(args);
  const text = captions.length === 0 ? '' : `<figcaption>${captions.join(' ')}</figcaption>`;
  // A class may hide all of it.
  return `<figure${writeAttribute('class', args.named.get('class'))}>${linked}${text}</figure>`;
}

/** Title, caption and credit; a title alone is the caption. */
function readCaptions(args: Arguments): readonly string[] {
  const caption = pickArgument(args, ['caption', 'title', 'description', 'text']);
  const title = args.named.get('title');
  const credit = pickArgument(args, ['credit', 'attr', 'attribution']);
  const page = args.named.get('attrlink');
  const isTitled = title !== undefined && caption !== undefined && title !== '' && title !== caption;
  return [
    ...(isTitled ? [`<strong>${readInline(title)}</strong>`] : []),
    ...(caption === undefined ? [] : [readInline(caption)]),
    ...(credit === undefined ? [] : [linkTo(page, readInline(credit))]),
  ];
}

function linkTo(page: string | undefined, text: string): string {
  return page === undefined ? text : `<a href="${escapeAttribute(page)}">${text}</a>`;
}
