import { checkShape } from '../config/check.ts';
import { SETTINGS } from '../config/keys.ts';
import type { NewSettings } from '../setup/choose-settings.ts';
import type { CommandOptions } from './options.ts';

/** What only the user knows, or what is wrong with it as a sentence. */
export type Answers =
  | { readonly settings: NewSettings; readonly against: readonly string[] }
  | { readonly wrong: string }
  | { readonly isBrokenOff: true };

/**
 * Adds to what was found what only the user knows: from the options, or where there is somebody to answer, by asking.
 * @param found settings that the folder itself shows, which are proposed
 */
export async function askUser(found: NewSettings, options: CommandOptions): Promise<Answers> {
  const { ask, against = [] } = options;
  const site = options.site ?? (ask ? await ask('Home page of the site', found.site ?? '') : found.site);
  if (ask && site === undefined) return { isBrokenOff: true };
  const title = options.title ?? (ask ? await ask('Title of the site', found.title ?? '') : found.title);
  if (ask && title === undefined) return { isBrokenOff: true };
  const wrong = findWrong('site', site) ?? findWrong('title', title);
  if (wrong !== undefined) return { wrong };
  const feed =
    ask && against.length === 0 ? await ask('URL or file of the feed that you publish now, if any', '') : '';
  if (feed === undefined) return { isBrokenOff: true };
  const { output } = options;
  const given = { site: site?.trim() ?? '', title: title?.trim() ?? '', ...(output ? { output } : {}) };
  return { settings: { ...found, ...given }, against: feed.trim() === '' ? against : [feed.trim()] };
}

const WISHES = {
  site: { what: 'a URL', option: '--site https://you.example/' },
  title: { what: 'text', option: '--title "Your name"' },
} as const;

function findWrong(key: 'site' | 'title', given: string | undefined): string | undefined {
  const value = given?.trim() ?? '';
  const { what, option } = WISHES[key];
  if (value === '') return `The ${key} is missing. Add ${option}.`;
  const isRight = checkShape(value, SETTINGS[key]).length === 0 && (key !== 'site' || URL.canParse(value));
  return isRight ? undefined : `The ${key} is not ${what}: "${value}". Write it as ${option}.`;
}
