import type { Config, PlannedFeed } from '../model.ts';

/** Which feeds a site has: the main feed, in every configured format. */
export function planFeeds(config: Config): readonly PlannedFeed[] {
  const documents = config.formats.map((file) => ({ ...file, url: new URL(file.path, config.site).href }));
  return [{ title: config.title, documents, limit: config.limit }];
}
