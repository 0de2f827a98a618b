import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readDate } from '../src/articles/dates.ts';
import { ALIASES } from '../src/articles/names-of-facts.ts';
import { findUnknownPlaceholders } from '../src/articles/permalink.ts';
import { createTimeZone } from '../src/articles/time-zone.ts';
import { COMMANDS } from '../src/commands/commands.ts';
import { OPTIONS } from '../src/commands/options.ts';
import { PRESETS } from '../src/config/presets.ts';
import { ALLOWABLE } from '../src/problems/wording/guard.ts';
import { blocks, codes, commandsOf, firstCells, MANUAL, page, rows, runLine } from './manual.ts';
import { makeSite } from './run-cli.ts';

const COMMAND_PAGE = 'docs/commands.md';
const SETTINGS_PAGE = 'docs/configuration.md';
const CONFIGURATION = blocks(SETTINGS_PAGE, 'yaml')[0] ?? '';

/** A folder with the article of the README and, if wanted, a configuration. */
function makeShownSite(configuration?: string): string {
  const article = { 'articles/2025-11-04-hello.md': blocks('README.md', 'md')[0] ?? '' };
  return makeSite(configuration === undefined ? article : { ...article, 'feedwright.yaml': configuration });
}

describe('the README', () => {
  test('has the two commands of the repository on its first screen', () => {
    const screen = page('README.md').split('\n').slice(0, 24).join('\n');
    expect(screen).toContain('npm ci && npm run build\nnpm ci && npm test\n');
  });

  test('is read in two minutes', () => {
    expect(page('README.md').split(/\s+/).length).toBeLessThan(900);
  });

  test('its commands, one after the other, give three feeds of the article shown', () => {
    const folder = makeShownSite();
    const commands = commandsOf('README.md');
    expect(commands.length).toBeGreaterThan(1);
    for (const command of commands) {
      const { status, stderr } = runLine(command, folder);
      expect({ command, status, stderr }).toEqual({ command, status: 0, stderr: '' });
    }
    for (const file of ['rss.xml', 'atom.xml', 'feed.json'])
      expect(readFileSync(join(folder, 'dist', file), 'utf8')).toContain('of <em>this</em> site');
  });

  test('names every command', () => {
    const named = firstCells('README.md', 'Command').map((cell) => codes(cell)[0]?.split(' ')[0]);
    expect(new Set(named)).toEqual(new Set(Object.keys(COMMANDS)));
  });

  test('has a row for the tool of every preset but that of an import', () => {
    const shown = rows('README.md', 'Your tool').flatMap(([, , preset = '']) => codes(preset));
    const presets = Object.keys(PRESETS).filter((preset) => preset !== 'wordpress');
    expect(shown.toSorted()).toEqual(presets.map((preset) => `preset: ${preset}`).toSorted());
  });

  test('its commands for developers are scripts of the project', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const lines = ['README.md', 'CONTRIBUTING.md'].flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/^npm .*$/gm)].map(([line]) => line),
    );
    const named = lines.flatMap((line) =>
      [...line.matchAll(/npm (?:run )?(?!ci\b|install\b|run\b)([a-z]+)/g)].map(([, name]) => name),
    );
    expect(named.length).toBeGreaterThan(2);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
  });
});

describe('every command of the reference', () => {
  const all = [...MANUAL.keys()].flatMap((path) => commandsOf(path).map((command) => ({ path, command })));

  test.each(all)('$path: $command', ({ command }) => {
    const isFirst = command.startsWith('npx feedwright init');
    const folder = makeShownSite(isFirst ? undefined : CONFIGURATION);
    if (!isFirst) runLine('npx feedwright build', folder);
    // The published feed of the example is the one just built.
    const { status, stderr } = runLine(
      command.replaceAll('https://you.example/feed.xml', 'dist/rss.xml'),
      folder,
    );
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(stderr).not.toContain('error');
  });

  test('every option named anywhere is one', () => {
    for (const [path, text] of MANUAL) {
      const inline = codes(text.replace(/^```[\s\S]*?^```/gm, ''))
        .filter((code) => !/^(?:npm|git) /.test(code))
        .join('\n');
      const named = [...inline.matchAll(/(?<![-!])--([a-z][a-z-]+)/g)].map(([, name = '']) => name);
      const unknown = named.filter((name) => !Object.hasOwn(OPTIONS, name));
      expect({ path, unknown }).toEqual({ path, unknown: [] });
    }
  });
});

