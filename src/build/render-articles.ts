import { readBody } from '../articles/read.ts';
import type { ResolveReference } from '../articles/references.ts';
import { render } from '../content/render.ts';
import { completeItem } from '../feeds/item.ts';
import type { Article, Config, Item, Problem } from '../model.ts';

export interface RenderedArticles {
  /** By the path of the article. */
  readonly items: ReadonlyMap<string, Item>;
  readonly problems: readonly Problem[];
}

/**
 * Renders each article once, however many feeds carry it.
 * @param now instant of the build in ms
 */
export function renderArticles(
  config: Config,
  articles: readonly Article[],
  resolvePost: ResolveReference,
  now: number,
): RenderedArticles {
  const items = new Map<string, Item>();
  const problems: Problem[] = [];
  for (const article of articles) {
    const rendered = renderArticle(config, article, resolvePost, now);
    if (rendered.item) items.set(article.path, rendered.item);
    problems.push(...rendered.problems);
  }
  return { items, problems };
}

function renderArticle(
  config: Config,
  article: Article,
  resolvePost: ResolveReference,
  now: number,
): { readonly item?: Item; readonly problems: readonly Problem[] } {
  const { file, url, title } = article;
  const body = readBody({ path: article.path, file, bodyOffset: article.body.offset });
  if (body.problems.length > 0) return { problems: body.problems };
  const { preset, site } = config;
  const input = {
    file,
    line: body.line,
    format: article.body.format,
    text: body.text,
    url,
    site,
    title,
    resolvePost,
  };
  const rendered = render(preset === undefined ? input : { ...input, preset });
  if (rendered.problems.some(({ severity }) => severity === 'error')) return { problems: rendered.problems };
  const completed = completeItem(article, rendered, now);
  return { item: completed.item, problems: [...rendered.problems, ...completed.problems] };
}
