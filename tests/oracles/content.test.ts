import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Fact, readFacts } from '../content/facts-of.ts';
import { machine } from '../machine.ts';
import { copySite, runCli } from '../run-cli.ts';
import { makeHistory } from './make-history.mjs';

const NOW = ['--now', '2026-11-01T00:00:00Z'];
/** Smaller sites hold the URLs of a tool and hardly any text. */
const ENOUGH = 5;

interface Recorded {
  readonly file: string;
  readonly live: boolean;
  readonly url?: string;
  /** The HTML that the tool made of the body. */
  readonly html?: string;
}

const TOOLS = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((each) => each.isDirectory());
const sites = TOOLS.flatMap(({ name: tool }) =>
  readdirSync(join(import.meta.dirname, tool)).map((site) => ({ tool, site })),
);

/** What we show, by URL. */
function publish(work: string): ReadonlyMap<string, string> {
  runCli(work, ['init', ...NOW]);
  const config = join(work, 'feedwright.yaml');
  const text = readFileSync(config, 'utf8').replace(
    /^(?:limit|formats|built|published|onError):.*(?:\n[ \t]+.*)*/gm,
    '',
  );
  writeFileSync(
    config,
    `${text}\nlimit: 1000\nonError: skip\nformats: { json: of-test.json }\noutput: of-test\n`,
  );
  const { error } = runCli(work, ['build', ...NOW]);
  const file = join(work, 'of-test/of-test.json');
  if (!existsSync(file)) throw new Error(error);
  const items: readonly { url: string; content_html?: string }[] = JSON.parse(
    readFileSync(file, 'utf8'),
  ).items;
  return new Map(items.map(({ url, content_html = '' }) => [url, content_html]));
}

/** Facts in which we mean to differ from what the tool shows; their reasons are beside them. */
function listNamed(folder: string): readonly string[] {
  const path = join(folder, 'differences.json');
  const named: readonly { file: string; fact: string }[] = existsSync(path)
    ? JSON.parse(readFileSync(path, 'utf8'))
    : [];
  const facts = Object.keys(readFacts('', 'https://example.org/'));
  return named.flatMap(({ file, fact }) => (facts.includes(fact) ? [`${fact} of ${file}`] : []));
}

describe.each(sites)('$tool: $site', ({ tool, site }) => {
  const folder = join(import.meta.dirname, tool, site);
  const { articles }: { readonly articles: readonly Recorded[] } = JSON.parse(
    readFileSync(join(folder, 'recorded.json'), 'utf8'),
  );
  const isPossible = machine.git || !existsSync(join(folder, 'history.json'));
  const recorded = articles.filter(({ html }) => html !== undefined);

  it.runIf(isPossible && recorded.length >= ENOUGH)('shows of each article what the tool shows', () => {
    const work = copySite(join(folder, 'site'));
    makeHistory(folder, work);
    const ours = publish(work);
    const wrong: Record<string, string> = {};
    let compared = 0;
    for (const { file, url = '', html: theirHtml = '' } of recorded) {
      const html = ours.get(url);
      if (html === undefined) continue;
      compared++;
      const [mine, theirs] = [readFacts(html, url), readFacts(theirHtml, url)];
      for (const fact of Object.keys(theirs) as Fact[])
        if (JSON.stringify(mine[fact]) !== JSON.stringify(theirs[fact]))
          wrong[`${fact} of ${file}`] = `${JSON.stringify(theirs[fact])} here ${JSON.stringify(mine[fact])}`;
    }
    expect(wrong).toEqual(Object.fromEntries(listNamed(folder).map((key) => [key, expect.anything()])));
    expect(compared).toBeGreaterThan(0);
  });
});
