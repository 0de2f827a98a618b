import { escapeText } from '../text/escape-html.ts';
import { squeeze } from '../text/white-space.ts';

/**
 * Plain text as HTML: blank lines separate paragraphs, a first line that repeats the title is left out, nothing is
 * read as markup. A newline inside a paragraph stays one.
 */
export function renderText(text: string, title: string): string {
  const body = dropTitle(text, title);
  return splitTextParagraphs(body)
    .map((paragraph) => `<p>${escapeText(paragraph)}</p>`)
    .join('\n');
}

/** The first line that says something. */
export function firstLine(text: string): string | undefined {
  return text
    .split('\n')
    .find((line) => line.trim() !== '')
    ?.trim();
}

function dropTitle(text: string, title: string): string {
  const start = text.search(/\S/);
  if (start < 0) return '';
  const end = text.indexOf('\n', start);
  const line = end < 0 ? text.slice(start) : text.slice(start, end);
  return squeeze(line) === squeeze(title) ? text.slice(start + line.length) : text;
}

function splitTextParagraphs(text: string): string[] {
  const paragraphs: string[] = [];
  let lines: string[] = [];
  for (const line of [...text.split('\n'), '']) {
    if (line.trim() !== '') lines.push(line.trim());
    else if (lines.length > 0) {
      paragraphs.push(lines.join('\n'));
      lines = [];
    }
  }
  return paragraphs;
}
