import { quote } from './quote.ts';
import type { Wording } from './wording.ts';

export interface Value {
  readonly key: string;
  readonly value: unknown;
}

/** Problems with episodes and shows of podcasts. */
export const podcastWording = {
  'unknown-length': (d: { key: string; value: string }): Wording => [
    'warning',
    `The size of ${quote(d.value)} in ${quote(d.key)} is unknown, so the RSS feed says 0 bytes. Apps show no size, and podcast directories may reject the episode.`,
    'Add "bytes:" with the size of the file, or run "feedwright probe --write".',
  ],
  'audio-not-found': (d: { key: string; value: string }): Wording => [
    'warning',
    `The audio file that ${quote(d.key)} names was not found: ${quote(d.value)}. Its size and duration are unknown, and its URL may be wrong.`,
    'Write the path from the article, a path from the top of the site that begins with "/", or a full URL; or set "audio" in feedwright.yaml to the URL of the folder with your audio files.',
  ],
  'bad-bytes': (d: { key: string; value: string }): Wording => [
    'warning',
    `${quote(d.key)} is not a number of bytes: ${quote(d.value)}.`,
    'Write the exact size in bytes, such as 13654375, or remove it and run "feedwright probe --write".',
  ],
  'podcast-tag': (d: { key: string; reason: string; example: string }): Wording => [
    'warning',
    `${quote(d.key)} ${d.reason}. It is left out.`,
    `Write it like "${d.key}: ${d.example}".`,
  ],
  'wrong-length': (d: { value: string; written: number; real: number }): Wording => [
    'warning',
    `The article says that ${quote(d.value)} has ${d.written} bytes, but the file has ${d.real}. The feed says ${d.real}.`,
    'Correct the number, or remove it.',
  ],
  'wrong-duration': (d: { value: string; written: number; real: number }): Wording => [
    'warning',
    `The article says that ${quote(d.value)} lasts ${d.written} seconds, but the file lasts ${d.real}. The feed says ${d.real}.`,
    'Correct the duration, or remove it.',
  ],
  'wrong-extension': (d: { value: string; container: string }): Wording => [
    'warning',
    `The extension of ${quote(d.value)} doesn't match the file, which is ${d.container}. Podcast apps refuse to play it.`,
    'Rename the file.',
  ],
  'bad-duration': (d: Value): Wording => [
    'warning',
    `${quote(d.key)} is not a duration: ${quote(d.value)}. It is left out.`,
    'Write seconds such as 3723, or 1:02:03.',
  ],
  'unused-audio': (d: { key: string; value: string }): Wording => [
    'warning',
    `${quote(d.key)} names an audio file, but it is not a known key, so the feed has no audio: ${quote(d.value)}.`,
    `Write "audio: ${d.value}".`,
  ],
  'bad-episode-number': (d: Value): Wording => [
    'warning',
    `${quote(d.key)} must be a whole number from 1: ${quote(d.value)}. It is left out.`,
    `Write for example "${d.key}: 1".`,
  ],
  'bad-episode-type': (d: Value): Wording => [
    'warning',
    `${quote(d.key)} must be full, trailer or bonus: ${quote(d.value)}. It is left out.`,
    `Write "${d.key}: full".`,
  ],
  'bad-explicit': (d: Value): Wording => [
    'warning',
    `${quote(d.key)} must be true or false: ${quote(d.value)}. It is left out.`,
    `Write "${d.key}: false".`,
  ],
  'podcast-missing': (d: { key: string; example: string }): Wording => [
    'warning',
    `The show has no ${quote(d.key)}. Apple Podcasts rejects it.`,
    `Add "${d.example}".`,
  ],
  'podcast-artwork': (d: { image: string; reason: string; remedy: string }): Wording => [
    'warning',
    `The artwork ${quote(d.image)} ${d.reason}. Apple Podcasts requires a square of 1400 to 3000 pixels, as JPEG or PNG.`,
    d.remedy,
  ],
  'podcast-long-description': (d: { bytes: number }): Wording => [
    'warning',
    `The description of the show is ${d.bytes} bytes long. Apple Podcasts allows 4000.`,
    'Shorten "description".',
  ],
  'podcast-without-rss': (_: object): Wording => [
    'error',
    'A show needs RSS: podcast directories read no other format.',
    'Add "rss" to "formats" of this feed.',
  ],
  'podcast-for-groups': (_: object): Wording => [
    'error',
    '"by" makes several feeds, but each show needs its own artwork, category and GUID.',
    'Give each show an entry in "feeds" with "where" instead of "by".',
  ],
  'podcast-without-guid': (d: { guid: string }): Wording => [
    'warning',
    'The show has no GUID. With a GUID, apps recognize the show after its URL changes.',
    `Add "guid: ${d.guid}", and never change it.`,
  ],
  'podcast-category': (d: { category: string; meant: string | undefined }): Wording => [
    'error',
    `${quote(d.category)} is not a category of Apple Podcasts.`,
    d.meant === undefined
      ? 'Use a category from Apple\'s list, such as "Society & Culture > Documentary".'
      : `Write "${d.meant}".`,
  ],
  'episode-without-audio': (_: object): Wording => [
    'warning',
    'The article is in a show, but has no audio. Podcast apps skip it.',
    'Add "audio:" with the file, or leave the article out of this feed with "where".',
  ],
  'episode-without-duration': (_: object): Wording => [
    'warning',
    'The episode has no duration. Apps show 0:00, and some directories reject it.',
    'Add "duration: 1:02:03"; for audio on another host, "feedwright probe --write" does it.',
  ],
  'episode-without-number': (_: object): Wording => [
    'warning',
    'The episode of a serial show has no number. Apple Podcasts needs it for the order.',
    'Add "episode: 1", or "episode_type: bonus".',
  ],
  'episode-repeated-audio': (d: { url: string; other: string }): Wording => [
    'warning',
    `The episode has the same audio file as ${quote(d.other)}: ${quote(d.url)}. Apps treat both as one episode.`,
    'Give each episode its own file.',
  ],
  'chapter-time': (d: { title: string; reason: string }): Wording => [
    'warning',
    `The chapter ${quote(d.title)} ${d.reason}.`,
    'Correct its time. Apps show chapters in the order of their times.',
  ],
  'bad-soundbite': (d: { reason: string }): Wording => [
    'warning',
    `A soundbite ${d.reason}. It is left out.`,
    'Write it like "{ start: 1:15, duration: 30, title: The crane }".',
  ],
  'bad-transcript': (d: { value: string; type: string | undefined }): Wording => [
    'warning',
    `Podcast apps don't read ${quote(d.value)} as a transcript: its type is ${d.type === undefined ? 'unknown' : quote(d.type)}. It is left out.`,
    'Use a .vtt, .srt, .json, .html or .txt file.',
  ],
  'bad-person': (d: { key: string }): Wording => [
    'warning',
    `A person in ${quote(d.key)} has no name, and is left out.`,
    'Add "name".',
  ],
  'episode-type': (d: { value: string; type: string; expected: string }): Wording => [
    'warning',
    `The type of ${quote(d.value)} is set to ${quote(d.type)}, but its name says ${quote(d.expected)}. The feed says ${quote(d.expected)}.`,
    `Write "${d.expected}", remove the type, or rename the file.`,
  ],
  'episode-format': (d: { value: string; type: string }): Wording => [
    'warning',
    `${quote(d.value)} is ${quote(d.type)}, which Apple Podcasts doesn't accept.`,
    'Publish the episode as MP3 or M4A; this file may be an "alternateEnclosure".',
  ],
  'episode-small': (d: { value: string; bytes: number; seconds: number }): Wording => [
    'warning',
    `${quote(d.value)} has ${d.bytes} bytes for ${d.seconds} seconds, which is impossible in any audio format.`,
    'Write the size in bytes, not in KB or MB, or correct the duration.',
  ],
  'podcast-language': (d: { language: string }): Wording => [
    'warning',
    `There is no language ${quote(d.language)}. Apple Podcasts rejects the show.`,
    'Write the code of the language, such as en or de-AT.',
  ],
  'podcast-moved-here': (_: object): Wording => [
    'warning',
    '"newFeedUrl" is the URL of this feed itself, so apps have nowhere to move.',
    'Remove it, or write the URL that the show moves to.',
  ],
  'bad-chapter': (d: { value: string }): Wording => [
    'warning',
    `A chapter has no time: ${quote(d.value)}. It is left out.`,
    'Write it as "12:34 Title".',
  ],
  'show-guid-changed': (d: { feed: string; was: string; is: string | undefined }): Wording => [
    'error',
    d.is === undefined
      ? `The show no longer has a GUID; in ${d.feed} it is ${quote(d.was)}. Apps treat it as a new show.`
      : `The GUID of the show is ${quote(d.is)}; in ${d.feed} it is ${quote(d.was)}. Apps treat it as a new show.`,
    `Write "guid: ${d.was}", or use --allow show-guid-changed.`,
  ],
  'artwork-changed': (d: { image: string; renamed: string }): Wording => [
    'warning',
    `The artwork ${quote(d.image)} has changed, but not its URL. Directories and apps keep showing the old one.`,
    `Rename the file, for example to ${quote(d.renamed)}, and write that as "image"; or use --allow artwork-changed.`,
  ],
  'episode-vanished': (d: { title: string; feed: string }): Wording => [
    'warning',
    `The episode ${quote(d.title)} is no longer in ${d.feed}. Apps that have not downloaded it lose it.`,
    'Publish its article again, or use --allow episode-vanished.',
  ],
};
