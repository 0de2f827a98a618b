/** An entry of a feed as some reader sees it. Instants are written `2025-11-04T09:00:00Z`; empty when unknown. */
export interface SeenEntry {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly published: string;
  readonly updated: string;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly summary: string;
  readonly attachments: readonly { readonly url: string; readonly type: string; readonly bytes: number }[];
}

export const fields: readonly (keyof SeenEntry)[];
export function readJsonFeed(text: string): readonly SeenEntry[];
export function compareEntries(
  reader: string,
  format: 'rss' | 'atom' | 'json',
  expected: readonly SeenEntry[],
  seen: readonly SeenEntry[],
): readonly string[];
export function toInstant(date: string | number | Date | null | undefined): string;
export function htmlToText(html: string): string;
