import { readBody } from '../articles/read.ts';
import { prepareCompletion } from '../articles/read-selected.ts';
import type { TemplateFacts } from '../articles/read-values.ts';
import { createReferences, type Referable, type ResolveReference } from '../articles/references.ts';
import { render } from '../content/render.ts';
import { completeItem } from '../feeds/item.ts';
import { takeFingerprint } from '../manifest/fingerprint.ts';
import type { Article, Candidate, Config, Item, Problem } from '../model/index.ts';

/** An article as a feed carries it, unless something is wrong with it. */
export interface RenderedArticle {
  readonly item?: Item;
  readonly problems: readonly Problem[];
}

/**
 * Makes ready to complete and render single articles.
 * @param targets the articles that others may refer to
 * @param now instant of the build in ms
 */
export function prepareRendering(
  config: Config,
  targets: readonly Referable[],
  now: number,
): (candidate: Candidate) => RenderedArticle {
  const { complete } = prepareCompletion(config);
  const resolvePost = createReferences(targets);
  return (candidate) => {
    const { article, facts, problems } = complete(candidate);
    if (article === undefined) return { problems };
    const rendered = renderArticle(config, article, facts, resolvePost, now);
    return { ...rendered, problems: [...problems, ...rendered.problems] };
  };
}

function renderArticle(
  config: Config,
  article: Article,
  facts: TemplateFacts | undefined,
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
    ...facts,
  };
  const rendered = render(preset === undefined ? input : { ...input, preset });
  if (rendered.problems.some(({ severity }) => severity === 'error')) return { problems: rendered.problems };
  const completed = completeItem(article, rendered, now, takeFingerprint);
  return { item: completed.item, problems: [...rendered.problems, ...completed.problems] };
}
