import type { Episode } from '../model/index.ts';
import { readTags } from '../podcasts/read-tags.ts';
import type { TagValue } from '../podcasts/tag-fields.ts';
import { EPISODE_TAGS, TAGS } from '../podcasts/tags.ts';
import { problem } from '../problems/problem.ts';
import { FILE_KEYS } from './audio-files.ts';
import type { EpisodeSource } from './episode-source.ts';
import { firstText, toMediaUrl, toNumber } from './media.ts';
import { readType } from './media-type.ts';
import { findFact } from './names-of-facts.ts';
import { isMapping, toList } from './values.ts';

type EpisodeTag = (typeof EPISODE_TAGS)[number];

/** Elements of the podcast namespace that have a table, as an article says them (P12); what cannot be used is left out with a warning. */
export function readEpisodeTags(source: EpisodeSource): Pick<Episode, EpisodeTag> {
  return Object.fromEntries(
    EPISODE_TAGS.map((key) => [key, readKey(key, source)]).filter(([, values]) => values),
  );
}

function readKey(key: EpisodeTag, source: EpisodeSource): readonly TagValue[] | undefined {
  const { data, base, placeOf, report } = source;
  const found = findFact(data, key);
  // The word is used for anything.
  if (!found || (key === 'value' && !isMapping(found.value))) return undefined;
  const isFile = key === 'alternateEnclosure';
  const raw = isFile ? toList(found.value).map((each) => describeFile(each, source)) : found.value;
  const { values, faults } = readTags(raw, TAGS[key], (text) => toMediaUrl(text, base));
  for (const { reason } of faults)
    report(
      problem('podcast-tag', placeOf(found.key), { key: found.key, reason, example: TAGS[key].example }),
    );
  return values;
}

/** A file with its URL, type and size, which a local one says itself. */
function describeFile(raw: unknown, { base }: EpisodeSource): unknown {
  const fields: TagValue = isMapping(raw) ? raw : { url: raw };
  const text = firstText(fields, FILE_KEYS);
  const url = text === undefined ? undefined : toMediaUrl(text, base);
  if (text === undefined || url === undefined) return fields;
  const written = [fields.bytes, fields.length, fields.size]
    .map(toNumber)
    .find((bytes) => bytes !== undefined);
  return {
    ...fields,
    type: readType(fields, url, {}),
    bytes: base.fileOf(text)?.bytes ?? written,
    sources: [base.findFile(text, url) ?? url, ...toList(fields.sources)],
  };
}
