import { toList } from '../../text/data.ts';
import {
  asData,
  asText,
  type Data,
  explainLanguages,
  type Project,
  readLimit,
  type ToolWords,
} from './project.ts';

/** `config.toml` of Zola (components/config). */
export function readZola(data: Data, project: Project): ToolWords {
  const main = asText(data.default_language) ?? 'en';
  const others = Object.keys(asData(data.languages)).filter((tag) => tag !== main);
  const slugs = asData(data.slugify);
  const strategy = asText(slugs.paths) ?? 'on';
  const spelling = [
    ...(strategy === 'on' ? [] : [strategy]),
    ...(slugs.paths_keep_dates === true ? ['keep-date'] : []),
  ];
  const names = toList(data.feed_filenames ?? data.feed_filename).flatMap((name) => asText(name) ?? []);
  const ignored = toList(data.ignored_content).flatMap((pattern) => translateGlob(asText(pattern) ?? ''));
  // Of several feeds in a format, the first is the one that readers know. A template may make any other file of the articles.
  const feeds = names.filter((name) => /\.(?:xml|rss|atom)$/i.test(name));
  const formats = Object.fromEntries(
    feeds.toReversed().map((name) => [isAtom(name, project) ? 'atom' : 'rss', name]),
  );
  return {
    settings: {
      site: data.base_url,
      title: data.title,
      description: data.description,
      language: data.default_language,
      author: data.author,
      languages: [main, ...others],
      limit: readLimit(data.feed_limit),
      built: `${project.base}${asText(data.output_dir)?.replace(/\/+$/, '') ?? 'public'}`,
      ...(spelling.length > 0 ? { slugs: spelling } : {}),
      ...(feeds.length > 0 ? { formats } : {}),
      // Only then may there be letters in a URL that other tools would encode.
      ...(strategy !== 'on' && data.generate_feeds === true ? { id: ':url_decoded' } : {}),
      ...(ignored.length > 0 ? { exclude: ignored } : {}),
      ...(project.base === ''
        ? {}
        : { articles: `${project.base}content`, source: `${project.base}content` }),
    },
    notes: explainLanguages([main, ...others]),
  };
}

/** A feed is in the format of the template that has its name. */
function isAtom(name: string, { text }: Project): boolean {
  const template = text(`templates/${name}`);
  return template === undefined ? /atom/i.test(name) : /<feed[\s>]/.test(template);
}

/** Zola holds its patterns against whole paths of the machine, where a `*` also stands for slashes: only what begins with one can match. */
function translateGlob(pattern: string): readonly string[] {
  if (!pattern.startsWith('*')) return [];
  const below = pattern.replace(/^\*+\/?/, (stars) => (stars.endsWith('/') ? '**/' : '**/*'));
  return [below.replace(/\/\*(?=\/|$)/g, '/**')];
}
