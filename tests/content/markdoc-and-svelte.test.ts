import { describe, expect, it, test } from 'vitest';
import { expectLinearTime } from '../growth.ts';
import { listProblems, renderBody } from './reading.ts';

const lines = (html: string) => html.replace(/\n\n+/g, '\n');

describe('tags of Markdoc', () => {
  test.each([
    [
      'a block ends at its end',
      '{% quote %}\nIn\n{% /quote %}\n\nOut',
      '<blockquote>\n<p>In</p>\n</blockquote>\n<p>Out</p>',
    ],
    [
      'an image',
      '{% image src="/a.png" alt="b" /%}',
      '<figure><img src="https://example.org/a.png" alt="b"></figure>',
    ],
    ['attributes of a heading', '## Tide {% #tide .big %}', '<h2>Tide</h2>'],
    [
      'attributes of a cell',
      '| a {% width="25%" %} |\n|---|\n| b {% align="right" %} |',
      '<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>',
    ],
    ['a condition that holds', '{% if true %}Shown{% else /%}not{% /if %} end', '<p>Shown end</p>'],
    ['a condition that does not hold', '{% if false %}not{% else /%}Shown{% /if %} end', '<p>Shown end</p>'],
  ])('are understood: %s', (_, text, html) => {
    const rendered = renderBody(text);
    expect(lines(rendered.html)).toBe(html);
    expect(rendered.problems).toEqual([]);
  });

  test.each([
    ['{% if $user %}secret{% /if %}'],
    ['{% if equals($a, "b") %}secret{% else /%}secret{% /if %}'],
    ['{% if $a %}secret {% if $b %}secret{% /if %} secret{% /if %}'],
    ['{% / if %}{% if $user %}secret{%/if%}'],
  ])('hide what nobody can know: %s', (text) => {
    const rendered = renderBody(`a\n\n${text}\n\nb`);
    expect(lines(rendered.html)).toBe('<p>a</p>\n<p>b</p>');
    expect(listProblems(rendered)).toEqual(['hidden-content:7']);
  });

  it('are read in its own files, also where the tool reads none', () => {
    const text = '{% if $user %}secret{% /if %} {% $name %} a';
    expect(renderBody(text, { preset: 'astro', file: 'a.mdoc' }).html).toBe('<p> a</p>');
    expect(renderBody(text, { preset: 'astro', file: 'a.md' }).html).toContain('secret');
  });
});

describe('Svelte in Markdown', () => {
  test.each([
    ['{#if a}secret{:else}secret{/if}', '{#if}'],
    ['{#if a}\n\nsecret {#if b}\n\nsecret{/if}\n\nsecret\n\n{/if}', '{#if}'],
    ['{#each all as one}\n- {one}\n{/each}', '{#each}'],
    ['{#await a then b}secret{/await}', '{#await}'],
    ['{#snippet a(b)}secret{/snippet}', '{#snippet}'],
  ])('hides what a program shows: %s', (text, kind) => {
    for (const file of ['a.md', 'a.svx']) {
      const rendered = renderBody(`a\n\n${text}\n\nb`, { file });
      expect(lines(rendered.html)).toBe('<p>a</p>\n<p>b</p>');
      expect(listProblems(rendered)).toEqual(['hidden-content:7']);
      expect(rendered.problems[0]?.message).toContain(kind);
    }
  });

  it('leaves out the head of the page, and says what is lost', () => {
    const text =
      '<svelte:head><title>x</title></svelte:head>\n\na {@html b} c\n\n<svelte:fragment>d</svelte:fragment>';
    const rendered = renderBody(text);
    expect(lines(rendered.html).trim()).toBe('<p>a  c</p>\n<p>d</p>');
    expect(listProblems(rendered)).toEqual(['removed-template:7']);
  });

  test.each([
    ['an unclosed block', '{#if a} b', '<p>{#if a} b</p>'],
    ['code', '`{#if a}b{/if}`', '<p><code>{#if a}b{/if}</code></p>'],
    ['a link of JSDoc', '{@link a}', '<p>{@link a}</p>'],
  ])('is none: %s', (_, text, html) => {
    const rendered = renderBody(text);
    expect(rendered.html).toBe(html);
    expect(rendered.problems).toEqual([]);
  });

  it('takes no time', () => {
    for (const text of [
      '{#if a}',
      '{#if a}{/if}',
      '{@html ',
      '<svelte:head>',
      '{% if $a %}',
      '{% /if %}',
      '{% a="b" ',
    ])
      expectLinearTime((size) => renderBody(`{/if}${text.repeat(size)}{/if}`), 4000);
  });
});
