import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { expectLinearTime } from '../growth.ts';
import { makeSite, runCli } from '../run-cli.ts';
import { renderBody } from './reading.ts';

const DATA: Readonly<Record<string, unknown>> = {
  'page.items': ['one', 'two'],
  'page.kind': 'news',
  'page.count': '3',
  'page.day': '2024-03-05',
  'page.late': '2024-03-05 23:30:00 -0800',
  'site.data.people': [
    { name: 'Ann', role: 'editor' },
    { name: 'bob', role: 'writer' },
    { name: 'Eve', role: 'editor' },
  ],
  'site.data.words': { en: 'hello', de: 'hallo' },
};

function read(name: string): unknown {
  return Object.hasOwn(DATA, name) ? DATA[name] : name.startsWith('page.') ? null : undefined;
}

/** The HTML of a paragraph in which templates stand, and the codes of problems. */
function show(text: string, preset: 'jekyll' | 'eleventy' = 'jekyll') {
  const { html, problems } = renderBody(text, { preset, readValue: read });
  return { html: html.replace(/^<p>|<\/p>$/g, ''), codes: problems.map(({ code }) => code) };
}

describe('what another engine renders in an article of Eleventy', () => {
  const card = '<my-card\n  title="A good day"\n>\n    Ten *stars*\n\n    <b>shone</b>\n</my-card>';

  test.each(['webc', 'html', 'vue', 'liquid'])('is HTML where that is %s', (engine) => {
    const { html } = show(`{% renderTemplate "${engine}" %}\n${card}\n{% endrenderTemplate %}`, 'eleventy');
    expect(html.replace(/\s+/g, ' ').trim()).toBe('A good day Ten *stars* <b>shone</b>');
  });

  test.each(['md', 'liquid,md', 'njk,md'])('is Markdown where that is %s', (engine) => {
    const text = `{% renderTemplate "${engine}" %}\n*one*\n\ntwo\n{% endrenderTemplate %}`;
    expect(show(text, 'eleventy')).toEqual({ html: '<em>one</em></p>\n<p>two', codes: [] });
  });
});

describe('blocks whose values are known show what the page shows', () => {
  test.each([
    ['a list', '{% for x in page.items %}{{ x }} {% endfor %}', 'one two'],
    [
      'a list of mappings',
      '{% for p in site.data.people %}{{ p.name }}/{{ p.role }} {% endfor %}',
      'Ann/editor bob/writer Eve/editor',
    ],
    ['a mapping', '{% for w in site.data.words %}{{ w[0] }}={{ w[1] }} {% endfor %}', 'en=hello de=hallo'],
    ['a range', '{% for i in (1..3) %}{{ i }}{% endfor %}', '123'],
    ['a range with a variable', '{% for i in (1..page.count) %}{{ i }}{% endfor %}', '123'],
    [
      'options',
      '{% for p in site.data.people reversed limit: 2 offset:1 %}{{ p.name }} {% endfor %}',
      'Eve bob',
    ],
    [
      'a loop in a loop',
      '{% for i in (1..2) %}{% for x in page.items %}{{ i }}{{ x }} {% endfor %}{% endfor %}',
      '1one 1two 2one 2two',
    ],
    [
      'where it stands',
      '{% for x in page.items %}{{ forloop.index }}/{{ forloop.length }}{% unless forloop.last %}, {% endunless %}{% endfor %}',
      '1/2, 2/2',
    ],
    ['an empty list', '{% for x in page.none %}x{% else %}nobody{% endfor %}', 'nobody'],
    ['a case', '{% case page.kind %}{% when "a" %}A{% when "b", "news" %}B{% else %}C{% endcase %}', 'B'],
    ['no case', '{% case page.kind %}{% when "a" %}A{% else %}C{% endcase %}', 'C'],
    [
      'a capture',
      '{% capture name %}*{{ page.kind }}*{% endcapture %}<b>{{ name }}</b>',
      '<b><em>news</em></b>',
    ],
    [
      'a block of set',
      '{% set name %}*{{ page.kind }}*{% set more = "x" %}{{ more }}{% endset %}<b>{{ name }}</b>',
      '<b><em>news</em>x</b>',
    ],
    ['a block of set in another', '{% set a %}b{% set c %}d{% endset %}{{ c }}{% endset %}{{ a }}e', 'bde'],
    [
      'an assigned list',
      '{% assign p = site.data.people | where: "role", "editor" | map: "name" %}{{ p | join: ", " }}',
      'Ann, Eve',
    ],
    [
      'an end in raw text',
      '{% for x in page.items %}{% raw %}{% endfor %}{% endraw %}{% endfor %}',
      '{% endfor %}{% endfor %}',
    ],
    ['white space', 'a {%- for x in page.items -%} {{ x }} {%- endfor -%} b', 'aonetwob'],
    ['a loop of Nunjucks', '{% for p in page.items %}{{ p | upper }}{% endfor %}', 'ONETWO'],
  ])('%s', (_name, text, expected) => {
    expect(show(text)).toEqual({ html: expected, codes: [] });
  });

  test.each([
    ['a call', '{{ box("Wall", said) }}'],
    ['a tag', '{% box said %}'],
    ['a pair of tags', '{% box said %}{% endbox %}'],
    ['a tag with a name', '{% box text=said %}'],
    ['a figure around its image', '{% figure said %}{% endfigure %}'],
  ])('a text that was set is kept where %s of the site is given its name', (_name, call) => {
    const text = `{% set said %}\nThe wall is *green* all year.\n{% endset %}\n\n${call}`;
    expect(show(text, 'eleventy').html).toBe('The wall is <em>green</em> all year.');
  });

  it('others are left out, and that is said', () => {
    for (const text of [
      '{% for p in site.posts %}x{% endfor %}',
      '{% for x in page.items %}x{% break %}{% endfor %}',
      '{% case site.other %}{% when "a" %}x{% endcase %}',
      '{% for i in (1..100000) %}x{% endfor %}',
    ])
      expect(show(`Before ${text} after`)).toEqual({ html: 'Before  after', codes: ['removed-template'] });
  });
});

