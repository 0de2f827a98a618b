import type { Dialect } from './dialects.ts';

/** A file beside an article that hides it, and where the article is. */
export interface Inherited {
  readonly dialect: Dialect;
  readonly article: string;
  readonly path: string;
  readonly text: string;
}

function inherit(
  dialect: Dialect,
  article: string,
  ...files: readonly (readonly [path: string, ...texts: string[]])[]
): Inherited[] {
  return files.flatMap(([path, ...texts]) => texts.map((text) => ({ dialect, article, path, text })));
}

const JEKYLL = (scope: string, values: string) => `defaults:\n  - scope: ${scope}\n    values: ${values}\n`;

/** What hides an article that says nothing itself. */
export const INHERITED: readonly Inherited[] = [
  ...inherit(
    'hugo',
    'content/s/a.md',
    [
      'content/s/_index.md',
      '---\ncascade: {draft: true}\n---\n',
      '---\ncascade: {hidden: true}\n---\n',
      '---\ncascade: [{private: true}]\n---\n',
      '---\ncascade: {params: {unlisted: true}}\n---\n',
      '---\ncascade: {build: {list: never}}\n---\n',
      '---\ncascade: {_build: {render: never}}\n---\n',
      '---\ncascade: {password: x}\n---\n',
      '---\ncascade: [{target: {path: "/s/**"}, hidden: true}]\n---\n',
      '---\ncascade: [{_target: {kind: page}, hidden: true}]\n---\n',
      '---\ncascade: {hiddenInRss: true}\n---\n',
      '---\ncascade: {expiryDate: 2020-01-01}\n---\n',
      '---\ndraft: true\n---\n',
      '+++\n[cascade]\ndraft = true\n+++\n',
      '+++\n[[cascade]]\nrss = false\n+++\n',
      '{"cascade": {"draft": true}}\n',
    ],
    ['content/_index.md', '---\ncascade: {draft: true}\n---\n'],
    ['hugo.toml', '[[cascade]]\nhidden = true\n', '[cascade]\ndraft = true\n'],
    ['hugo.yaml', 'cascade:\n  - draft: true\n'],
    ['config.json', '{"cascade": {"draft": true}}'],
  ),
  ...inherit('jekyll', '_posts/2026-01-01-a.md', [
    '_config.yml',
    JEKYLL('{path: ""}', '{published: false}'),
    JEKYLL('{path: ""}', '{draft: true}'),
    JEKYLL('{path: "", type: posts}', '{hidden: true}'),
    JEKYLL('{path: "_posts"}', '{private: true}'),
    JEKYLL('{path: "_pos*"}', '{password: x}'),
    JEKYLL('{path: ""}', '{visibility: members}'),
    JEKYLL('{path: ""}', '{exclude_from_feed: true}'),
    JEKYLL('{type: posts}', '{unlisted: true}'),
  ]),
  ...inherit(
    'eleventy',
    'posts/a.md',
    [
      'posts/posts.json',
      '{"eleventyExcludeFromCollections": true}',
      '{"draft": true}',
      '{"permalink": false}',
      '{"hidden": true}',
    ],
    ['posts/posts.11tydata.json', '{"draft": true}'],
    [
      'posts/posts.11tydata.js',
      'export default { draft: true };\n',
      'module.exports = {\n  permalink: false,\n};\n',
      'export default {\n  eleventyExcludeFromCollections: true,\n  tags: ["x"],\n};\n',
    ],
    ['posts/posts.11tydata.cjs', 'module.exports = { "private": true };\n'],
    ['posts/posts.11tydata.mjs', 'export default { "draft": true };\n'],
    ['posts/a.11tydata.json', '{"hidden": true}'],
    ['posts/a.json', '{"draft": true}'],
  ),
  ...inherit('zola', 'content/s/a.md', ['content/s/_index.md', '+++\ndraft = true\n+++\n']),
  ...inherit('hexo', 'source/_posts/a.md', [
    '_config.yml',
    'encrypt:\n  tags:\n    - {name: locked, password: x}\n',
  ]),
  ...inherit(
    'plain',
    'articles/s/a.md',
    ['articles/s/_index.md', '---\ncascade: {draft: true}\n---\n'],
    ['articles/s/s.json', '{"draft": true}'],
    ['_config.yml', JEKYLL('{path: ""}', '{published: false}')],
  ),
];

/** Files in the folder of articles that are none of ours. */
export const FOREIGN: readonly string[] =
  'a.org a.adoc a.asciidoc a.rst a.docx a.doc a.odt a.rtf a.tex a.textile a.ipynb a.wiki a.mediawiki a.pages a.typ a.njk a.pug a.astro a.vue a.ejs a.hbs a.liquid a.svelte'.split(
    ' ',
  );
