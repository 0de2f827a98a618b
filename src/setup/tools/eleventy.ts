import { asData, asText, type Data, joinSite, type Project, type ToolWords } from './project.ts';

/** Files of global data that themes keep the name of the site in. */
const METADATA = ['metadata', 'site', 'meta', 'config'].flatMap((name) =>
  ['json', 'yaml', 'yml', 'js', 'cjs', 'mjs'].map((ending) => `${name}.${ending}`),
);

/** The literal values of an Eleventy configuration, the command line in package.json, and the global data. */
export function readEleventy(main: Data, project: Project): ToolWords {
  const { folders, flags } = readFolders(main, project);
  const { input, output, data: dataFolder } = folders;
  const below = input === '' ? '' : `${input}/`;
  const found = METADATA.map((name) => project.read(`${below}${dataFolder}/${name}`)).find(Boolean) ?? {};
  const metadata = { ...found, ...asData(found.default) };
  const author = asData(metadata.author);
  return {
    settings: {
      site: joinSite(metadata.url ?? metadata.baseUrl, undefined),
      title: metadata.title ?? metadata.name,
      description: metadata.description,
      language: metadata.language ?? metadata.lang,
      author: author.name ?? asText(metadata.author),
      built: project.base + output,
      ...(input === '' ? {} : { source: project.base + input }),
    },
    notes: flags,
  };
}

function readFolders(main: Data, project: Project) {
  const scripts = Object.values(asData(project.read('package.json')?.scripts)).join(' \n');
  const flag = (name: string) => new RegExp(`--${name}[ =]["']?([^\\s"']+)`).exec(scripts)?.[1];
  const named = flag('config');
  const data = named === undefined ? main : { ...main, ...(project.read(named) ?? {}) };
  const directories = asData(data.dir);
  const clean = (text: string | undefined) => text?.replace(/^\.\/|\/+$/g, '').replace(/^\.$/, '');
  const pathPrefix = asText(data.pathPrefix);
  return {
    folders: {
      input: clean(flag('input') ?? asText(directories.input)) ?? '',
      output: clean(flag('output') ?? asText(directories.output)) || '_site',
      data: clean(asText(directories.data)) ?? '_data',
    },
    flags:
      pathPrefix === undefined || pathPrefix === '/'
        ? []
        : [`"pathPrefix: ${pathPrefix}" is part of "site" here: write the site with it.`],
  };
}
