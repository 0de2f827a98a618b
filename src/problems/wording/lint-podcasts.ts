import type { Value as Named } from './lint-values.ts';
import { quote } from './quote.ts';
import type { Wording } from './wording.ts';

/** What `feedwright check FEED` says about podcasts: which directory refuses what (P1 to P19). */
export const inspectPodcastWording = {
  'feed-podcast-missing': (d: { element: string; hurt: string }): Wording => [
    'warning',
    `The podcast has no ${quote(d.element)}. ${d.hurt}`,
    'Add it to the channel.',
  ],
  'feed-podcast-category': (d: Named & { meant: string | undefined }): Wording => [
    'error',
    `${quote(d.value)} is not an Apple Podcasts category. Apple rejects the feed or does not list it.`,
    d.meant === undefined
      ? "Use a category from Apple's list, with the same capitals."
      : `Write ${quote(d.meant)}.`,
  ],
  'feed-podcast-subcategory': (d: { value: string; parent: string; other: string | undefined }): Wording => [
    'error',
    d.other === undefined
      ? `${quote(d.value)} is not a subcategory of ${quote(d.parent)}. Apple Podcasts ignores it.`
      : `${quote(d.value)} is a subcategory of ${quote(d.other)}, not of ${quote(d.parent)}. Apple Podcasts ignores it.`,
    d.other === undefined ? 'Make it a separate category.' : `Put it into ${quote(d.other)}.`,
  ],
  'feed-podcast-long': (d: { name: string; bytes: number }): Wording => [
    'warning',
    `"${d.name}" is ${d.bytes} bytes long. Apple Podcasts shows at most 4000 and drops the rest.`,
    'Shorten it. The full text can go into content:encoded.',
  ],
  'feed-podcast-cut': (d: { name: string; characters: number; most: number }): Wording => [
    'warning',
    `"${d.name}" is ${d.characters} characters long. Podcast apps may cut it after ${d.most}.`,
    'Shorten it.',
  ],
  'feed-podcast-insecure': (d: Named): Wording => [
    'warning',
    `"${d.name}" is an image on http: ${quote(d.value)}. Apps on phones load images only from https.`,
    'Write the https URL of the image.',
  ],
  'feed-podcast-moved-here': (_: object): Wording => [
    'warning',
    '"itunes:new-feed-url" is the URL of this feed itself, so apps have nowhere to move.',
    'Remove it, or write the URL that the show moves to.',
  ],
  'feed-soundbite-late': (_: object): Wording => [
    'warning',
    'The soundbite ends after the end of the episode. Apps skip it or play nothing.',
    'Correct "startTime" or "duration"; both are seconds.',
  ],
  'feed-podcast-characters': (d: { name: string; characters: number }): Wording => [
    'warning',
    `"${d.name}" is ${d.characters} characters long. Apple Podcasts allows at most 255.`,
    'Shorten it.',
  ],
  'feed-podcast-space': (d: Named): Wording => [
    'warning',
    `"${d.name}" has white space around its text: ${quote(d.value)}. Apple Podcasts may reject it.`,
    'Remove the white space.',
  ],
  'feed-podcast-old-word': (d: Named & { meant: string }): Wording => [
    'warning',
    `"${d.name}" is ${quote(d.value)}. Apple Podcasts expects "true" or "false".`,
    `Write "${d.meant}".`,
  ],
  'feed-podcast-switch': (d: Named): Wording => [
    'warning',
    `"${d.name}" is ${quote(d.value)}. Apple Podcasts knows only "Yes", and ignores everything else.`,
    'Write "Yes", or remove the element.',
  ],
  'feed-podcast-artwork-type': (d: Named): Wording => [
    'error',
    `"${d.name}" is not a JPEG or PNG image: ${quote(d.value)}. Apple Podcasts rejects the artwork.`,
    'Use a .jpg or .png file.',
  ],
  'feed-enclosure-repeated': (d: { url: string; line: number }): Wording => [
    'warning',
    `The item on line ${d.line} has the same enclosure: ${quote(d.url)}. Apple Podcasts and podcast players treat both as one episode.`,
    'Give every episode its own file.',
  ],
  'feed-episode-without-audio': (_: object): Wording => [
    'warning',
    'The item of a podcast has no enclosure. Apple Podcasts and Spotify skip it.',
    'Add an enclosure, or leave the item out of this feed.',
  ],
  'feed-episode-untitled': (_: object): Wording => [
    'error',
    'The episode has no title. Apple Podcasts rejects it.',
    'Add a title.',
  ],
  'feed-episode-title': (d: { title: string; part: string }): Wording => [
    'warning',
    `The title of the episode contains ${quote(d.part)}: ${quote(d.title)}. Apple Podcasts may reject titles with numbers or the name of the show.`,
    'Write the title alone. Put the number into itunes:episode.',
  ],
  'feed-episode-description': (_: object): Wording => [
    'warning',
    'The episode has no description. Apple Podcasts and Spotify show it without notes.',
    'Add a description.',
  ],
  'feed-episode-length': (_: object): Wording => [
    'warning',
    'The enclosure has a length of 0. Apple Podcasts may reject the episode; apps show no size and no progress.',
    'Write the size of the file in bytes.',
  ],
  'feed-episode-small': (d: { length: number; seconds: number }): Wording => [
    'warning',
    `The enclosure has ${d.length} bytes for ${d.seconds} seconds, which is impossible in any audio format. Apple Podcasts compares it with the file.`,
    'Write the size of the file in bytes, not in KB or MB.',
  ],
  'feed-episode-type': (d: { type: string; expected: string; url: string }): Wording => [
    'error',
    `The type of ${quote(d.url)} is ${quote(d.type)}. Apple Podcasts rejects it.`,
    `Write "${d.expected}".`,
  ],
  'feed-episode-format': (d: { type: string }): Wording => [
    'warning',
    `The file of the episode is ${quote(d.type)}. Apple Podcasts plays only MP3, M4A, MP4, M4V, MOV and PDF.`,
    'Publish MP3 or M4A.',
  ],
  'feed-episode-duration': (_: object): Wording => [
    'warning',
    'The episode has no itunes:duration. Podcast apps show 0:00, and some directories reject it.',
    'Add itunes:duration with whole seconds.',
  ],
  'feed-episode-number': (_: object): Wording => [
    'warning',
    'The episode of a serial podcast has no itunes:episode. Apple Podcasts needs it for the order.',
    'Add itunes:episode, or itunes:episodeType with "trailer" or "bonus".',
  ],
  'feed-episode-same-number': (d: { number: string; line: number }): Wording => [
    'warning',
    `The episode on line ${d.line} has the same number: ${d.number}. Apple Podcasts shows the two in any order.`,
    'Give every full episode of a season its own number.',
  ],
};
