import { CORE_SCHEMA, load } from 'js-yaml';
import { afterAll, describe, expect, it, test } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { listArticles } from '../../src/list.ts';
import { makeSite } from '../run-cli.ts';
import { COMPUTED } from './computed-forms.ts';
import { countForms, DIALECTS, type Dialect, type Form, presetOf, renderIn } from './dialects.ts';
import { HIDDEN as FIRST_HIDDEN } from './hidden-forms.ts';
import { FOREIGN, INHERITED } from './inherited-forms.ts';
import { MORE_HIDDEN } from './more-hidden-forms.ts';
import { OTHER_HIDDEN } from './other-hidden-forms.ts';
import { SHOWN } from './shown-forms.ts';
import { listLines, NO_SWITCHES, SWITCHES } from './switch-forms.ts';
import { TEXTS as FIRST_TEXTS } from './text-forms.ts';

const HIDDEN = [...FIRST_HIDDEN, ...MORE_HIDDEN, ...OTHER_HIDDEN, ...COMPUTED];

const TEXTS = [...FIRST_TEXTS, ...SHOWN];

/** Every form that is tried here, for the table at the end. */
const tried: Form[] = [];
afterAll(() => {
  const counts = countForms(tried);
  const all = Object.values(counts).flatMap((row) => Object.values(row));
  console.log('Forms that were tried, by kind and dialect:');
  console.table(counts);
  console.log(`${all.reduce((sum, count) => sum + count, 0)} in all`);
});

const BEFORE = 'Seen before.';
const AFTER = 'Seen after.';

/** A problem that says that something of the text is not in the feed. */
const SAYS_SO: ReadonlySet<string> = new Set([
  'replaced-content',
  'hidden-content',
  'removed-template',
  'removed-content',
  'lost-text',
]);

/** What is wrong with a form that hides a zebra. */
function judgeHidden({ kind, text }: Form, dialect: Dialect): string | undefined {
  const endsHere = kind === 'previews' && !/end -->|<div(?! class="paywall-jump)/.test(text);
  const { html, problems } = renderIn(dialect, `${BEFORE}\n\n${text}${endsHere ? '' : `\n\n${AFTER}`}`);
  if (/zebra/i.test(html)) return `${dialect} publishes ${JSON.stringify(text)}`;
  if (!html.includes(BEFORE) || !(endsHere || html.includes(AFTER)))
    return `${dialect} loses the text beside ${JSON.stringify(text)}`;
  const isComment = kind === 'comments';
  if (!isComment && /zebra<|^zebra|\]zebra/m.test(text) && !problems.some(({ code }) => SAYS_SO.has(code)))
    return `${dialect} hides ${JSON.stringify(text)} and does not say so`;
  return undefined;
}

describe('what the page does not show to everyone is not published, in any dialect', () => {
  tried.push(...HIDDEN);
  test.each(DIALECTS)('%s', (dialect) => {
    const own = HIDDEN.filter(({ dialects }) => dialects.includes(dialect));
    expect(own.flatMap((form) => judgeHidden(form, dialect) ?? [])).toEqual([]);
  });

  const OPEN: readonly [Dialect, string][] = [
    ...(['plain', 'jekyll', 'eleventy', 'hexo'] as const).map(
      (each) => [each, '{% comment %}'] as [Dialect, string],
    ),
    ...(['plain', 'hugo'] as const).map((each) => [each, '{{< comment >}}'] as [Dialect, string]),
  ];
  it.each(
    OPEN,
  )('%s leaves out what follows a comment that is never closed, and says so: %s', (dialect, mark) => {
    const { html, problems } = renderIn(dialect, `${BEFORE}\n\n${mark}\n\nzebra\n\n* zebra`);
    expect(html).toBe(`<p>${BEFORE}</p>`);
    expect(problems.map(({ code }) => code)).toEqual(['hidden-content']);
  });

  it('the judge sees a zebra', () => {
    const form = { kind: 'comments', text: 'zebra', dialects: [] };
    expect(judgeHidden(form, 'plain')).toContain('publishes');
  });
});

