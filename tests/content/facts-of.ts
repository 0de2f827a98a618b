import { listWords } from './loss.ts';
import { type HtmlElement, listElements } from './reading.ts';

/** What a reader gets of an article, however it is marked up. */
export function readFacts(html: string, home: string) {
  const elements = listElements(
    html.replace(/<a [^>]*class="(?:zola-)?(?:anchor|header-?link)[^>]*>[^<]*<\/a>/g, ''),
  );
  const named = (...names: string[]) => elements.filter(({ tagName }) => names.includes(tagName));
  return {
    words: listWords(html),
    links: named('a')
      .map((element) => address(element, 'href', home))
      .filter((url) => url !== '' && !url.includes('#')),
    images: named('img').map((element) => address(element, 'src', home)),
    code: named('pre', 'code')
      .filter((element) => !isIn(element, 'pre'))
      .map(textOf),
    tables: named('table').map((table) => listBelow(table, 'th', 'td').map(textOf)),
    lists: named('ul', 'ol', 'dl').map(({ tagName, childNodes }) => [
      tagName,
      childNodes.filter((node) => 'tagName' in node).length,
    ]),
    headings: named('h1', 'h2', 'h3', 'h4', 'h5', 'h6').map((element) => [element.tagName, textOf(element)]),
    breaks: named('br').length,
    marks: named('em', 'strong', 'del', 's', 'kbd', 'sub').map((element) => [
      element.tagName.replace(/^s$/, 'del'),
      textOf(element),
    ]),
  };
}

export type Fact = keyof ReturnType<typeof readFacts>;

function address(element: HtmlElement, name: string, home: string): string {
  const value = element.attrs.find((each) => each.name === name)?.value ?? '';
  return value === '' ? '' : new URL(value, home).href;
}

function isIn(element: HtmlElement, name: string): boolean {
  let parent = element.parentNode;
  while (parent && 'tagName' in parent) {
    if (parent.tagName === name) return true;
    parent = parent.parentNode;
  }
  return false;
}

function listBelow(element: HtmlElement, ...names: string[]): HtmlElement[] {
  return element.childNodes.flatMap((node) =>
    'tagName' in node ? [...(names.includes(node.tagName) ? [node] : []), ...listBelow(node, ...names)] : [],
  );
}

function textOf(element: HtmlElement): string {
  const read = (node: HtmlElement['childNodes'][number]): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(read).join('') : '';
  return element.childNodes.map(read).join('').trim().replace(/\s+/g, ' ');
}
