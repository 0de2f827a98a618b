export { type BuildOptions, build } from './build.ts';
export { defineConfig, type LoadedConfig, type LoadOptions, loadConfig } from './config/load.ts';
export type { Settings } from './config/settings.ts';
export type { Rendered } from './content/render.ts';
export { type CheckFeedOptions, checkFeed } from './library/check-feed.ts';
export { type ParseFeedOptions, parseFeed } from './library/parse-feed.ts';
export { type RenderArticleOptions, renderArticle } from './library/render-article.ts';
export { type ArticleState, type ListedArticle, listArticles } from './list.ts';
export type {
  BodyFormat,
  BuildReport,
  ChangedArticle,
  Changes,
  Config,
  FeedFormat,
  Person,
  Preset,
  Problem,
  Severity,
} from './model/index.ts';
export { formatProblem } from './problems/problem.ts';
