import type { ChangedArticle, Changes, Problem } from '../model/index.ts';
import { type Html, html } from '../pages/html.ts';
import { writeProblems, writeSource } from './problems.ts';
import { VIEW_NAMES, VIEWS } from './reader-views.ts';

/** A row of the list of articles. */
export interface ListRow {
  readonly file: string;
  readonly state: string;
  readonly title: string;
  /** In the time zone of the site; empty for what has none. */
  readonly time: string;
  readonly problems: readonly Problem[];
}

/** The list of all articles, with what becomes of each. @param chosen the state of those that are shown; undefined for all */
export function writeList(
  rows: readonly ListRow[],
  others: readonly Problem[],
  chosen: string | undefined,
): Html {
  const states = [...new Set(rows.map(({ state }) => state))];
  const shown = chosen === undefined ? rows : rows.filter(({ state }) => state === chosen);
  const links = [undefined, ...states].map((state) => {
    const count = state === undefined ? rows.length : rows.filter((row) => row.state === state).length;
    const href = state === undefined ? '/' : `/?state=${encodeURIComponent(state)}`;
    const text = `${state ?? 'all'} (${count})`;
    const link =
      state === chosen
        ? html`<a href="${href}" aria-current="true">${text}</a>`
        : html`<a href="${href}">${text}</a>`;
    return html`<li>${link}</li>`;
  });
  const wrong = others.length > 0 ? html`<h2>Problems with the site</h2>${writeProblems(others)}` : undefined;
  return html`<nav aria-label="States"><ul>${links}</ul></nav>${wrong}
<div class="scroll" tabindex="0" role="region" aria-label="Articles"><table>
<thead><tr><th scope="col">Article</th><th scope="col">State</th><th scope="col">Date</th><th scope="col">Problems</th></tr></thead>
<tbody>${shown.map(writeRow)}</tbody></table></div>`;
}

function writeRow({ file, state, title, time, problems }: ListRow): Html {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const count = (number: number, word: string) =>
    number === 0
      ? []
      : [html`<span class="${word}">${`${number} ${word}${number === 1 ? '' : 's'}`}</span> `];
  return html`<tr><td><a href="${`/article?file=${encodeURIComponent(file)}`}">${title}</a><br/><span class="soft">${file}</span></td><td class="state">${state}</td><td class="time">${time}</td><td class="found">${[...count(errors, 'error'), ...count(warnings, 'warning')]}</td></tr>
`;
}

/** What the page of one article shows. */
export interface ArticlePage {
  readonly row: ListRow;
  readonly url: string | undefined;
  readonly source: string;
  readonly problems: readonly Problem[];
  /** Names what readers would show: another text has another name. Undefined for nothing. */
  readonly shown: string | undefined;
}

/** One article: what it is, as three kinds of readers show it, and its source with its problems. */
export function writeArticlePage({ row, url, source, problems, shown }: ArticlePage): Html {
  const query = `file=${encodeURIComponent(row.file)}`;
  const views = VIEWS.map(
    (view) =>
      html`<div class="view"><h3>${VIEW_NAMES[view]}</h3><iframe title="${`${VIEW_NAMES[view]}: ${row.title}`}" sandbox="" src="${`/view?${query}&as=${view}&is=${shown ?? ''}`}"></iframe></div>`,
  );
  return html`<dl><dt>File</dt><dd>${row.file}</dd><dt>State</dt><dd>${row.state}</dd><dt>Date</dt><dd>${row.time || 'none'}</dd><dt>URL</dt><dd>${url ?? 'none'}</dd></dl>
<h2>Problems</h2>${writeProblems(problems, row.file)}
<div class="sides"><section><h2>As feed readers show it</h2>${shown !== undefined ? views : html`<p>Nothing to show until the errors are fixed.</p>`}</section>
<section><h2>Source</h2>${writeSource(
    source,
    problems.filter(({ file }) => file === row.file),
  )}</section></div>`;
}

/** What subscribers would see if the site were published now. @param sentence the numbers, in words */
export function writeChanges(
  sentence: string,
  changes: Changes | undefined,
  problems: readonly Problem[],
): Html {
  const lists = changes
    ? [
        writeKind('New', changes.new),
        writeKind('Updated', changes.changed),
        writeKind('Duplicates: shown again as new', changes.again),
        writeKind('Dropped', changes.leaves),
      ]
    : [];
  return html`<p>${sentence}</p>${lists.flat()}<h2>Problems</h2>${writeProblems(problems)}`;
}

function writeKind(name: string, articles: readonly ChangedArticle[]): readonly Html[] {
  if (articles.length === 0) return [];
  const items = articles.map(({ title, file }) => {
    const shown =
      file === undefined
        ? html`${title}`
        : html`<a href="${`/article?file=${encodeURIComponent(file)}`}">${title}</a>`;
    return html`<li>${shown}</li>`;
  });
  return [html`<h2>${name}</h2><ul>${items}</ul>`];
}

/** A document that a build would write. */
export interface ShownDocument {
  readonly path: string;
  readonly bytes: number;
}

/** All documents that a build would write, raw. */
export function writeDocuments(documents: readonly ShownDocument[], problems: readonly Problem[]): Html {
  const rows = documents.map(
    ({ path, bytes }) =>
      html`<tr><td><a href="${`/raw?path=${encodeURIComponent(path)}`}">${path}</a></td><td>${`${bytes} bytes`}</td></tr>`,
  );
  const table = html`<div class="scroll" tabindex="0" role="region" aria-label="Documents"><table><thead><tr><th scope="col">Document</th><th scope="col">Size</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  return html`<p>These documents exist only in the preview. Your output folder is not changed.</p>${documents.length > 0 ? table : undefined}<h2>Problems</h2>${writeProblems(problems)}`;
}

/** The page of the main feed, as wide as a phone. @param shown names what it shows; undefined for nothing */
export function writePhone(shown: string | undefined): Html {
  if (shown === undefined) return html`<p>There is no page to show until the errors are fixed.</p>`;
  return html`<p>The page for people who open your feed in a browser. Write <code>pages: true</code> in your configuration to publish it.</p>
<iframe class="phone" title="Feed page, 360 pixels wide" sandbox="" src="${`/page?is=${shown}`}"></iframe>`;
}
