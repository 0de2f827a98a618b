import { checkShape } from '../config/check.ts';
import { SETTINGS } from '../config/settings-table.ts';
import type { NewSettings } from '../setup/choose-settings.ts';
import type { CommandOptions } from './options.ts';

/** What only the user knows, or what is wrong with it as a sentence. */
export type Answers =
  | { readonly settings: NewSettings; readonly against: readonly string[] }
  | { readonly wrong: string }
  | { readonly isBrokenOff: true };

/**
 * Adds to what was found what only the user knows: from the options, or where there is someone to answer, by asking.
 * @param found settings that the folder itself shows, which are proposed
 */
export async function askUser(found: NewSettings, options: CommandOptions): Promise<Answers> {
  const { ask, against = [] } = options;
  const isNothingKnown = [options.site ?? found.site, options.title ?? found.title].every(isBlank);
  if (!ask && isNothingKnown)
    return {
      wrong: `The site and its title are missing. Add ${WISHES.site.option} ${WISHES.title.option}.`,
    };
  const site = await answer('site', options.site, found.site, ask);
  if (typeof site !== 'string') return site;
  const title = await answer('title', options.title, found.title, ask);
  if (typeof title !== 'string') return title;
  const feed =
    ask && against.length === 0 ? await ask('URL or file of your current feed, if you have one', '') : '';
  if (feed === undefined) return { isBrokenOff: true };
  const { output } = options;
  const given = { site, title, ...(output ? { output } : {}) };
  return { settings: { ...found, ...given }, against: feed.trim() === '' ? against : [feed.trim()] };
}

function isBlank(value: string | undefined): boolean {
  return value === undefined || value.trim() === '';
}

/** So often a question is asked: whoever answers wrongly again and again may be a program. */
const MOST_TIMES = 5;

/** What an option says, else what is found, else what is asked for, again after a wrong answer. */
async function answer(
  key: keyof typeof WISHES,
  option: string | undefined,
  found: string | undefined,
  ask: CommandOptions['ask'],
): Promise<string | Extract<Answers, { readonly wrong: string } | { readonly isBrokenOff: true }>> {
  const { question, example } = WISHES[key];
  if (option !== undefined || !ask) {
    const given = option ?? found;
    const wrong = findWrong(key, given);
    return wrong === undefined ? (given?.trim() ?? '') : { wrong };
  }
  const wish = `${question}, such as ${example}`;
  let text = found ? question : wish;
  for (let times = 0; ; times++) {
    const given = await ask(text, found ?? '');
    if (given === undefined) return { isBrokenOff: true };
    const wrong = findWrong(key, given);
    if (wrong === undefined) return given.trim();
    if (times === MOST_TIMES) return { wrong };
    text = given.trim() === '' ? wish : `"${given.trim()}" is not ${WISHES[key].what}. ${wish}`;
  }
}

const WISHES = {
  site: {
    question: 'Home page of the site',
    what: 'a URL',
    example: 'https://you.example/',
    option: '--site https://you.example/',
  },
  title: {
    question: 'Title of the site',
    what: 'text',
    example: 'Notes from the harbour',
    option: '--title "Your name"',
  },
} as const;

function findWrong(key: 'site' | 'title', given: string | undefined): string | undefined {
  const value = given?.trim() ?? '';
  const { what, option } = WISHES[key];
  if (value === '') return `The ${key} is missing. Add ${option}.`;
  const isRight = checkShape(value, SETTINGS[key]).length === 0 && (key !== 'site' || URL.canParse(value));
  const meant =
    key === 'site' && /^[\w-]+(?:\.[\w-]+)+(?:\/|$)/.test(value) ? `--site https://${value}` : option;
  return isRight ? undefined : `The ${key} is not ${what}: "${value}". Write it as ${meant}.`;
}
