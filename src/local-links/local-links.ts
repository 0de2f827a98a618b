import { dirname, resolve } from 'node:path';
import { listOtherBundles } from '../articles/bundle-files.ts';
import { createPageSearch } from '../articles/find-page.ts';
import { readBody } from '../articles/read.ts';
import { createReferences } from '../articles/references.ts';
import { readArticles } from '../build/read-articles.ts';
import type { Candidate, Config, Place, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { decodePercent } from '../text/percent-encoding.ts';
import { createUrlIndex } from './article-urls.ts';
import { findLinks, type WrittenLink } from './find-links.ts';
import { createSiteFiles, placesOf } from './read-site-files.ts';

/** Files that a page shows or offers, never pages themselves. */
const FILE =
  /\.(?:avif|bmp|css|epub|gif|ico|jpe?g|js|m4a|m4v|mov|mp3|mp4|ogg|ogv|pdf|png|svg|tiff?|wav|webm|webp|zip)$/i;
const SOURCE = /\.(?:md|mdx|markdown|mkdn?|mdoc|svx)$/i;

/**
 * Links and images of the articles that lead nowhere on the own site, each as a warning at its line. Only what is surely
 * so is reported: no one knows the pages that are not articles.
 */
export function checkLocalLinks(config: Config): readonly Problem[] {
  const { candidates, problems } = readArticles(config);
  // The URL of an article that was refused is not known: nothing that is missing is surely so.
  if (problems.some(({ severity }) => severity === 'error')) return [];
  const examine = createExaminer(config, candidates);
  return candidates.flatMap((article) => {
    const { path, file, body } = article;
    const { text, line } = readBody({ path, file, bodyOffset: body.offset });
    return findLinks(text, body.format).flatMap((link) => {
      const found = examine(link, article);
      return found ? [found(placeIn(text, link.offset, { file, line }))] : [];
    });
  });
}

/** What is wrong with a link, once its place is known. */
type Finding = (place: Place) => Problem;

function createExaminer(config: Config, candidates: readonly Candidate[]) {
  const { root, output, site, permalink } = config;
  const ask = createUrlIndex(candidates, permalink, site);
  const look = createSiteFiles(root, output);
  const resolvePost = createReferences(candidates, config, createPageSearch(config));
  const placesBelow = (path: string) => placesOf(path, root, output);
  return ({ target }: WrittenLink, article: Candidate): Finding | undefined => {
    const url = readOwnUrl(target, article.url, site);
    if (!url) return undefined;
    const path = decodePercent(url.pathname).replace(/^\/+|\/$/g, '');
    if (FILE.test(path) || SOURCE.test(path)) {
      const written = decodePercent(target.replace(/[?#].*$/s, ''));
      const isRelative = !/^(?:\/|[a-z][a-z\d+.-]*:)/i.test(target);
      const bundles = [article.path, ...listOtherBundles(article, config)].map((file) =>
        resolve(dirname(file), written),
      );
      const beside = isRelative ? [...bundles, ...placesBelow(written)] : [];
      const isArticle = SOURCE.test(path) && resolvePost(written, article.path) !== undefined;
      const isThere = isArticle || look([...beside, ...placesBelow(path)]) !== 'gone';
      return isThere ? undefined : (place) => problem('missing-file', place, { target });
    }
    const answer = ask(url);
    if (answer.kind === 'other-case')
      return (place) => problem('link-case', place, { target, url: answer.url });
    if (answer.kind !== 'nobody') return undefined;
    const pages = ['', '.html', '/index.html'].flatMap((end) => placesBelow(`${path}${end}`));
    return look(pages) === 'there' ? undefined : (place) => problem('missing-article', place, { target });
  };
}

/** The URL that a link leads to, if it is one of the own site and more than a place on the same page. */
function readOwnUrl(target: string, base: string, site: string): URL | undefined {
  if (/^(?:#|\?|\/\/)/.test(target) || !URL.canParse(target, base)) return undefined;
  const url = new URL(target, base);
  return url.host === new URL(site).host && /^https?:$/.test(url.protocol) ? url : undefined;
}

function placeIn(
  text: string,
  offset: number,
  body: { readonly file: string; readonly line: number },
): Place {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { file: body.file, line: body.line + before.split('\n').length - 1, column: offset - start + 1 };
}
