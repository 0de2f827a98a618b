import { type Html, html } from '../pages/html.ts';

/** The pages of the preview, in the order of their menu. */
const MENU = [
  ['/', 'Articles'],
  ['/changes', 'What subscribers will see'],
  ['/documents', 'Documents'],
  ['/phone', 'Feed page on a phone'],
] as const;

export interface FrameOptions {
  /** Of the site. */
  readonly site: string;
  readonly title: string;
  /** Path of the page, or of the page that it belongs to. */
  readonly path: string;
  /** Counts the changes that were seen. */
  readonly revision: number;
}

/** A page of the preview around its content. */
export function writeFrame({ site, title, path, revision }: FrameOptions, content: Html): string {
  const links = MENU.map(([target, name]) => {
    const link =
      target === path
        ? html`<a href="${target}" aria-current="page">${name}</a>`
        : html`<a href="${target}">${name}</a>`;
    return html`<li>${link}</li>`;
  });
  return html`<!DOCTYPE html>
<html lang="en" data-revision="${String(revision)}">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<title>${title} · preview of ${site}</title>
<link rel="stylesheet" href="/preview.css"/>
<script src="/preview.js" defer=""></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>
<p>${site}</p>
<nav aria-label="Preview"><ul>${links}</ul></nav>
<span class="status" role="status"></span>
</header>
<main id="main" tabindex="-1">
<h1>${title}</h1>
${content}</main>
</body>
</html>
`.html;
}

/** A document of its own for one item; only its style counts. @param language of the item */
export function writeViewFrame(
  title: string,
  style: string,
  language: string | undefined,
  content: Html,
): string {
  return html`<!DOCTYPE html>
<html lang="${language ?? 'und'}" dir="auto">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body><main>${content}</main></body>
</html>
`.html;
}