/** What is wrong with a form that shows a quokka. */
function judgeText({ kind, text }: Form, dialect: Dialect): string | undefined {
  const { html, problems } = renderIn(dialect, `${BEFORE}\n\n${text}\n\n${AFTER}`);
  if (!html.includes(BEFORE) || !html.includes(AFTER))
    return `${dialect} loses the text beside ${JSON.stringify(text)}`;
  const isShown = html.includes('quokka') && (!text.includes('garden.') || html.includes('garden'));
  const isNamed = kind.startsWith('named') && problems.some(({ code }) => SAYS_SO.has(code));
  return isShown || isNamed ? undefined : `${dialect} loses ${JSON.stringify(text)}`;
}

describe('what readers of the page see is published, in any dialect, or named', () => {
  tried.push(...TEXTS);
  test.each(DIALECTS)('%s', (dialect) => {
    const own = TEXTS.filter(({ dialects }) => dialects.includes(dialect));
    expect(own.flatMap((form) => judgeText(form, dialect) ?? [])).toEqual([]);
  });

  it('the judge misses a quokka', () => {
    const form = { kind: 'Markdown', text: '<!-- quokka -->', dialects: [] };
    expect(judgeText(form, 'plain')).toContain('loses');
  });
});

type Language = 'yaml' | 'toml' | 'json';
/** Where each tool has its articles, and the languages of front matter that its readers know. */
const PLACES: Readonly<Partial<Record<Dialect, { readonly folder: string; readonly name?: string }>>> = {
  jekyll: { folder: '_posts', name: '2026-01-01-' },
  hexo: { folder: 'source/_posts' },
};
const LANGUAGES: Readonly<Partial<Record<Dialect, readonly Language[]>>> = {
  plain: ['yaml', 'toml', 'json'],
  hugo: ['yaml', 'toml', 'json'],
  zola: ['toml'],
};

/** A line of YAML as front matter of any language. */
function writeFrontMatter(line: string, title: string, language: Language): string {
  if (language === 'yaml') return `---\ntitle: ${title}\ndate: 2026-01-01\n${line}\n---\nText.\n`;
  const data = { title, date: '2026-01-01', ...(load(line, { schema: CORE_SCHEMA }) as object) };
  if (language === 'json') return `${JSON.stringify(data, null, 2)}\n\nText.\n`;
  const pairs = Object.entries(data).filter(([, value]) => value !== null);
  return `+++\n${pairs.map(([key, value]) => `${JSON.stringify(key)} = ${toToml(value)}`).join('\n')}\n+++\nText.\n`;
}

function toToml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toToml).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${JSON.stringify(key)} = ${toToml(inner)}`)
    .join(', ')} }`;
}

/** The lines with which an article is in the feed, in a site of a dialect. */
function findPublished(
  dialect: Dialect,
  lines: readonly string[],
  language: Language,
  settings = '',
): string[] {
  return listSite(dialect, lines, language, settings)
    .articles.filter(({ state }) => state === 'in the feed')
    .map(({ file }) => lineOf(file, lines))
    .toSorted();
}

function lineOf(file: string, lines: readonly string[]): string {
  return lines[Number(/a(\d+)\.md$/.exec(file)?.[1])] ?? file;
}

/** What becomes of articles with these lines, in a site of a dialect. */
function listSite(dialect: Dialect, lines: readonly string[], language: Language, settings: string) {
  const { folder, name = '' } = PLACES[dialect] ?? { folder: 'articles' };
  const preset = presetOf(dialect);
  const files = lines.map((line, index) => [
    `${folder}/${name}a${index}.md`,
    writeFrontMatter(line, `Article ${index}`, language),
  ]);
  const root = makeSite({
    'feedwright.yaml': `site: https://example.org/\ntitle: Example\nlimit: 1000\narticles: ${folder}\n${preset === undefined ? '' : `preset: ${preset}\n`}${settings}`,
    ...(dialect === 'obsidian' ? { '.obsidian/app.json': '{}' } : {}),
    ...Object.fromEntries(files),
  });
  const { config } = loadConfig({ workingDirectory: root });
  if (!config) throw new Error('no configuration');
  return listArticles(config, Date.parse('2026-06-01'));
}

const cells = DIALECTS.flatMap((dialect) =>
  (LANGUAGES[dialect] ?? ['yaml' as const]).map((language) => [dialect, language] as const),
);

