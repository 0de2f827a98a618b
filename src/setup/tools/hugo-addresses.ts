import {
  asData,
  asText,
  type Data,
  explainLanguages,
  keyOf,
  type Project,
  type ToolWords,
} from './project.ts';

interface Language {
  readonly tag: string;
  readonly folder: string | undefined;
}

/** Hugo's `permalinks`, languages and `uglyURLs`. */
export function readHugoAddresses(data: Data, project: Project): ToolWords {
  const get = (name: string) => keyOf(data, name);
  const main = asText(get('defaultcontentlanguage')) ?? 'en';
  const languages = readLanguages(asData(get('languages')), main);
  const content = asText(get('contentdir')) ?? 'content';
  const ugly = get('uglyurls');
  const end = ugly === true ? '.html' : '/';
  const sections = readTemplates(asData(get('permalinks')), ugly);
  const isBelow = get('defaultcontentlanguageinsubdir') === true;
  const prefixOf = ({ tag }: Language) => (tag === main && !isBelow ? '' : `/${tag.toLowerCase()}`);
  const inFolders = languages.filter(({ folder }) => folder !== undefined);
  const slugs = [
    ...(get('disablepathtolower') === true ? ['keep-case'] : []),
    ...(get('removepathaccents') === true ? ['no-accents'] : []),
  ];
  const spelling = slugs.length > 0 ? { slugs } : {};
  if (inFolders.length > 0) {
    const rules = inFolders.flatMap((language) => {
      const folder = project.base + (language.folder ?? content);
      const prefix = prefixOf(language);
      const there = sections.filter(([name]) => project.list(`${language.folder}/`).includes(`${name}/`));
      return [
        ...there.map(([name, template]) => [`${folder}/${name}`, prefix + template]),
        [folder, `${prefix}/:path${end}`],
      ];
    });
    const folders = Object.fromEntries(inFolders.map(({ tag, folder }) => [tag, `${project.base}${folder}`]));
    const articles = [...new Set(Object.values(folders))];
    return {
      settings: { articles, languages: folders, permalink: Object.fromEntries(rules), ...spelling },
      notes: explainLanguages(Object.keys(folders)),
    };
  }
  const there = sections.filter(([name]) => project.list(`${content}/`).includes(`${name}/`));
  const others = languages.filter(({ tag }) => tag !== main);
  const isMoved = isBelow && languages.length > 1;
  const rules: (readonly [string, string])[] = isMoved
    ? [
        ...others.map(({ tag }) => [tag, `/${tag.toLowerCase()}/:path${end}`] as const),
        ['default', `/${main.toLowerCase()}/:path${end}`],
      ]
    : [...there, ...(end === '/' ? [] : [['default', `/:path${end}`] as const])];
  const lost =
    isMoved && there.length > 0 ? ['"permalinks" is not taken over below languages: compare the URLs.'] : [];
  const [only] = rules;
  const permalink = rules.length === 1 && only?.[0] === 'default' ? only[1] : Object.fromEntries(rules);
  return {
    settings: {
      ...spelling,
      ...(rules.length === 0 ? {} : { permalink }),
      ...(languages.length > 0 ? { languages: languages.map(({ tag }) => tag) } : { languages: [main] }),
    },
    notes: [...lost, ...explainLanguages(languages.map(({ tag }) => tag))],
  };
}

/** The main language first, the others as they are written. */
function readLanguages(data: Data, main: string): readonly Language[] {
  const all = Object.entries(data)
    .filter(([, value]) => keyOf(asData(value), 'disabled') !== true)
    .map(([tag, value]) => ({ tag, folder: asText(keyOf(asData(value), 'contentdir')) }));
  const isMain = ({ tag }: Language) => tag.toLowerCase() === main.toLowerCase();
  return [...all.filter(isMain), ...all.filter((language) => !isMain(language))];
}

/** The parts of a date as Go writes them, each with our placeholder. */
const LAYOUTS: Readonly<Record<string, string>> = {
  ':2006': ':year',
  ':06': ':short_year',
  ':01': ':month',
  ':1': ':i_month',
  ':January': ':monthname',
  ':Jan': ':short_month',
  ':02': ':day',
  ':2': ':i_day',
  ':002': ':y_day',
  ':Monday': ':weekdayname',
  ':Mon': ':short_day',
};

/** Hugo takes any layout of Go for a placeholder, such as `/:2006/:01/`. */
function translateLayouts(template: string): string {
  return template.replace(
    /:(?:2006|002|06|01|02|1|2|January|Jan|Monday|Mon)(?![\w\]])/g,
    (name) => LAYOUTS[name] ?? name,
  );
}

/** Templates by section; `page` holds them too. */
function readTemplates(permalinks: Data, ugly: unknown): readonly (readonly [string, string])[] {
  const named: Data = { ...permalinks, ...asData(permalinks.page) };
  // A section may have ugly URLs and no template of its own.
  const uglySections = Object.entries(asData(ugly)).flatMap(([section, isUgly]) =>
    isUgly === true && !(section in named) ? [[section, '/:path.html'] as const] : [],
  );
  const templates = Object.entries(named).flatMap(([section, template]) => {
    const text = asText(template);
    if (text === undefined) return [];
    const rooted = translateLayouts(text.startsWith('/') ? text : `/${text}`);
    const end = ugly === true || asData(ugly)[section] === true ? '.html' : '/';
    // Hugo ends a URL as all others, whatever its template ends with.
    return [[section, /\.\w+$/.test(rooted) ? rooted : rooted.replace(/\/?$/, end)] as const];
  });
  return [...templates, ...uglySections];
}
