export { type BuildOptions, build } from './build.ts';
export { type LoadOptions, loadConfig } from './config/load.ts';
export { type ArticleState, type ListedArticle, listArticles } from './list.ts';
export type { BuildReport, Config, FeedFormat, Person, Problem, Severity } from './model/index.ts';
export { formatProblem } from './problems/problem.ts';
