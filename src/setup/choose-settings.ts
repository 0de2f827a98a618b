import { checkShape } from '../config/check.ts';
import { findUnknownInPermalink, normalizePermalink } from '../config/permalink.ts';
import type { Settings } from '../config/settings.ts';
import { SETTINGS } from '../config/settings-table.ts';
import type { Shape } from '../config/shape.ts';
import { isTimeZone } from '../config/time-zones.ts';
import type { Preset } from '../model/index.ts';
import { isMapping } from '../text/data.ts';
import { readEntities } from '../text/html-text.ts';
import { squeeze } from '../text/white-space.ts';
import type { ToolWords } from './tools/project.ts';

/** Settings of a new configuration. */
export type NewSettings = Settings;

/** URLs that are only in examples. */
const PLACEHOLDER_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\]|(?:[\w-]+\.)*example\.(?:com|org|net))$/;

/**
 * Takes from another tool's words what has the same meaning here.
 * @returns the settings, and the words that have none, as `key: value`
 */
export function chooseSettings(
  words: ToolWords,
  preset?: Preset,
): { settings: NewSettings; unread: readonly string[] } {
  const settings: Record<string, unknown> = {};
  const unread: string[] = [];
  for (const [key, value] of Object.entries(words.settings)) {
    const written = typeof value === 'string' ? readPlain(squeeze(value)) : value;
    if (written === undefined || written === null || written === '') continue;
    const own = translate(key as keyof typeof SETTINGS, written, preset);
    if (own !== undefined) settings[key] = own;
    else if (!(key === 'site' && isPlaceholder(written))) unread.push(`${key}: ${JSON.stringify(written)}`);
  }
  // Every value has the shape of its setting.
  return { settings: settings as NewSettings, unread };
}

/** Themes put such texts into their pages, with their tags. Feeds show them as they are written. */
function readPlain(text: string): string {
  const bare = text.replace(/<br[^<>]*>/gi, ' ').replace(/<\/?[a-z][^<>]*>/gi, '');
  return bare === text ? text : squeeze(readEntities(bare));
}

function translate(key: keyof typeof SETTINGS, value: unknown, preset: Preset | undefined): unknown {
  const shape: Shape = SETTINGS[key];
  if (checkShape(value, shape).length > 0) return undefined;
  if (key === 'permalink') return translatePermalink(value, preset);
  if (typeof value !== 'string') return value;
  if (key === 'timeZone') return isTimeZone(value) ? value : undefined;
  if (key === 'site') return URL.canParse(value) && !isPlaceholder(value) ? value : undefined;
  return value;
}

function translatePermalink(value: unknown, preset: Preset | undefined): unknown {
  if (isMapping(value)) {
    const entries = Object.entries(value).map(([key, inner]) => [key, translatePermalink(inner, preset)]);
    return entries.some(([, inner]) => inner === undefined) ? undefined : Object.fromEntries(entries);
  }
  const template = String(value);
  return findUnknownInPermalink(template, preset).length > 0 ? undefined : normalizePermalink(template);
}

function isPlaceholder(site: unknown): boolean {
  return typeof site === 'string' && URL.canParse(site) && PLACEHOLDER_HOST.test(new URL(site).hostname);
}
