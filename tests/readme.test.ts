import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readDate } from '../src/articles/dates.ts';
import { ALIASES } from '../src/articles/keys.ts';
import { findUnknownPlaceholders } from '../src/articles/permalink.ts';
import { createTimeZone } from '../src/articles/time-zone.ts';
import { makeSite } from './run-cli.ts';

const readme = readFileSync('README.md', 'utf8');
const cli = resolve('lib/cli.js');

/** The texts of the fenced blocks in a language. */
function blocks(language: string): readonly string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    (match) => match[1] ?? '',
  );
}

/** The first cells of the table whose head begins with a word. */
function firstCells(head: string): readonly string[] {
  return rows(head).map(([first = '']) => first);
}

function rows(head: string): readonly (readonly string[])[] {
  const lines = readme.slice(readme.indexOf(`\n| ${head} |`) + 1).split('\n');
  const end = lines.findIndex((line) => !line.startsWith('|'));
  return lines.slice(2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** What stands between backticks. */
function codes(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
}

const commands = blocks('sh')
  .flatMap((block) => block.trim().split('\n'))
  .filter((line) => line.startsWith('npx feedwright'));

/** A folder with the article, and if wanted the configuration, that the README shows. */
function makeShownSite(configuration?: string): string {
  const article = { 'articles/2025-11-04-hello.md': blocks('md')[0] ?? '' };
  return makeSite(configuration === undefined ? article : { ...article, 'feedwright.yaml': configuration });
}

function run(line: string, cwd: string) {
  const command = line.replace('npx feedwright', `"${process.execPath}" "${cli}"`);
  return spawnSync('sh', ['-c', command], { cwd, encoding: 'utf8', env: { PATH: process.env.PATH } });
}

describe('the first feed', () => {
  test('the command alone gives three feeds of the article shown', () => {
    const folder = makeShownSite();
    const { status, stderr } = run(commands[0] ?? '', folder);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const file of ['rss.xml', 'atom.xml', 'feed.json'])
      expect(readFileSync(join(folder, 'dist', file), 'utf8')).toContain('of <em>this</em> site');
  });

  test('the configuration shown builds', () => {
    const folder = makeShownSite(blocks('yaml')[0]);
    expect(run('npx feedwright build', folder).status).toBe(0);
    const feed = JSON.parse(readFileSync(join(folder, 'dist/feed.json'), 'utf8'));
    expect(feed.items[0]).toMatchObject({
      id: 'https://you.example/2025/11/hello/',
      date_published: '2025-11-03T23:00:00Z',
    });
  });
});

describe('commands', () => {
  test('there are commands to run', () => expect(commands.length).toBeGreaterThan(4));

  test.each(commands)('%s', (command) => {
    const isFirst = command.startsWith('npx feedwright init');
    const { status, stderr } = run(command, makeShownSite(isFirst ? undefined : blocks('yaml')[0]));
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(stderr).not.toContain('error');
  });

  test('the options are those of --help, each with its short form', () => {
    const help = run('npx feedwright --help', '.').stdout;
    const section = help.slice(help.indexOf('Options'), help.indexOf('Examples'));
    const short = (text: string) => [...text.matchAll(/(?<![\w-])-[a-z]\b/g)].map(([name]) => name);
    const long = (text: string) => [...text.matchAll(/^\s+(?:-\w, )?(--[a-z-]+)/gm)].map((match) => match[1]);
    const cells = firstCells('Option')
      .flatMap(codes)
      .map((code) => code.split(' ')[0]);
    expect(cells.toSorted()).toEqual([...long(section), ...short(section)].toSorted());
  });

  test('the exit codes are 0, 1 and 2', () => {
    const folder = makeShownSite();
    expect(run('npx feedwright build --site https://you.example/ --title You', folder).status).toBe(0);
    expect(run('npx feedwright build', folder).status).toBe(1);
    expect(run('npx feedwright build --unknown', folder).status).toBe(2);
    expect(firstCells('Exit code')).toEqual(['0', '1', '2']);
  });

  test('the commands for developers are scripts of the project', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const texts = [readme, readFileSync('CONTRIBUTING.md', 'utf8')].join('\n');
    const named = [...texts.matchAll(/npm (?:run )?(?!ci\b|run\b)([a-z]+)/g)].map((match) => match[1] ?? '');
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
  });
});

