import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, dump, load } from 'js-yaml';
import { runSite } from '../../src/commands/run-site.ts';
import { type PublishedItem, readFeed } from '../../src/documents/read-feed.ts';
import type { BuildReport, Problem } from '../../src/model/index.ts';
import { copySite, makeSite } from '../run-cli.ts';
import { EARLIER, NOW, openSite, type SiteChange } from './changes.ts';
import { SimulatedReader } from './simulated-reader.ts';

/** Where a build finds what is published: in its output folder, or on a live site with an empty one. */
export type Where = 'folder' | 'live';

/** A site that was published twice, and its readers, by the documents that they follow. */
export interface Base {
  readonly folder: string;
  /** What was published the first time. */
  readonly earlier: string;
  readonly readers: ReadonlyMap<string, SimulatedReader>;
}

/** What is said of a change. */
export interface Told {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** `new, changed, again, leaves`. */
  readonly counts: readonly number[];
}

/** What readers got after a build. */
export interface Harm {
  readonly faults: readonly string[];
  readonly wrongDates: number;
  /** New articles that the readers of the main feed have not seen. */
  readonly missed: readonly number[];
}

/** What became of a change. */
export interface Played {
  readonly told: Told;
  /** What the readers get when it passes, or after the hints were followed. */
  readonly harm: Harm;
  /** What was done, where it was refused. */
  readonly followed: readonly string[];
}

interface Server {
  readonly address: string;
  readonly show: (folder: string) => void;
}

/** Publishes a site twice, three weeks apart, with readers of every document. */
export async function publishBase({
  config,
  articles,
}: {
  readonly config: string;
  readonly articles: Readonly<Record<string, string>>;
}): Promise<Base> {
  const folder = makeSite({ 'feedwright.yaml': config, ...articles });
  const readers = new Map<string, SimulatedReader>();
  const visit = async (now: string, allow: readonly string[]) => {
    const { feeds, problems } = await runBuild(folder, { now, allow }, true);
    if (feeds.length === 0) throw new Error(JSON.stringify(problems));
    for (const { path } of feeds.filter(({ feed, path }) => !path.includes('archive/') && feed)) {
      const old = Array.from({ length: 40 }, (_, index) => index + 1);
      const reader = readers.get(path) ?? new SimulatedReader(old);
      readers.set(path, reader);
      const items = fetchItems(join(folder, 'dist', path)) ?? [];
      reader.visit(items, () => false, true);
      reader.countWrongDates(items);
    }
  };
  await visit(EARLIER, []);
  const earlier = copySite(join(folder, 'dist'));
  await visit(NOW, ['flood']);
  return { folder, earlier, readers };
}

async function prepare(base: Base, change: SiteChange, where: Where, server: Server): Promise<ChangedSite> {
  const changed = new ChangedSite(base, where, server);
  change.apply(changed.site);
  if (change.then) {
    const first = await changed.build(true);
    const { faults } = changed.visit(first);
    const refused = first.problems
      .filter(({ severity }) => severity === 'error')
      .map(({ message }) => message);
    if (faults.length + refused.length > 0) throw new Error([...faults, ...refused].join());
    change.then(changed.site);
  }
  return changed;
}

/** Builds although it is refused, and says what the readers get, and where the published documents are. */
export async function publishAnyway(
  base: Base,
  change: SiteChange,
  server: Server,
): Promise<{ readonly harm: Harm; readonly live: string }> {
  const changed = await prepare(base, change, 'folder', server);
  const { errors } = tell(await changed.build(false));
  changed.allowed.push(...errors);
  const harm = changed.visit(await changed.build(true), change.written, true);
  return { harm, live: join(changed.folder, 'live') };
}

/** Lets a change happen to a copy of a site: asks what is said of it, and does what the hints say until it is published. */
export async function playChange(
  base: Base,
  change: SiteChange,
  where: Where,
  server: Server,
): Promise<Played> {
  const changed = await prepare(base, change, where, server);
  const told = tell(await changed.build(false));
  const followed = new Set<string>();
  for (let round = 0; round < 5; round++) {
    const report = await changed.build(true);
    const errors = report.problems.filter(({ severity }) => severity === 'error');
    if (errors.length === 0)
      return { told, harm: changed.visit(report, change.written), followed: [...followed] };
    for (const error of errors) followed.add(follow(changed, error, change, base.folder));
  }
  throw new Error(`still refused: ${[...followed].join()}`);
}

function fetchItems(file: string): readonly PublishedItem[] | undefined {
  try {
    const read = readFeed(readFileSync(file), { source: file });
    return 'feed' in read ? read.feed.items : undefined;
  } catch {
    return undefined;
  }
}

