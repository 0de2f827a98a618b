import { render } from '../../src/content/render.ts';
import type { Preset, Rendered } from '../../src/model/index.ts';

/** The dialects in which people write: those of the tools, Markdown of no known tool, and notes of Obsidian. */
export const DIALECTS = [
  'plain',
  'hugo',
  'jekyll',
  'eleventy',
  'hexo',
  'docusaurus',
  'astro',
  'vitepress',
  'zola',
  'obsidian',
] as const;
export type Dialect = (typeof DIALECTS)[number];

/** Those with components, whose articles are MDX here. */
export const MDX: readonly Dialect[] = ['docusaurus', 'astro'];

/** A way to write something, and the dialects that have it. */
export interface Form {
  readonly kind: string;
  readonly text: string;
  readonly dialects: readonly Dialect[];
}

export function forms(kind: string, dialects: readonly Dialect[], ...texts: readonly string[]): Form[] {
  return texts.map((text) => ({ kind, text, dialects }));
}

export function presetOf(dialect: Dialect): Preset | undefined {
  return dialect === 'plain' || dialect === 'obsidian' ? undefined : dialect;
}

/** Renders a body as an article of a dialect. */
export function renderIn(dialect: Dialect, text: string): Rendered {
  const preset = presetOf(dialect);
  return render({
    file: MDX.includes(dialect) ? 'articles/post.mdx' : 'articles/post.md',
    line: 5,
    format: 'markdown',
    text,
    url: 'https://example.org/blog/2024/post/',
    site: 'https://example.org/blog/',
    title: 'A title',
    vault: dialect === 'obsidian',
    ...(preset === undefined ? {} : { preset }),
  });
}

/** How many forms of each kind were tried in each dialect. */
export function countForms(all: readonly Form[]): Record<string, Record<string, number>> {
  const counts: Record<string, Record<string, number>> = {};
  for (const { kind, dialects } of all)
    for (const dialect of dialects) {
      counts[kind] ??= Object.fromEntries(DIALECTS.map((each) => [each, 0]));
      const row = counts[kind];
      row[dialect] = (row[dialect] ?? 0) + 1;
    }
  return counts;
}