describe('commands', () => {
  test('the options are those of --help, each with its short form', () => {
    const help = runLine('npx feedwright --help', '.').stdout;
    const section = help.slice(help.indexOf('Options'), help.indexOf('Examples'));
    const short = (text: string) => [...text.matchAll(/(?<![\w-])-[a-z]\b/g)].map(([name]) => name);
    const long = (text: string) => [...text.matchAll(/^\s+(?:-\w, )?(--[a-z-]+)/gm)].map((match) => match[1]);
    const cells = firstCells(COMMAND_PAGE, 'Option')
      .flatMap(codes)
      .map((code) => code.split(' ')[0]);
    expect(cells.toSorted()).toEqual([...long(section), ...short(section)].toSorted());
  });

  test('the exit codes are 0, 1 and 2', () => {
    const folder = makeShownSite();
    expect(runLine('npx feedwright build --site https://you.example/ --title You', folder).status).toBe(0);
    expect(runLine('npx feedwright build', folder).status).toBe(1);
    expect(runLine('npx feedwright build --unknown', folder).status).toBe(2);
    expect(firstCells(COMMAND_PAGE, 'Exit code')).toEqual(['0', '1', '2']);
  });
});

describe('problems and the report', () => {
  const [example = '', shape = ''] = blocks(COMMAND_PAGE, 'text');

  test('the problem shown is what a wrong date gives', () => {
    const folder = makeShownSite(CONFIGURATION);
    writeFileSync(join(folder, 'articles/hello.md'), '---\ntitle: Hello\ndate: 2024-02-31\n---\nHello.\n');
    expect(runLine('npx feedwright build', folder).stderr).toContain(example.trim());
  });

  test('the report has the fields shown', () => {
    const folder = makeShownSite(CONFIGURATION);
    const article = (name: string, text: string) => writeFileSync(join(folder, 'articles', name), text);
    article('later.md', '---\ntitle: Later\ndate: 2099-01-01\n---\nLater.\n');
    article('wordy.md', '---\ndate: 2025-11-05\n---\n# A title\n');
    article('kept.md', '---\ntitle: Kept\ndate: 2025-11-06\ndraft: true\n---\nKept.\n');
    writeFileSync(join(folder, 'feedwright.yaml'), `${CONFIGURATION}\npages: true\n`);
    runLine('npx feedwright build --report report.json', folder);
    const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    expect(report.problems[0].hint).toContain('title');
    const seen = [
      report,
      report.changes,
      report.feeds[0],
      report.companions[0],
      report.problems[0],
      report.heldBack[0],
      report.leftOut[0],
    ].flatMap(Object.keys);
    const written = shape.match(/\w+/g) ?? [];
    expect(new Set([...seen, 'column', 'trial'])).toEqual(new Set(written));
  });

  test('the changes that are explained are those that --allow takes', () => {
    const shown = ['Error', 'Warning'].flatMap((head) => firstCells('docs/ids.md', head));
    expect(shown.flatMap(codes).toSorted()).toEqual(ALLOWABLE.toSorted());
  });
});

describe('settings', () => {
  test('the configuration shown builds', () => {
    const folder = makeShownSite(CONFIGURATION);
    expect(runLine('npx feedwright build', folder).status).toBe(0);
    const feed = JSON.parse(readFileSync(join(folder, 'dist/feed.json'), 'utf8'));
    expect(feed.items[0]).toMatchObject({
      id: 'https://you.example/2025/11/hello/',
      date_published: '2025-11-03T23:00:00Z',
    });
  });

  test('the feeds shown are understood', () => {
    const folder = makeShownSite(`${CONFIGURATION}\n${blocks(SETTINGS_PAGE, 'yaml')[1]}`);
    const { status, stderr } = runLine('npx feedwright build', folder);
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(stderr).not.toContain('error');
  });

  test('the page of your own that is shown builds', () => {
    const folder = makeShownSite(`${CONFIGURATION}\n${blocks('docs/pages.md', 'yaml')[0]}`);
    writeFileSync(join(folder, 'feed-page.html'), blocks('docs/pages.md', 'html')[0] ?? '');
    expect(runLine('npx feedwright build', folder)).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(folder, 'dist/rss.html'), 'utf8')).toContain('<h1>You</h1>');
  });

  test('every setting of the configuration is in the table, and no other', () => {
    const { properties } = JSON.parse(readFileSync('feedwright.schema.json', 'utf8'));
    expect(firstCells(SETTINGS_PAGE, 'Key').flatMap(codes).toSorted()).toEqual(
      Object.keys(properties).toSorted(),
    );
  });

  test('the defaults are those of the schema', () => {
    const { properties } = JSON.parse(readFileSync('feedwright.schema.json', 'utf8'));
    for (const [key = '', , value = ''] of rows(SETTINGS_PAGE, 'Key')) {
      const [name = ''] = codes(key);
      const [shown] = codes(value);
      if (shown !== undefined) expect([name, shown]).toEqual([name, String(properties[name].default)]);
    }
  });

  test('every placeholder of a permalink exists', () => {
    const cell = rows(SETTINGS_PAGE, 'Key').find(([key]) => key === '`permalink`')?.[1] ?? '';
    expect(codes(cell).length).toBeGreaterThan(5);
    expect(findUnknownPlaceholders(codes(cell).join('/'))).toEqual([]);
  });
});

