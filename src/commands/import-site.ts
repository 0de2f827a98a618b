import { checkShape } from '../config/check.ts';
import { SETTINGS } from '../config/settings-table.ts';
import { isTimeZone } from '../config/time-zones.ts';
import type { ExportedSite } from '../import/post.ts';
import type { NewSettings } from '../setup/choose-settings.ts';
import { askUser } from './init-questions.ts';
import type { CommandOptions } from './options.ts';

/** The site that articles are imported for, and the settings of its first configuration. */
export interface ChosenSite {
  /** Home page, absolute, ends with `/`. */
  readonly site: string;
  readonly settings: NewSettings;
}

/**
 * What the options say of the site, else the export, else the user.
 * @returns what is wrong, as a sentence, when no one says its URL or its title
 */
export async function chooseSite(
  exported: ExportedSite,
  options: CommandOptions,
): Promise<ChosenSite | { readonly wrong: string }> {
  const { site, title, ...others } = pickUsable(exported);
  const isNamed = (options.site ?? site) !== undefined && (options.title ?? title) !== undefined;
  // Only what no one knows is asked for.
  const { ask, ...silent } = options;
  const isAsked = !isNamed && ask !== undefined && !options['dry-run'];
  const known = { ...(site === undefined ? {} : { site }), ...(title === undefined ? {} : { title }) };
  const fallback = options['dry-run']
    ? { site: 'https://unknown.invalid/', title: 'Unknown', ...known }
    : known;
  // The feed that is published is named by `--against`, or is the source.
  const answers = await askUser(fallback, { ...(isAsked ? options : silent), against: ['none'] });
  if ('wrong' in answers) return answers;
  if ('isBrokenOff' in answers) return { wrong: '\nNothing was imported.' };
  const { articles = 'articles' } = options;
  // What exporters write: shortcodes are read, and braces are text.
  const settings = { ...answers.settings, ...others, preset: 'wordpress' as const, articles };
  const home = new URL(settings.site ?? '').href;
  return { site: home.endsWith('/') ? home : `${home}/`, settings };
}

/** What a configuration would accept. */
function pickUsable(exported: ExportedSite): NewSettings {
  const entries = Object.entries(exported).filter(([key, value]) => {
    if (value === undefined || value === '') return false;
    if (key === 'timeZone') return isTimeZone(value);
    return checkShape(value, SETTINGS[key as keyof ExportedSite]).length === 0;
  });
  return Object.fromEntries(entries) as NewSettings;
}
