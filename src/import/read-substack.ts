import { problem } from '../problems/problem.ts';
import { readEntities } from '../text/html-text.ts';
import { typeOfName } from '../text/type-of-name.ts';
import { type Bundle, readText } from './bundle.ts';
import { readCsv } from './csv.ts';
import { countOut, type Export, type Post, type PostFile, type PostState } from './post.ts';
import { BrokenExport } from './read-records.ts';
import { toUtc } from './zones.ts';

/** Its first row; other tools have tables of this name. */
const HEAD = /^[^\n]{0,1000}\bpost_id\b/;

/** The table of posts, at the top of the export or of its folder. */
export function findSubstack(bundle: Bundle): string | undefined {
  return bundle.names.find((name) => /(?:^|\/)posts\.csv$/.test(name) && HEAD.test(readText(bundle, name)));
}

/**
 * A Substack export: `posts.csv`, and `posts/ID.SLUG.html` for the text of each. Its feed has the URL as GUID.
 * @param site home page, where the user named it: an export does not say it
 * @throws BrokenExport
 */
export function readSubstack(bundle: Bundle, table: string, site: string | undefined): Export {
  const leftOut = new Map<string, number>();
  const top = table.slice(0, -'posts.csv'.length);
  const names = new Set(bundle.names);
  const rows = readTable(bundle, table);
  function* readPosts(): Generator<Post> {
    leftOut.clear();
    for (const row of rows) {
      const file = `${top}posts/${row.post_id}.html`;
      if (row.type === 'thread') countOut(leftOut, 'threads');
      else if (row.type === 'page') countOut(leftOut, 'pages');
      else if (!names.has(file)) countOut(leftOut, 'posts without a text');
      else yield readPost(row, readText(bundle, file), site);
    }
  }
  return {
    kind: 'Substack export',
    site: { site },
    posts: { [Symbol.iterator]: readPosts },
    leftOut,
    problems: [],
  };
}

function readTable(bundle: Bundle, table: string) {
  const rows = readCsv(readText(bundle, table));
  if (rows) return rows;
  const reason = 'has a quote that is never closed, so its rows are unclear';
  throw new BrokenExport(problem('broken-export', { file: table }, { source: table, reason }));
}

function readPost(row: Readonly<Record<string, string>>, body: string, site: string | undefined): Post {
  const slug = (row.post_id ?? '').replace(/^\d+\./, '');
  const url =
    site !== undefined && URL.canParse(`/p/${slug}`, site) ? new URL(`/p/${slug}`, site).href : undefined;
  const audio = row.podcast_url ?? '';
  return {
    id: url,
    url,
    title: readEntities(row.title ?? ''),
    date: toUtc(row.post_date),
    body,
    state: stateOf(row),
    authors: [],
    tags: [],
    summary: readEntities(row.subtitle ?? '') || undefined,
    attachments: /^https?:\/\//.test(audio) && URL.canParse(audio) ? [toFile(audio)] : [],
    name: slug,
  };
}

/** The URLs of its own audio don't say that it is MP3. */
function toFile(url: string): PostFile {
  const type = typeOfName(new URL(url).pathname);
  return type === undefined ? { url, type: 'audio/mpeg' } : { url };
}

/** Whoever did not pay read it only when its audience was everyone. */
function stateOf({ is_published: published, audience }: Readonly<Record<string, string>>): PostState {
  if (published?.toLowerCase() !== 'true') return 'draft';
  return audience === undefined || audience === '' || audience === 'everyone' ? 'public' : 'private';
}
