import type { Article, Candidate, Config, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { isEpisodeFile, readAttachments } from './attachments.ts';
import { findCutValues } from './cut-values.ts';
import { readEpisode } from './episode.ts';
import { readExtras } from './extras.ts';
import { readLanguage } from './language.ts';
import { type MediaContext, readImage } from './media.ts';
import { findFact } from './names-of-facts.ts';
import { type Directory, readPeople } from './people.ts';
import type { Source } from './read.ts';
import { placeIn } from './resolve.ts';
import { labelsOf, type TagLabels } from './tag-labels.ts';
import { readTags } from './tags.ts';
import { readTypedHtml } from './typed-html.ts';
import { findTypos } from './typo.ts';
import { toText } from './values.ts';

/** What completing an article needs beside its source. */
export interface CompleteContext {
  readonly config: Config;
  readonly people: Directory;
  /** People of episodes, by their pages too. */
  readonly crew: Directory;
  readonly labels: TagLabels;
  readonly media: MediaContext;
}

/** More would not help, and each of them is searched for in the whole block. */
const MOST_TYPOS = 20;

/** Reads the rest of what the front matter says about an article that was selected; nothing in it can stop a build. */
export function completeArticle(
  candidate: Candidate,
  source: Source,
  { config, people, crew, labels, media }: CompleteContext,
): { readonly article: Article; readonly problems: readonly Problem[] } {
  const { data } = source;
  const placeOf = placeIn(source);
  const found: Problem[] = [];
  const report = (each: Problem) => void found.push(each);
  const image = readImage(data, media, placeOf, report);
  const { attachments, audio } = readAttachments(data, media, placeOf, report);
  const file = attachments.find(isEpisodeFile);
  const words = { data, base: media, people: crew, audio, placeOf, report, path: candidate.path };
  const episode = file ? readEpisode({ ...words, seconds: file.seconds }) : undefined;
  const language = readLanguage(data, source, config, placeOf);
  const tags = readTags(data, config.preset, labelsOf(source.path, labels));
  const summary = readTypedHtml(toText(findFact(data, 'summary')?.value) ?? '', config.preset);
  const withComma = tags.filter((tag) => tag.includes(','));
  const tagPlace = withComma.length > 0 ? placeOf('tags') : undefined;
  const commas = tagPlace ? withComma.map((tag) => problem('comma-in-tag', tagPlace, { tag })) : [];
  const article: Article = {
    ...candidate,
    authors: readPeople(findFact(data, 'authors')?.value, people, config.bylines),
    tags,
    attachments,
    ...(language.language === undefined ? {} : { language: language.language }),
    ...(summary === '' ? {} : { summary }),
    ...(image ? { image } : {}),
    ...(episode ? { episode } : {}),
    ...(config.preset === 'wordpress' ? {} : readExtras(data, config.site, candidate.url)),
  };
  return {
    article,
    problems: [
      ...found,
      ...language.problems,
      ...commas,
      ...findTypos(data)
        .slice(0, MOST_TYPOS)
        .map((typo) => problem('misspelt-key', placeOf(typo.key), typo)),
      ...findCutValues(data, source.block).map((cut) => problem('cut-value', placeOf(cut.key), cut)),
    ],
  };
}
