import type { Candidate, Place } from '../model/index.ts';
import { type Fact, findFact } from './names-of-facts.ts';
import { readSource } from './read.ts';
import { placeIn } from './resolve.ts';

/** Where the front matter of an article says a fact, found by reading it again; the top of the file when it does not say it. */
export function locateFact({ path, file, relative, body }: Candidate, fact: Fact): Place {
  const { source } = readSource({ path, file, relative, format: body.format });
  const key = source && findFact(source.data, fact)?.key;
  return source && key !== undefined ? placeIn(source)(key) : { file };
}

/** Where an article says its URL: by a URL, a slug or a path of its own; the top of the file when it says none. */
export function locateUrl({ path, file, relative, body }: Candidate): Place {
  const { source } = readSource({ path, file, relative, format: body.format });
  if (!source) return { file };
  const key = (['url', 'slug', 'path'] as const)
    .map((fact) => findFact(source.data, fact)?.key)
    .find(Boolean);
  return key === undefined ? { file } : placeIn(source)(key);
}
