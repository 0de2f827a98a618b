import { allow, floodHint, movedHint, reusedHint } from './guard-hints.ts';
import { quote } from './quote.ts';
import type { Wording } from './wording.ts';

/** What would hurt subscribers. Those in `ALLOWABLE` may be allowed. */
export const guardWording = {
  'id-changed': (d: {
    feed: string;
    line: number;
    was: string;
    id: string;
    file: string;
    title: string;
    isGuess: boolean;
    isKeptElsewhere: boolean;
    isIllegal: boolean;
  }): Wording =>
    d.isIllegal
      ? [
          'error',
          `Subscribers have this article with the ID ${quote(d.was)} (${d.feed}:${d.line}), which Atom doesn't allow, so it can't be kept. With ${quote(d.id)} they will see it once more.`,
          `Use ${allow('id-changed', d.file)} for one build, and tell your subscribers.`,
        ]
      : d.isKeptElsewhere
        ? [
            'error',
            `Subscribers of ${d.feed} (line ${d.line}) have this article with the ID ${quote(d.was)}, those of another format with ${quote(d.id)}. An article can have only one ID, so some would see it again as new.`,
            `If most subscribers have the current IDs, use ${allow('id-changed')} for one build. If not, remove the "id" lines and take those of this feed: "feedwright adopt ${d.feed} --write".`,
          ]
        : d.isGuess
          ? [
              'error',
              `This may be ${quote(d.title)}, which subscribers have with the ID ${quote(d.was)} (${d.feed}:${d.line}): time or text are the same, but its ID would be ${quote(d.id)}.`,
              `If it is the same article, add "id: ${d.was}" to its front matter: subscribers won't see it again. If it is a different one, use ${allow('id-changed', d.file)}: they will see it as new.`,
            ]
          : [
              'error',
              `Subscribers have this article with the ID ${quote(d.was)} (${d.feed}:${d.line}). With ${quote(d.id)} they would see it again as new.`,
              `Add "id: ${d.was}" to its front matter ("feedwright adopt ${d.feed}" shows how to keep all IDs), or use ${allow('id-changed', d.file)}.`,
            ],
  'id-reused': (d: {
    feed: string;
    line: number;
    id: string;
    file: string;
    title: string;
    own?: string;
    isGuess: boolean;
  }): Wording => [
    'error',
    `Subscribers have another article, ${quote(d.title)}, with the ID ${quote(d.id)} (${d.feed}:${d.line}). They would not see this one as new.`,
    reusedHint(d),
  ],
  'repeated-id': (d: { feed: string; line: number; id: string }): Wording => [
    'warning',
    `The published feed has several items with the ID ${quote(d.id)} (${d.feed}:${d.line}). Only one can keep it, so subscribers will see the article again.`,
    "This can't be avoided; tell your subscribers.",
  ],
  flood: (d: {
    feed: string;
    files: readonly string[];
    newest: string;
    allowed: number;
    lost: number;
    was: number;
    /** Whether all of them are older than the oldest one. */
    isBeyond: boolean;
    isLarger: boolean;
  }): Wording => [
    d.files.length > d.allowed ? 'error' : 'warning',
    `${count(d.files, 'article')} older than the newest one in ${d.feed} (${d.newest}) would appear as new at once: ${list(d.files)}; at most ${d.allowed} may ("flood").`,
    `${floodHint(d)} use ${allow('flood')}: subscribers will see them as new.`,
  ],
  'limit-too-low': (d: {
    feed: string;
    files: readonly string[];
    carried: number;
    wanted: number;
  }): Wording => [
    'warning',
    `${count(d.files, 'new article')} would never reach the subscribers of ${d.feed}, because it carries only the newest ${d.carried}: ${list(d.files)}.`,
    `Set "limit: ${d.wanted}" for this build, or publish them in several builds.`,
  ],
  'date-kept': (d: { said: string; kept: string }): Wording => [
    'warning',
    `This article is now dated ${d.said}, but feeds keep ${d.kept}, the time of the build that first published it ("schedule: on-build").`,
    'Set "updated" to tell them of a change.',
  ],
  'mass-update': (d: { feed: string; files: readonly string[] }): Wording => [
    'warning',
    `Only the update time of ${count(d.files, 'article')} in ${d.feed} would change (${list(d.files)}). Some readers would show them as updated, although nothing else changed.`,
    'Set "updated" only where the text has changed.',
  ],
  'text-shortened': (d: { feed: string; files: readonly string[] }): Wording => [
    'warning',
    `Subscribers have the full text of ${count(d.files, 'article')} in ${d.feed}, which would become a summary (${list(d.files)}): many readers replace what they have stored.`,
    'Set "content: full", or lower "limit" so that all of them fit with "content: auto".',
  ],
  'published-date-changed': (d: {
    feed: string;
    was: string;
    is: string;
    file: string;
    own?: string;
  }): Wording => [
    'error',
    `Subscribers have this article with the date ${d.was} (${d.feed}); now it would be ${d.is}. Some readers never correct a date, others show the article as new.`,
    `Keep the date and set "updated", or use ${allow('published-date-changed', d.file)}.${d.own === undefined ? '' : ` If it is a different article, give it its own ID, such as "id: ${d.own}".`}`,
  ],
  'feed-url-changed': (d: {
    feed: string;
    was: string;
    is: string;
    /** Whether only the site has another URL. */
    isMoved?: boolean;
    /** Whether the old URL is that of a folder. */
    isFolder?: boolean;
    /** That no document of the feed has any more. */
    format?: string;
    /** What keeps a copy there. */
    setting?: string;
  }): Wording => [
    'error',
    `Subscribers read this feed at ${quote(d.was)}; now it would be at ${quote(d.is)}. Some would get nothing more, others would see everything again.`,
    movedHint(d),
  ],
  'feed-emptied': (d: { feed: string; was: number }): Wording => [
    'error',
    `All ${d.was} items in ${d.feed} would be gone.`,
    `Check that the articles are still where they were. With ${allow('feed-emptied')} this feed stays as it is and the others are built.`,
  ],
  'feed-shrunk': (d: { feed: string; was: number; is: number }): Wording => [
    'error',
    `Only ${d.is} of ${d.was} items in ${d.feed} would be left.`,
    `Check that the articles are still where they were, or use ${allow('feed-shrunk')}.`,
  ],
  'feed-vanished': (d: { feed: string; isMissed: boolean }): Wording => [
    d.isMissed ? 'error' : 'warning',
    `The feed ${quote(d.feed)} is no longer written, so its subscribers get nothing new.`,
    `Add its path to the "aliases" of a format of the feed that replaces it, or add "aliases: { old: new }" beside "by" if a value was renamed. Or delete the file and use ${allow('feed-vanished')}.`,
  ],
  backdated: (d: { feed: string; is: string; newest: string }): Wording => [
    'warning',
    `This new article is dated ${d.is}, before the newest one in ${d.feed} (${d.newest}). Readers show it below articles that have already been read.`,
    'Use the date of publication, or set "schedule: on-build".',
  ],
  'title-only-change': (d: { feed: string; was: string; is: string }): Wording => [
    'warning',
    `Only the title differs from ${d.feed}: it was ${quote(d.was)}. Readers that detect changes by date keep the old title.`,
    'Set "updated" to today.',
  ],
  copied: (d: { file: string; original: string; isDated: boolean }): Wording => [
    d.isDated ? 'error' : 'warning',
    `This article has the title and text of ${quote(d.original)}${d.isDated ? ', and its date' : ''}. Subscribers would get it twice.`,
    `Delete one of the two files. If both are meant, use ${allow('copied', d.file)}.`,
  ],
  'order-changed': (d: { feed: string; title: string }): Wording => [
    'warning',
    `${quote(d.title)} is at a different position than in ${d.feed}. Readers that show articles in feed order will move it.`,
    'Add a time to the dates of articles from the same day.',
  ],
};

/** The codes that `--allow` and `allow:` take. */
export const ALLOWABLE = [
  'id-changed',
  'id-reused',
  'flood',
  'published-date-changed',
  'feed-url-changed',
  'feed-shrunk',
  'feed-emptied',
  'feed-vanished',
  'copied',
  'backdated',
  'title-only-change',
  'order-changed',
  'repeated-id',
  'mass-update',
  'limit-too-low',
  'text-shortened',
  'date-kept',
  'nothing-published',
  'show-guid-changed',
  'episode-vanished',
  'artwork-changed',
] as const;

export type AllowableCode = (typeof ALLOWABLE)[number];

function count(files: readonly string[], what: string): string {
  return `${files.length} ${what}${files.length === 1 ? '' : 's'}`;
}

function list(files: readonly string[]): string {
  const shown = files.slice(0, 3).join(', ');
  return files.length > 3 ? `${shown} and ${files.length - 3} more` : shown;
}