describe('articles', () => {
  test('every key of the front matter is in the table, in its order', () => {
    const shown = rows('docs/articles.md', 'Fact').map(([fact = '', keys = '']) => [
      /^\w+/.exec(fact)?.[0],
      codes(keys),
    ]);
    expect(Object.fromEntries(shown)).toEqual(ALIASES);
  });

  test('every form of a date is read, and the ambiguous one is refused', () => {
    const [, sentence = ''] =
      /\*\*Dates\*\*: ([\s\S]*?)\. Without a date/.exec(page('docs/articles.md')) ?? [];
    const zone = createTimeZone('UTC');
    const forms = codes(sentence.replace(/\s+/g, ' '));
    expect(forms.length).toBeGreaterThan(5);
    const days = forms.map((form) => {
      const read = readDate(form, zone);
      return 'instant' in read ? new Date(read.instant).toISOString().slice(0, 10) : form;
    });
    expect(new Set(days)).toEqual(new Set(['2025-11-04']));
    expect(readDate('04/11/2025', zone)).toHaveProperty('reason');
  });
});

describe('as a library', () => {
  test.each(blocks('docs/library.md', 'js'))('the program %# runs', (program) => {
    const folder = makeShownSite(CONFIGURATION);
    const at = (path: string) => pathToFileURL(resolve('lib', path)).href;
    const linked = program
      .replace("'feedwright/feed'", `'${at('formats/feed.js')}'`)
      .replace("'feedwright'", `'${at('index.js')}'`);
    writeFileSync(join(folder, 'program.mjs'), linked);
    const { status, stdout, stderr } = runLine(`"${process.execPath}" program.mjs`, folder);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(existsSync(join(folder, 'dist/rss.xml')) || stdout.trim() !== '').toBe(true);
  });
});

describe('links between the pages', () => {
  /** What a heading is called in a URL. */
  const anchor = (heading: string) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-');
  const links = [...MANUAL].flatMap(([path, text]) =>
    [...text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)|src="(?!https?:)([^"]+)"/g)].map(
      ([, file, fragment, image]) => ({ path, file: file ?? image ?? '', fragment }),
    ),
  );

  test('there are links', () => expect(links.length).toBeGreaterThan(20));

  test.each(links)('$path: $file#$fragment', ({ path, file, fragment }) => {
    const target = file === '' ? path : join(dirname(path), file);
    expect(existsSync(target)).toBe(true);
    if (fragment === undefined) return;
    const headings = [...readFileSync(target, 'utf8').matchAll(/^#+ (.+)$/gm)].map(
      ([, heading = '']) => heading,
    );
    expect(headings.map(anchor)).toContain(fragment);
  });
});

test('every path of the repository that is named exists', () => {
  const texts = [
    ...MANUAL.values(),
    readFileSync('CONTRIBUTING.md', 'utf8'),
    readFileSync('ARCHITECTURE.md', 'utf8'),
  ];
  const named = texts
    .flatMap((text) => codes(text.replace(/^```[\s\S]*?^```/gm, '')))
    .filter((code) => !/\/[A-Z]+\//.test(code))
    .filter((code) => /^(?:bench|docs|scripts|src|tests|workflows)\/[\w./-]+$/.test(code));
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});
