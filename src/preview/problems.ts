import type { Problem } from '../model/index.ts';
import { type Html, html } from '../pages/html.ts';

/** Problems as a list; those of the article that is shown lead to their line. */
export function writeProblems(problems: readonly Problem[], shownFile?: string): Html {
  if (problems.length === 0) return html`<p>No problems.</p>`;
  const items = problems.map((each) => {
    const { severity, file, line, message, hint } = each;
    const place =
      file === shownFile
        ? html`<a href="${`#L${line}`}">Line ${String(line)}</a>`
        : html`${file}:${String(line)}`;
    return html`<li><span class="${severity}">${severity === 'error' ? 'Error' : 'Warning'}</span> ${place}: ${message} ${hint}</li>`;
  });
  return html`<ul class="problems">${items}</ul>`;
}

/** The text of a file with the problems below their lines. */
export function writeSource(text: string, problems: readonly Problem[]): Html {
  const lines = text.split(/\r\n?|\n/).map((line, index) => {
    const here = problems.filter((each) => each.line === index + 1);
    const notes = here.map(
      ({ severity, message, hint }) => html`<span class="${`note ${severity}`}">${message} ${hint}</span>`,
    );
    return html`<li id="${`L${index + 1}`}" class="${here.length > 0 ? 'marked' : ''}"><span aria-hidden="true">${String(index + 1)}</span><span>${line === '' ? ' ' : line}</span>${notes}</li>`;
  });
  return html`<div class="source" id="source" tabindex="0" role="region" aria-label="Source of the article"><ol>${lines}</ol></div>`;
}
