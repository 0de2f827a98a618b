import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { build } from '../../src/build.ts';
import { loadConfig } from '../../src/config/load.ts';
import { MANIFEST_PATH } from '../../src/manifest/manifest.ts';
import type { BuildReport } from '../../src/model/index.ts';
import { listFiles } from '../list-files.ts';

const made: string[] = [];
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** After every article of these tests. */
export const NOW = Date.UTC(2030, 0, 1);

/** A folder with a configuration and articles; `site` and `title` of the configuration are given. */
export function makeSite(settings: string, articles: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'feedwright-feeds-'));
  made.push(folder);
  const base = 'site: https://example.org/\ntitle: Site\narticles: articles\n';
  writeFileSync(join(folder, 'feedwright.yaml'), base + settings);
  for (const [name, text] of Object.entries(articles)) writeArticle(folder, name, text);
  return folder;
}

export function writeArticle(folder: string, name: string, text: string): void {
  const path = join(folder, 'articles', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** An article with this front matter and a short body. */
export function article(frontMatter: Readonly<Record<string, unknown>>, body = 'Text.'): string {
  const lines = Object.entries(frontMatter).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  return `---\n${lines.join('')}---\n${body}\n`;
}

/** Builds a folder as the command does. */
export function buildSite(folder: string): BuildReport {
  const { config, problems } = loadConfig({ workingDirectory: folder });
  if (!config) throw new Error(JSON.stringify(problems, null, 2));
  return build(config, { now: NOW });
}

/** The texts of all written files by path below the output folder, without the manifest. */
export function readOutput(folder: string): ReadonlyMap<string, string> {
  const output = join(folder, 'dist');
  const paths = listFiles(output).filter((path) => basename(path) !== MANIFEST_PATH);
  return new Map(paths.map((path) => [path, readFileSync(join(output, path), 'utf8')]));
}

/** The titles of a JSON Feed document. */
export function titlesOf(text: string | undefined): readonly string[] {
  const feed: { items: readonly { title: string }[] } = JSON.parse(text ?? '{"items":[]}');
  return feed.items.map(({ title }) => title);
}
