import { join } from 'node:path';
import { readBeginning } from '../files/read.ts';
import { AUDIO_OR_VIDEO } from './audio-files.ts';

const TEXT = /\.(?:txt|html?)$/i;
const ARTICLE = /\.(?:md|markdown|mdx|mdoc|svx)$|^index\./i;

/**
 * The names in a folder that are transcripts of the audio beside them: texts or pages of the same name without front matter, where
 * other files are the articles.
 */
export function findAudioTexts(folder: string, names: readonly string[]): ReadonlySet<string> {
  const audio = new Set(names.filter((name) => AUDIO_OR_VIDEO.test(name)).map(withoutEnding));
  if (audio.size === 0) return NONE;
  const texts = names.filter(
    (name) => TEXT.test(name) && !ARTICLE.test(name) && audio.has(withoutEnding(name)),
  );
  if (texts.length === 0 || !names.some((name) => ARTICLE.test(name))) return NONE;
  return new Set(texts.filter((name) => !hasFrontMatter(join(folder, name))));
}

const NONE: ReadonlySet<string> = new Set();

function withoutEnding(name: string): string {
  return name.replace(/\.\w+$/, '');
}

function hasFrontMatter(path: string): boolean {
  try {
    return /^\uFEFF?\s*(?:---|\+\+\+|;;;|\{)/.test(readBeginning(path, 100).toString('utf8'));
  } catch {
    return true;
  }
}
