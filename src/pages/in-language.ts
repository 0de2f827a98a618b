import { directionOf } from '../formats/direction.ts';
import { type Html, html } from './html.ts';

/**
 * The attributes of an element whose text someone else wrote: its language and direction where they are not those of the page. A text
 * whose language no one said runs as its first letter does.
 * @param own the language of the text
 * @param language that of the page
 */
export function inLanguage(own: string | undefined, language: string): Html {
  if (own === undefined) return html` dir="auto"`;
  return own === language ? html`` : html` lang="${own}" dir="${directionOf(own)}"`;
}