describe('an article that says that it is hidden is in no feed', () => {
  const lines = Object.values(SWITCHES).flatMap(listLines);
  for (const [kind, text] of Object.entries(SWITCHES))
    for (const [dialect] of cells)
      tried.push(
        ...listLines(text).map((line) => ({ kind: `keys: ${kind}`, text: line, dialects: [dialect] })),
      );

  test.each(cells)('%s in %s', (dialect, language) => {
    expect(findPublished(dialect, lines, language)).toEqual([]);
  });
});

/** What becomes of the files of a site. */
function listFiles(dialect: Dialect, files: Readonly<Record<string, string>>) {
  const preset = presetOf(dialect);
  const folder = PLACES[dialect]?.folder ?? Object.keys(files)[0]?.replace(/\/.*/, '');
  const settings = `articles: ${folder}\n${preset === undefined ? '' : `preset: ${preset}\n`}`;
  const site = { 'feedwright.yaml': `site: https://example.org/\ntitle: Example\n${settings}`, ...files };
  const { config } = loadConfig({ workingDirectory: makeSite(site) });
  if (!config) throw new Error('no configuration');
  return listArticles(config, Date.parse('2026-06-01'));
}

describe('an article that another file hides is in no feed', () => {
  tried.push(...INHERITED.map(({ dialect, text }) => ({ kind: 'inherited', text, dialects: [dialect] })));
  test.each(INHERITED)('$dialect: $path $text', ({ dialect, article, path, text }) => {
    const own =
      dialect === 'zola'
        ? '+++\ntitle = "A"\ndate = 2026-01-01\n+++\nText.\n'
        : '---\ntitle: A\ndate: 2026-01-01\ntags: [locked]\n---\nText.\n';
    const states = (files: Readonly<Record<string, string>>) =>
      listFiles(dialect, files)
        .articles.filter(({ file }) => file === article)
        .map(({ state }) => state);
    expect(states({ [article]: own })).toEqual(['in the feed']);
    expect(states({ [article]: own, [path]: text })).not.toContain('in the feed');
  });
});

const DRAFT_FOLDERS = [
  'drafts',
  '_drafts',
  'Drafts',
  '.drafts',
  '_draft',
  '[drafts]',
  '(drafts)',
  '_private',
  '_hidden',
];
DRAFT_FOLDERS.push(
  '_unlisted',
  '_unpublished',
  'unpublished',
  '_wip',
  '_WIP',
  '_trash',
  '_templates',
  'a/_private/b',
);
const LIKELY_FOLDERS = [
  'draft',
  'private',
  'Private',
  'unlisted',
  'wip',
  'trash',
  'Entwürfe',
  'brouillons',
  '草稿',
];
const PLAIN_FOLDERS = ['drafting', 'privacy', 'archive', 'ideas', 'templates', 'internal', 'members'];

describe('an article in a folder of drafts is in no feed', () => {
  const isUnknown = (dialect: Dialect) => presetOf(dialect) === undefined;
  for (const dialect of DIALECTS)
    for (const text of [...DRAFT_FOLDERS, ...(isUnknown(dialect) ? LIKELY_FOLDERS : [])])
      tried.push({ kind: 'folders', text, dialects: [dialect] });

  test.each(DIALECTS)('%s', (dialect) => {
    const { folder, name = '' } = PLACES[dialect] ?? { folder: 'articles' };
    const all = [...DRAFT_FOLDERS, ...LIKELY_FOLDERS, ...PLAIN_FOLDERS];
    const files = all.map((each, index) => [
      `${folder}/${each}/${name}a${index}.md`,
      writeFrontMatter('x: y', `Article ${index}`, dialect === 'zola' ? 'toml' : 'yaml'),
    ]);
    const { articles } = listFiles(dialect, Object.fromEntries(files));
    const shown = articles
      .filter(({ state }) => state === 'in the feed')
      .map(({ file }) => lineOf(file, all));
    const expected = [...(isUnknown(dialect) ? [] : LIKELY_FOLDERS), ...PLAIN_FOLDERS];
    expect(shown.toSorted()).toEqual(expected.toSorted());
  });
});

describe('a file that is none of ours is said', () => {
  tried.push(...FOREIGN.map((text) => ({ kind: 'files of others', text, dialects: ['plain' as const] })));
  test.each(FOREIGN)('%s', (name) => {
    const { problems } = listFiles('plain', {
      'articles/b.md': '---\ntitle: B\ndate: 2026-01-01\n---\nText.\n',
      [`articles/${name}`]: '---\ntitle: A\ndate: 2026-01-01\n---\nText of another program.\n',
    });
    expect(problems.map(({ file }) => file)).toContain(`articles/${name}`);
  });
});