describe('filters', () => {
  test.each([
    ['{{ page.kind | capitalize | append: "!" }}', 'News!'],
    ['{{ page.kind | replace: "ew", "o" | remove: "s" }}', 'no'],
    ['{{ page.kind | truncate: 3, "" }} {{ "a b c" | truncatewords: 2 }}', 'new a b…'],
    [
      '{{ page.count | plus: 1 }} {{ page.count | times: 2 }} {{ 7 | divided_by: 2 }} {{ 7 | modulo: 4 }}',
      '4 6 3 3',
    ],
    [
      '{{ page.items | first }} {{ page.items.last }} {{ page.items[1] }} {{ page.items | size }} {{ page.items.size }}',
      'one two two 2 2',
    ],
    ['{{ site.data.people | sort_natural: "name" | map: "name" | join: " " }}', 'Ann bob Eve'],
    ['{{ site.data.people | map: "name" | array_to_sentence_string }}', 'Ann, bob, and Eve'],
    ['{{ "b a c" | split: " " | sort | reverse | join: "" }}', 'cba'],
    ['{{ page.day | date: "%-d %B %Y" }} {{ page.day | date_to_string }}', '5 March 2024 05 Mar 2024'],
    ['{{ page.none | default: "nothing" }}', 'nothing'],
    ['{{ "<b>" | escape }} {{ "&lt;" | escape_once }}', '&lt;b&gt; &lt;'],
    ['{{ "é😀xabc" | truncate: 5 }} {{ "é😀x" | slice: 1 }} {{ "é😀x" | size }}', 'é😀… 😀 3'],
    ['{{ "é😀x" | split: "" | join: "," }} {{ "😀" | truncate: 1 | url_encode }}', 'é,😀,x %F0%9F%98%80'],
    ['{{ "Ünder & Over" | slugify }} {{ "a b" | url_encode }}', 'ünder-over a+b'],
  ])('%s', (text, expected) => {
    expect(show(text)).toEqual({ html: expected, codes: [] });
  });

  it('whose result nobody can know leave nothing, and that is said', () => {
    for (const filter of ['sample', 'date: "%s"', 'where_exp: "x", "x.a"'])
      expect(show(`a {{ page.kind | ${filter} }} b`).codes).toEqual(['removed-template']);
    expect(show('{{ "now" | date: "%Y" }}').codes).toEqual(['removed-template']);
    expect(show('{{ page.late | date: "%d" }}').codes).toEqual(['removed-template']);
  });
});

