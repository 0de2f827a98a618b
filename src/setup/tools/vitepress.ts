import { posix } from 'node:path';
import { listPairs, listTexts } from '../literals.ts';
import { asData, asText, type Data, joinSite, type Project, type ToolWords } from './project.ts';
import { findTemplates, readRewrite } from './vitepress-rewrites.ts';

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
  const addresses = readAddresses(program, folders, data, project);
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
      ...addresses.settings,
    },
    basePath: asText(data.base),
    notes: [
      ...addresses.notes,
      ...(/\bsrcExclude\b/.test(program) && excluded.length === 0
        ? ['code sets "srcExclude", the files that are not pages: list them under "exclude".']
        : []),
    ],
  };
}

/** The URLs of each folder of articles: where its files are, or where `rewrites` puts them. */
function readAddresses(
  program: string,
  folders: readonly string[],
  data: Data,
  project: Project,
): { readonly settings: ToolWords['settings']; readonly notes: readonly string[] } {
  const place = { source: asText(data.srcDir) ?? '.', ending: data.cleanUrls === true ? '' : '.html' };
  const pairs = listPairs(program, 'rewrites') ?? [];
  const read = pairs.map(([from, to]) => readRewrite(from, to));
  const isRead = read.length > 0 && !read.includes(undefined);
  const rules = isRead ? read.flatMap((rule) => rule ?? []) : [];
  const top = posix.join(project.base, place.source);
  const found = folders.map((folder) => ({
    folder,
    ...findTemplates(posix.relative(top, folder), rules, place, project),
  }));
  const named = found.flatMap(({ folder, templates }) =>
    templates.map(([below, template]) => [posix.join(folder, below), template] as const),
  );
  const [only] = named;
  const permalink = named.length === 1 ? only?.[1] : Object.fromEntries(named);
  const isThere = /^(?!\s*\/\/).*\brewrites\s*[:(,]/m.test(program);
  return {
    settings: only === undefined ? {} : { permalink },
    notes: [
      ...(isThere && !isRead
        ? [
            '"rewrites" changes URLs, and is not read. Compare the URLs with your site, or build it before "init".',
          ]
        : []),
      ...explainLost(found.flatMap(({ lost }) => lost)),
    ],
  };
}

/** The pages to which "rewrites" gives URLs that follow no template. */
function explainLost(lost: readonly string[]): readonly string[] {
  const [first] = lost;
  if (first === undefined) return [];
  const [files, have] =
    lost.length === 1 ? [`"${first}"`, 'has a URL'] : [`"${first}" and ${lost.length - 1} more`, 'have URLs'];
  return [
    `"rewrites" was copied, but ${files} ${have} that no "permalink" gives. Build the site before "init", or give these articles their whole URL as "url".`,
  ];
}
