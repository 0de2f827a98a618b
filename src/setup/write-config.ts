import { SETTINGS } from '../config/keys.ts';
import type { Shape } from '../config/shape.ts';
import { writeExample, writeLine } from '../config/suggest.ts';
import type { NewSettings } from './choose-settings.ts';

/** What stands in a new configuration, in this order; what is not known stands there as a comment. */
const SHOWN = [
  'site',
  'title',
  'description',
  'language',
  'timeZone',
  'author',
  'preset',
  'articles',
  'permalink',
  'id',
  'output',
  'formats',
  'limit',
  'content',
  'updated',
  'hub',
  'onError',
] as const satisfies readonly (keyof typeof SETTINGS)[];

/** A commented feedwright.yaml. */
export function writeConfig(settings: NewSettings): string {
  const shapes: Readonly<Record<string, Shape>> = SETTINGS;
  const blocks = SHOWN.map((key) => {
    const value = settings[key];
    const line = value === undefined ? `# ${writeExample(key, false)}` : writeLine(key, value);
    return `# ${shapes[key]?.description ?? ''}\n${line}\n`;
  });
  return `# The feeds of this site. docs/configuration.md of feedwright explains every setting.\n\n${blocks.join('\n')}`;
}
