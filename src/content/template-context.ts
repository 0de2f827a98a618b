import { dialectOf } from './dialects.ts';
import type { RenderInput } from './rendered.ts';
import type { TemplateContext } from './templates/expander.ts';

/** Its tags are its own, whichever tool builds the site. */
const MARKDOC = /\.(?:mdoc|markdoc)$/i;

/** What the template tags of an article depend on. */
export function templateContext(input: RenderInput): TemplateContext {
  const { url, site, title, preset, resolvePost, format, vault = false } = input;
  const { readValue, findTemplate, findEmbed, findTitle, siteFacts } = input;
  const dialect = dialectOf(preset, input.switches);
  const isMarkdown = format === 'markdown';
  const isMdxFile = /\.(?:mdx|svx)$/i.test(input.file);
  return {
    dialect: MARKDOC.test(input.file)
      ? { ...dialect, templates: 'tags' }
      : input.plainBraces || input.isRendered
        ? { ...dialect, templates: 'text' }
        : dialect,
    vault,
    findEmbed,
    readValue,
    findTemplate,
    siteFacts,
    markdown: isMarkdown,
    // Docusaurus says itself what is MDX, whatever a file is called.
    mdx: isMarkdown && (input.isMdx ?? isMdxFile) && (isMdxFile || preset === 'docusaurus'),
    modules: isMarkdown && (input.isMdx ?? (isMdxFile || preset === 'docusaurus')),
    preset,
    url,
    site,
    title,
    resolvePost,
    findTitle,
  };
}
