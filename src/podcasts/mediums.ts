/** What shows can be (https://podcasting2.org/docs/podcast-namespace/tags/medium). A list of such shows ends with an `L`; one of any shows is `mixed`. */
export const MEDIUMS = [
  'podcast',
  'music',
  'video',
  'film',
  'audiobook',
  'newsletter',
  'blog',
  'publisher',
  'course',
] as const;
