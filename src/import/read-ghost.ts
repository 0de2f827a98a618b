import { asText, type Fields } from '../documents/read-json-feed.ts';
import { isMapping, toList } from '../text/data.ts';
import { escapeText } from '../text/escape-html.ts';
import { decodePercent } from '../text/percent-encoding.ts';
import { type Bundle, openFiles } from './bundle.ts';
import { PAYWALL } from './ghost-cards.ts';
import { countOut, type Export, type Post, type PostState } from './post.ts';
import { type CountLost, renderLexical } from './read-lexical.ts';
import { renderMobiledoc } from './read-mobiledoc.ts';
import { toUtc } from './zones.ts';

/** The tables of a Ghost export, whether it is in `db` or not. */
export function findGhost(json: unknown): Fields | undefined {
  const holder = isMapping(json) ? (toList(json.db)[0] ?? json) : undefined;
  const data = isMapping(holder) ? holder.data : undefined;
  return isMapping(data) && Array.isArray(data.posts) ? data : undefined;
}

/**
 * A Ghost export: posts, with what other tables say of them. Its feed has the id of a post as GUID.
 * @param site home page, where the user named it: an export does not say it
 */
export function readGhost(data: Fields, site: string | undefined, bundle?: Bundle): Export {
  const leftOut = new Map<string, number>();
  const settings = new Map(
    rows(data.settings).map(({ key, value }) => [asText(key) ?? '', asText(value) ?? '']),
  );
  const refer = createReferences(data, settings.get('url') ?? site);
  const posts = rows(data.posts).flatMap((row) => {
    const isPage = row.type === 'page' || row.page === 1 || row.page === true;
    if (isPage) countOut(leftOut, 'pages');
    return isPage ? [] : [readPost(row, refer, (what) => countOut(leftOut, what))];
  });
  countOut(leftOut, 'members', rows(data.members).length);
  const timeZone = settings.get('timezone') ?? settings.get('active_timezone');
  return {
    kind: 'Ghost export',
    site: {
      site: settings.get('url') ?? site,
      title: settings.get('title'),
      description: settings.get('description'),
      language: settings.get('locale') ?? settings.get('lang') ?? settings.get('default_locale'),
      timeZone: timeZone?.replace(/^Etc\/UTC$/, 'UTC'),
    },
    posts,
    leftOut,
    problems: [],
    ...(bundle ? { find: openFiles(bundle, toContentPath) } : {}),
  };
}

