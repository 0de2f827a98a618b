import { type Dialect, EXTENSIONS } from './dialects.ts';

/** TeX between single signs: no blank inside the signs, and something that only a formula has. */
const INLINE = /(?<![\\$\w])\$(?=[^\s$])[^$\n]*[\\^_{=<>+][^$\n]*(?<=[^\s\\])\$(?![\d$])/;
/** `$5 and $6`: where money is written, a single sign is no formula. */
const MONEY = /(?<![\\$\w])\$\d[\d,.]*(?=[\s,.;:!?)]|[kKmM]?\b)(?![^$\n]*[\\^_{][^$\n]*\$)/;
const DISPLAY = /\$\$[\s\S]+?\$\$/;

/**
 * The extensions for one text: those of its dialect, and mathematics where the text has some. No tool may take the signs of a
 * formula for Markdown: `$a_1 * b_1$` is not soft. Kramdown reads `$$` alone, for others the text decides about `$`.
 */
export function extensionsFor(text: string, { extensions, kramdown }: Dialect): number {
  if (!text.includes('$')) return extensions;
  if (!kramdown && INLINE.test(text) && !MONEY.test(text)) return extensions | EXTENSIONS.math;
  return DISPLAY.test(text) ? extensions | EXTENSIONS.displayMath : extensions;
}
