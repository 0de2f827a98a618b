import { join } from 'node:path';
import type { LivePaths } from '../build/live-paths.ts';
import type { PublishedDocument } from '../documents/published-feed.ts';
import { readFeed, SIZE_LIMIT } from '../documents/read-feed.ts';
import { readWhole } from '../files/read.ts';
import { listSubscribed, openManifest } from '../guard/open-manifest.ts';
import { MANIFEST_PATH } from '../manifest/manifest.ts';
import type { Config, Problem } from '../model/index.ts';
import { fetchDocument } from '../network/fetch.ts';
import { problem } from '../problems/problem.ts';

/** What was fetched, and why the rest was not. */
export interface Live {
  readonly documents: readonly PublishedDocument[];
  readonly problems: readonly Problem[];
}

/** More requests at once are no kindness to a host. */
const AT_ONCE = 6;

/**
 * Fetches live feeds. Where the output folder has the same document, only a host that has another one sends it.
 * @param urls of feeds; below one that ends with `/` and is no feed itself, those feeds of the site are fetched that there are
 * @param paths of the feeds of the site, below its URL
 * @param isExpected whether it is right that nothing is there yet
 */
export async function fetchLive(
  urls: readonly string[],
  paths: LivePaths,
  config: Config,
  isExpected: boolean,
): Promise<Live> {
  const fetch = async (each: Wanted) => ({
    ...each,
    fetched: await fetchDocument(each.url, { known: readKnown(config.output, each.path) }),
  });
  const named = urls.flatMap((url) => listUrls(url, paths.asked, config.site, isExpected));
  const manifests = await mapInTurn(listManifests(named), fetch);
  const wanted = [...named, ...manifests.flatMap((each) => listEnded(each, paths.planned))];
  const all = settleMissing([...manifests, ...(await mapInTurn(wanted, fetch))]);
  const answers = all.filter(({ path, fetched }) => path !== MANIFEST_PATH || !('missing' in fetched));
  const problems = answers.flatMap(({ below, fetched }) =>
    'document' in fetched || (below && 'missing' in fetched) ? [] : fetched.problem,
  );
  const found = new Set(answers.flatMap(({ below, fetched }) => ('missing' in fetched ? [] : (below ?? []))));
  const unfound = [...new Set(wanted.flatMap(({ below }) => below ?? []))].filter((url) => !found.has(url));
  // WordPress and Ghost have their feed itself at such a URL: /feed/, /rss/.
  const asked = unfound.filter((url) => isFolder(url) && url !== config.site);
  const feeds = (
    await mapInTurn(
      asked.map((url) => ({ url, path: undefined })),
      fetch,
    )
  ).filter(isFeed);
  const empty = unfound.filter((url) => feeds.every((feed) => feed.url !== url));
  return {
    documents: [...answers, ...feeds].flatMap(({ path, below, fetched }) => {
      if (!('document' in fetched)) return [];
      return below && path !== undefined ? { ...fetched.document, path } : fetched.document;
    }),
    problems: [
      ...problems,
      ...empty.map((url) => {
        const place = isExpected ? { file: config.file, line: config.lines.published } : { file: url };
        return problem('nothing-published', place, { against: url, isSetting: isExpected });
      }),
    ],
  };
}

/** A host that hands out documents and lists none answers 403 for those that are not there; one that hands out nothing is locked. */
function settleMissing(answers: readonly Answer[]): readonly Answer[] {
  const hosts = new Set(answers.flatMap(({ url, fetched }) => ('document' in fetched ? hostOf(url) : [])));
  return answers.map((answer) => {
    const { fetched, url } = answer;
    const isLocked = 'missing' in fetched && fetched.missing === 'perhaps' && !hosts.has(hostOf(url));
    return isLocked ? { ...answer, fetched: { problem: fetched.problem } } : answer;
  });
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

/** Where the manifest of the site stands to which the named feeds belong. */
function listManifests(named: readonly Wanted[]): readonly Wanted[] {
  const bases = named.flatMap(({ url, path }) =>
    path !== undefined && url.endsWith(`/${path}`) ? [url.slice(0, -path.length)] : [],
  );
  return [...new Set(bases)].map((base) => ({
    url: new URL(MANIFEST_PATH, base).href,
    path: MANIFEST_PATH,
    below: base,
  }));
}

/** The documents that a manifest names and that nothing is written to any more. */
function listEnded({ below, fetched }: Answer, planned: readonly string[]): readonly Wanted[] {
  if (below === undefined || !('document' in fetched)) return [];
  const { manifest } = openManifest([{ ...fetched.document, path: MANIFEST_PATH }]);
  const known = new Set(planned);
  const ended = manifest ? listSubscribed(manifest).filter((path) => !known.has(path)) : [];
  return ended.map((path) => ({ url: new URL(path, below).href, path, below }));
}

interface Answer extends Wanted {
  readonly fetched: Awaited<ReturnType<typeof fetchDocument>>;
}

/** A document to fetch. */
interface Wanted {
  readonly url: string;
  /** Below the output folder; undefined where nothing is written to this URL. */
  readonly path: string | undefined;
  /** The URL that was named, when feeds may be missing there. */
  readonly below?: string;
}

function isFolder(url: string): boolean {
  return url.endsWith('/') && URL.canParse(url);
}

function isFeed({ fetched }: Answer): boolean {
  return (
    'document' in fetched && 'feed' in readFeed(fetched.document.bytes, { source: fetched.document.source })
  );
}

function listUrls(
  url: string,
  paths: readonly string[],
  site: string,
  isExpected: boolean,
): readonly Wanted[] {
  if (isFolder(url)) return paths.map((path) => ({ url: new URL(path, url).href, path, below: url }));
  const path = paths.find((each) => new URL(each, site).href === url);
  return [{ url, path, ...(isExpected ? { below: url } : {}) }];
}

/** Undefined where there is none. */
function readKnown(folder: string, path: string | undefined): Uint8Array | undefined {
  try {
    return path === undefined
      ? undefined
      : readWhole(join(folder, path), { maximum: SIZE_LIMIT, inside: 'anywhere' });
  } catch {
    return undefined;
  }
}

/** The results in the order of the members, a few at a time. */
async function mapInTurn<Member, Result>(
  members: readonly Member[],
  work: (member: Member) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const open = members.entries();
  const workThrough = async () => {
    for (const [index, member] of open) results[index] = await work(member);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, workThrough));
  return results;
}
