import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { splitFrontMatter } from '../../src/articles/fence.ts';
import type { Preset } from '../../src/model/index.ts';
import { findMissing, listWords, listWritten } from './loss.ts';
import { renderBody } from './reading.ts';

const corpora = join(import.meta.dirname, '../../../shared/corpora');
const PRESETS: Readonly<Record<string, Preset>> = {
  babel: 'docusaurus',
  'jekyll-docs': 'jekyll',
  'jekyll-edge-cases': 'jekyll',
  'rust-blog-2023': 'zola',
  'rust-blog-toml': 'zola',
};

/** A problem that names something of the text which readers do not get. */
const NAMES_LOSS: ReadonlySet<string> = new Set([
  'lost-text',
  'removed-template',
  'removed-content',
  'hidden-content',
  'body-too-costly',
]);

interface Found {
  readonly file: string;
  readonly lost: readonly string[];
  readonly leaked: readonly string[];
}

/** Words of an article that are neither in its content nor named by a problem, and template tags in its text. */
function judge(file: string, preset: Preset): Found {
  const bytes = readFileSync(file);
  const split = splitFrontMatter(bytes, true);
  const text = bytes.toString('utf8', 'bodyOffset' in split ? split.bodyOffset : 0);
  const format = /\.html?$/.test(file) ? 'html' : 'markdown';
  const { html, problems } = renderBody(text, { file, preset, format });
  const missing = findMissing(listWritten(text), listWords(html));
  const isNamed = problems.some(({ code }) => NAMES_LOSS.has(code));
  const prose = html.replace(/<(pre|code)\b[^>]*>[\s\S]*?<\/\1>/g, '');
  return { file, lost: isNamed ? [] : missing, leaked: prose.match(/\{%[^%]*%\}|<!--|%%[^%]*%%/g) ?? [] };
}

function listArticles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|mdx|markdown|html)$/.test(name))
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
}

describe.skipIf(!existsSync(corpora))('the five corpora: no leak, and no lost word without a problem', () => {
  test.each(Object.entries(PRESETS))('%s', (name, preset) => {
    const found = listArticles(join(corpora, name, 'articles')).map((file) => judge(file, preset));
    const wrong = found
      .filter(({ lost, leaked }) => lost.length > 0 || leaked.length > 0)
      .map(
        ({ file, lost, leaked }) =>
          `${file.slice(corpora.length)}: ${[...lost.slice(0, 12), ...leaked].join(' ')}`,
      );
    expect(wrong).toEqual([]);
  });
});

describe('the judge', () => {
  it('finds a word that is lost', () => {
    expect(findMissing(listWritten('One **two** [three](/four) two'), listWords('<p>One two</p>'))).toEqual([
      'three',
      'two',
    ]);
  });
});

const INDENTED = '<div>\n    <script>\n        const a = 1;\n\n        const b = 2;\n    </script>\n</div>';
const STYLED = '<div>\n    <style>\n    .a { top: 0 }\n\n    .b { top: 0 }\n    </style>\n</div>';

test.each([
  undefined,
  ...new Set<Preset>(['hugo', 'hexo', 'eleventy', 'astro', ...Object.values(PRESETS)]),
])('a blank line in a program or style sheet does not swallow what comes after it: %s', (preset) => {
  for (const text of [INDENTED, STYLED]) {
    const { html } = renderBody(`First.\n\n${text}\n\nLast *word*.`, preset === undefined ? {} : { preset });
    expect(html).toContain('<p>Last <em>word</em>.</p>');
    expect(html).not.toMatch(/const|top/);
  }
  const many = '<script>\n\n'.repeat(100);
  expect(renderBody(`\`\`\`\n${many}\`\`\``, preset === undefined ? {} : { preset }).html).toContain(
    '&gt;\n\n',
  );
});

test.each([
  '> [!remark] Of it\n> The *quokka* eats.',
  ':::remark\n\nThe *quokka* eats.\n\n:::',
])('a remark beside a theorem is shown: %j', (text) => {
  const { html, problems } = renderBody(text, { vault: true });
  expect(html).toContain('<em>quokka</em>');
  expect(problems).toEqual([]);
});

test.each([
  ['{"*a* <b> [c](d)"}', '*a* &lt;b&gt; [c](d)'],
  ["{'a_b_c'}", 'a_b_c'],
  ['{`~~a~~`}', '~~a~~'],
])('a string in an expression of MDX is text: %s', (text, shown) => {
  for (const preset of ['astro', 'docusaurus'] as const)
    expect(renderBody(`See ${text}.`, { preset, file: 'articles/post.mdx' }).html).toBe(
      `<p>See ${shown}.</p>`,
    );
});

it('the style sheet of a drawing is no text that is lost', () => {
  const sheet =
    '<style>.axis { font-weight: bold } .tick { fill: red } .label, .title { opacity: 1 }</style>';
  for (const svg of [`<svg>${sheet}<path d="M0 0"/></svg>`, `<svg><defs>${sheet}</defs></svg>`])
    expect(renderBody(`Text.\n\n${svg}`).problems.map(({ code }) => code)).toEqual(['removed-content']);
});

test.each([
  '::: {.g-col-12}',
  '::: g-col-12',
  ':::theorem',
  ':::: {.column width="50%"}',
  '::: {#fig-a layout-ncol=2}',
  '::: {layout-ncol=2}',
  '::: {.callout-tip}',
])('a container that only shapes the page is no loss: %s', (start) => {
  const { html, problems } = renderBody(`${start}\nThe *quokka*.\n${/^:+/.exec(start)?.[0]}\n\nLast.`);
  expect(html).toContain('The <em>quokka</em>.');
  expect(html).not.toMatch(/:::|width|layout/);
  expect(problems).toEqual([]);
});

it('the title of a container that no one knows is shown', () => {
  const { html, problems } = renderBody(':::theorem The *first* one\nText.\n:::');
  expect(html).toMatch(/<strong>The <em>first<\/em> one<\/strong>[\s\S]*Text\./);
  expect(problems).toEqual([]);
});

test.each([
  '<Mermaid chart={`graph LR\nA --> B`} />',
  '<Mermaid value={`graph LR\n\nA --> B`} />',
])('a diagram in an attribute is code: %j', (text) => {
  const { html, problems } = renderBody(`${text}\n\nLast.`, {
    preset: 'docusaurus',
    file: 'articles/post.mdx',
  });
  expect(html).toMatch(/<pre><code class="language-mermaid">graph LR\n+A --&gt; B\n<\/code><\/pre>/);
  expect(html).toContain('<p>Last.</p>');
  expect(problems).toEqual([]);
});

it('a callout of Quarto is headed by its title', () => {
  const { html, problems } = renderBody('::: {.callout-note collapse="true" title="My [title]"}\nText.\n:::');
  expect(html).toBe('<blockquote>\n<p><strong>My [title]</strong></p>\n<p>Text.</p>\n</blockquote>');
  expect(problems).toEqual([]);
});
