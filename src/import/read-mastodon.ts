import { asText, type Fields } from '../documents/read-json-feed.ts';
import { isMapping, toList } from '../text/data.ts';
import { escapeAttribute } from '../text/escape-html.ts';
import { type Bundle, openFiles, toArchivePath } from './bundle.ts';
import { ARCHIVE } from './media-place.ts';
import { lastPart } from './name-file.ts';
import { countOut, type Export, type Post, type PostState } from './post.ts';
import { showWholeLinks } from './whole-links.ts';
import { toUtc } from './zones.ts';

const PUBLIC = /^(?:as:Public|Public|https:\/\/www\.w3\.org\/ns\/activitystreams#Public)$/;

/** The activities of `outbox.json` of a Mastodon archive; what the account liked and bookmarked are lists of URLs in the same form. */
export function findOutbox(json: unknown): readonly unknown[] | undefined {
  if (!isMapping(json) || !Array.isArray(json.orderedItems)) return undefined;
  const { id, orderedItems } = json;
  return id === 'outbox.json' || orderedItems.some(isMapping) ? orderedItems : undefined;
}

/**
 * A Mastodon archive: what the account wrote, as notes without a title. The feed of an account has the URL of a post as GUID.
 * Boosts, and what was written to someone, stay out.
 */
export function readMastodon(activities: readonly unknown[], bundle?: Bundle): Export {
  const leftOut = new Map<string, number>();
  const posts = activities.filter(isMapping).flatMap((activity) => {
    const note = activity.object;
    if (activity.type !== 'Create' || !isMapping(note)) {
      countOut(leftOut, 'boosts');
      return [];
    }
    const state = stateOf(note);
    const isReply = !isOwnThread(note) && note.inReplyTo !== null && note.inReplyTo !== undefined;
    if (state === undefined || isReply) {
      countOut(leftOut, state === undefined ? 'direct messages' : 'replies');
      return [];
    }
    return [readNote(note, state)];
  });
  const find = bundle && openFiles(bundle, toArchivePath);
  return { kind: 'Mastodon archive', site: {}, posts, leftOut, problems: [], ...(find ? { find } : {}) };
}

/** Whoever goes on with a post of their own writes no reply; the feed of an account has such posts as well. */
function isOwnThread({ inReplyTo, attributedTo }: Fields): boolean {
  const [other, own] = [asText(inReplyTo), asText(attributedTo)];
  return other !== undefined && own !== undefined && other.startsWith(`${own}/`);
}

/** Undefined for what was written to someone alone. */
function stateOf({ to, cc }: Fields): PostState | undefined {
  const names = (value: unknown) => toList(value).flatMap((each) => asText(each) ?? []);
  if ([...names(to), ...names(cc)].some((name) => PUBLIC.test(name))) return 'public';
  return names(to).some((name) => name.endsWith('/followers')) ? 'private' : undefined;
}

function readNote(note: Fields, state: PostState): Post {
  const url = asText(note.url) ?? asText(note.id);
  const language = isMapping(note.contentMap) ? Object.keys(note.contentMap)[0] : undefined;
  const files = toList(note.attachment).filter(isMapping);
  const warning = asText(note.summary);
  return {
    id: url,
    url,
    title: warning ?? '',
    date: toUtc(asText(note.published)),
    updated: toUtc(asText(note.updated)),
    body: [showWholeLinks(asText(note.content) ?? ''), ...files.map(showFile)].join('\n'),
    state,
    authors: [],
    tags: toList(note.tag)
      .filter(isMapping)
      .flatMap((tag) => (tag.type === 'Hashtag' ? (asText(tag.name)?.replace(/^#/, '') ?? []) : [])),
    language,
  };
}

/** Images belong to the text of a note. Archives name files by their paths in them. */
function showFile(file: Fields): string {
  const [written, alt] = [asText(file.url) ?? '', asText(file.name) ?? ''];
  const isImage = asText(file.mediaType)?.startsWith('image/') ?? false;
  if (written === '') return '';
  const url = /^https?:\/\//.test(written) ? written : `${ARCHIVE}${written.replace(/^\/+/, '')}`;
  return isImage
    ? `<p><img src="${escapeAttribute(url)}" alt="${escapeAttribute(alt)}"></p>`
    : `<p><a href="${escapeAttribute(url)}">${escapeAttribute(alt === '' ? lastPart(url) : alt)}</a></p>`;
}