/** Runs a build in this process as the command line does. */
export async function runBuild(
  folder: string,
  where: { readonly against?: string; readonly allow?: readonly string[]; readonly now?: string },
  write: boolean,
): Promise<BuildReport> {
  const { report } = await runSite(
    {
      operands: [],
      workingDirectory: folder,
      instant: Date.parse(where.now ?? NOW),
      elapsed: () => 0,
      workers: 0,
      colour: false,
      packageFolder: folder,
      environment: { CI: 'true' },
      ...(where.against === undefined ? {} : { against: [where.against] }),
      allow: where.allow ?? [],
    },
    write,
  );
  return report;
}

export function tell({ problems, changes }: BuildReport): Told {
  const codes = (severity: string) =>
    [...new Set(problems.flatMap((each) => (each.severity === severity ? each.code : [])))].toSorted();
  const { new: added = [], changed = [], again = [], leaves = [] } = changes ?? {};
  return {
    errors: codes('error'),
    warnings: codes('warning'),
    counts: [added, changed, again, leaves].map(({ length }) => length),
  };
}

/** A copy of a published site to which a change happens, built against what is published. */
export class ChangedSite {
  readonly folder: string;
  readonly allowed: string[] = [];
  private readonly readers: ReadonlyMap<string, SimulatedReader>;
  private readonly where: Where;
  private readonly address: string;
  private readonly show: (folder: string) => void;

  constructor(base: Base, where: Where, server: Server) {
    this.folder = copySite(base.folder);
    this.where = where;
    this.address = `${server.address}/`;
    this.show = server.show;
    this.readers = new Map([...base.readers].map(([path, reader]) => [path, reader.copy()]));
    renameSync(join(this.folder, 'dist'), join(this.folder, 'live'));
  }

  get site() {
    return openSite(this.folder, 'live');
  }

  /** Builds, and deploys what was written. */
  async build(write: boolean): Promise<BuildReport> {
    const [dist, live] = [join(this.folder, 'dist'), join(this.folder, 'live')];
    rmSync(dist, { recursive: true, force: true });
    if (this.where === 'folder') cpSync(live, dist, { recursive: true });
    this.show(live);
    const against = this.where === 'live' ? { against: this.address } : {};
    const report = await runBuild(this.folder, { ...against, allow: this.allowed }, write);
    const isDone = write && !report.problems.some(({ severity }) => severity === 'error');
    if (isDone) {
      rmSync(live, { recursive: true });
      cpSync(dist, live, { recursive: true });
    }
    return report;
  }

  /**
   * What all readers get of what is live.
   * @param written titles of articles that all of them must see
   * @param isForced whether nothing was done for those whose document ended; else their URL is redirected
   */
  visit(report: BuildReport, written: readonly string[] = [], isForced = false): Harm {
    const isFloodSaid = report.problems.some(({ code }) => code === 'flood' || code === 'backdated');
    const articles = listArticles(this.folder);
    const isAccepted = (uid: number) =>
      !isForced &&
      articles.some((each) => each.uid === uid && this.allowed.some((one) => one.endsWith(`:${each.file}`)));
    const wanted = articles.flatMap(({ uid, title }) => (uid >= 900 && written.includes(title) ? uid : []));
    const faults: string[] = [];
    const missed = new Set<number>();
    let wrongDates = 0;
    for (const [path, reader] of this.readers) {
      const items = fetchItems(join(this.folder, 'live', path));
      if (!items && !isForced) continue;
      const found = reader.visit(items ?? [], isAccepted, isFloodSaid && !isForced);
      faults.push(...found.map((fault) => `${path}: ${fault}`));
      wrongDates = Math.max(wrongDates, reader.countWrongDates(items ?? []));
      if (!path.includes('/')) for (const uid of wanted) if (!reader.seen.has(uid)) missed.add(uid);
    }
    return { faults, wrongDates, missed: [...missed] };
  }
}

/** The articles of a site, by whom they are. */
export function listArticles(
  folder: string,
): readonly { readonly file: string; readonly uid: number; readonly title: string }[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  );
  return names.toSorted().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const [uid, title] = [/uid(\d+)/.exec(text)?.[1], /^title: (.*)$/m.exec(text)?.[1] ?? ''];
    return { file: name.replaceAll('\\', '/'), uid: Number(uid), title };
  });
}

/**
 * Does literally what the hint of a problem says. Where it offers two ways, the one that is true of the articles.
 * @param before the articles as they were published
 */