/** The folder `content` of a Ghost may lie beside its export. */
function toContentPath(url: string): string | undefined {
  const path = /\/(content\/(?:images|media|files)\/[^?#]+)/.exec(url)?.[1];
  return path === undefined ? undefined : decodePercent(path);
}

type References = ReturnType<typeof createReferences>;

function createReferences(data: Fields, site: string | undefined) {
  const byId = (table: unknown) => new Map(rows(table).map((row) => [asText(row.id), row]));
  const [users, tags] = [byId(data.users), byId(data.tags)];
  const meta = new Map(rows(data.posts_meta).map((row) => [asText(row.post_id), row]));
  const authorsOf = group(data.posts_authors, 'author_id');
  const tagsOf = group(data.posts_tags, 'tag_id');
  const namesOf = (ids: readonly string[], table: ReadonlyMap<string | undefined, Fields>) =>
    ids.flatMap((id) => asText(table.get(id)?.name) ?? []);
  return {
    /** URLs of the site are written as this placeholder. */
    resolve: (text: string) => text.replaceAll('__GHOST_URL__', (site ?? '').replace(/\/$/, '')),
    site,
    metaOf: (id: string) => meta.get(id) ?? {},
    authorsOf: (row: Fields) =>
      namesOf(authorsOf.get(asText(row.id) ?? '') ?? [asText(row.author_id) ?? ''], users),
    tagsOf: (row: Fields) => namesOf(tagsOf.get(asText(row.id) ?? '') ?? [], tags),
  };
}

/** The ids that a table relates to each post, in their order. */
function group(table: unknown, key: string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  const ordered = rows(table).toSorted((a, b) => Number(a.sort_order ?? 0) - Number(b.sort_order ?? 0));
  for (const row of ordered) {
    const post = asText(row.post_id) ?? '';
    groups.set(post, [...(groups.get(post) ?? []), asText(row[key]) ?? '']);
  }
  return groups;
}

const STATES: ReadonlyMap<unknown, PostState> = new Map([
  ['published', 'public'],
  ['scheduled', 'public'],
  ['sent', 'private'],
]);

function readPost(row: Fields, refer: References, lose: CountLost): Post {
  const id = asText(row.id) ?? '';
  const [slug, meta] = [asText(row.slug), refer.metaOf(id)];
  const isOpen = (row.visibility ?? 'public') === 'public';
  const status = STATES.get(row.status) ?? 'draft';
  const state = status === 'public' && !isOpen ? 'private' : status;
  const image = asText(row.feature_image);
  const alt = asText(meta.feature_image_alt) ?? asText(row.feature_image_alt);
  // Internal tags begin with a "#", and no reader sees them.
  const tags = refer.tagsOf(row).filter((tag) => !tag.startsWith('#'));
  return {
    id: id === '' ? undefined : id,
    url: slug === undefined || refer.site === undefined ? undefined : joinUrl(refer.site, slug),
    title: asText(row.title) ?? '',
    date: toTime(row.published_at) ?? toTime(row.created_at),
    updated: toTime(row.updated_at),
    body: refer.resolve(readBody(row, isOpen, lose)),
    state,
    authors: refer.authorsOf(row).map((name) => ({ name })),
    tags,
    summary: asText(row.custom_excerpt),
    image:
      image === undefined ? undefined : { url: refer.resolve(image), ...(alt === undefined ? {} : { alt }) },
    language: asText(row.locale),
    name: slug,
  };
}

function joinUrl(site: string, slug: string): string | undefined {
  const home = site.endsWith('/') ? site : `${site}/`;
  return URL.canParse(`${slug}/`, home) ? new URL(`${slug}/`, home).href : undefined;
}

/** The text as Ghost rendered it, else as its editors keep it, else its words alone. */
function readBody({ html, lexical, mobiledoc, plaintext }: Fields, isOpen: boolean, lose: CountLost): string {
  const body =
    notEmpty(html) ??
    renderLexical(parseText(lexical), lose) ??
    renderMobiledoc(parseText(mobiledoc), lose) ??
    toParagraphs(asText(plaintext) ?? '');
  return isOpen ? dropGated(body, lose).replaceAll(PAYWALL, '') : body;
}

function notEmpty(html: unknown): string | undefined {
  return asText(html)?.trim() ? asText(html) : undefined;
}

function parseText(written: unknown): unknown {
  try {
    return JSON.parse(asText(written) ?? 'null');
  } catch {
    return undefined;
  }
}

const GATED = '<!--kg-gated-block:begin ';
const GATE_END = '<!--kg-gated-block:end-->';

/** Without the blocks that Ghost shows to members alone, in a post that everybody can read. */
function dropGated(html: string, lose: CountLost): string {
  const [first = '', ...gated] = html.split(GATED);
  const rest = gated.map((part) => {
    const end = part.indexOf(GATE_END);
    const after = end < 0 ? '' : part.slice(end + GATE_END.length);
    if (!/^[^\n]{0,200}?nonMember:\s*true/.test(part)) {
      lose('blocks for members');
      return after;
    }
    return part.slice(part.indexOf('-->') + 3, end < 0 ? undefined : end) + after;
  });
  return [first, ...rest].join('');
}

function toParagraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .filter((words) => words.trim() !== '')
    .map((words) => `<p>${escapeText(words.trim())}</p>`)
    .join('\n');
}

/** Dates are RFC 3339 in UTC; older exports have milliseconds. */
function toTime(value: unknown): string | undefined {
  return toUtc(typeof value === 'number' ? value : asText(value));
}

function rows(table: unknown): readonly Fields[] {
  return toList(table).filter(isMapping);
}
