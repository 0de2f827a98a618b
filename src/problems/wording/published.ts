import { quote } from './quote.ts';
import type { Wording } from './wording.ts';

/** What kept a build from being compared with what is published. */
export const publishedWording = {
  'unreadable-feed': (d: { source: string; reason: string }): Wording => [
    'error',
    `The feed ${quote(d.source)} can't be read: it ${d.reason}.`,
    'Name a complete feed.',
  ],
  'unreachable-feed': (d: { url: string; reason: string }): Wording => [
    'error',
    `${quote(d.url)} ${d.reason}.`,
    'Try again, or use --offline-ok to compare with the output folder alone.',
  ],
  'nothing-published': (d: { against: string; isSetting?: boolean }): Wording =>
    d.isSetting
      ? nothingYet(d.against)
      : [
          'error',
          `There is no feed at ${quote(d.against)} to compare with.`,
          `Name the feed itself; if nothing is published yet, build without --against, or use --allow nothing-published.`,
        ],
  'not-compared': (d: { message: string }): Wording => [
    'warning',
    `${d.message} It is replaced without a comparison.`,
    'To know what subscribers will see, restore the feed that they have, or name it with --against.',
  ],
  'manifest-unreadable': (d: { manifest: string }): Wording => [
    'warning',
    `${quote(d.manifest)} was edited or is damaged, so it is ignored: the build compares only with the feeds.`,
    'Restore the file that was published, or delete it: the build writes it again.',
  ],
  'manifest-contradicts': (d: { manifest: string; feed: string }): Wording => [
    'warning',
    `${quote(d.manifest)} and ${quote(d.feed)} come from different builds. The manifest is ignored: the build compares only with the feeds.`,
    'Always publish the whole output folder, including the manifest.',
  ],
  'other-feed': (d: { feed: string }): Wording => [
    'warning',
    `No item of ${quote(d.feed)} matches an article. It seems to be a different feed, so it was not compared.`,
    'Name a feed of this site.',
  ],
};

/** The setting is there from the first build on. */
function nothingYet(published: string): Wording {
  return [
    'warning',
    `There is no feed at ${quote(published)} yet, so nothing was compared.`,
    'This is normal for the first build. Otherwise, correct "published".',
  ];
}
