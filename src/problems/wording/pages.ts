import { quote } from './quote.ts';
import type { Wording } from './wording.ts';

export const pageWording = {
  'unreadable-template': (d: { file: string; reason: string }): Wording => [
    'error',
    `The template ${quote(d.file)} can't be read: ${d.reason}.`,
    'Write the path of a UTF-8 HTML file of at most 1 MiB, or remove "template".',
  ],
  'bad-template': (d: { placeholder: string; wrong: string; names: readonly string[] }): Wording => [
    'error',
    `${quote(d.placeholder)} ${d.wrong}.`,
    d.names.length === 0
      ? 'Write, for example, {{#items}}<a href="{{url}}">{{title}}</a>{{/items}}.'
      : `Use one of ${d.names.map((name) => `{{${name}}}`).join(', ')}.`,
  ],
  'menu-not-at-top': (d: { site: string }): Wording => [
    'warning',
    `Browsers look for the feed menu at the top of the host, and the site is below it: ${quote(d.site)}.`,
    'Copy the file to /.well-known/feed-menu.json of the host, or remove "menu".',
  ],
};
