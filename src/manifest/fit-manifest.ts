import type { Manifest, ManifestArticle } from './manifest.ts';
import { titleOfUrl } from './title-of-url.ts';
import { writeManifest } from './write-manifest.ts';

/** The largest manifest, in bytes. Sites with more than 10,000 articles may have a proportionally larger one. */
const ROOM = 1_000_000;
const ROOM_PER_ARTICLE = ROOM / 10_000;

/** A manifest and its text. */
export interface FittingManifest {
  readonly manifest: Manifest;
  readonly text: string;
}

/**
 * Writes a manifest that is small enough to be fetched quickly. If there are too many articles, it drops the oldest titles (URLs and
 * texts identify these articles as well), then the oldest articles that left.
 */
export function fitManifest(manifest: Manifest): FittingManifest {
  const text = writeManifest(manifest);
  const room = Math.max(ROOM, manifest.articles.length * ROOM_PER_ARTICLE);
  const over = Buffer.byteLength(text) - room;
  if (over <= 0) return { manifest, text };
  const left = forgetTitles(manifest.left, over);
  const articles = forgetTitles(manifest.articles, over - left.saved);
  return forgetLeft({ ...manifest, left: left.rows, articles: articles.rows }, room);
}

/** Drops the oldest titles until that many bytes are saved. */
function forgetTitles(
  rows: readonly ManifestArticle[],
  over: number,
): { readonly rows: readonly ManifestArticle[]; readonly saved: number } {
  let saved = 0;
  const kept = rows.toReversed().map((row) => {
    const title = titleOfUrl(row.url);
    if (saved >= over || title === row.title) return row;
    saved += Buffer.byteLength(JSON.stringify(row.title)) - 1;
    return { ...row, title };
  });
  return { rows: kept.toReversed(), saved };
}

function forgetLeft(manifest: Manifest, room: number): FittingManifest {
  const text = writeManifest(manifest);
  const { left } = manifest;
  if (left.length === 0 || Buffer.byteLength(text) <= room) return { manifest, text };
  return forgetLeft({ ...manifest, left: left.slice(0, left.length >> 1) }, room);
}
