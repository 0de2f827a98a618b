import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, makeSlug } from '../../src/feeds/slug.ts';
import { expectLinearTime } from '../growth.ts';

describe('the name of a tag in paths', () => {
  it.each([
    ['News', 'news'],
    ['  Web   design  ', 'web-design'],
    ['Crème brûlée', 'crème-brûlée'],
    ['Cre\u0300me', 'crème'],
    ['ДЕНЬ Победы', 'день-победы'],
    ['東京 タワー', '東京-タワー'],
    ['हिन्दी', 'हिन्दी'],
    ['אבג', 'אבג'],
    ['Straße', 'straße'],
    ['C++', 'cplusplus'],
    ['C', 'c'],
    ['C#', 'csharp'],
    ['F# and C#', 'fsharp-and-csharp'],
    ['#1', '1'],
    ['R&D', 'r-d'],
    ['node.js', 'node-js'],
    ['.NET', 'net'],
    ['..', 'u2e-2e'],
    ['../../etc/passwd', 'etc-passwd'],
    ['a/b\\c', 'a-b-c'],
    ['🎉', 'u1f389'],
    ['--', 'u2d-2d'],
    ['İstanbul', 'i̇stanbul'],
    ['\u00A8\u0300', 'u1fed'],
    ['con', 'con-'],
    ['Aux', 'aux-'],
  ])('%j is %j', (label, slug) => {
    expect(makeSlug(label)).toBe(slug);
  });

  it('never leaves its folder, is never empty, and fits any disk (R69)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), (label) => {
        const slug = makeSlug(label);
        expect(slug).toMatch(/^[\p{L}\p{N}\p{M}-]+$/u);
        expect(slug).not.toMatch(/^-/);
        expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(240);
        expect(slug).toBe(slug.normalize('NFC'));
      }),
    );
  });

  it('is the same for spellings of one tag, and for itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (label) => {
        expect(makeSlug(fold(label))).toBe(makeSlug(label));
        expect(makeSlug(label.normalize('NFD'))).toBe(makeSlug(label));
      }),
    );
  });

  it('is made in linear time (R71)', () => {
    for (const part of ['+', 'a+', '-', '#'])
      expectLinearTime((size) => void makeSlug(part.repeat(size)), 200_000);
  });
});
