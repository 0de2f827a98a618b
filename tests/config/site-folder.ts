import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { type LoadedConfig, type LoadOptions, loadConfig } from '../../src/config/load.ts';

const made: string[] = [];
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder with these files; a name that ends with `/` is an empty folder. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'feedwright-config-'));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(name.endsWith('/') ? path : dirname(path), { recursive: true });
    if (!name.endsWith('/')) writeFileSync(path, content);
  }
  return folder;
}

/** Loads a feedwright.yaml with this text from a folder of its own, which holds `articles/` and `notes/`. */
export function loadText(text: string, flags: LoadOptions['flags'] = {}): LoadedConfig {
  const folder = makeFolder({ 'feedwright.yaml': text, 'articles/': '', 'notes/': '' });
  return loadConfig({ workingDirectory: folder, flags });
}

/** Code, line and column of each problem, as `code@line:column`. */
export function listPlaces({ problems }: LoadedConfig): readonly string[] {
  return problems.map(({ code, line, column }) => `${code}@${line}:${column ?? '-'}`);
}

export const GOOD = `site: https://example.com/
title: Harbour News
description: News from the harbour
language: en
timeZone: Europe/Berlin
authors:
  - Ada Lovelace <ada@example.com>
  - name: Grace Hopper
    email: grace@example.com
    url: /grace/
    avatar: https://example.com/grace.png
articles: articles
exclude:
  - drafts/**
output: public
permalink: /:year/:month/:day/:slug/
id: tag:example.com,2024:/:slug
limit: 30
content: summary
formats:
  rss: feed.xml
  atom: feeds/atom.xml
  json: false
image: /logo.png
icon: icon.png
copyright: © Harbour News
hub: https://hub.example.com/
ttl: 60
preset: jekyll
onError: skip
pages:
  index: follow/index.html
  colour: '#0a5c8f'
lists: { opml: blog.opml, headers: true, links: false }
`;