function follow(changed: ChangedSite, found: Problem, change: SiteChange, before: string): string {
  const { code, file, message, hint } = found;
  const { folder, allowed } = changed;
  const path = join(folder, file);
  const [, id] = /"id: ([^"]+)"/.exec(hint) ?? [];
  const uid = listArticles(folder).find((each) => each.file === file)?.uid;
  const known = new Set(listArticles(before).map((each) => each.uid));
  const isOld = uid !== undefined && known.has(uid);
  const isOffered = hint.includes('If it is');
  const accept = () => {
    const accepted = hint.includes(`${code}:${file}`) ? `${code}:${file}` : code;
    allowed.push(accepted);
    return `\`--allow ${code}\``;
  };
  const write = (key: string, value: string) => {
    writeMatter(path, key, value);
    return `\`${key}\``;
  };
  if (code === 'id-changed' || code === 'id-reused') {
    const isMeant = code === 'id-changed' ? isOld : !isOld || change.isSwapped === true;
    if (id === undefined || (isOffered && !isMeant)) return accept();
    if (isMeant) return write('id', id);
    throw new Error(`an article is taken for another: ${file} ${message}`);
  }
  if (code === 'published-date-changed')
    return !isOld && id !== undefined
      ? write('id', id)
      : write('date', /with the date (\S+Z)/.exec(message)?.[1] ?? '');
  if (code === 'flood' && hint.includes('set "limit" back')) return restoreLimit(hint, folder);
  if (code === 'feed-url-changed') return followMove(changed, found);
  if (code === 'feed-shrunk' || code === 'feed-emptied') return restoreArticles(before, folder);
  if (code === 'feed-vanished') rmSync(path.replace(`${folder}/dist/`, `${folder}/live/`), { force: true });
  return accept();
}

/** Sets back what let so many articles in. */
function restoreLimit(hint: string, to: string): string {
  const [, was] = /carried (\d+) items?/.exec(hint) ?? [];
  configure(to, ({ complete: _, ...settings }) => ({ ...settings, limit: Number(was) }));
  return '`limit`';
}

type Settings = Readonly<Record<string, unknown>>;

function configure(folder: string, change: (settings: Settings) => Settings): void {
  const file = join(folder, 'feedwright.yaml');
  const settings = load(readFileSync(file, 'utf8'), { schema: CORE_SCHEMA }) as Settings;
  writeFileSync(file, dump(change(settings)));
}

/** Keeps a copy at the old path, where a setting can; else the old URL is redirected, which the author allows. */
function followMove({ folder, allowed }: ChangedSite, { message, hint }: Problem): string {
  const [, written, beside] =
    /write "([^"]+)"(?: beside "by: ([^"]+)"| beside its "path")?\. Or/.exec(hint) ?? [];
  if (written === undefined) {
    const [, old = ''] = /feed at "https?:\/\/[^/]+\/([^"]+)"/.exec(message) ?? [];
    // The published folder stands for the site, whose files would be copied back.
    if (!hint.startsWith('Redirect')) rmSync(join(folder, 'live', old), { force: true });
    allowed.push('feed-url-changed');
    return 'redirect, `--allow feed-url-changed`';
  }
  const given = load(written, { schema: CORE_SCHEMA }) as Settings;
  const [key = ''] = Object.keys(given);
  const merge = (before: Settings): Settings => ({ ...before, ...mergeSettings(before, given) });
  configure(folder, (settings) => {
    if (key === 'formats') return merge(settings);
    const feeds = settings.feeds as readonly Settings[];
    return { ...settings, feeds: feeds.map((each) => (each.by === beside ? merge(each) : each)) };
  });
  return `\`${key === 'formats' ? 'aliases' : key}\``;
}

/** A list of formats as a mapping, so that one of them can say more. */
function spellOut(value: unknown): unknown {
  return Array.isArray(value)
    ? Object.fromEntries(['rss', 'atom', 'json'].map((format) => [format, value.includes(format)]))
    : value;
}

/** What is written into a configuration beside what stands there: lists get longer, mappings get more keys. */
function mergeSettings(before: Settings, given: Settings): Settings {
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => {
      const known = key === 'formats' ? spellOut(before[key]) : before[key];
      if (Array.isArray(known) && Array.isArray(value)) return [key, [...new Set([...known, ...value])]];
      const isMapping = [known, value].every(
        (each) => typeof each === 'object' && each !== null && !Array.isArray(each),
      );
      return [
        key,
        isMapping
          ? { ...(known as Settings), ...mergeSettings(known as Settings, value as Settings) }
          : value,
      ];
    }),
  );
}

function restoreArticles(from: string, to: string): string {
  rmSync(join(to, 'articles'), { recursive: true, force: true });
  mkdirSync(join(to, 'articles'), { recursive: true });
  cpSync(join(from, 'articles'), join(to, 'articles'), { recursive: true });
  return 'articles restored';
}

/** Sets a line of the front matter. */
function writeMatter(file: string, key: string, value: string): void {
  const text = readFileSync(file, 'utf8').replace(new RegExp(`^${key}: .*\\n`, 'm'), '');
  writeFileSync(file, text.replace('---\n', `---\n${key}: "${value}"\n`));
}
