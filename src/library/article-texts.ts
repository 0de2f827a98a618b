import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { checkArguments, type Expected, RECORD, required, TEXT } from './arguments.ts';

/** An article that is not a file: its text as a file has it, or its front matter and body. */
export type ArticleInput = {
  /** Where it would be below the article folder, such as `2025/hello.md`; its ending says what the body is. */
  readonly path: string;
} & (
  | { readonly text: string }
  | { readonly frontMatter: Readonly<Record<string, unknown>>; readonly body: string }
);

const PATH: Expected = {
  is: (value) =>
    typeof value === 'string' && value !== '' && !/^[\\/]|(?:^|[\\/])\.\.(?:[\\/]|$)/.test(value),
  words: 'a path below the article folder, such as "2025/hello.md"',
};

export interface ArticleTexts {
  readonly texts: readonly (readonly [path: string, text: string])[];
  readonly problems: readonly Problem[];
}

/**
 * Articles as the texts of files, and what is wrong with them.
 * @param first index of the first of these among all
 */
export function writeArticleTexts(articles: readonly ArticleInput[], first = 0): ArticleTexts {
  const problems: Problem[] = [];
  const texts = articles.flatMap((article, index) => {
    const where = `articles[${first + index}]`;
    const isText = typeof article === 'object' && article !== null && 'text' in article;
    const own = isText ? { text: required(TEXT) } : { frontMatter: required(RECORD), body: required(TEXT) };
    const wrong = checkArguments(where, article, { path: required(PATH), ...own });
    problems.push(...wrong);
    if (wrong.length > 0) return [];
    const text = 'text' in article ? article.text : joinParts(article, where, problems);
    return text === undefined ? [] : [[article.path, text] as const];
  });
  return { texts, problems };
}

/** JSON is YAML as well, and has a form for dates that front matter has. */
function joinParts(
  { frontMatter, body }: { readonly frontMatter: object; readonly body: string },
  where: string,
  problems: Problem[],
): string | undefined {
  try {
    return `---\n${JSON.stringify(frontMatter)}\n---\n${body}`;
  } catch (error) {
    const details = { name: 'frontMatter', value: String(error), expected: 'values that JSON can say' };
    problems.push(problem('bad-argument', { file: where }, details));
    return undefined;
  }
}
