import type { ElementNode } from '../tree.ts';
import { textOf } from './text-of.ts';

/** Classes that Pygments, Chroma, Rouge, Prism, highlight.js and Hexo give to the numbers of lines beside code. */
const CLASSES =
  /^(?:linenos?|linenodiv|lineno|line-numbers?|line-number-rows|line-numbers-rows|lnt|lntd|ln|gutter|rouge-gutter|hljs-ln-numbers)$/;

/** Whether an element holds nothing but numbers of lines, which stand between the words of whoever copies or hears the code. */
export function isLineNumbers(element: ElementNode): boolean {
  return hasClass(element) && /^\s*\d[\d\s]*$/.test(textOf(element));
}

function hasClass({ properties: { className } }: ElementNode): boolean {
  const names = Array.isArray(className) ? className : String(className ?? '').split(/\s+/);
  return names.some((name) => CLASSES.test(String(name)));
}
