// The content of an article on a page that a theme has around it.
import { parse, serialize, defaultTreeAdapter as tree } from 'parse5';

/** Docusaurus: the container of a post, without links to headings, buttons and icons. */
export function docusaurusContent(page) {
  return readContent(
    page,
    (element) => attribute(element, 'id') === '__blog-post-container',
    isDocusaurusTheme,
  );
}

/** VitePress: what is in `vp-doc`, without links to headings, the button and the language of code. */
export function vitepressContent(page) {
  const isFrame = (element) => hasClass(element, /^vp-doc$/);
  return readContent(
    page,
    (element) =>
      element.tagName === 'div' && element.parentNode.tagName === 'div' && isFrame(element.parentNode),
    isVitepressTheme,
  );
}

function isDocusaurusTheme(element) {
  return (
    ['button', 'svg'].includes(element.tagName) ||
    hasClass(element, /^hash-link$|^buttonGroup|^admonitionIcon/)
  );
}

function isVitepressTheme(element) {
  return element.tagName === 'button' || hasClass(element, /^(?:header-anchor|lang|line-numbers-wrapper)$/);
}

/** Attributes that a reader notices; others shape the page, and some have another value each time. */
const SAYING = new Set(['alt', 'colspan', 'hidden', 'href', 'open', 'rowspan', 'src', 'start', 'type']);

function readContent(page, isBody, isTheme) {
  const body = [...walk(parse(page))].find(isBody);
  if (body === undefined) return undefined;
  for (const element of [...walk(body)]) {
    if (element !== body && isTheme(element)) tree.detachNode(element);
    // Themes end lines of code so.
    else if (element.tagName === 'br' && isInCode(element)) {
      tree.insertTextBefore(element.parentNode, '\n', element);
      tree.detachNode(element);
    }
  }
  for (const element of [...walk(body)]) element.attrs = element.attrs.filter(({ name }) => SAYING.has(name));
  return serialize(body).replaceAll('<!-- -->', '').trim();
}

function* walk(node) {
  if (node.tagName !== undefined) yield node;
  for (const child of node.childNodes ?? []) yield* walk(child);
}

function isInCode(element) {
  for (let around = element.parentNode; around; around = around.parentNode)
    if (around.tagName === 'pre') return true;
  return false;
}

function attribute(element, name) {
  return element.attrs.find((each) => each.name === name)?.value ?? '';
}

function hasClass(element, pattern) {
  return attribute(element, 'class')
    .split(/\s+/)
    .some((name) => pattern.test(name));
}
