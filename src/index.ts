export type { BuildOptions, RenderBody } from './build/options.ts';
export { defineConfig, type Flags, type LoadedConfig, type LoadOptions } from './config/load.ts';
export type { Settings } from './config/settings.ts';
export type { Feed, FeedProblem } from './formats/feed.ts';
export type { ArticleInput } from './library/article-texts.ts';
export {
  type ArticleBody,
  type BuildInMemoryOptions,
  type BuiltInMemory,
  buildInMemory,
} from './library/build-in-memory.ts';
export { type CheckFeedOptions, checkFeed } from './library/check-feed.ts';
export { type CleanHtmlOptions, cleanHtml } from './library/clean-html.ts';
export { type ComparedFeeds, type CompareFeedsOptions, compareFeeds } from './library/compare-feeds.ts';
export { build, listArticles, loadConfig } from './library/from-files.ts';
export { type ParseFeedOptions, parseFeed } from './library/parse-feed.ts';
export { type RenderArticleOptions, renderArticle } from './library/render-article.ts';
export { formatProblem } from './library/show-problem.ts';
export { writeFeed } from './library/write-feed.ts';
export type {
  ArticleState,
  BodyFormat,
  BuildReport,
  BuiltFile,
  ChangedArticle,
  ChangedFact,
  Changes,
  Companion,
  Config,
  FeedFormat,
  LeavingReason,
  ListedArticle,
  ListedArticles,
  Person,
  Preset,
  Problem,
  Progress,
  Rendered,
  Severity,
  Trial,
  WrittenDocument,
} from './model/index.ts';
