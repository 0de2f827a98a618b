import { type Accents, SURFACES } from './colour.ts';

/** The style of a page. It is in the page, allowed by its hash alone, so it holds no `<` and no `&`. */
export function writeStyle({ light, dark }: Accents): string {
  return `
:root { color-scheme: light dark; --paper: #ffffff; --card: ${SURFACES.light}; --ink: #1c1c22; --soft: #55555f;
  --line: #d6d6de; --edge: #83838f; --accent: ${light}; --on-accent: #ffffff; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #17171b; --card: ${SURFACES.dark}; --ink: #ececf0; --soft: #b0b0bb; --line: #3a3a44;
    --edge: #83838f; --accent: ${dark}; --on-accent: #17171b; }
}
${LAYOUT}`;
}

// The pages give a list `role="list"`: without bullets Safari would not read it out as one.
const LAYOUT = `*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif; }
header, main, footer { max-width: 68rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2.5rem); }
header { padding-block: clamp(1.5rem, 5vw, 3.5rem) clamp(1.25rem, 3vw, 2.25rem); }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; }
h1 { margin: 0; font-size: clamp(1.9rem, 1.4rem + 2.4vw, 3rem); letter-spacing: -0.02em; }
h2 { margin: 0 0 1rem; font-size: 1.3rem; letter-spacing: -0.01em; }
h3 { margin: 0; font-size: 1.1rem; }
p { margin: 0; }
ul { margin: 0; padding: 0; list-style: none; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
[hidden] { display: none; }
.status { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.site { display: flex; flex-wrap: wrap; align-items: center; gap: 0.35rem 0.6rem; margin-block-end: 1rem; color: var(--soft); }
.site svg { flex: none; width: 1.35rem; height: 1.35rem; color: var(--accent); }
.lead { max-width: 44rem; margin-block-start: 0.75rem; font-size: 1.2rem; color: var(--soft); text-wrap: pretty; }
.columns { display: grid; gap: clamp(2rem, 4vw, 3.5rem); }
.columns > * { min-width: 0; }
.card { padding: clamp(1.1rem, 3vw, 1.6rem); border: 1px solid var(--line); border-radius: 14px; background: var(--card); }
.about { text-wrap: pretty;  margin-block-end: 1.25rem; }
.about + .about { margin-block-start: -0.6rem; }
.address { display: block; }
.address + .address { margin-block-start: 0.9rem; }
.address label { display: block; margin-block-end: 0.3rem; font-weight: 600; }
.field { display: grid; gap: 0.5rem; }
input { min-width: 0; width: 100%; text-overflow: ellipsis; padding: 0.6rem 0.75rem; border: 1px solid var(--edge); border-radius: 8px;
  background: var(--paper); color: var(--ink); font: 0.9rem/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
button { padding: 0.6rem 0.9rem; border: 1px solid transparent; border-radius: 8px; background: var(--accent);
  color: var(--on-accent); font: inherit; font-weight: 600; line-height: 1.4; cursor: pointer; }
details button { border-color: var(--edge); background: var(--paper); color: var(--accent); }
.card h3 { margin-block: 1.4rem 0.6rem; }
.readers { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.readers a { display: block; padding: 0.45rem 0.85rem; border: 1px solid var(--edge); border-radius: 99px; background: var(--paper);
  color: var(--ink); text-decoration: none; }
.readers a:hover { border-color: var(--accent); color: var(--accent); }
details { margin-block-start: 1.4rem; }
summary { padding-block: 0.25rem; font-weight: 600; cursor: pointer; }
details[open] summary { margin-block-end: 0.6rem; }
.items h3 a, .feeds h2 a { color: var(--ink); text-decoration-color: var(--accent); text-decoration-thickness: 2px; }
.items h3 a:hover, .feeds h2 a:hover { color: var(--accent); }
.items li + li { margin-block-start: 1.5rem; padding-block-start: 1.5rem; border-block-start: 1px solid var(--line); }
.items p { margin-block-start: 0.5rem; }
.items .date { margin-block-start: 0.3rem; font-size: 0.95rem; color: var(--soft); }
.feeds { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); }
.feeds p { margin-block-start: 0.5rem; }
.feeds .formats { display: flex; flex-wrap: wrap; gap: 0 1.1rem; font-size: 0.95rem; }
.feeds .formats a, .more a { padding-block: 0.25rem; }
.topics { grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr)); margin-block-start: 2rem; }
.topics .card { padding: 1rem 1.1rem; }
.feeds .formats { margin-block-end: -0.3rem; }
.feeds h2 { margin: 0; font-size: 1.15rem; }
.more { margin-block-start: 2rem; }
footer { padding-block: clamp(2rem, 5vw, 3.5rem); color: var(--soft); }
@media (min-width: 56rem) {
  .columns { grid-template-columns: minmax(0, 25rem) minmax(0, 1fr); align-items: start; }
}
`;