describe('problems and the report', () => {
  const [example = '', shape = ''] = blocks('text');

  test('the problem shown is what a wrong date gives', () => {
    const folder = makeShownSite(blocks('yaml')[0]);
    writeFileSync(join(folder, 'articles/hello.md'), '---\ntitle: Hello\ndate: 2024-02-31\n---\nHello.\n');
    expect(run('npx feedwright build', folder).stderr).toContain(example.trim());
  });

  test('the report has the fields shown', () => {
    const folder = makeShownSite(blocks('yaml')[0]);
    const article = (name: string, text: string) => writeFileSync(join(folder, 'articles', name), text);
    article('later.md', '---\ntitle: Later\ndate: 2099-01-01\n---\nLater.\n');
    article('wordy.md', '---\ndate: 2025-11-05\n---\n# A title\n');
    writeFileSync(join(folder, 'feedwright.yaml'), `${blocks('yaml')[0]}\npages: true\n`);
    run('npx feedwright build --report report.json', folder);
    const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    expect(report.problems[0].hint).toContain('title');
    const seen = [
      report,
      report.changes,
      report.feeds[0],
      report.companions[0],
      report.problems[0],
      report.heldBack[0],
    ].flatMap(Object.keys);
    const written = shape.match(/\w+/g) ?? [];
    expect(new Set([...seen, 'column'])).toEqual(new Set(written));
  });
});

describe('reference', () => {
  test('every setting of the configuration is in the table, and no other', () => {
    const { properties } = JSON.parse(readFileSync('feedwright.schema.json', 'utf8'));
    expect(firstCells('Key').flatMap(codes).toSorted()).toEqual(Object.keys(properties).toSorted());
  });

  test('the defaults are those of the schema', () => {
    const { properties } = JSON.parse(readFileSync('feedwright.schema.json', 'utf8'));
    for (const [key = '', , value = ''] of rows('Key')) {
      const [name = ''] = codes(key);
      const [shown] = codes(value);
      if (shown !== undefined) expect([name, shown]).toEqual([name, String(properties[name].default)]);
    }
  });

  test('every key of the front matter is in the table, in its order', () => {
    const shown = rows('Fact').map(([fact = '', keys = '']) => [/^\w+/.exec(fact)?.[0], codes(keys)]);
    expect(Object.fromEntries(shown)).toEqual(ALIASES);
  });

  test('every placeholder of a permalink exists', () => {
    const cell = rows('Key').find(([key]) => key === '`permalink`')?.[1] ?? '';
    expect(codes(cell).length).toBeGreaterThan(5);
    expect(findUnknownPlaceholders(codes(cell).join('/'))).toEqual([]);
  });

  test('every form of a date is read, and the ambiguous one is refused', () => {
    const [, sentence = ''] = /\*\*Dates\*\*: ([\s\S]*?)\. Without a date/.exec(readme) ?? [];
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
  test.each(blocks('js'))('the program %# runs', (program) => {
    const folder = makeShownSite(blocks('yaml')[0]);
    const at = (path: string) => pathToFileURL(resolve('lib', path)).href;
    const linked = program
      .replace("'feedwright/feed'", `'${at('formats/feed.js')}'`)
      .replace("'feedwright'", `'${at('index.js')}'`);
    writeFileSync(join(folder, 'program.mjs'), linked);
    const { status, stdout, stderr } = run(`"${process.execPath}" program.mjs`, folder);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(existsSync(join(folder, 'dist/rss.xml')) || stdout.includes('AT&#x26;T')).toBe(true);
  });
});

test('every link to a file leads somewhere', () => {
  const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1] ?? '');
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((link) => !existsSync(link))).toEqual([]);
});
