import type { MarkdownSwitches, Preset } from '../model/index.ts';
import type { FrontMatter } from './front-matter.ts';
import { HUGO_CONFIGURATIONS } from './hugo-cascade.ts';
import { isMapping, toBoolean } from './values.ts';

type Switch = keyof MarkdownSwitches;

/** Where a tool's configuration has its switches: files, and for each switch the keys that lead to it. */
interface SwitchFiles {
  readonly files: readonly string[];
  readonly keys: Readonly<Partial<Record<Switch, string>>>;
  /** Switches that another file has alone, without the keys before its own. */
  /** What holds where the files that there are say nothing of it. */
  readonly usual?: MarkdownSwitches;
  readonly parts?: { readonly files: readonly string[]; readonly below: string };
}

const CODE = ['.js', '.mjs', '.cjs', '.ts', '.mts'];
const HUGO_PARTS = ['toml', 'yaml', 'yml', 'json'].map((extension) => `config/_default/markup.${extension}`);

/** One table of it; Eleventy and Astro are programs, of which the literal values count. */
const SWITCHES: Readonly<Partial<Record<Preset, SwitchFiles>>> = {
  hugo: {
    files: HUGO_CONFIGURATIONS,
    parts: { files: HUGO_PARTS, below: 'markup.' },
    usual: { rawHtml: false },
    keys: {
      emoji: 'enableemoji',
      rawHtml: 'markup.goldmark.renderer.unsafe',
      breaks: 'markup.goldmark.renderer.hardwraps',
      smartPunctuation: 'markup.goldmark.extensions.typographer',
      bareLinks: 'markup.goldmark.extensions.linkify',
      definitionLists: 'markup.goldmark.extensions.definitionlist',
      strikethrough: 'markup.goldmark.extensions.strikethrough',
      tables: 'markup.goldmark.extensions.table',
      taskLists: 'markup.goldmark.extensions.tasklist',
      footnotes: 'markup.goldmark.extensions.footnote',
      passthrough: 'markup.goldmark.extensions.passthrough.enable',
    },
  },
  jekyll: {
    files: ['_config.yml', '_config.toml'],
    keys: { breaks: 'kramdown.hard_wrap', markdownInHtml: 'kramdown.parse_block_html' },
  },
  hexo: {
    files: ['_config.yml'],
    keys: {
      breaks: 'marked.breaks',
      smartPunctuation: 'marked.smartypants',
      bareLinks: 'marked.autolink',
      definitionLists: 'marked.descriptionlists',
    },
  },
  zola: {
    files: ['zola.toml', 'config.toml'],
    keys: {
      smartPunctuation: 'markdown.smart_punctuation',
      emoji: 'markdown.render_emoji',
      definitionLists: 'markdown.definition_list',
    },
  },
  eleventy: {
    files: ['.eleventy', 'eleventy.config'].flatMap((name) => CODE.map((extension) => name + extension)),
    keys: { breaks: 'breaks', smartPunctuation: 'typographer', bareLinks: 'linkify' },
  },
  astro: {
    files: CODE.map((extension) => `astro.config${extension}`),
    keys: { smartPunctuation: 'smartypants' },
  },
};

/**
 * What the configuration of the site's tool says of its Markdown.
 * @param read gives a file of the configuration as data, undefined where there is none
 */
export function readSwitches(
  preset: Preset | undefined,
  read: (name: string) => FrontMatter | undefined,
): MarkdownSwitches {
  const known = preset === undefined ? undefined : SWITCHES[preset];
  if (known === undefined) return {};
  const { files, keys, parts, usual } = known;
  const found: Partial<Record<Switch, boolean>> = {};
  let isThere = false;
  const readFrom = (name: string, below: string) => {
    const data = read(name);
    if (data === undefined) return;
    isThere = true;
    for (const [each, path] of Object.entries(keys) as [Switch, string][]) {
      const value = path.startsWith(below) ? findValue(data, path.slice(below.length).split('.')) : undefined;
      const isOn = isMapping(value) ? invert(toBoolean(findValue(value, ['disable']))) : toBoolean(value);
      if (isOn !== undefined) found[each] = isOn;
    }
  };
  for (const name of files) readFrom(name, '');
  for (const name of parts?.files ?? []) readFrom(name, parts?.below ?? '');
  return isThere ? { ...usual, ...found } : found;
}

function invert(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

/** Keys in any case, as Hugo reads them. */
function findValue(data: FrontMatter, [step = '', ...rest]: readonly string[]): unknown {
  const value = Object.entries(data).find(([key]) => key.toLowerCase() === step)?.[1];
  if (rest.length === 0) return value;
  return isMapping(value) ? findValue(value, rest) : undefined;
}
