import { createHash } from 'node:crypto';
import { domainToUnicode } from 'node:url';
import { directionOf } from '../formats/direction.ts';
import { FORMAT_NAMES, FORMAT_TYPES } from '../formats/format-names.ts';
import { readableAccents } from './colour.ts';
import { type Html, html, linkable, verbatim } from './html.ts';
import { SCRIPT } from './script.ts';
import type { PageFeed, PageSite } from './site.ts';
import { writeStyle } from './style.ts';

/** A page around its content. */
export interface Frame {
  readonly site: PageSite;
  /** The language of the words of the page. */
  readonly language: string;
  readonly title: string;
  readonly description: string;
  /** The URL of the page. */
  readonly url: string;
  /** Feeds that a reader finds when it is given the URL of the page (R44). */
  readonly feeds: readonly PageFeed[];
  readonly content: Html;
  readonly withScript: boolean;
  /** What it loads besides: an image, and audio. */
  readonly media?: { readonly image?: string; readonly audio: readonly string[] };
  /** Behind the style of all pages. */
  readonly extraStyle?: string;
}

/** The whole document. */
export function writeFrame(frame: Frame): string {
  const { site, language, title, description, url, content, withScript } = frame;
  const style = writeStyle(readableAccents(site.colour)) + (frame.extraStyle ?? '');
  const script = withScript ? SCRIPT : undefined;
  return html`<!DOCTYPE html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${policy(style, script, frame)}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta name="referrer" content="no-referrer"/>
<title>${title}</title>
<meta name="description" content="${description}"/>
<link rel="canonical" href="${url}"/>
${icon(site.icon)}${frame.feeds.flatMap(discovery)}<style>${verbatim(style)}</style>
</head>
<body>
${content}${
  script === undefined
    ? undefined
    : html`<script>${verbatim(script)}</script>
`
}</body>
</html>
`.html;
}

/** Nothing may be loaded or run but the style and the script of this page, known by their hashes, the icon, and the media of a show (R70). */
function policy(style: string, script: string | undefined, { site: { icon }, media }: Frame): string {
  const images = [icon, media?.image].flatMap((url) => (url === undefined ? [] : [new URL(url).origin]));
  const audio = media?.audio ?? [];
  // A host that counts downloads redirects to others.
  const schemes = audio.some((url) => url.startsWith('http:')) ? 'https: http:' : 'https:';
  const sources = [
    "default-src 'none'",
    `style-src '${hash(style)}'`,
    ...(script === undefined ? [] : [`script-src '${hash(script)}'`]),
    ...(images.length === 0 ? [] : [`img-src ${[...new Set(images)].join(' ')}`]),
    ...(audio.length === 0 ? [] : [`media-src ${schemes}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return sources.join('; ');
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function icon(url: string | undefined): Html | undefined {
  return url === undefined ? undefined : html`<link rel="icon" href="${linkable(url)}"/>\n`;
}

function discovery({ title, documents }: PageFeed): readonly Html[] {
  return documents.map(
    ({ format, url }) =>
      html`<link rel="alternate" type="${FORMAT_TYPES[format]}" title="${title} (${FORMAT_NAMES[format]})" href="${url}"/>\n`,
  );
}

/** The symbol of feeds and the host of the site, which leads home. */
export function writeSiteLine({ home }: PageSite): Html {
  return html`<p class="site"><svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" aria-hidden="true"><path d="M4 11a9 9 0 0 1 9 9M4 4a16 16 0 0 1 16 16"/><circle cx="5.5" cy="18.5" r="1.2" fill="currentColor"/></svg><a href="${linkable(home)}" dir="ltr">${hostOf(home)}</a></p>`;
}

function hostOf(home: string): string {
  const { hostname, port, pathname } = new URL(home);
  const host = domainToUnicode(hostname) + (port === '' ? '' : `:${port}`);
  return host + (pathname === '/' ? '' : pathname.replace(/\/$/, ''));
}
