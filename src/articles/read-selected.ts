import { findMedia } from '../files/find-media.ts';
import type { Article, Candidate, Config, Problem } from '../model/index.ts';
import { completeArticle } from './complete.ts';
import { createInheritance } from './inherit.ts';
import type { MediaContext } from './media.ts';
import { readMediaBase } from './media-base.ts';
import { addAuthorPages, addPeoplePages } from './people-pages.ts';
import { type BodyText, readWithBody } from './read.ts';
import { readPeopleFile } from './read-people.ts';
import { readTagLabels } from './tag-labels.ts';
import { createTemplateFacts, type TemplateFacts } from './template-values.ts';

/** Makes complete articles of selected candidates. */
export interface Completion {
  readonly complete: (
    candidate: Candidate,
    findFile: MediaContext['findFile'],
  ) => {
    readonly article?: Article;
    readonly body?: BodyText;
    /** What the templates in its body may print. */
    readonly facts?: TemplateFacts;
    /** Absolute URL that its images start from. */
    readonly mediaBase?: string;
    readonly problems: readonly Problem[];
  };
  /** What is wrong with the files of people and tags. */
  readonly problems: readonly Problem[];
}

/** Prepares to complete articles, each by reading its file again, now with its body. */
export function prepareCompletion(config: Config): Completion {
  const { people: named, problems } = readPeopleFile(config);
  const tags = readTagLabels(config);
  const people = addAuthorPages(named, config);
  const crew = addPeoplePages(named, config);
  const inherit = createInheritance(config);
  const factsOf = createTemplateFacts(config);
  const hasShow = config.podcast !== undefined || config.feeds.some(({ show }) => show !== undefined);
  const complete: Completion['complete'] = (candidate, findFile) => {
    const read = readWithBody({ ...candidate, format: candidate.body.format }, config.preset);
    if ('problems' in read) return read;
    const { source } = inherit(read.source);
    const { site, preset, root, audio } = config;
    const base = readMediaBase(source.data, preset, { site, url: candidate.url }, (path) =>
      // A full URL of this site is the file at that path.
      findMedia(root, candidate.path, path.startsWith(site) ? `/${path.slice(site.length)}` : path),
    );
    const completed = completeArticle(candidate, source, {
      config,
      people,
      crew,
      labels: tags.labels,
      media: { site, audio, hasShow, ...base, findFile },
    });
    return {
      ...completed,
      body: read.body,
      facts: factsOf(candidate.path, source.data),
      mediaBase: base.url,
    };
  };
  return { complete, problems: [...problems, ...tags.problems] };
}
