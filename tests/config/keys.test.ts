import { describe, expect, it } from 'vitest';
import { findUnknownPlaceholders } from '../../src/articles/permalink.ts';
import { PERMALINK_PLACEHOLDERS } from '../../src/config/permalink.ts';
import { PRESETS } from '../../src/config/presets.ts';
import { SETTINGS } from '../../src/config/settings-table.ts';
import { listPlaces, loadText } from './site-folder.ts';

const BASE = 'site: https://example.com/\ntitle: T\n';

describe('a key that is not known', () => {
  it.each([
    ['timezone', 'timeZone'],
    ['time_zone', 'timeZone'],
    ['lang', 'language'],
    ['posts', 'articles'],
    ['contentDir', 'articles'],
    ['destination', 'output'],
    ['outputs', 'formats'],
    ['taxonomies', 'feeds'],
    ['permalinks', 'permalink'],
    ['on-error', 'onError'],
    ['favicon', 'icon'],
    ['artciles', 'articles'],
    ['descripton', 'description'],
  ])('%s is an error at its line and column that names %s', (key, nearest) => {
    const loaded = loadText(`${BASE}\n${key}: x\n`);
    expect(loaded.config).toBeUndefined();
    expect(listPlaces(loaded)).toEqual(['unknown-key@4:1']);
    expect(loaded.problems[0]?.message).toBe(`"${key}" is not a known setting.`);
    expect(loaded.problems[0]?.hint).toBe(`Did you mean "${nearest}"?`);
  });

  it.each([
    ['site: https://example.com/\ntitel: T\n', 'titel', 'title'],
    ['site: https://example.com/\nTitle2: T\n', 'Title2', 'title'],
    ['site: https://example.com/\nname: T\n', 'name', 'title'],
    ['title: T\nbaseURL: https://example.com/\n', 'baseURL', 'site'],
    ['title: T\nurl: https://example.com/\n', 'url', 'site'],
  ])('%j: %s is a setting that is still missing: %s', (text, key, nearest) => {
    const unknown = loadText(text).problems.find(({ code }) => code === 'unknown-key');
    expect(unknown).toMatchObject({
      message: `"${key}" is not a known setting.`,
      hint: `Did you mean "${nearest}"?`,
    });
  });

  it.each(['titel', 'url', 'sites'])('%s is not taken for a setting that is there already', (key) => {
    expect(loadText(`${BASE}${key}: x\n`).problems[0]?.hint).toBe('Remove it.');
  });

  it.each([
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    '<<',
  ])('%s is refused like any other and changes nothing (R68)', (key) => {
    const loaded = loadText(`${BASE}${key}: { site: https://evil.example/ }\n`);
    expect(loaded.config).toBeUndefined();
    expect(listPlaces(loaded)).toEqual(['unknown-key@3:1']);
    expect(loaded.problems[0]?.hint).toBe('Remove it.');
    expect('site' in {}).toBe(false);
  });

  it.each(['__proto__', 'constructor'])('%s inside a setting is refused too (R68)', (key) => {
    const author = loadText(`${BASE}author: { name: Ada, ${key}: { a: b } }\n`);
    expect(listPlaces(author)).toEqual(['unknown-key@3:22']);
    expect(listPlaces(loadText(`${BASE}formats: { ${key}: a.xml }\n`))).toEqual(['unknown-key@3:12']);
  });

  it('is refused when a required key of a person has only its name', () => {
    expect(listPlaces(loadText(`${BASE}author: { constructor: Ada }\n`))).toEqual([
      'missing-key@3:9',
      'unknown-key@3:11',
    ]);
  });
});

describe('a pattern that would keep a build busy', () => {
  it.each(['*a*b*c*d*', '**/a/**/b/**/c/**', '+(*a)b'])('is refused at its place: %s', (pattern) => {
    const loaded = loadText(`${BASE}exclude:\n  - drafts/**\n  - "${pattern}"\n`);
    expect(listPlaces(loaded)).toEqual(['bad-value@5:5']);
    expect(loaded.problems[0]?.message).toBe(
      `"exclude[1]" must be a pattern with at most three "*" in one name, and three "**", not "${pattern}".`,
    );
  });

  it.each(['**/drafts/**', '*a*b*', '**/{a,b}/*.{md,txt}', '**/@(a|b)/**'])('and no other: %s', (pattern) => {
    expect(listPlaces(loadText(`${BASE}exclude: "${pattern}"\n`))).toEqual([]);
  });
});

describe('keys that stand twice', () => {
  it('are an error that names both lines', () => {
    const loaded = loadText(`${BASE}limit: 5\ntitle: U\n`);
    expect(loaded.config).toBeUndefined();
    expect(listPlaces(loaded)).toEqual(['repeated-key@4:1']);
    expect(loaded.problems[0]?.message).toBe('"title" is set here and on line 2.');
  });

  it('are found inside a setting', () => {
    expect(listPlaces(loadText(`${BASE}author:\n  name: A\n  "name": B\n`))).toEqual(['repeated-key@5:3']);
  });

  it('are found when they mean the same: author and authors', () => {
    expect(listPlaces(loadText(`${BASE}author: A\nauthors: [B]\n`))).toEqual(['conflicting-keys@4:1']);
  });
});

describe('the tables', () => {
  it('know the placeholders that articles know, and no other', () => {
    expect(findUnknownPlaceholders(PERMALINK_PLACEHOLDERS.map((name) => `:${name}`).join('/'))).toEqual([]);
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const invented = letters.map((letter) => `:${letter}`).join('/');
    expect(findUnknownPlaceholders(invented)).toHaveLength(letters.length);
  });

  it.each(Object.entries(PRESETS))('give %s a permalink that may be written in the file', (_, {
    permalink,
  }) => {
    expect(loadText(`${BASE}permalink: ${permalink}\n`).problems).toEqual([]);
  });

  it.each(Object.entries(SETTINGS))('describe %s for the person who hovers over it', (_, shape) => {
    expect(shape.description).toMatch(/^\S.{10,}\.$/);
  });
});
