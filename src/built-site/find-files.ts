import { join, relative, sep } from 'node:path';
import { isFile } from '../files/places.ts';
import { readWhole } from '../files/read.ts';
import type { Candidate, Config } from '../model/index.ts';
import { decodePercent } from '../text/percent-encoding.ts';
import { createHexoFiles } from './hexo-files.ts';
import { isBuiltSite, locateUrl, pathOf, readPage } from './locate-page.ts';
import type { FindFile, NamedFile } from './named-file.ts';
import { type PageFile, readFiles } from './read-files.ts';

const FILE =
  /\.(?:avif|bmp|epub|flac|gif|ico|jpe?g|jxl|m4[abv]|mov|mp[34]|og[gv]|opus|pdf|png|svg|tiff?|wav|webm|webp|zip)$/i;
/** Tools that publish the files beside an article under another name. */
const RENAMING: ReadonlySet<string | undefined> = new Set(['astro', 'docusaurus', 'vitepress']);
/** What tools put behind the name of a file: Docusaurus, Vite and Astro, Hugo, and those that write a hash in hexadecimal digits. */
const SUFFIX = /^(?:[.-][\w-]{8}(?:_\w+)?|[.-][0-9a-f]{8,64}|_hu_?\w+)$/;
const MAXIMUM_BYTES = 16_777_216;

/**
 * Makes the search for the files of articles on the built site. A page is opened when a file of its article is not where its URL
 * says, and only what the article names is taken from it.
 */
export function createFileSearch(config: Config): (article: Candidate) => FindFile {
  const { built, preset, root, site, sources } = config;
  const isBuilt = built !== undefined && isBuiltSite(built);
  const atTop = (file: NamedFile) => placeAtTop(file, root, site, preset === 'hexo');
  const otherwise = [atTop, (file: NamedFile) => placeStatic(file, [...sources, root], site)];
  const ofHexo = (article: Candidate) => (preset === 'hexo' ? [createHexoFiles(config, article)] : []);
  if (isBuilt)
    return (article) => searchPage(article, { built, site, otherwise: [...ofHexo(article), ...otherwise] });
  const hasStatic = preset === 'hugo' || preset === 'zola';
  const inStatic = (file: NamedFile) => (hasStatic ? placeStatic(file, [root], site) : undefined);
  if (preset === 'hexo')
    return (article) => {
      const [place] = ofHexo(article);
      return (file) => place?.(file) ?? atTop(file) ?? file.url;
    };
  if (!RENAMING.has(preset)) return () => (file) => atTop(file) ?? inStatic(file) ?? file.url;
  return () => (file) =>
    isBeside(file.written) && FILE.test(file.written)
      ? placeStatic(file, [...sources, root], site)
      : file.url;
}

function isBeside(written: string): boolean {
  return !/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(written);
}

/** Folders whose content is at the top of the site. */
const STATIC = /^(?:static|public|source)\//;

/**
 * Template tags name files from the top of the site: the URL there of one that is not next to the article.
 * @param isRooted whether the tool puts the home page before every relative path, `../` too
 */
