import { checkShape } from '../config/check.ts';
import { SETTINGS } from '../config/keys.ts';
import { findUnknownInPermalink, normalizePermalink } from '../config/permalink.ts';
import { isTimeZone } from '../config/time-zones.ts';
import type { ToolWords } from './tools.ts';

/** Settings of a new configuration. */
export type NewSettings = Readonly<Partial<Record<keyof typeof SETTINGS, string>>>;

/** URLs that only stand in examples. */
const PLACEHOLDER_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\]|(?:[\w-]+\.)*example\.(?:com|org|net))$/;

/**
 * Takes from another tool's words what has the same meaning here.
 * @returns the settings, and the words that have none, as `key: value`
 */
export function chooseSettings(words: ToolWords): { settings: NewSettings; unread: readonly string[] } {
  const settings: Record<string, string> = {};
  const unread: string[] = [];
  for (const [key, value] of Object.entries(words)) {
    const text = typeof value === 'string' ? value.trim() : value;
    if (text === undefined || text === null || text === '') continue;
    const own = typeof text === 'string' ? translate(key as keyof ToolWords, text) : undefined;
    if (own !== undefined) settings[key] = own;
    else if (!(key === 'site' && isPlaceholder(text))) unread.push(`${key}: ${JSON.stringify(text)}`);
  }
  return { settings, unread };
}

function translate(key: keyof ToolWords, text: string): string | undefined {
  if (checkShape(text, SETTINGS[key]).length > 0) return undefined;
  if (key === 'timeZone') return isTimeZone(text) ? text : undefined;
  if (key === 'site') return URL.canParse(text) && !isPlaceholder(text) ? text : undefined;
  if (key !== 'permalink') return text;
  return findUnknownInPermalink(text).length === 0 ? normalizePermalink(text) : undefined;
}

function isPlaceholder(site: unknown): boolean {
  return typeof site === 'string' && URL.canParse(site) && PLACEHOLDER_HOST.test(new URL(site).hostname);
}
