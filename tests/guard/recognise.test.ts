import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { IN_CI, makeSite, runCli } from '../run-cli.ts';

const CONFIG = 'site: https://port.example/\ntitle: Port\npermalink: /:year/:slug/\nlimit: 20\n';
const NOW = ['--now', '2025-06-01'];

type Files = Readonly<Record<string, string>>;

/** What is said when the files of a site are changed after a build: problems as `code file`, counts and messages. */
function change(before: Files, after: Files, removed: readonly string[] = [], config = CONFIG) {
  const folder = makeSite({ 'feedwright.yaml': config, ...before });
  expect(runCli(folder, ['build', ...NOW], IN_CI)).toMatchObject({ exitCode: 0 });
  for (const [file, text] of Object.entries(after)) writeFileSync(join(folder, file), text);
  for (const file of removed) rmSync(join(folder, file));
  return diff(folder);
}

function diff(folder: string, ...args: readonly string[]) {
  const { changes, problems } = JSON.parse(runCli(folder, ['diff', '--json', ...NOW, ...args], IN_CI).out);
  const kinds = ['new', 'changed', 'again', 'leaves'] as const;
  return {
    folder,
    counts: kinds.map((kind) => changes?.[kind].length),
    problems: problems.map(({ file, code }: Record<string, string>) => `${code} ${file}`),
    messages: problems.map(({ message, hint }: Record<string, string>) => `${message} ${hint}`).join('\n'),
  };
}

const post = (title: string, date: string, body: string, more = '') =>
  `---\ntitle: ${title}\ndate: ${date}\n${more}---\n${body}\n`;
const picture = (name: string) => `![](/img/${name}.jpg)`;
const log = (day: number, ships: string) =>
  `Weather log of the harbour office. The tide was measured at noon and the wind came from the west. ${ships} ships entered the port on day ${day}. The light of the tower worked without a fault and the bridge was open all night.`;
const days = (count: number, make: (day: number) => string) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`articles/post-${index + 1}.md`, make(index + 1)]),
  );
const date = (day: number) => `2025-03-${String(day).padStart(2, '0')}`;

describe('short, pictured and alike articles are recognised when their ids change', () => {
  test.each<[what: string, article: (day: number) => string]>([
    ['photos with one title', (day) => post('Photo', `${date(day)} 09:00`, picture(`p${day}`))],
    ['photos of one day with one title', (day) => post('Photo', date(1), picture(`p${day}`))],
    ['notes of a few words', (day) => post(`Note ${day}`, `${date(day)} 10:00`, 'Nice.')],
    ['a daily log', (day) => post('Log', date(day), log(day, 'many'))],
    ['articles of one day without a text', () => post('Note', date(1), '')],
  ])('%s', (_what, article) => {
    const all = days(6, article);
    const moved = change(all, { 'feedwright.yaml': CONFIG.replace('/:year/:slug/', '/notes/:slug/') });
    expect(moved.counts).toEqual([0, 0, 6, 0]);
    expect(moved.problems).toEqual(Object.keys(all).map((file) => `id-changed ${file}`));
  });

  it('a photo whose title, and with it the URL, had a typing error', () => {
    const { counts, problems } = change(
      {
        'articles/sunsett.md': post('Sunsett', date(5), picture('sun')),
        'articles/a.md': post('A', date(4), 'A.'),
      },
      { 'articles/sunset.md': post('Sunset', date(5), picture('sun')) },
      ['articles/sunsett.md'],
    );
    expect([counts, problems]).toEqual([[0, 0, 1, 0], ['id-changed articles/sunset.md']]);
  });

  it('articles of which the feed carries summaries of their own', () => {
    const article = (day: number) =>
      post(
        `Old ${day}`,
        `${date(day)} 10:00`,
        log(day, 'Ten'),
        `summary: ${'A few words that stand nowhere else '.repeat(2)}${day}\n`,
      );
    const { counts } = change(
      days(4, article),
      { 'feedwright.yaml': `${CONFIG.replace('/:year/:slug/', '/notes/:slug/')}content: summary\n` },
      [],
      `${CONFIG}content: summary\n`,
    );
    expect(counts).toEqual([0, 0, 4, 0]);
  });

  it('as likely the same when only the minute is; the message offers both ways, and both end the problem', () => {
    const before = {
      'articles/a.md': post('One', `${date(5)} 10:17`, 'Nice.'),
      'articles/b.md': post('B', date(2), 'B.'),
    };
    const { counts, messages, folder } = change(
      before,
      { 'articles/c.md': post('Two', `${date(5)} 10:17`, 'Fine.') },
      ['articles/a.md'],
    );
    expect(counts).toEqual([0, 0, 1, 0]);
    expect(messages).toMatch(
      /^This may be "One".*If it is the same article, add "id: https:\/\/port.example\/2025\/a\/".*--allow id-changed:articles\/c.md: they will see it as new/,
    );
    expect(diff(folder, '--allow', 'id-changed').problems).toEqual([]);
    const file = join(folder, 'articles/c.md');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('---\n', '---\nid: https://port.example/2025/a/\n'),
    );
    expect(diff(folder)).toMatchObject({ counts: [0, 1, 0, 0], problems: [] });
  });
});