function placeAtTop(
  { written, locate }: NamedFile,
  root: string,
  site: string,
  isRooted: boolean,
): string | undefined {
  const path = isRooted ? written.replace(/^(?:\.\.?\/)+/, '') : written;
  const name = path.replace(/[?#].*$/s, '');
  if (!isBeside(name) || !FILE.test(name) || /(?:^|\/)\.\.?\//.test(name)) return undefined;
  const own = locate(written);
  const file = own ?? locate(path);
  if (file === undefined || file.isBeside) return undefined;
  const below = relative(root, file.path).split(sep).join('/').replace(STATIC, '');
  return below === decodePercent(name) ? new URL(path, site).href : undefined;
}

/** A path into a folder of static files: the URL that they have at the top of the site. */
function placeStatic(
  { written, locate }: NamedFile,
  roots: readonly string[],
  site: string,
): string | undefined {
  const path = isBeside(written) ? locate(written)?.path : undefined;
  if (path === undefined) return undefined;
  const below = roots
    .map((root) => relative(root, path).split(sep).join('/'))
    .find((each) => STATIC.test(each));
  return below && new URL(encodeURI(below.replace(STATIC, '')), site).href;
}

interface BuiltSite {
  readonly built: string;
  readonly site: string;
  /** Where a file may be, if its page doesn't show it. */
  readonly otherwise: readonly FindFile[];
}

function searchPage(article: Candidate, { built, site, otherwise }: BuiltSite): FindFile {
  let files: readonly PlacedFile[] | undefined;
  const onPage = () => {
    const page = locateUrl(built, article.url, site);
    // An article without a page is reported already.
    files ??=
      page === undefined ? [] : readFiles(readPage(page, built)).flatMap((file) => place(file, article.url));
    return { files, hasPage: page !== undefined };
  };
  return (file) => {
    const below = pathOf(file.url, site);
    const { origin, pathname } = new URL(file.url);
    if (origin !== new URL(site).origin || !FILE.test(pathname)) return file.url;
    if (below !== undefined && isFile(join(built, below))) return file.url;
    const { files: there, hasPage } = onPage();
    const isThere = (url: string | undefined) =>
      url !== undefined && isFile(join(built, pathOf(url, site) ?? ''));
    const found = hasPage
      ? (choose(file, there) ?? otherwise.map((place) => place(file)).find(isThere))
      : file.url;
    // What lies next to the site on its host may be anyone's.
    return found ?? (below === undefined ? file.url : undefined);
  };
}

/** A file of a page by its absolute URL, and its name as bundlers write it; an image in the page itself has none. */
interface PlacedFile extends PageFile {
  readonly name: string | undefined;
}

function place({ url, ...rest }: PageFile, base: string): readonly PlacedFile[] {
  if (/^data:/i.test(url)) return [{ url, ...rest, name: undefined }];
  if (url === '' || !URL.canParse(url, base)) return [];
  const absolute = new URL(url, base);
  // Docusaurus ends the links to files with a slash where it does so with pages.
  if (FILE.test(absolute.pathname.replace(/\/$/, '')))
    absolute.pathname = absolute.pathname.replace(/\/$/, '');
  const { href } = absolute;
  return /^https?:$/.test(absolute.protocol) ? [{ url: href, ...rest, name: nameOf(href) }] : [];
}

/** The file of a page that is the one that was named: by its bytes, its name or, under another name altogether, its description. */
function choose(file: NamedFile, files: readonly PlacedFile[]): string | undefined {
  const written = nameOf(file.written);
  const bare = withoutEnding(written);
  const named = files.flatMap((each) => {
    const isNear = each.name?.startsWith(bare);
    const stem = isNear ? stemOf(each.name ?? '', written) : undefined;
    return stem === undefined ? [] : [{ ...each, stem }];
  });
  const [first] = named;
  if (first === undefined) return findInlined(file, files) ?? findByText(file, files);
  if (new Set(named.map(({ stem }) => stem)).size === 1) return first.url;
  // Two files of one name from different folders.
  return named.find(({ alt }) => alt !== undefined && alt === file.alt)?.url;
}

function findByText({ alt, written }: NamedFile, files: readonly PageFile[]): string | undefined {
  if (!alt || !isBeside(written)) return undefined;
  return files.find((file) => file.alt === alt && !/^data:/i.test(file.url))?.url;
}

/** Small images are in the page itself. */
function findInlined({ locate, written }: NamedFile, files: readonly PageFile[]): string | undefined {
  const inlined = files.filter(({ url }) => /^data:[^,]*;base64,/i.test(url));
  const path = inlined.length === 0 ? undefined : locate(written)?.path;
  if (path === undefined) return undefined;
  const own = readBytes(path);
  return inlined.find(({ url }) => own?.equals(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')))?.url;
}

/** What all variants of a file have in common, if a name is one of the other; undefined for another file. */
function stemOf(name: string, written: string): string | undefined {
  if (name === written) return written;
  const stem = withoutEnding(written);
  const own = withoutEnding(name);
  if (!own.startsWith(stem) || !SUFFIX.test(own.slice(stem.length))) return undefined;
  return own.slice(0, stem.length + (own.startsWith('_hu', stem.length) ? 3 : 9));
}

function withoutEnding(name: string): string {
  return name.replace(/\.\w+$/, '');
}

/** The name of a file as bundlers write it. */
function nameOf(url: string): string {
  const name = decodePercent(
    url
      .replace(/[?#].*$/s, '')
      .split('/')
      .at(-1) ?? '',
  );
  return name.replace(/[^\p{L}\p{N}.-]/gu, '_');
}

function readBytes(path: string): Buffer | undefined {
  try {
    return readWhole(path, { maximum: MAXIMUM_BYTES, inside: 'anywhere' });
  } catch {
    return undefined;
  }
}
