import type { PublishedFormat } from '../documents/published-feed.ts';
import type { Catalogue, KnownArticle } from './known-article.ts';
import { indexById } from './match.ts';

/** Articles with their ids in a format; each article is always the same object. */
export type NameFor = (format: PublishedFormat) => Naming;

interface Naming {
  readonly nameIn: (article: KnownArticle) => KnownArticle;
  readonly catalogue: Catalogue;
}

/** @param about what the catalogue of each format knows besides */
export function nameForFormats(
  articles: readonly KnownArticle[],
  about: (format: PublishedFormat) => Pick<Catalogue, 'textOf' | 'isPublished' | 'isKeptElsewhere'>,
): NameFor {
  const make = (nameIn: Naming['nameIn'], format: PublishedFormat): Naming => {
    const named = articles.map(nameIn);
    return { nameIn, catalogue: { articles: named, byId: indexById(named), ...about(format) } };
  };
  let [plain, atom]: readonly (Naming | undefined)[] = [];
  const makeAtom = () => {
    const renamed = new Map(
      articles.flatMap((article) =>
        article.atomId === undefined
          ? []
          : [[article, { ...article, id: article.atomId, plainId: article.id }]],
      ),
    );
    return make((article) => renamed.get(article) ?? article, 'atom');
  };
  return (format) => {
    if (format === 'atom') {
      atom ??= makeAtom();
      return atom;
    }
    plain ??= make((article) => article, 'rss');
    return plain;
  };
}
