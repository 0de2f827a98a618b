import { readLiterals } from '../literals.ts';
import { asData, asText, type Data, type Project } from './project.ts';

/** The folder that a configuration sets by a method. */
function readSetFolder(program: string, name: 'Input' | 'Output' | 'Data'): string | undefined {
  return new RegExp(`\\.set${name}Directory\\(\\s*["']([^"']+)["']`).exec(program)?.[1];
}

/** The mapping `dir`; of several in a program, such as one in a function of its own, the last is what the configuration returns. */
function readDirectories(data: Data, program: string): Data {
  const blocks = [...program.matchAll(/\bdir\s*:\s*\{([^{}]{0,2000})\}/g)];
  const last = blocks.length > 1 ? readLiterals(blocks.at(-1)?.[1] ?? '') : {};
  return { ...asData(data.dir), ...last };
}

/** The folders of a site, its prefix, and what other scripts of the site do, by its configuration and the command line that builds it. */
export function readFolders(main: Data, program: string, project: Project) {
  const scripts = asData(project.read('package.json')?.scripts);
  const script = findBuildScript(scripts);
  const flag = (name: string) => readFlag(script, name);
  const named = flag('config');
  const data = named === undefined ? main : { ...main, ...(project.read(named) ?? {}) };
  const directories = readDirectories(data, program);
  const clean = (text: string | undefined) => text?.replace(/^\.\/|\/+$/g, '').replace(/^\.$/, '');
  const given = flag('input') ?? readSetFolder(program, 'Input') ?? asText(directories.input);
  const isSilent = named === undefined && !/\b(?:dir|input|setInputDirectory)\b/.test(program);
  return {
    // Whether it is sure that the folder of the tool itself is the input, as it is where nothing else is said.
    isTop: given === undefined ? isSilent : clean(given) === '',
    folders: {
      input: clean(given) ?? '',
      output:
        clean(flag('output') ?? readSetFolder(program, 'Output') ?? asText(directories.output)) || '_site',
      data: clean(readSetFolder(program, 'Data') ?? asText(directories.data)) ?? '_data',
    },
    pathPrefix: flag('pathprefix') ?? asText(data.pathPrefix),
    notes: explainPrefixes(scripts, script),
  };
}

/** The value of an option in a command line. */
function readFlag(script: string, name: string): string | undefined {
  return new RegExp(`--${name}[ =]["']?([^\\s"']+)`).exec(script)?.[1];
}

/** Scripts that show a site while it is written build it for no one else. */
const SHOWING = /--(?:serve|watch)\b/;

/** The script that builds the site: others build it for another host, or show it while it is written. */
function findBuildScript(scripts: Data): string {
  const running = Object.entries(scripts).flatMap(([name, script]) => {
    const text = asText(script) ?? '';
    return /\beleventy\b/.test(text) ? [{ name, text }] : [];
  });
  const isBuilding = ({ name, text }: (typeof running)[number]) =>
    /build|prod/i.test(name) && !SHOWING.test(text);
  const found = running.find(({ name }) => name === 'build') ?? running.find(isBuilding) ?? running[0];
  return found?.text ?? '';
}

/** Where another script builds the site for another place. */
function explainPrefixes(scripts: Data, own: string): readonly string[] {
  return Object.entries(scripts).flatMap(([name, script]) => {
    const text = asText(script) ?? '';
    const prefix = SHOWING.test(text) ? undefined : readFlag(text, 'pathprefix');
    return prefix === undefined || own.includes(prefix)
      ? []
      : [
          `the script "${name}" in package.json builds the site below ${prefix}. If you publish that, add it to "site".`,
        ];
  });
}
