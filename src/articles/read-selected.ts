import type { Article, Candidate, Config, Problem } from '../model/index.ts';
import { completeArticle } from './complete.ts';
import { findMedia } from './find-media.ts';
import { createInheritance } from './inherit.ts';
import { readSource } from './read.ts';
import { readPeopleFile } from './read-people.ts';
import { createTemplateFacts, type TemplateFacts } from './read-values.ts';

/** Makes complete articles of selected candidates. */
export interface Completion {
  readonly complete: (candidate: Candidate) => {
    readonly article?: Article;
    /** What the templates in its body may print. */
    readonly facts?: TemplateFacts;
    readonly problems: readonly Problem[];
  };
  /** What is wrong with the file of people. */
  readonly problems: readonly Problem[];
}

/** Makes ready to complete articles, each by reading its front matter again. */
export function prepareCompletion(config: Config): Completion {
  const { people, problems } = readPeopleFile(config);
  const inherit = createInheritance(config);
  const factsOf = createTemplateFacts(config);
  const complete = (candidate: Candidate) => {
    const read = readSource({ ...candidate, format: candidate.body.format }, config.preset);
    const fileOf = (path: string) => findMedia(config.root, candidate.path, path);
    if (!read.source) return read;
    const { source } = inherit(read.source);
    const completed = completeArticle(candidate, source, { config, people, fileOf });
    return { ...completed, facts: factsOf(candidate.path, source.data) };
  };
  return { complete, problems };
}
