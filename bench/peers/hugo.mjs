/**
 * A site for Hugo that renders nothing but RSS: no pages, no sections, no sitemap, no code highlighting.
 * Articles get a permalink (`_build.render: link`), which the feed needs.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @import { Corpus } from '../corpus.mjs' */

const template = `{{- $pages := .Site.RegularPages -}}
{{- if not .IsHome }}{{ $pages = .RegularPages }}{{ end -}}
{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<rss version="2.0">
<channel>
<title>{{ .Site.Title }}</title>
<link>{{ .Site.BaseURL }}</link>
<description>{{ .Site.Title }}</description>
{{ range first 50 $pages.ByDate.Reverse }}<item>
<title>{{ .Title }}</title>
<link>{{ .Permalink }}</link>
<guid>{{ .Permalink }}</guid>
<pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" | safeHTML }}</pubDate>
{{ range .Params.tags }}<category>{{ . }}</category>
{{ end }}<description>{{ .Content | html }}</description>
</item>
{{ end }}</channel>
</rss>
`;

/**
 * Writes the site beside the articles and gives the command that builds it.
 * @param {Corpus} corpus
 * @param {string} output absolute folder
 * @param {{ tags: boolean }} options `tags` adds a feed per tag
 * @returns {string[]}
 */
export function hugoCommand(corpus, output, { tags }) {
  const site = join(corpus.folder, tags ? 'hugo-tags' : 'hugo');
  const layouts = join(site, 'layouts', '_default');
  mkdirSync(layouts, { recursive: true });
  writeFileSync(join(layouts, 'rss.xml'), template);
  const file = join(site, 'config.json');
  writeFileSync(file, JSON.stringify(makeConfig(corpus, site, tags), undefined, 2));
  return ['hugo', '--quiet', '--source', site, '--destination', output];
}

/** @type {(corpus: Corpus, site: string, tags: boolean) => unknown} */
function makeConfig(corpus, site, tags) {
  const always = ['section', 'taxonomy', '404', 'robotsTXT', 'sitemap'];
  return {
    baseURL: 'https://example.org/',
    title: 'Bench',
    contentDir: corpus.articles,
    cacheDir: join(site, 'cache'),
    timeZone: 'UTC',
    disableKinds: tags ? always : [...always, 'term'],
    // Hugo asks whoever disables this kind whether they mean it: tags get feeds, the list of tags does not.
    ignoreErrors: ['error-disable-taxonomy'],
    taxonomies: { tag: 'tags' },
    outputs: { home: ['RSS'], term: ['RSS'], taxonomy: [], section: [], page: [] },
    markup: { highlight: { codeFences: false }, goldmark: { renderer: { unsafe: true } } },
    cascade: [{ _build: { render: 'link' }, _target: { kind: 'page' } }],
  };
}
