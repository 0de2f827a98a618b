import type { Config, PlannedFeed } from '../model.ts';

/** Which feeds a site has: the main feed, in every configured format. */
export function planFeeds(config: Config): readonly PlannedFeed[] {
  const documents = config.formats.map(({ format, path }) => ({
    format,
    path,
    url: new URL(path, config.site).href,
  }));
  return [{ title: config.title, documents, limit: config.limit }];
}
