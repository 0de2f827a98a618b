/** The two colours of a page that a site chooses, for light and for dark surroundings, as `#rrggbb`. */
export interface Accents {
  readonly light: string;
  readonly dark: string;
}

type Channels = readonly [red: number, green: number, blue: number];

/** The surfaces that accents stand on; `style.ts` paints them. */
export const SURFACES = { light: '#f4f4f6', dark: '#222228' } as const;

const BLACK: Channels = [0, 0, 0];
const WHITE: Channels = [255, 255, 255];
/** WCAG 2.2, 1.4.3 asks for 4.5; the rest is for rounding. */
const READABLE = 4.6;

/**
 * A colour as people can read it: darker on light surfaces and lighter on dark ones until the contrast suffices.
 * @param colour `#rgb` or `#rrggbb`
 */
export function readableAccents(colour: string): Accents {
  const chosen = readColour(colour);
  return {
    light: blend(chosen, BLACK, readColour(SURFACES.light)),
    dark: blend(chosen, WHITE, readColour(SURFACES.dark)),
  };
}

function blend(colour: Channels, towards: Channels, surface: Channels): string {
  for (let step = 0; step < 20; step++) {
    const mixed = mix(colour, towards, step / 20);
    if (contrast(mixed, surface) >= READABLE) return writeColour(mixed);
  }
  return writeColour(towards);
}

function mix(colour: Channels, towards: Channels, share: number): Channels {
  const channel = (index: 0 | 1 | 2) => Math.round(colour[index] + (towards[index] - colour[index]) * share);
  return [channel(0), channel(1), channel(2)];
}

/** WCAG 2.2, "contrast ratio". */
function contrast(a: Channels, b: Channels): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminance([red, green, blue]: Channels): number {
  const linear = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function readColour(colour: string): Channels {
  const digits = colour.slice(1);
  const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const channel = (at: number) => Number.parseInt(full.slice(at, at + 2), 16);
  return [channel(0), channel(2), channel(4)];
}

function writeColour(channels: Channels): string {
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
