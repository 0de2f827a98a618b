import { quote } from './quote.ts';
import type { Wording } from './wording.ts';

export const contentWording = {
  'removed-content': (d: { kind: string; count: number }): Wording => [
    'warning',
    `Removed ${quote(d.kind)} from the content${times(d.count)}.`,
    'Feed readers remove it, too. If it shows something, link to that instead.',
  ],
  'replaced-content': (d: { kind: string; count: number }): Wording => [
    'warning',
    `Replaced ${quote(d.kind)} with a link or plain text${times(d.count)}.`,
    "Feed readers don't show it. If a link is enough, you can ignore this.",
  ],
  'unknown-element': (d: { kind: string; count: number }): Wording => [
    'warning',
    `${quote(d.kind)} is not an HTML element; only its content was kept${times(d.count)}.`,
    d.kind === d.kind.toLowerCase()
      ? `If it is text, put it in code: \`${d.kind}\`. If it is an element, write what it shows as Markdown or HTML.`
      : "Components don't run in feeds. To show the same in feeds, write it as Markdown or HTML.",
  ],
  'removed-template': (d: { kind: string; count: number; runsInCode?: boolean }): Wording => [
    'warning',
    `Removed ${quote(d.kind)}: templates don't run in feeds${times(d.count)}.`,
    `To show it literally, ${escapeTag(d.kind, d.runsInCode)}; to show ${nameOfValue(d.kind)}.`,
  ],
  'lost-text': (d: { kind?: string; words: number; start: string }): Wording =>
    d.kind === undefined
      ? [
          'warning',
          `${d.words} words of the article are not in the feed, beginning with ${quote(d.start)}.`,
          'Check the markup before them: a tag without a closing tag swallows the text after it.',
        ]
      : [
          'warning',
          `${d.words} words of the article are not in the feed, because they are inside ${quote(d.kind)}. They begin with ${quote(d.start)}.`,
          `Feeds can't carry ${quote(d.kind)}. If it is a name in the text, write it in backticks. Otherwise, move the text out of it.`,
        ],
  'hidden-content': (d: { kind: string; count: number }): Wording => [
    'warning',
    `Left out text that ${quote(d.kind)} may hide${times(d.count)}.`,
    `To publish the text, ${wayOutOf(d.kind)}.`,
  ],
  'omitted-html': (d: { count: number }): Wording => [
    'warning',
    `Left out HTML that Hugo leaves out of the page, too${times(d.count)}.`,
    `To publish it, on the page as well, set "markup.goldmark.renderer.unsafe: true" in Hugo's configuration.`,
  ],
  'unknown-reference': (d: { kind: string; count: number }): Wording => [
    'warning',
    `No article is called ${quote(d.kind)}, so its link was removed${times(d.count)}.`,
    'Write the name of an article on this site, or its URL.',
  ],
  'embedded-note': (d: { kind: string; count: number }): Wording => [
    'warning',
    `${quote(d.kind)} is a link in feeds: they can't show another note inside an article${times(d.count)}.`,
    'If readers need the text, copy it into the article.',
  ],
  'illegal-characters': (d: { name: string; count: number }): Wording => [
    'warning',
    `The text contains ${quote(d.name)}, a character that feeds can't carry; it was left out${times(d.count)}.`,
    'Delete it from the article; many editors can show invisible characters.',
  ],
  'body-too-costly': (d: { reason: string }): Wording => [
    'error',
    `The text would take too long to convert: ${quote(d.reason)}.`,
    'Make it simpler, or leave the file out with "exclude".',
  ],
};

function times(count: number): string {
  return count === 1 ? '' : ` (${count} times)`;
}

/** What publishes a text, by what hides it. */
const WAYS_OUT: readonly (readonly [kind: RegExp, way: string])[] = [
  [/^<style>$/, 'change the rule in "<style>" that hides it'],
  [/^<!--$/, 'close the comment before it with "-->"'],
  [/^\{% comment %\}$/, 'close the comment before it with "{% endcomment %}"'],
  [/^\{\{< (?:\S*\/)?(?:md-|html-)?comment >\}\}$/, 'close the comment before it'],
  [/^<!--/, 'move it before that comment'],
  [/^<(?!%)/, 'remove what hides it, or move it out of there'],
  [/^\{[:.]|^\{[\w-]+[=}]/, 'remove this attribute list'],
  [/^\{\{ |^\{% include/, 'write it outside of this tag'],
  [/^\{% (?:if|unless|els)|^\{\{[#^]/, 'move it out of the condition'],
];

function wayOutOf(kind: string): string {
  return WAYS_OUT.find(([pattern]) => pattern.test(kind))?.[1] ?? 'move it out of there';
}

/** Code is not a place where a tag is safe if the tool runs its templates there, too. */
function escapeTag(kind: string, runsInCode = false): string {
  const shortcode = /^\{\{< (\S+) >\}\}$/.exec(kind)?.[1];
  if (shortcode !== undefined) return `write {{</* ${shortcode} */>}}`;
  return runsInCode ? 'put it between {% raw %} and {% endraw %}' : 'put it in code';
}

/** A tag that stands for a part of a page has no value that one could write. */
function nameOfValue(kind: string): string {
  const isPart = /^\{\{<|^\{%|\(\)/.test(kind);
  return isPart ? 'what it stands for, write that as Markdown or HTML' : 'its value, write the value';
}
