import { isMapping, toList } from '../../text/data.ts';
import { readHugoAddresses } from './hugo-addresses.ts';
import { excludeDisabled, excludeOfMounts, keepOneSite, readIgnored, readLanguages } from './hugo-content.ts';
import {
  asData,
  asText,
  type Data,
  keyOf,
  type Project,
  readAuthor,
  readLimit,
  type ToolWords,
} from './project.ts';
import { readShow } from './show.ts';

/** `hugo.toml`, or a folder `config/_default` with a file for each part. */
export function readHugo(main: Data, project: Project): ToolWords {
  const { data, host, notes } = keepOneSite(dropMerges(readParts(main, project)));
  const get = (name: string) => keyOf(data, name);
  const tag = readLanguages(data)[0]?.tag;
  const own = asData(asData(get('languages'))[tag ?? '']);
  const parameters = { ...asData(get('params')), ...asData(keyOf(own, 'params')) };
  const limit = keyOf(asData(keyOf(asData(get('services')), 'rss')), 'limit') ?? get('rsslimit');
  const addresses = readHugoAddresses(data, project);
  const ignored = readIgnored(data);
  const exclude = [...excludeDisabled(data), ...ignored.exclude, ...excludeOfMounts(data, project)];
  const dates = readDates(asData(get('frontmatter')));
  return {
    settings: {
      site: keyOf(own, 'baseurl') ?? get('baseurl'),
      title: keyOf(own, 'title') ?? get('title'),
      description: keyOf(parameters, 'description'),
      language:
        keyOf(own, 'locale') ??
        get('locale') ??
        keyOf(own, 'languagecode') ??
        get('languagecode') ??
        tag ??
        get('defaultcontentlanguage'),
      timeZone: get('timezone'),
      author: readAuthor(keyOf(parameters, 'author') ?? get('author')),
      limit: readLimit(limit),
      ...readShow(parameters, data),
      built: `${project.base}${asText(get('publishdir')) ?? 'public'}${host === undefined ? '' : `/${host}`}`,
      ...(exclude.length > 0 ? { exclude } : {}),
      ...addresses.settings,
      ...dates.settings,
    },
    notes: [
      ...notes,
      ...(addresses.notes ?? []),
      ...(dates.notes ?? []),
      ...explainPublished(get),
      ...ignored.unread.map(
        (expression) =>
          `"${expression}" of "ignoreFiles" was not copied: list the files that it matches under "exclude".`,
      ),
    ],
  };
}

/** Without `_merge`, which says of a part what is taken over from themes: it names no language, section or folder. */
function dropMerges(parts: Data): Data {
  const drop = (value: unknown): unknown => {
    if (!isMapping(value)) return value;
    const entries = Object.entries(value).filter(([key]) => key !== '_merge');
    return Object.fromEntries(entries.map(([key, inner]) => [key, drop(inner)]));
  };
  return asData(drop(parts));
}

/** `languages.toml`, `params.en.toml` and so on are parts of the whole; they override the file at the top, and what is for production all. */
function readParts(main: Data, project: Project): Data {
  const parts: Record<string, unknown> = { ...main };
  const add = (at: string, read: Data) => {
    const key = Object.keys(parts).find((name) => name.toLowerCase() === at) ?? at;
    parts[key] = { ...asData(parts[key]), ...read };
  };
  const nameOfFile = (path: string) => path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const isMain = (path: string) => /^(?:hugo|config)\./.test(nameOfFile(path));
  for (const folder of ['config/_default/', 'config/production/'])
    for (const path of listParts(folder, project).toSorted((a, b) => Number(isMain(b)) - Number(isMain(a)))) {
      const [key = '', ...rest] = nameOfFile(path).split('.');
      if (rest.length === 0) continue;
      const read = project.read(path) ?? {};
      const language = rest.length > 1 ? rest[0] : undefined;
      if (isMain(path)) Object.assign(parts, read);
      else if (language === undefined) add(key, read);
      else {
        const own = asData(keyOf(asData(parts.languages), language));
        add('languages', { [language]: key === 'languages' ? { ...own, ...read } : { ...own, [key]: read } });
      }
    }
  return parts;
}

/** The files of a folder of the configuration, and of folders in it, whose names say nothing. */
function listParts(folder: string, project: Project, deepest = 3): readonly string[] {
  return project
    .list(folder)
    .flatMap((name) =>
      !name.endsWith('/')
        ? [folder + name]
        : deepest > 0
          ? listParts(folder + name, project, deepest - 1)
          : [],
    );
}

/** What Hugo is told to publish or to leave out, and is not here. */
function explainPublished(get: (name: string) => unknown): readonly string[] {
  const published = ['buildDrafts', 'buildExpired', 'buildFuture'].filter(
    (key) => get(key.toLowerCase()) === true,
  );
  return [
    ...published.map(
      (key) => `"${key}" was not copied: feeds never contain drafts, expired or future articles.`,
    ),
    ...(toList(get('rendersegments')).length > 0
      ? ['"renderSegments" was not copied: list the articles outside these segments under "exclude".']
      : []),
    ...['versions', 'roles']
      .filter((key) => Object.keys(asData(get(key))).length > 1)
      .map(
        (key) =>
          `"${key}" was not copied: URLs are those of the default one. Check the URLs of articles that only the others have.`,
      ),
  ];
}

/** The order of the keys of a date; the time of a file says nothing that lasts. */
function readDates(rules: Data): ToolWords {
  const order = toList(keyOf(rules, 'date')).flatMap((key) => asText(key) ?? []);
  const lasting = order.filter((key) => !/^:(?:filemodtime|git)$/i.test(key));
  const refused = order.filter((key) => !lasting.includes(key));
  const dates = lasting.map((key) => (/^:(?:filename|default)$/i.test(key) ? key.toLowerCase() : key));
  const isUsual = dates.every((key) => /^(?:date|:default)$/i.test(key));
  return {
    settings: isUsual ? {} : { dates: dates.map((key) => (key === ':default' ? 'date' : key)) },
    notes: refused.map(
      (key) =>
        `"${key}" is not used as the publication date, because it changes with the file. Give these articles a date.`,
    ),
  };
}
