import type { Preset } from '../model/index.ts';
import { toSeconds } from './duration.ts';
import { type InsertedPairs, insertPairs, type NewPair } from './insert-pairs.ts';
import { toNumber } from './media.ts';
import { findFact } from './names-of-facts.ts';
import { toText } from './values.ts';

/** What is known of an audio file that is elsewhere. */
export interface AudioFacts {
  readonly bytes?: number;
  readonly seconds?: number;
  /** MIME type. */
  readonly type?: string;
}

/**
 * Puts what is known of the audio of an article into its front matter: `bytes`, `duration`, `mime_type`. Every other byte stays.
 * @param bytes the whole file
 * @param facts those that it does not say
 * @param preset the tool whose front matter it is
 * @param path of the file
 */
export function insertAudioFacts(
  bytes: Buffer,
  facts: AudioFacts,
  preset: Preset | undefined,
  path: string,
): InsertedPairs {
  const pairs: readonly NewPair[] = [
    ...(facts.bytes === undefined ? [] : [plain('bytes', String(facts.bytes))]),
    ...(facts.seconds === undefined ? [] : [plain('duration', String(facts.seconds))]),
    ...(facts.type === undefined ? [] : [{ key: 'mime_type', yaml: facts.type, json: `"${facts.type}"` }]),
  ];
  return insertPairs(
    bytes,
    pairs,
    {
      isTaken: (data) => pairs.some(({ key }) => Object.hasOwn(data, key)),
      isSaid: (data) =>
        (facts.bytes === undefined || toNumber(findFact(data, 'bytes')?.value) === facts.bytes) &&
        (facts.seconds === undefined || toSeconds(findFact(data, 'duration')?.value) === facts.seconds) &&
        (facts.type === undefined || toText(findFact(data, 'mimeType')?.value) === facts.type),
    },
    preset,
    path,
  );
}

function plain(key: string, value: string): NewPair {
  return { key, yaml: value, json: value };
}
