import { posix } from 'node:path';
import { asData, asText, type Data, type Project, readLimit, type ToolWords } from './project.ts';

/** The literal values of a configuration of Quartz, a program in one version and YAML in the next. */
export function readQuartz(data: Data, { base, list }: Project): ToolWords {
  const { pageTitle, baseUrl, locale } = asData(data.configuration);
  const host = asText(baseUrl)
    ?.replace(/^https?:\/\//, '')
    .replace(/\/+$/, '');
  const folder = list('').includes('content/') ? 'content' : '.';
  return {
    settings: {
      site: host === undefined ? undefined : `https://${host}/`,
      title: pageTitle,
      language: locale,
      articles: posix.join(base, folder),
      // A note is at its path, without a slash at the end.
      permalink: '/:path',
      limit: readLimit(data.rssLimit),
      built: posix.join(base, 'public'),
    },
    command: 'npx quartz build',
    notes: ['what Quartz leaves out ("ignorePatterns", "ExplicitPublish") is left out of the feeds as well.'],
  };
}
