import { readHugoAddresses } from './hugo-addresses.ts';
import {
  asData,
  asList,
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
  const data = { ...main, ...readParts(main, project) };
  const get = (name: string) => keyOf(data, name);
  const languages = asData(get('languages'));
  const tag = asText(get('defaultcontentlanguage')) ?? 'en';
  const own = asData(keyOf(languages, tag.toLowerCase()));
  const parameters = { ...asData(get('params')), ...asData(keyOf(own, 'params')) };
  const limit = keyOf(asData(keyOf(asData(get('services')), 'rss')), 'limit') ?? get('rsslimit');
  const addresses = readHugoAddresses(data, project);
  const dates = readDates(asData(get('frontmatter')));
  const contentFolder = asText(get('contentdir'));
  return {
    settings: {
      site: keyOf(own, 'baseurl') ?? get('baseurl'),
      title: keyOf(own, 'title') ?? get('title'),
      description: keyOf(parameters, 'description'),
      language:
        keyOf(own, 'languagecode') ?? get('locale') ?? get('languagecode') ?? get('defaultcontentlanguage'),
      timeZone: get('timezone'),
      author: readAuthor(keyOf(parameters, 'author') ?? get('author')),
      limit: readLimit(limit),
      ...readShow(parameters, data),
      built: `${project.base}${asText(get('publishdir')) ?? 'public'}`,
      ...(contentFolder === undefined && project.base === ''
        ? {}
        : { articles: `${project.base}${contentFolder ?? 'content'}` }),
      ...addresses.settings,
      ...dates.settings,
    },
    notes: [...(addresses.notes ?? []), ...(dates.notes ?? [])],
  };
}

/** `languages.toml`, `languages.en.toml`, `params.toml` and so on are parts of the whole. */
function readParts(main: Data, project: Project): Data {
  const parts: Record<string, unknown> = {};
  for (const name of project.list('config/_default/')) {
    const [key = '', ...rest] = name.toLowerCase().split('.');
    if (rest.length === 0 || key === 'hugo' || key === 'config') continue;
    const read = project.read(`config/_default/${name}`) ?? {};
    const known = { ...asData(keyOf(main, key)), ...asData(parts[key]) };
    const language = rest.length > 1 ? rest[0] : undefined;
    parts[key] =
      language === undefined
        ? { ...known, ...read }
        : { ...known, [language]: { ...asData(known[language]), ...read } };
  }
  return parts;
}

/** The order of the keys of a date; the time of a file says nothing that lasts. */
function readDates(rules: Data): ToolWords {
  const order = asList(keyOf(rules, 'date')).flatMap((key) => asText(key) ?? []);
  const lasting = order.filter((key) => !/^:(?:filemodtime|git)$/i.test(key));
  const refused = order.filter((key) => !lasting.includes(key));
  const dates = lasting.map((key) => (/^:(?:filename|default)$/i.test(key) ? key.toLowerCase() : key));
  const isUsual = dates.every((key) => /^(?:date|:default)$/i.test(key));
  return {
    settings: isUsual ? {} : { dates: dates.map((key) => (key === ':default' ? 'date' : key)) },
    notes: refused.map(
      (key) =>
        `"${key}" is no date of publication here, because it changes with the file: give these articles a date.`,
    ),
  };
}
