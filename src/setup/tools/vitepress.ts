import { posix } from 'node:path';
import { listTexts } from '../literals.ts';
import { asData, asText, type Data, joinSite, type Project, type ToolWords } from './project.ts';

const CONFIGURATIONS = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].flatMap((ending) => [
  `.vitepress/config.${ending}`,
  `.vitepress/config/index.${ending}`,
]);

/** Folders of articles below the source folder. */
const FOLDERS = /^(?:posts|blog|articles)\/$/;

/** The literal values of a configuration of VitePress. */
export function readVitepress(data: Data, project: Project): ToolWords {
  const below = (path: string) => posix.join(project.base, path).replace(/\/+$/, '');
  const source = below(asText(data.srcDir) ?? '.');
  const folders = project
    .list(`${asText(data.srcDir) ?? '.'}/`)
    .filter((name) => FOLDERS.test(name))
    .map((name) => posix.join(source, name).replace(/\/$/, ''));
  const sitemap = asText(asData(data.sitemap).hostname);
  const base = asText(data.base) ?? '/';
  const home =
    sitemap === undefined || !URL.canParse(sitemap) ? undefined : joinSite(new URL('/', sitemap).href, base);
  const program = CONFIGURATIONS.map(project.text).find((text) => text !== undefined) ?? '';
  const excluded = /\bsrcExclude\b/.test(program) ? listTexts(program, 'srcExclude') : [];
  const isClean = data.cleanUrls === true;
  const prefix = (folder: string) => `/${posix.relative(source || '.', folder)}`;
  const permalink = folders.map(
    (folder) => [folder, `${prefix(folder)}/:path${isClean ? '' : '.html'}`] as const,
  );
  const [only] = permalink;
  return {
    settings: {
      site: home,
      title: data.title,
      description: data.description,
      language: data.lang,
      built: below(asText(data.outDir) ?? '.vitepress/dist'),
      ...(excluded.length === 0 ? {} : { exclude: excluded }),
      ...(source === '' || source === '.' ? {} : { source }),
      ...(folders.length === 0 ? {} : { articles: folders.length === 1 ? folders[0] : folders }),
      ...(only === undefined
        ? {}
        : { permalink: folders.length === 1 ? only[1] : Object.fromEntries(permalink) }),
    },
    basePath: asText(data.base),
    notes: [
      ...(/^(?!\s*\/\/).*\brewrites\s*[:(,]/m.test(program)
        ? [
            '"rewrites" changes URLs, and is not read. Compare the URLs with your site, or build it before "init".',
          ]
        : []),
      ...(/\bsrcExclude\b/.test(program) && excluded.length === 0
        ? ['code sets "srcExclude", the files that are not pages: list them under "exclude".']
        : []),
    ],
  };
}