describe('an article that only looks so is in the feed', () => {
  const all = listLines(NO_SWITCHES);
  // In a vault a note that says that it is published hides those that don't.
  const linesOf = (dialect: Dialect) =>
    dialect === 'obsidian' ? all.filter((line) => line !== 'publish: yes') : all;
  for (const [dialect] of cells)
    for (const text of linesOf(dialect))
      tried.push({ kind: 'keys that hide nothing', text, dialects: [dialect] });

  test.each(cells)('%s in %s', (dialect, language) => {
    const lines = linesOf(dialect);
    expect(findPublished(dialect, lines, language)).toEqual(lines.toSorted());
  });
});

describe('an article that is left out because of its keys can be published', () => {
  // What a date hides, another date shows.
  const lines = Object.values(SWITCHES)
    .flatMap(listLines)
    .filter((line) => !/\d{4}-\d\d-/.test(line));
  const keys = [...new Set(lines.flatMap((line) => namesOf(load(line, { schema: CORE_SCHEMA }))))];

  // The tool makes no difference there, only the language of the front matter.
  const some = cells.filter(([dialect]) => dialect === 'plain' || dialect === 'jekyll');
  test.each(some)('with "ignoreKeys", in %s and %s', (dialect, language) => {
    const settings = `ignoreKeys: ${JSON.stringify(keys)}\n`;
    expect(findPublished(dialect, lines, language, settings)).toEqual(lines.toSorted());
  });

  const unclear = ['hidden: home', 'private: partly', 'unlisted: [rss]', 'hiddenInRss: maybe'];
  unclear.push('visibility: circle-2', 'post_visibility: friends', 'tier: silver', 'tiers: [silver, bronze]');
  unclear.push(
    'params: {hidden: home}',
    'isPaid: partly',
    'isPaid: true',

    'active: false',
    'isActive: no',
    'enabled: 0',
    'inactive: true',
    'disable: true',
    'paywall: soft',
    'encrypt: weak',
    'extra: {visibility: us}',
    'status: archived',
    'status: Scheduled',
    'status: not started',
    'status: idea',
    'post_status: future',
    'params: {status: planned}',
    'for: members',
    'for: [paid]',
    'offline: true',
    'scheduled: true',
  );
  test.each(cells)('as the hint says where it is not sure, in %s and %s', (dialect, language) => {
    const { problems } = listSite(dialect, unclear, language, '');
    const hints = problems.map(({ file = '', hint = '' }) => [
      lineOf(file, unclear),
      ...(/^Write "([^"]+)" to publish it\. .* add "(ignoreKeys: \[[^"]+\])" to feedwright\.yaml\.$/
        .exec(hint)
        ?.slice(1) ?? []),
    ]);
    expect(hints.map(([line]) => line).toSorted()).toEqual(unclear.toSorted());
    const written = hints.map(([, instead = '']) => instead);
    expect(findPublished(dialect, written, language)).toEqual(written.toSorted());
    for (const [line = '', , setting = ''] of dialect === 'plain' ? hints : [])
      expect(findPublished(dialect, [line], language, `${setting}\n`)).toEqual([line]);
  });

  const labels = [
    'tags: [draft]',
    'tags: [a, Drafts]',
    'tags: ["#draft"]',
    'tags: [status/draft]',
    'tag: unlisted',
  ];
  labels.push('category: draft', 'categories: [a, drafts]', 'tags: ["#private"]', 'tags: [unpublished]');
  for (const text of labels) tried.push({ kind: 'keys: labels', text, dialects: [...DIALECTS] });
  test.each(cells)('and as it says of a label, in %s and %s', (dialect, language) => {
    const { problems } = listSite(dialect, labels, language, '');
    expect(problems.map(({ code, file = '' }) => [code, lineOf(file, labels)]).toSorted()).toEqual(
      labels.map((line) => ['unclear-hidden', line]).toSorted(),
    );
    expect(findPublished(dialect, labels, language)).toEqual([]);
    const settings = 'ignoreKeys: [tags, tag, category, categories]\n';
    expect(findPublished(dialect, labels, language, settings)).toEqual(labels.toSorted());
  });
});

/** The keys of a line, those in its mapping too. */
function namesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...namesOf(inner)]);
}