describe('data files that are lists', () => {
  it.each([
    ['people.yml', '# all of us\n- name: Ann\n- name: Bob\n'],
    ['people.yaml', '---\n- name: Ann\n- name: Bob\n'],
    ['people.json', '[{ "name": "Ann" }, { "name": "Bob" }]'],
    ['people.csv', 'name,note\nAnn,"a, ""b""\nc"\r\nBob,\n'],
    ['people.tsv', 'note\tname\na, b\tAnn\n\tBob'],
  ])('%s', (file, text) => {
    const folder = makeSite({
      'feedwright.yaml': 'site: https://example.org/\ntitle: Example\npreset: jekyll\n',
      '_config.yml': 'title: Example\n',
      [`_data/${file}`]: text,
      '_posts/2026-01-01-a.md':
        '---\ntitle: A\n---\n{% for p in site.data.people %}{{ p.name }} {% endfor %}{{ site.data.people[1].name }} {{ site.data.people.size }}\n',
    });
    const { error } = runCli(folder, ['build', '--now', '2026-11-01T00:00:00Z']);
    expect(error).not.toContain('removed-template');
    const feed = JSON.parse(readFileSync(join(folder, 'dist/feed.json'), 'utf8'));
    expect(feed.items[0].content_html).toBe('<p>Ann Bob Bob 2</p>');
  });
});

it('reads a data file that is larger than front matter may be, and names one that is wrong as the file it is', () => {
  const people = Array.from({ length: 20_000 }, (_, index) => `- name: person ${index}\n`).join('');
  const folder = makeSite({
    'feedwright.yaml': 'site: https://example.org/\ntitle: Example\npreset: jekyll\n',
    '_config.yml': 'title: Example\n',
    '_data/people.yml': people,
    '_posts/2026-01-01-a.md': '---\ntitle: A\n---\n{{ site.data.people[19999].name }}\n',
  });
  const build = () => runCli(folder, ['build', '--now', '2026-11-01T00:00:00Z']);
  build();
  const feed = JSON.parse(readFileSync(join(folder, 'dist/feed.json'), 'utf8'));
  expect(feed.items[0].content_html).toBe('<p>person 19999</p>');
  writeFileSync(join(folder, '_config.yml'), 'title: [Example\n');
  expect(build().error).toContain(
    '_config.yml:1 error bad-front-matter: The file is not valid YAML: the "[" is',
  );
});

it('reads a data file of Windows at once, however many comments it begins with', () => {
  const folder = makeSite({
    'feedwright.yaml': 'site: https://example.org/\ntitle: Example\npreset: jekyll\n',
    '_config.yml': 'title: Example\n',
    '_data/people.yml': `${'# all of us\r\n'.repeat(40)}first: Ann\r\n`,
    '_posts/2026-01-01-a.md': '---\ntitle: A\n---\n{{ site.data.people.first }}\n',
  });
  runCli(folder, ['build', '--now', '2026-11-01T00:00:00Z']);
  const feed = JSON.parse(readFileSync(join(folder, 'dist/feed.json'), 'utf8'));
  expect(feed.items[0].content_html).toBe('<p>Ann</p>');
});

it('data files in folders, of a site without a configuration', () => {
  const folder = makeSite({
    'feedwright.yaml': 'site: https://example.org/\ntitle: Example\npreset: jekyll\n',
    '_data/birds/gull.csv': 'says\n"a ""b"", c"\n',
    '_posts/2026-01-01-a.md': '---\ntitle: A\n---\n{{ site.data.birds.gull[0].says }}\n',
  });
  runCli(folder, ['build', '--now', '2026-11-01T00:00:00Z']);
  const feed = JSON.parse(readFileSync(join(folder, 'dist/feed.json'), 'utf8'));
  expect(feed.items[0].content_html).toBe('<p>a “b”, c</p>');
});

describe('loops take no time that grows faster than the text (R71)', () => {
  it.each([
    '{% for a in (1..9) %}',
    '{% for a in (1..9) %}x{% endfor %}',
    '{% case 1 %}',
    '{% capture a %}',
    '{% for a in (1..9) %}{% endfor',
  ])('%s', (text) => {
    const work = (size: number) => void renderBody(text.repeat(size / text.length), { preset: 'jekyll' });
    expectLinearTime(work, 200_000);
  });

  it('however deep they stand', () => {
    const deep = `${'{% for a in (1..9) %}'.repeat(2000)}x${'{% endfor %}'.repeat(2000)}`;
    expect(renderBody(`Before.\n\n${deep}\n\nAfter.`, { preset: 'jekyll' }).html).toContain('After.');
  });
});
