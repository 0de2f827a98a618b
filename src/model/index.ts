/**
 * The vocabulary: the data that flows from stage to stage. Types only, and no file needs one that needs it.
 * Times are milliseconds since 1970-01-01T00:00:00Z; sizes are bytes; durations are seconds.
 */
export type * from './article.ts';
export type * from './config.ts';
export type * from './feed.ts';
export type * from './list.ts';
export type * from './markdown.ts';
export type * from './memory.ts';
export type * from './page.ts';
export type * from './person.ts';
export type * from './podcast.ts';
export type * from './problem.ts';
export type * from './rendered.ts';
export type * from './report.ts';
