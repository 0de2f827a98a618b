import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build.ts';
import { loadConfig } from '../../src/config/load.ts';
import { listArticles } from '../../src/list.ts';
import { makeSite } from '../run-cli.ts';
import { randomSite } from './random-site.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');
/** More runs find more: `FEEDWRIGHT_FUZZ=5000 npx vitest run tests/fuzz`. */
const RUNS = Number(process.env.FEEDWRIGHT_FUZZ ?? 60);

interface Seen {
  readonly id: string;
  readonly title: string;
  readonly url: string;
}

const elements = (parent: XmlElement, name: string) =>
  parent.children.filter((child): child is XmlElement => 'name' in child && child.name === name);
const textOf = (parent: XmlElement, name: string) => elements(parent, name)[0]?.text ?? '';

function readRss(text: string): readonly Seen[] {
  const [channel] = elements(parseXml(text).root as XmlElement, 'channel');
  return elements(channel as XmlElement, 'item').map((item) => ({
    id: textOf(item, 'guid'),
    title: textOf(item, 'title'),
    url: textOf(item, 'link'),
  }));
}

function readAtom(text: string): readonly Omit<Seen, 'id'>[] {
  return elements(parseXml(text).root as XmlElement, 'entry').map((entry) => ({
    title: textOf(entry, 'title'),
    url:
      elements(entry, 'link').find(({ attributes }) => attributes.rel === 'alternate')?.attributes.href ?? '',
  }));
}

function readJson(text: string): readonly Seen[] {
  const { items } = JSON.parse(text) as { items: readonly { id: string; title?: string; url?: string }[] };
  return items.map(({ id, title = '', url = '' }) => ({ id, title, url }));
}

/** Every document of a folder is what it says it is, to parsers that are not ours. */
function checkDocuments(output: string): void {
  for (const path of readdirSync(output, { recursive: true, encoding: 'utf8' })) {
    if (/\.(?:xml|opml)$/.test(path)) parseXml(readFileSync(join(output, path), 'utf8'));
    if (/\.json$/.test(path)) JSON.parse(readFileSync(join(output, path), 'utf8'));
  }
  const [rss, atom, json] = ['rss.xml', 'atom.xml', 'feed.json'].map((name) =>
    readFileSync(join(output, name), 'utf8'),
  );
  const items = readJson(json ?? '');
  expect(readRss(rss ?? '')).toEqual(items);
  // Atom has no entry without a title (RFC 4287 §4.1.2).
  const titled = readAtom(atom ?? '').map((entry, index) =>
    items[index]?.title === '' ? { ...entry, title: '' } : entry,
  );
  expect(titled).toEqual(items.map(({ title, url }) => ({ title, url })));
}

describe('any site', () => {
  it(`is built without an exception, as three equal feeds of well-formed documents, and not again (${RUNS} sites)`, () => {
    let built = 0;
    fc.assert(
      fc.property(randomSite, (files) => {
        const folder = makeSite(files);
        const { config } = loadConfig({ workingDirectory: folder });
        if (config) {
          const first = build(config, { now: NOW });
          listArticles(config, NOW);
          if (first.feeds.length > 0) {
            built++;
            checkDocuments(config.output);
            const second = build(config, { now: NOW });
            expect(second.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
            expect([...second.feeds, ...second.companions].filter(({ changed }) => changed)).toEqual([]);
          }
        }
        rmSync(folder, { recursive: true });
      }),
      { numRuns: RUNS },
    );
    // A generator whose sites are all refused would prove nothing.
    expect(built).toBeGreaterThan(RUNS / 4);
  });
});
