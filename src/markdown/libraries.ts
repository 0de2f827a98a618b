import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

interface Converter {
  readonly toHtml: typeof import('hast-util-to-html').toHtml;
  readonly toMdast: typeof import('hast-util-to-mdast').toMdast;
  readonly defaultHandlers: typeof import('hast-util-to-mdast').defaultHandlers;
  readonly gfmToMarkdown: typeof import('mdast-util-gfm').gfmToMarkdown;
  readonly toMarkdown: typeof import('mdast-util-to-markdown').toMarkdown;
}

let converter: Converter | undefined;

/** The libraries that turn HTML into Markdown, loaded when they are first needed: most builds need none of them. */
export function loadConverter(): Converter {
  if (converter) return converter;
  const { toHtml } = require('hast-util-to-html') as typeof import('hast-util-to-html');
  const { toMdast, defaultHandlers } = require('hast-util-to-mdast') as typeof import('hast-util-to-mdast');
  const { gfmToMarkdown } = require('mdast-util-gfm') as typeof import('mdast-util-gfm');
  const { toMarkdown } = require('mdast-util-to-markdown') as typeof import('mdast-util-to-markdown');
  converter = { toHtml, toMdast, defaultHandlers, gfmToMarkdown, toMarkdown };
  return converter;
}
