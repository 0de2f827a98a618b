import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readableAccents, SURFACES } from '../../src/pages/colour.ts';

/** Contrast by the other definition of WCAG, written anew. */
function contrast(a: string, b: string): number {
  const light = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = (colour.match(/[\da-f]{2}/g) ?? []).map((pair) => {
      const share = Number.parseInt(pair, 16) / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  return Math.max(light(a) / light(b), light(b) / light(a));
}

describe('the colour of a site', () => {
  it('is readable on light and on dark, whatever it is (WCAG 1.4.3)', () => {
    const channel = fc.integer({ min: 0, max: 255 }).map((value) => value.toString(16).padStart(2, '0'));
    fc.assert(
      fc.property(channel, channel, channel, (red, green, blue) => {
        const { light, dark } = readableAccents(`#${red}${green}${blue}`);
        expect(contrast(light, SURFACES.light)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(light, '#ffffff')).toBeGreaterThanOrEqual(4.5);
        expect(contrast(dark, SURFACES.dark)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(dark, '#17171b')).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('stays as it is where it is readable, and may be short', () => {
    expect(readableAccents('#036').light).toBe('#003366');
    expect(readableAccents('#fc0').dark).toBe('#ffcc00');
  });
});
