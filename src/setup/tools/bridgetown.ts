import { posix } from 'node:path';
import { asText, type Data, joinSite, type Project, type ToolWords } from './project.ts';

/** The named styles (Bridgetown::Resource::PermalinkProcessor). */
const STYLES: Readonly<Record<string, string>> = {
  pretty: '/:categories/:year/:month/:day/:slug/',
  pretty_ext: '/:categories/:year/:month/:day/:slug.html',
  simple: '/:categories/:slug/',
  simple_ext: '/:categories/:slug.html',
};

/** `bridgetown.config.yml`, and what the site says of itself in its data. */
export function readBridgetown(data: Data, project: Project): ToolWords {
  const source = asText(data.source) ?? 'src';
  const about = project.read(`${source}/_data/site_metadata.yml`) ?? {};
  const written = asText(data.permalink) ?? 'pretty';
  const permalink = STYLES[written] ?? spell(written);
  return {
    settings: {
      site: joinSite(data.url, data.base_path),
      title: about.title ?? data.title,
      description: about.description ?? data.description,
      timeZone: data.timezone,
      articles: posix.join(project.base, source, '_posts'),
      ...(permalink === undefined ? {} : { permalink }),
      built: posix.join(project.base, asText(data.destination) ?? 'output'),
    },
    command: 'bin/bridgetown build',
    notes: [
      `There is no preset for Bridgetown. ${permalink === undefined ? `"permalink" has no equivalent here: ${written}. Set it in feedwright.yaml` : `"permalink" is "${written}", as far as this file says. Compare the URLs with your site`}, or build the site before "init".`,
    ],
  };
}

/** `/[locale]/blog/:title.*` in our words: without the language, and with the ending of a page. */
function spell(template: string): string | undefined {
  const own = template
    .replace(/\/?\[locale\]/g, '')
    .replace(/\.\*$/, '.html')
    .replaceAll(':title', ':slug');
  return /[[\]*]/.test(own) || !own.includes(':') ? undefined : `/${own.replace(/^\/+/, '')}`;
}