describe('likeness alone accuses nobody', () => {
  test.each<[what: string, removed: number, added: string]>([
    ['texts of one form with other titles and dates', 8, post('Log of day 9', date(9), log(9, 'Seven'))],
    ['texts of one form with one title', 8, post('Log', date(9), log(9, 'Seven'))],
    ['an old one of them', 3, post('Log of day 9', date(9), log(9, 'Seven'))],
  ])('%s', (_what, removed, added) => {
    const title = added.includes('title: Log\n') ? () => 'Log' : (day: number) => `Log of day ${day}`;
    const all = days(8, (day) => post(title(day), date(day), log(day, `${day}`)));
    const { counts, problems } = change(all, { 'articles/next.md': added }, [`articles/post-${removed}.md`]);
    expect([counts, problems]).toEqual([[1, 0, 0, 1], []]);
  });

  it('an article that is written anew after the form of the others keeps its id', () => {
    const all = {
      ...days(6, (day) => post(`Log ${day}`, date(day), log(day, 'Two'))),
      'articles/x.md': post('Letter', date(7), 'A letter of quite other words. '.repeat(9)),
    };
    const { problems } = change(all, { 'articles/x.md': post('Letter', date(7), log(7, 'Nine')) });
    expect(problems).toEqual([]);
  });

  it('an article that subscribers have is no other one that looks like it', () => {
    const config = `${CONFIG}feeds: [{ by: tag }]\n`;
    const note = (title: string, tag: string) => post(title, `${date(5)} 10:00`, 'Nice.', `tags: [${tag}]\n`);
    const others = days(4, (day) => post(`Other ${day}`, date(day), 'Other.', 'tags: [sea, land]\n'));
    const before = { ...others, 'articles/a.md': note('A', 'sea'), 'articles/b.md': note('B', 'land') };
    const { problems } = change(before, { 'articles/b.md': note('B', 'sea') }, ['articles/a.md'], config);
    expect(problems).toEqual([]);
  });

  it('flood does not blame the limit when as many left as came', () => {
    const all = days(20, (day) => post(`Old ${day}`, date(day), `${'words of their own '.repeat(3)}${day}`));
    const fresh = Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [
        `articles/other-${index}.md`,
        post(`Other ${index}`, `2025-03-0${index + 1} 17:0${index}`, 'Short.'),
      ]),
    );
    const removed = Array.from({ length: 8 }, (_, index) => `articles/post-${index + 1}.md`);
    const { messages } = change(all, fresh, removed);
    expect(messages).toContain('8 items leave the feed at the same time. If these are the same articles');
    expect(messages).not.toContain('Lower "limit"');
  });
});

