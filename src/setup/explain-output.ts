import type { Preset } from '../model/index.ts';
import type { NewSettings } from './choose-settings.ts';

/** The command that builds the site of each tool, and what it does to files of others in its folder. */
const COMMANDS: Readonly<Partial<Record<Preset, { readonly command: string; readonly isWiping: boolean }>>> =
  {
    jekyll: { command: 'jekyll build', isWiping: true },
    hugo: { command: 'hugo', isWiping: false },
    zola: { command: 'zola build', isWiping: true },
    eleventy: { command: 'npx @11ty/eleventy', isWiping: false },
    astro: { command: 'npx astro build', isWiping: true },
    hexo: { command: 'npx hexo generate', isWiping: false },
    docusaurus: { command: 'npx docusaurus build', isWiping: true },
    vitepress: { command: 'npx vitepress build', isWiping: true },
  };

/** Whose zone the times of articles are in, where the configuration of the tool leaves that to the machine. */
export function sayZone({ preset, timeZone }: NewSettings): readonly string[] {
  return preset === 'hexo' && timeZone === undefined
    ? [
        'With an empty "timezone", Hexo uses the time zone of your machine. feedwright uses UTC. If your dates are in a different zone, set "timeZone".',
      ]
    : [];
}

/**
 * Where the feeds go, and in which order the two commands run, in one line.
 * @param base the folder of the tool's configuration: empty, or with `/` at its end
 * @param other the command of a tool without a preset
 */
export function sayWhere({ preset, built }: NewSettings, base = '', other?: string): readonly string[] {
  const unknown = other === undefined ? undefined : { command: other, isWiping: false };
  const tool = preset === undefined ? unknown : COMMANDS[preset];
  if (tool === undefined || built === undefined) return [];
  const reason = tool.isWiping ? `it empties ${built}/, including the feeds` : `the feeds go into ${built}/`;
  return [`Always build your site first, with "${nameCommand(tool.command, preset, base)}": ${reason}.`];
}

/** The command as it is run from the folder of feedwright.yaml. */
function nameCommand(command: string, preset: Preset | undefined, base: string): string {
  if (base === '') return command;
  const folder = base.slice(0, -1);
  return preset === 'vitepress' ? `${command} ${folder}` : `(cd ${folder} && ${command})`;
}
