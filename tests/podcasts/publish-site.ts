import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../src/build.ts';
import { loadConfig } from '../../src/config/load.ts';
import { makeSite } from '../run-cli.ts';

/** Builds a site of these files, after the dates of all articles: what was said of it, and the documents, if its configuration is valid. */
export function publishSite(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = makeSite(files);
  const { config, problems } = loadConfig({ workingDirectory: folder });
  const built = config ? build(config, { now: Date.parse('2026-01-01') }).problems : [];
  const read = (path: string) => (config ? readFileSync(join(folder, 'dist', path), 'utf8') : '');
  return { problems: [...problems, ...built], read };
}
