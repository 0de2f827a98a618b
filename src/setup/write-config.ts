import { SETTINGS } from '../config/settings-table.ts';
import type { Shape } from '../config/shape.ts';
import { writeExample, writeLine } from '../config/suggest.ts';
import type { NewSettings } from './choose-settings.ts';

/** What is in a new configuration, in this order. */
const SHOWN = [
  'site',
  'title',
  'description',
  'language',
  'timeZone',
  'author',
  'preset',
  'articles',
  'exclude',
  'source',
  'permalink',
  'languages',
  'dates',
  'slugs',
  'id',
  'built',
  'output',
  'published',
  'formats',
  'where',
  'limit',
  'content',
  'podcast',
  'audio',
  'updated',
  'hub',
  'onError',
  'quiet',
] as const satisfies readonly (keyof typeof SETTINGS)[];

/** What most sites never need is there only when it is known; anything else as a comment. */
const RARE: ReadonlySet<string> = new Set([
  'exclude',
  'source',
  'languages',
  'dates',
  'slugs',
  'built',
  'where',
  'podcast',
  'audio',
  'quiet',
]);

const SCHEMA = '# yaml-language-server: $schema=./node_modules/feedwright/feedwright.schema.json';

/** A commented feedwright.yaml. */
export function writeConfig(settings: NewSettings): string {
  const shapes: Readonly<Record<string, Shape>> = SETTINGS;
  const blocks = SHOWN.flatMap((key) => {
    const value = settings[key];
    if (value === undefined && RARE.has(key)) return [];
    const line = value === undefined ? `# ${writeExample(key, false)}` : writeSetting(key, value);
    return [`# ${shapes[key]?.description ?? ''}\n${line}\n`];
  });
  return `${SCHEMA}\n# The feeds of this site. docs/configuration.md of feedwright explains every setting.\n\n${blocks.join('\n')}`;
}

/** A mapping has a line for each key; anything else is one line. */
function writeSetting(key: string, value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return writeLine(key, value);
  const lines = Object.entries(value).map(([inner, each]) => `  ${writeLine(inner, each)}`);
  return [`${key}:`, ...lines].join('\n');
}
