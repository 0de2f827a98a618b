import type { PlannedDocument } from '../model/index.ts';
import { FORMAT_TYPES } from './format-names.ts';

export interface HeaderSettings {
  /** WebSub hub. */
  readonly hub?: string | undefined;
  /** Minutes that readers may keep a feed. @default 15 */
  readonly ttl?: number | undefined;
}

const DEFAULT_MINUTES = 15;

/**
 * The file `_headers` that Netlify, Cloudflare Pages and others read: for every document its type, how long it may be kept,
 * and the WebSub links (W3C WebSub §4, R43). One rule for each document, the default feed first: some hosts read the first hundred.
 */
export function writeHeaders(documents: readonly PlannedDocument[], { hub, ttl }: HeaderSettings): string {
  const age = (ttl ?? DEFAULT_MINUTES) * 60;
  return documents
    .map(({ format, url }) => {
      const { pathname, href } = new URL(url);
      const links =
        hub === undefined ? '' : `  Link: <${new URL(hub).href}>; rel="hub", <${href}>; rel="self"\n`;
      return (
        `${pathname}\n` +
        `  Content-Type: ${FORMAT_TYPES[format]}; charset=utf-8\n` +
        `  Cache-Control: public, max-age=${age}\n` +
        `  X-Content-Type-Options: nosniff\n${links}`
      );
    })
    .join('\n');
}
