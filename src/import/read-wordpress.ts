import { plain } from '../documents/feed-elements.ts';
import { createLibrary, type MediaImage } from './media-library.ts';
import { countOut, type Export, type Post } from './post.ts';
import { childrenOf, type RecordElement, readRecords, textOf } from './read-records.ts';
import { metaOf, readPost, type WordPressIndex } from './wordpress-post.ts';

const IN_CHANNEL = new Set([
  'item',
  'wp:author',
  'title',
  'link',
  'description',
  'language',
  'wp:base_blog_url',
]);

/** A document of an export; large sites get several. */
export interface ExportPart {
  /** As shown to the user. */
  readonly source: string;
  /** Gives the bytes from the start, each time it is called. */
  readonly pieces: () => Iterable<Uint8Array>;
}

/**
 * Opens a WordPress export (WXR). It is read twice, record by record: first what posts refer to, which also tells whether it is whole,
 * then the posts.
 * @throws BrokenExport
 */
export function openWordPress(parts: readonly ExportPart[]): Export {
  const isRecord = (name: string, depth: number) => depth === 3 && IN_CHANNEL.has(name);
  function* readAll(): Generator<RecordElement> {
    for (const { source, pieces } of parts) yield* readRecords(pieces(), { source, isRecord });
  }
  const index = readIndex(readAll());
  const leftOut = new Map<string, number>();
  function* readPosts(): Generator<Post> {
    leftOut.clear();
    for (const record of readAll()) {
      if (record.name !== 'item') continue;
      countOut(leftOut, 'comments', childrenOf(record, 'wp:comment').length);
      const post = readPost(record, index, leftOut);
      if (post) yield post;
    }
  }
  return {
    kind: 'WordPress export',
    site: index.site,
    posts: { [Symbol.iterator]: readPosts },
    leftOut,
    problems: [],
  };
}

function readIndex(records: Iterable<RecordElement>): WordPressIndex {
  const site = new Map<string, string>();
  const authors = new Map<string, string>();
  const images = new Map<string, MediaImage>();
  for (const record of records) {
    const { name, text } = record;
    if (name === 'wp:author') {
      const login = textOf(record, 'wp:author_login');
      if (login !== undefined) authors.set(login, textOf(record, 'wp:author_display_name') ?? login);
    } else if (name !== 'item') site.set(name, text.trim());
    else if (textOf(record, 'wp:post_type') === 'attachment') noteImage(record, images);
  }
  return {
    site: {
      site: site.get('link') || site.get('wp:base_blog_url'),
      title: plain(site.get('title')),
      description: plain(site.get('description')),
      language: site.get('language'),
    },
    authors,
    library: createLibrary(images),
  };
}

function noteImage(record: RecordElement, images: Map<string, MediaImage>): void {
  const [id, url] = [textOf(record, 'wp:post_id'), textOf(record, 'wp:attachment_url')];
  if (id === undefined || url === undefined) return;
  const alt = metaOf(record, '_wp_attachment_image_alt');
  images.set(id, {
    image: { url, ...(alt === undefined ? {} : { alt }) },
    post: textOf(record, 'wp:post_parent') ?? '',
    position: [Number(textOf(record, 'wp:menu_order') ?? 0), Number(id)],
  });
}
