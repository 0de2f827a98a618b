/** The style of the preview. It holds no URL. */
export const STYLE = `:root { color-scheme: light dark; --paper: #ffffff; --card: #f5f5f7; --ink: #1c1c22; --soft: #55555f; --line: #d6d6de;
  --edge: #74747f; --accent: #9a3412; --bad: #a4161a; --warn: #7a5200; --mark: #fff0d6; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #17171b; --card: #222228; --ink: #ececf0; --soft: #b8b8c2; --line: #3a3a44; --edge: #8e8e9a; --accent: #fdba74;
    --bad: #ff9a9a; --warn: #f5c971; --mark: #43341a; }
}
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
header, main { max-width: 90rem; margin-inline: auto; padding: 1rem clamp(1rem, 3vw, 2rem); }
header { border-block-end: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: baseline; }
header p { margin: 0; font-weight: 700; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.1rem; margin: 0; padding: 0; list-style: none; }
nav a { display: inline-block; padding-block: 0.25rem; }
a { color: var(--accent); }
a[aria-current] { color: var(--ink); font-weight: 600; text-decoration-thickness: 3px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
h1 { font-size: 1.6rem; line-height: 1.2; margin-block: 0.5rem 1rem; }
h2 { font-size: 1.2rem; margin-block: 1.75rem 0.75rem; }
h3 { font-size: 1rem; margin-block: 0 0.4rem; }
.skip { position: absolute; inset-inline-start: -999rem; }
.skip:focus { position: static; }
.status { margin-inline-start: auto; color: var(--soft); font-size: 0.9rem; font-weight: 400; }
.scroll { overflow: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; padding: 0.4rem 0.9rem 0.4rem 0; border-block-end: 1px solid var(--line); vertical-align: top; }
th { overflow-wrap: normal; }
td.time, td.state, td.found { white-space: nowrap; }
.error { color: var(--bad); font-weight: 600; }
.warning { color: var(--warn); font-weight: 600; }
.soft { color: var(--soft); }
.sides { display: grid; gap: 1.5rem; }
.sides > * { min-width: 0; }
.view + .view { margin-block-start: 1.25rem; }
iframe { width: 100%; height: 18rem; border: 1px solid var(--edge); border-radius: 8px; background: var(--paper); display: block; }
iframe.phone { width: 360px; max-width: 100%; height: 42rem; }
.source { border: 1px solid var(--edge); border-radius: 8px; background: var(--card); max-height: 60rem; overflow: auto;
  margin: 0; padding: 0.5rem 0; font: 0.875rem/1.5 ui-monospace, Menlo, Consolas, monospace; }
.source ol { list-style: none; margin: 0; padding: 0; }
.source li { padding-inline-end: 0.9rem; display: grid; grid-template-columns: 3.5rem minmax(0, 1fr); white-space: pre-wrap; }
.source li > span:first-child { color: var(--soft); text-align: end; padding-inline-end: 0.9rem; user-select: none; }
.source li.marked { background: var(--mark); }
.source .note { grid-column: 2; font-family: system-ui, sans-serif; }
.problems { padding-inline-start: 1.2rem; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.2rem 1rem; margin: 0; }
dt { color: var(--soft); }
dd { margin: 0; }
@media (max-width: 44rem) {
  thead { position: absolute; inset-inline-start: -999rem; }
  tr { display: block; padding-block: 0.5rem; border-block-end: 1px solid var(--line); }
  td, tbody th { display: inline-block; padding: 0 1rem 0 0; border: 0; }
  td:first-child, tbody th:first-child { display: block; }
  td:empty { display: none; }
}
@media (min-width: 64rem) { .sides { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
`;

/** The style of one item in its own frame. */
export const VIEW_STYLE = `:root { color-scheme: light dark; } body { margin: 1rem; font: 1.0625rem/1.6 Georgia, serif; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; line-height: 1.25; margin: 0; } .meta { opacity: 0.8; margin-block: 0.3rem 1rem; font: 0.9rem/1.4 system-ui, sans-serif; }
img, video { max-width: 100%; height: auto; } table { display: block; overflow: auto; } th, td { overflow-wrap: normal; text-align: start;
  padding: 0.2rem 0.7rem 0.2rem 0; } pre { overflow: auto; } figure { margin-inline: 0; } blockquote { margin-inline: 1.5rem; }`;

/** What browsers ask for on their own. */
export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3" fill="#9a3412"/></svg>';

/**
 * When the server says that something changed, fetches the page and puts into its place what differs, so that lists keep their places
 * and frames are loaded again only for another text. A frame is led to its new URL without a step in the history.
 */
export const SCRIPT = `const status = document.querySelector('.status');
const events = new EventSource('/events');
let known;
let stopped = false;
const attributes = (element) => [...element.attributes].map(({ name, value }) => name + '=' + value).join(' ');
const isSameKind = (old, next) =>
  old.nodeName === next.nodeName &&
  old.childNodes.length > 0 &&
  old.childNodes.length === next.childNodes.length &&
  attributes(old) === attributes(next);
const update = (old, next) => {
  if (old.isEqualNode(next)) return;
  if (old.nodeName === 'IFRAME' && next.nodeName === 'IFRAME' && old.title === next.title) {
    const url = next.getAttribute('src');
    if (url !== (old.dataset.shown ?? old.getAttribute('src'))) old.contentWindow.location.replace(url);
    old.dataset.shown = url;
  } else if (isSameKind(old, next)) {
    const parts = [...next.childNodes];
    [...old.childNodes].forEach((child, index) => update(child, parts[index]));
  } else old.replaceWith(next);
};
events.addEventListener('revision', async ({ data }) => {
  if (stopped) status.textContent = '';
  stopped = false;
  if (known === data) return;
  const isFirst = known === undefined;
  known = data;
  if (isFirst && document.documentElement.dataset.revision === data) return;
  const answer = await fetch(location.href);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (known !== data) return;
  const place = document.activeElement && document.activeElement.id;
  document.title = page.title;
  document.documentElement.dataset.revision = data;
  update(document.querySelector('main'), page.querySelector('main'));
  if (place) document.getElementById(place)?.focus();
  status.textContent = 'Updated (' + data + ')';
});
events.addEventListener('error', () => { stopped = true; status.textContent = 'The preview has stopped.'; });
`;
