import type { Config, FeedRule } from '../model/index.ts';

/** The main feed as a rule like that of any other feed. */
export function mainRule(config: Config): FeedRule {
  const { where, title, description, language, formats, limit, content, archive, complete, file, podcast } =
    config;
  return {
    place: { file, line: config.lines.archive },
    where,
    title,
    description,
    ...(language === undefined ? {} : { language }),
    files: formats,
    limit,
    content,
    min: 1,
    exclude: [],
    aliases: [],
    ...(archive ? { archive } : {}),
    complete,
    ...(podcast ? { show: podcast } : {}),
  };
}
