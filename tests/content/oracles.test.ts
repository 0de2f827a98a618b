import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Preset } from '../../src/model/index.ts';
import { type Fact, readFacts } from './facts-of.ts';
import { renderBody } from './reading.ts';

const folder = join(import.meta.dirname, 'oracles');
const HOME = 'https://example.org/blog/2024/post/';
const TOOLS: readonly Preset[] = ['jekyll', 'hugo', 'eleventy', 'hexo', 'astro'];

interface Recorded {
  readonly version: string;
  readonly articles: Readonly<Record<string, string>>;
}

/** Where we differ from a tool on purpose: the reason, and which facts. */
const DIFFERENCES: Readonly<Record<string, { readonly why: string; readonly facts: readonly Fact[] }>> = {
  'jekyll html-block': {
    why: 'Markdown after a blank line in <details> is read, which Kramdown shows raw',
    facts: ['marks'],
  },
  'jekyll marks': { why: 'Kramdown nests ***both*** the other way round', facts: ['marks'] },
  'hugo entities': { why: 'a URL behind a colon is a link, as GitHub has it', facts: ['links'] },
  'eleventy code': {
    why: 'indented code stays code, which Eleventy 2 shows as a paragraph',
    facts: ['code'],
  },
  'eleventy definitions': { why: 'the same', facts: ['code'] },
  'eleventy footnotes': {
    why: 'footnotes are read, which take a plug-in there',
    facts: ['words', 'links', 'lists', 'code', 'marks'],
  },
  'hexo footnotes': { why: 'the same', facts: ['words', 'links', 'lists', 'code', 'marks'] },
  'hexo definitions': {
    why: 'marked makes a list of each term, and a second definition a line of the first',
    facts: ['lists', 'breaks'],
  },
  'eleventy headings': {
    why: 'the id of a heading is nothing to read, which takes a plug-in there',
    facts: ['words', 'headings'],
  },
  'hexo headings': { why: 'the same', facts: ['words', 'headings'] },
  'astro headings': { why: 'the same', facts: ['words', 'headings'] },
  'astro footnotes': { why: 'a line stands for the hidden English heading', facts: ['words', 'headings'] },
};

describe.each(TOOLS)('what %s shows, we show', (tool) => {
  const recorded: Recorded = JSON.parse(readFileSync(join(folder, `${tool}.json`), 'utf8'));

  test.each(Object.entries(recorded.articles))('%s', (name, html) => {
    const text = readFileSync(join(folder, 'articles', `${name}.md`), 'utf8');
    const ours = readFacts(renderBody(text, { preset: tool, title: 'None' }).html, HOME);
    const theirs = readFacts(html, HOME);
    const excused = DIFFERENCES[`${tool} ${name}`]?.facts ?? [];
    for (const fact of Object.keys(theirs) as Fact[])
      if (!excused.includes(fact)) expect([fact, ours[fact]]).toEqual([fact, theirs[fact]]);
  });

  test('all articles are recorded', () => {
    const files = readdirSync(join(folder, 'articles')).map((file) => file.replace('.md', ''));
    expect(Object.keys(recorded.articles).toSorted()).toEqual(files.toSorted());
  });
});

/** What a tool adds that is no part of the article: handles, tables of contents, the name of a language, buttons, icons. */
function dropChrome(html: string): string {
  return (
    html
      .replace(/<a [^>]*class="(?:header-anchor|hash-link)[^>]*>[\s\S]*?<\/a>/g, '')
      .replace(
        /<nav class="table-of-contents">[\s\S]*?<\/nav>|<div class="line-numbers-wrapper"[\s\S]*?<\/div>/g,
        '',
      )
      .replace(
        /<(p|div) class="(?:custom-block-title|admonitionHeading)[^>]*>([\s\S]*?)<\/\1>/g,
        '<p><strong>$2</strong></p>',
      )
      // Lines of code that are elements.
      .replace(/<br><\/div>/g, '\n</div>')
      .replace(/<span class="lang">[^<]*<\/span>|<(button|svg)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g, '')
  );
}

/** Tools with components of their own, and bodies that use them. */
const WITH_COMPONENTS: readonly Preset[] = ['vitepress', 'docusaurus'];
const OWN_DIFFERENCES: typeof DIFFERENCES = {
  'docusaurus markdown.md': {
    why: 'a line stands for the hidden English heading of the footnotes; an alert of GitHub has its title in bold',
    facts: ['words', 'headings', 'marks'],
  },
  'docusaurus tabs.mdx': {
    why: 'the labels of tabs are one list there, and head their contents here',
    facts: ['lists'],
  },
  'docusaurus elements.mdx': { why: 'the same', facts: ['lists'] },
  'vitepress markup.md': {
    why: 'VitePress adds .html to links between pages; here their articles say where they are',
    facts: ['links'],
  },
};

describe.each(WITH_COMPONENTS)('what %s shows of its own components, we show', (tool) => {
  const recorded: Recorded = JSON.parse(readFileSync(join(folder, `${tool}.json`), 'utf8'));

  test.each(Object.entries(recorded.articles))('%s', (name, html) => {
    const written = readFileSync(join(folder, tool, name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
    const ours = readFacts(renderBody(written, { preset: tool, title: 'None', file: name }).html, HOME);
    const theirs = readFacts(dropChrome(html), HOME);
    const excused = OWN_DIFFERENCES[`${tool} ${name}`]?.facts ?? [];
    for (const fact of Object.keys(theirs) as Fact[]) {
      if (excused.includes(fact)) continue;
      // Tabs have their labels together, and their contents behind.
      const read = (facts: typeof ours) => {
        if (fact === 'words') return [...facts.words].toSorted();
        // Style sheets write the titles of containers in capitals.
        return fact === 'marks' ? facts.marks.map((mark) => mark.join(' ').toLowerCase()) : facts[fact];
      };
      expect([fact, read(ours)]).toEqual([fact, read(theirs)]);
    }
  });

  test('all articles are recorded', () => {
    expect(Object.keys(recorded.articles).toSorted()).toEqual(readdirSync(join(folder, tool)).toSorted());
  });
});

describe('what Quartz shows of notes, we show', () => {
  const recorded: Recorded = JSON.parse(readFileSync(join(folder, 'quartz.json'), 'utf8'));
  const excused: Readonly<Record<string, readonly Fact[]>> = {
    // Formulas are drawn there, and code here.
    'formulas.md': ['words', 'code'],
    // The titles of callouts are bold here, as style sheets have them there.
    'callouts.md': ['marks'],
  };

  test.each(Object.entries(recorded.articles))('%s', (name, html) => {
    const written = readFileSync(join(folder, 'quartz', name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
    const resolvePost = (reference: string) => `${HOME}${reference}`;
    const ours = readFacts(renderBody(written, { vault: true, title: 'None', resolvePost }).html, HOME);
    const theirs = readFacts(dropChrome(html), HOME);
    for (const fact of Object.keys(theirs) as Fact[])
      if (excused[name]?.includes(fact) !== true) expect([fact, ours[fact]]).toEqual([fact, theirs[fact]]);
  });

  test('all notes are recorded', () => {
    expect(Object.keys(recorded.articles).toSorted()).toEqual(readdirSync(join(folder, 'quartz')).toSorted());
  });
});
