import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pinIds } from '../../src/adopt/adopt-ids.ts';
import { build } from '../../src/build.ts';
import { loadConfig } from '../../src/config/load.ts';
import { type PublishedItem, readFeed } from '../../src/documents/read-feed.ts';
import type { BuildReport, Config, Problem } from '../../src/model/index.ts';
import { SimulatedReader } from '../readers/simulated-reader.ts';

const DAY = 86_400_000;
const START = Date.UTC(2025, 2, 1, 12);
const WORDS =
  'harbour stone lantern bridge winter market voice garden river letter music summer castle bread paper night morning window street ocean forest mountain field kitchen engine silver copper rope tide captain'.split(
    ' ',
  );

/** An article as its author knows it; nothing of it but what stands in the file reaches the program. */
interface Post {
  readonly uid: number;
  slug: string;
  title: string;
  published: number;
  body: string;
  tag: string;
  isDraft: boolean;
  id?: string;
}

interface Settings {
  site: string;
  permalink: string;
  limit: number;
  content: string;
  archive: boolean;
  aliases: Readonly<Record<string, string>>;
}

interface State {
  readonly posts: readonly Post[];
  readonly settings: Settings;
}

/** What a history did, and what it did wrong. */
export interface History {
  readonly builds: number;
  readonly steps: readonly string[];
  readonly faults: readonly string[];
}

type Random = (below: number) => number;