describe('an id that is handed to another article', () => {
  const body = (name: string) => Array.from({ length: 40 }, (_, i) => `${name}${(i * i) % 37}`).join(' ');
  const before = {
    'articles/a.md': post('Alpha', `${date(9)} 09:00`, body('alpha')),
    'articles/b.md': post('Beta', `${date(8)} 09:00`, body('beta')),
  };
  test.each<[what: string, more: string, day: string]>([
    ['published', '', '2025-05-02'],
    ['scheduled', '', '2025-09-01'],
    ['expired', 'expires: 2025-05-03\n', '2025-05-02'],
  ])('is refused before it happens: %s', (_what, more, day) => {
    const { problems } = change(before, { 'articles/a.md': post('Gamma', day, body('gamma'), more) });
    expect(problems).toContain('id-reused articles/a.md');
    const moved = change(before, {
      'articles/a.md': post('Gamma', day, body('gamma'), more),
      'articles/alpha.md': before['articles/a.md'],
    });
    expect(moved.problems.toSorted()).toEqual(['id-changed articles/alpha.md', 'id-reused articles/a.md']);
    // Both ways out, taken as they are written, end both problems.
    const file = (name: string) => join(moved.folder, 'articles', name);
    const [, id] = /"id: ([^"#]+)"/.exec(moved.messages) ?? [];
    for (const [name, own] of [
      ['a.md', `${id}#2`],
      ['alpha.md', id],
    ] as const)
      writeFileSync(file(name), readFileSync(file(name), 'utf8').replace('---\n', `---\nid: ${own}\n`));
    expect(diff(moved.folder).problems).toEqual([]);
  });

  it('short ones are only likely another', () => {
    const { messages } = change(
      { ...before, 'articles/c.md': post('Gamma', date(7), 'Nice.') },
      { 'articles/c.md': post('Delta', '2025-05-05', 'Fine.') },
    );
    expect(messages).toMatch(/If it is another article, give it its own ID, .* If it is the same one/);
  });

  it('an article that is edited, or dated into the future, is no other one', () => {
    const edited = change(before, {
      'articles/a.md': post('Alpha and more', `${date(9)} 09:00`, body('gamma')),
    });
    expect(edited.problems).toEqual([]);
    const later = change(before, { 'articles/a.md': post('Alpha', '2025-09-01', body('alpha')) });
    expect(later.problems).toEqual(['published-date-changed articles/a.md']);
  });
});

it('many articles that say they were updated, and are not, are told of', () => {
  const all = days(8, (day) => post(`Old ${day}`, date(day), `Words of ${day}.`));
  const stamped = days(8, (day) =>
    post(`Old ${day}`, date(day), `Words of ${day}.`, 'updated: 2025-05-01\n'),
  );
  expect(change(all, stamped).problems).toEqual(['mass-update feedwright.yaml']);
  const five = Object.fromEntries(Object.entries(stamped).slice(0, 5));
  expect(change(all, five).problems).toEqual([]);
});

describe('a full text that becomes a summary is told of', () => {
  const long = (name: string) => Array.from({ length: 400 }, (_, i) => `${name}${(i * i) % 373}`).join(' ');
  const essay = (day: number) => post(`Essay ${day}`, date(day), long(`essay${day}x`));

  it('by a setting', () => {
    const { problems } = change(days(3, essay), { 'feedwright.yaml': `${CONFIG}content: summary\n` });
    expect(problems).toEqual(['text-shortened feedwright.yaml']);
  });

  it('for want of room', () => {
    const book = (day: number) => post(`Book ${day}`, date(day), long(`book${day}x`).repeat(16));
    const config = `${CONFIG}content: auto\n`;
    const { problems, messages } = change(
      days(5, book),
      { 'articles/next.md': book(6), 'articles/more.md': book(7) },
      [],
      config,
    );
    expect(problems).toEqual(['text-shortened feedwright.yaml']);
    expect(messages).toContain('lower "limit"');
  });

  it('and an author who shortens an article is not', () => {
    const before = days(3, essay);
    const { problems } = change(before, { 'articles/post-2.md': post('Essay 2', date(2), 'A word.') });
    expect(problems).toEqual([]);
  });
});
