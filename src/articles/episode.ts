import { readBeginning } from '../files/read.ts';
import type { Contributor, Episode, EpisodeType } from '../model/index.ts';
import { ARTWORK_START, judgeArtwork } from '../podcasts/artwork.ts';
import { judgeArtworkUrl } from '../podcasts/artwork-url.ts';
import { problem } from '../problems/problem.ts';
import { readChapters } from './chapters.ts';
import { readSoundbites, readTranscripts } from './episode-parts.ts';
import type { EpisodeSource } from './episode-source.ts';
import { readEpisodeTags } from './episode-tags.ts';
import { findBeside } from './find-transcripts.ts';
import { firstText, toMediaUrl } from './media.ts';
import { type Fact, findFact } from './names-of-facts.ts';
import { readPeople } from './people.ts';
import { isMapping, toBoolean, toList, toText } from './values.ts';

/** Reads what an article with audio says as an episode (P6, P7, P12); what directories refuse is left out with a warning. */
export function readEpisode(source: EpisodeSource): Episode {
  const { data } = source;
  const image = readArtwork(source);
  const beside = findBeside(source);
  const explicit = readExplicit(source);
  const type = readType(source);
  const title = toText(findFact(data, 'itunesTitle')?.value);
  const numbers = { ...readNumber(source, 'season'), ...readNumber(source, 'episode') };
  return {
    ...(numbers.season ? { season: numbers.season } : {}),
    ...(numbers.seasonName === undefined ? {} : { seasonName: numbers.seasonName }),
    ...(numbers.episode ? { number: numbers.episode } : {}),
    ...(numbers.episodeName === undefined ? {} : { display: numbers.episodeName }),
    ...(type ? { type } : {}),
    ...(explicit === undefined ? {} : { explicit }),
    ...(image === undefined ? {} : { image }),
    people: readContributors(source),
    transcripts: findFact(data, 'transcripts') ? readTranscripts(source) : beside.transcripts,
    ...readChapters(source, beside.chaptersUrl),
    ...(title === undefined ? {} : { title }),
    ...(toBoolean(findFact(data, 'blocked')?.value) ? { isBlocked: true } : {}),
    ...readEpisodeTags(source),
    soundbites: readSoundbites(source),
  };
}

type Numbers = {
  readonly season?: number;
  readonly seasonName?: string;
  readonly episode?: number;
  readonly episodeName?: string;
};

/** A number from 1 (P7): `3`, `"03"`, `S03`, `Season 3`, or `{ number: 3, name: … }`. */
function readNumber({ data, base, placeOf, report }: EpisodeSource, fact: 'season' | 'episode'): Numbers {
  const found = findFact(data, fact);
  if (!found) return {};
  const fields = isMapping(found.value) ? found.value : { number: found.value };
  const written = firstText(fields, ['number', fact, `${fact}Number`, `${fact}_number`]);
  if (written === undefined && fact === 'episode' && isMapping(found.value)) return {};
  const text = written ?? '';
  const name = firstText(fields, fact === 'season' ? ['name', 'title'] : ['display', 'name']);
  const digits = /^(?:[a-z]+\.? ?|#)?0*([1-9]\d{0,8})$/i.exec(text)?.[1];
  // Outside a show the words may mean anything.
  if (digits === undefined && !base.hasShow && !isMapping(found.value) && !/^\d|^-/.test(text)) return {};
  if (digits === undefined) {
    report(problem('bad-episode-number', placeOf(found.key), { key: found.key, value: text }));
    return {};
  }
  return { [fact]: Number(digits), ...(name === undefined ? {} : { [`${fact}Name`]: name }) };
}

function readType({ data, placeOf, report }: EpisodeSource): EpisodeType | undefined {
  const found = findFact(data, 'episodeType');
  const text = toText(found?.value)?.toLowerCase();
  if (text === 'full' || text === 'trailer' || text === 'bonus') return text;
  if (found) report(problem('bad-episode-type', placeOf(found.key), found));
  return undefined;
}

/** `true`, `yes` and `explicit`, or `false`, `no` and `clean`. */
function readExplicit({ data, placeOf, report }: EpisodeSource): boolean | undefined {
  const found = findFact(data, 'explicit');
  if (!found) return undefined;
  const word = toText(found.value)?.toLowerCase();
  const said = word === 'explicit' ? true : word === 'clean' ? false : toBoolean(found.value);
  if (said === undefined) report(problem('bad-explicit', placeOf(found.key), found));
  return said;
}

/** Artwork of its own; a local file is measured where the site has a show (P4). */
function readArtwork({ data, base, placeOf, report }: EpisodeSource): string | undefined {
  const found = findFact(data, 'artwork');
  const fields = isMapping(found?.value) ? found.value : { url: found?.value };
  const text = firstText(fields, ['url', 'src', 'href', 'path']);
  if (!found || text === undefined) return undefined;
  const url = toMediaUrl(text, base);
  if (url === undefined)
    report(problem('bad-media-url', placeOf(found.key), { key: found.key, value: text }));
  if (!base.hasShow) return url;
  const file = base.fileOf(text);
  const fault = file
    ? judgeArtwork(readBeginning(file.path, ARTWORK_START), file.path)
    : judgeArtworkUrl(text);
  if (fault) report(problem('podcast-artwork', placeOf(found.key), { image: text, ...fault }));
  return url;
}

/** Hosts and guests with their roles, and people who say their own. */
function readContributors({ data, people, placeOf, report }: EpisodeSource): readonly Contributor[] {
  const named = (fact: Fact, role?: string) =>
    toList(findFact(data, fact)?.value).flatMap((entry) => {
      const found = readPeople(entry, people);
      if (found.length === 0 && isMapping(entry)) {
        const key = findFact(data, fact)?.key ?? fact;
        report(problem('bad-person', placeOf(key), { key }));
      }
      return found.map((person) => ({ ...person, ...rolesOf(entry, role) }));
    });
  return [...named('hosts', 'host'), ...named('guests', 'guest'), ...named('people')];
}

function rolesOf(entry: unknown, usual: string | undefined): Pick<Contributor, 'role' | 'group'> {
  const fields = isMapping(entry) ? entry : {};
  const [role = usual, group] = [toText(fields.role)?.toLowerCase(), toText(fields.group)?.toLowerCase()];
  return { ...(role === undefined ? {} : { role }), ...(group === undefined ? {} : { group }) };
}