function createRandom(seed: number): Random {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/** Plays the author and the subscribers of a site for some builds. */
export function playHistory(seed: number): History {
  const folder = mkdtempSync(join(tmpdir(), 'feedwright-history-'));
  try {
    return new Player(folder, createRandom(seed)).play();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

class Player {
  private readonly folder: string;
  private readonly random: Random;
  private readonly steps: string[] = [];
  private readonly faults: string[] = [];
  private readonly readers = new Map<string, SimulatedReader>();
  private state: State = { posts: [], settings: firstSettings() };
  /** What the author has allowed for a file, as long as the same article is in it. */
  private permanent: readonly { readonly code: string; readonly uid: number }[] = [];
  private now = START;
  private count = 0;

  constructor(folder: string, random: Random) {
    this.folder = folder;
    this.random = random;
  }

  play(): History {
    const first = 8 + this.random(10);
    const posts = Array.from({ length: first }, (_, index) => this.write(START - (first - index) * 2 * DAY));
    this.state = { posts, settings: { ...this.state.settings, archive: this.random(3) === 0 } };
    const builds = 10 + this.random(31);
    this.publish([]);
    for (let number = 1; number < builds && this.faults.length === 0; number += 1) {
      this.now += DAY / 4 + this.random(4) * DAY;
      this.step();
    }
    return { builds, steps: this.steps, faults: this.faults };
  }

  private write(published: number): Post {
    const uid = this.count++;
    const isShort = this.random(3) === 0;
    return {
      uid,
      slug: `post-${uid}`,
      title: this.random(5) === 0 ? 'Note' : `Story ${uid}`,
      published: published + this.random(3) * 3_600_000,
      body: isShort ? (this.random(2) === 0 ? `![](/i/${uid}.jpg)` : 'Nice.') : this.text(60),
      tag: this.random(2) === 0 ? 'sea' : 'land',
      isDraft: false,
    };
  }

  private text(length: number): string {
    return Array.from({ length }, () => WORDS[this.random(WORDS.length)]).join(' ');
  }

  /** Changes the site, builds, and does what it is told until it may publish, or takes the change back. */
  private step(): void {
    const before = this.state;
    const name = this.change();
    this.steps.push(name);
    const allowed: string[] = [];
    for (let round = 0; round < 6; round += 1) {
      const report = this.publish(allowed);
      const errors = report.problems.filter(({ severity }) => severity === 'error');
      if (errors.length === 0) return;
      const isFollowed = errors.map((each) => this.follow(each, before, allowed));
      if (isFollowed.includes('accused')) return;
      if (isFollowed.includes('revert')) break;
    }
    this.steps.push('taken back');
    this.state = before;
    const report = this.publish([]);
    const error = report.problems.find(({ severity }) => severity === 'error');
    if (error)
      this.faults.push(`taken back, and still refused: ${error.code} ${error.file} ${error.message}`);
  }

  /** Does what the hint says; the author knows which article is which. */
  private follow({ code, file, message, hint }: Problem, before: State, allowed: string[]): string {
    const post = this.state.posts.find(({ slug }) => file === `articles/${slug}.md`);
    const [, id] = /"id: ([^"]+)"/.exec(hint) ?? [];
    this.steps.push(`  ${code} ${file}`);
    if (post && id !== undefined && (code === 'id-changed' || code === 'id-reused')) {
      const isSame = before.posts.some(({ uid }) => uid === post.uid);
      const isGuess = /may be|If it is/.test(`${message} ${hint}`);
      if (code === 'id-changed' && !isSame) {
        if (!isGuess) return this.accuse(`a new article is accused: ${file} ${message}`);
        allowed.push(`${code}:${file}`);
        return 'allowed';
      }
      if (code === 'id-reused' && isSame) {
        if (!isGuess) return this.accuse(`an article is taken for another: ${file} ${message}`);
        allowed.push(`${code}:${file}`);
        this.permanent = [
          ...this.permanent,
          ...[code, 'published-date-changed'].map((each) => ({ code: each, uid: post.uid })),
        ];
        return 'allowed';
      }
      this.edit(post.uid, { id });
      return 'followed';
    }
    const [, date] = /with the date (\S+Z)/.exec(message) ?? [];
    if (post && code === 'published-date-changed' && date !== undefined) {
      const isSame = before.posts.some(({ uid }) => uid === post.uid);
      if (!isSame && id === undefined)
        return this.accuse(`an article is taken for another: ${file} ${message}`);
      if (!isSame && id !== undefined) {
        this.edit(post.uid, { id });
        return 'followed';
      }
      this.edit(post.uid, { published: Date.parse(date) });
      return 'followed';
    }
    if (code === 'feed-url-changed' && before.settings.site !== this.state.settings.site) {
      allowed.push(code);
      return 'allowed';
    }
    if (code === 'feed-url-changed' || code === 'feed-vanished') {
      const [, old] = /tags\/(\w+)\//.exec(message) ?? [];
      const next = old === 'sea' ? 'land' : 'sea';
      if (old === undefined || this.state.settings.aliases[old]) return 'revert';
      if (!this.state.posts.some(({ tag, isDraft }) => tag === next && !isDraft)) return 'revert';
      this.set({ aliases: { [old]: next } });
      return 'followed';
    }
    return 'revert';
  }

  private accuse(fault: string): string {
    this.faults.push(fault);
    return 'accused';
  }

  private edit(uid: number, change: Partial<Post>): void {
    const posts = this.state.posts.map((post) => (post.uid === uid ? { ...post, ...change } : post));
    this.state = { ...this.state, posts };
  }

  private set(change: Partial<Settings>): void {
    this.state = { ...this.state, settings: { ...this.state.settings, ...change } };
  }

  private change(): string {
    const { posts, settings } = this.state;
    const post = posts[posts.length - 1 - this.random(Math.min(posts.length, 9))];
    if (!post) return this.add();
    const actions: readonly (() => string)[] = [
      () => this.add(),
      () => this.add(),
      () => this.add(),
      () => this.on(post, 'edit', { body: `${post.body} ${this.text(5)}` }),
      () => this.on(post, 'rewrite', { body: this.text(60) }),
      () => this.on(post, 'retitle', { title: `${post.title} again` }),
      () => this.on(post, 're-slug', { slug: `better-${post.uid}-${this.random(99)}` }),
      () =>
        this.on(post, 're-slug, retitle', {
          slug: `new-${post.uid}-${this.random(99)}`,
          title: `New ${post.uid}`,
        }),
      () => this.on(post, 're-date', { published: post.published - DAY * (1 + this.random(3)) }),
      () =>
        post.body.length > 100
          ? this.on(post, 're-date to the future', { published: this.now + 9 * DAY })
          : this.add(),
      () => this.on(post, post.isDraft ? 'undraft' : 'draft', { isDraft: !post.isDraft }),
      () =>
        this.on(post, post.isDraft ? 'undraft, re-slug' : 'draft', {
          isDraft: !post.isDraft,
          ...(post.isDraft ? { slug: `back-${post.uid}-${this.random(99)}` } : {}),
        }),
      () => this.remove(post),
      () => this.replace(post),
      () => this.rename(this.random(2) === 0 ? 'sea' : 'land'),
      () => this.option('limit', { limit: Math.max(3, settings.limit + this.random(9) - 4) }),
      () => this.option('content', { content: settings.content === 'full' ? 'summary' : 'full' }),
      () =>
        this.option('permalink', {
          permalink: settings.permalink === '/:slug/' ? '/:year/:slug/' : '/:slug/',
        }),
      () =>
        this.option('site', {
          site: settings.site.startsWith('https') ? 'http://port.example/' : 'https://port.example/',
        }),
      () =>
        this.option('domain', {
          site: settings.site.replace(/\w+\.example/, (host) =>
            host.startsWith('port') ? 'quay.example' : 'port.example',
          ),
        }),
      () => this.pin(),
    ];
    return actions[this.random(actions.length)]?.() ?? '';
  }

  /** Of an article that nobody sees, only so much is changed that people who know it would know it again. */
  private on({ uid, isDraft, body }: Post, name: string, change: Partial<Post>): string {
    const isKnown = body.length > 100 && change.body === undefined;
    const isSeen = !isDraft && [...this.readers.values()].some((reader) => reader.isShown(uid));
    if (!isSeen && change.isDraft === undefined && change.slug === undefined && !isKnown) return 'nothing';
    this.edit(uid, change);
    return `${name} ${uid}`;
  }

  private option(name: string, change: Partial<Settings>): string {
    this.set(change);
    return `${name} ${Object.values(change)}`;
  }

  private add(): string {
    const post = this.write(this.now - 5 * 3_600_000);
    this.state = { ...this.state, posts: [...this.state.posts, post] };
    return `add ${post.uid}`;
  }

  private remove({ uid }: Post): string {
    this.state = { ...this.state, posts: this.state.posts.filter((post) => post.uid !== uid) };
    return `delete ${uid}`;
  }

  /** Another article in the file of one that is gone. */
  private replace(post: Post): string {
    this.remove(post);
    const next = { ...this.write(this.now - 5 * 3_600_000), slug: post.slug };
    this.state = { ...this.state, posts: [...this.state.posts, next] };
    return `replace ${post.uid} by ${next.uid}`;
  }

  private rename(tag: string): string {
    const other = tag === 'sea' ? 'land' : 'sea';
    const posts = this.state.posts.map((post) => (post.tag === tag ? { ...post, tag: other } : post));
    this.state = { ...this.state, posts };
    return `tag ${tag} becomes ${other}`;
  }

  private pin(): string {
    this.lay();
    pinIds(this.config([]), this.now, { write: true });
    const posts = this.state.posts.map((post) => {
      const [, id] = /^id: (.*)$/m.exec(readFileSync(this.fileOf(post), 'utf8')) ?? [];
      return id === undefined ? post : { ...post, id: id.replace(/^"(.*)"$/, '$1') };
    });
    this.state = { ...this.state, posts };
    return 'pin';
  }

  private fileOf({ slug }: Post): string {
    return join(this.folder, 'articles', `${slug}.md`);
  }

  /** Writes the site as it is now. */
  private lay(): void {
    rmSync(join(this.folder, 'articles'), { recursive: true, force: true });
    mkdirSync(join(this.folder, 'articles'));
    for (const post of this.state.posts) writeFileSync(this.fileOf(post), formatPost(post));
    writeFileSync(join(this.folder, 'feedwright.yaml'), formatSettings(this.state.settings));
  }

  private config(allow: readonly string[]): Config {
    const { config, problems } = loadConfig({ workingDirectory: this.folder });
    if (!config) throw new Error(JSON.stringify(problems));
    const permanent = this.permanent.flatMap(({ code, uid }) =>
      this.state.posts.flatMap((post) => (post.uid === uid ? `${code}:articles/${post.slug}.md` : [])),
    );
    return { ...config, allow: [...allow, ...permanent] };
  }

  private publish(allow: readonly string[]): BuildReport {
    this.lay();
    const report = build(this.config(allow), { now: this.now });
    if (report.problems.some(({ severity }) => severity === 'error')) return report;
    for (const { path } of report.feeds)
      if (!path.includes('archive/') && !this.readers.has(path))
        this.readers.set(path, new SimulatedReader(this.state.posts.map(({ uid }) => uid)));
    const isFloodSaid = report.problems.some(({ code }) => code === 'flood' || code === 'backdated');
    for (const [path, reader] of this.readers) {
      const items = this.fetch(path);
      const isAccepted = (uid: number) =>
        allow.some((each) =>
          this.state.posts.some((post) => post.uid === uid && each.endsWith(`:articles/${post.slug}.md`)),
        );
      this.faults.push(...reader.visit(items, isAccepted, isFloodSaid).map((fault) => `${path}: ${fault}`));
    }
    return report;
  }

  private fetch(path: string): readonly PublishedItem[] {
    const read = readFeed(readFileSync(join(this.folder, 'dist', path)), { source: path });
    if ('problem' in read) throw new Error(read.problem.message);
    return read.feed.items;
  }
}

function firstSettings(): Settings {
  return {
    ...{ site: 'https://port.example/', permalink: '/:year/:slug/', limit: 6, content: 'full' },
    ...{ archive: false, aliases: {} },
  };
}

function formatPost({ uid, title, published, body, tag, isDraft, id }: Post): string {
  const lines = [
    `title: ${title}`,
    `date: ${new Date(published).toISOString()}`,
    `author: uid${uid}`,
    `tags: [${tag}]`,
    ...(id === undefined ? [] : [`id: "${id}"`]),
    ...(isDraft ? ['draft: true'] : []),
  ];
  return `---\n${lines.join('\n')}\n---\n${body}\n`;
}

function formatSettings({ site, permalink, limit, content, archive, aliases }: Settings): string {
  return [
    `site: ${site}`,
    'title: Port',
    `permalink: ${permalink}`,
    `limit: ${limit}`,
    `content: ${content}`,
    `archive: ${archive ? '{ size: 5 }' : 'false'}`,
    `feeds: [{ by: tag, aliases: ${JSON.stringify(aliases)} }]`,
    '',
  ].join('\n');
}
