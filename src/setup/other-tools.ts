import { listEntries } from '../files/places.ts';

/** Tools without a preset, and the file that gives each away. */
const OTHER_TOOLS: readonly (readonly [tool: string, file: RegExp])[] = [
  ['Gatsby', /^gatsby-config\.[cm]?[jt]s$/],
  ['Nuxt', /^nuxt\.config\.[cm]?[jt]s$/],
  ['Next.js', /^next\.config\.[cm]?[jt]s$/],
  ['SvelteKit', /^svelte\.config\.[cm]?[jt]s$/],
  ['Quartz', /^quartz\.config\.ts$/],
  ['Bridgetown', /^bridgetown\.config\.ya?ml$/],
  ['Middleman', /^config\.rb$/],
  ['Pelican', /^pelicanconf\.py$/],
  ['MkDocs', /^mkdocs\.ya?ml$/],
  ['Lektor', /\.lektorproject$/],
  ['Metalsmith', /^metalsmith\.c?js(?:on)?$/],
  ['Gridsome', /^gridsome\.config\.js$/],
  ['Ember', /^ember-cli-build\.c?js$/],
];

/**
 * What there is to say of a folder made for a tool whose URLs nobody here knows.
 * @returns one sentence, or none
 */
export function explainOtherTool(folder: string): readonly string[] {
  const names = listEntries(folder).map(({ name }) => name);
  for (const [tool, pattern] of OTHER_TOOLS) {
    const file = names.find((name) => pattern.test(name));
    if (file === undefined) continue;
    return [
      `${file}: There is no preset for ${tool}, so URLs follow the paths of the files. If your site has others, set "permalink".`,
    ];
  }
  return [];
}
