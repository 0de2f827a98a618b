import { parseAtomFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { npmReaders } from '../readers/npm-readers.ts';
import { article, buildSite, makeSite, readOutput } from './site.ts';

const SETTINGS = 'language: en\nfeeds: [{ by: language }]\n';
const date = '2024-01-01';

/** What each article of the main feed says of its translations, by title. */
function translationsOf(settings: string, articles: Readonly<Record<string, string>>) {
  const folder = makeSite(settings, articles);
  buildSite(folder);
  const output = readOutput(folder);
  const atom = (parseAtomFeed(output.get('atom.xml') ?? '').entries ?? []).map(({ title, links = [] }) => [
    title?.value,
    links
      .filter(({ rel }) => rel === 'https://schema.org/workTranslation')
      .map(({ hreflang, href }) => `${hreflang} ${href?.replace('https://example.org', '')}`),
  ]);
  return { output, atom: Object.fromEntries(atom) };
}

describe('translations of an article are linked with their language', () => {
  it('when they have the same path in folders of languages', () => {
    const { atom, output } = translationsOf(SETTINGS, {
      'en/hello.md': article({ title: 'Hello', date, lang: 'en' }),
      'de/2024-01-02-hello.md': article({ title: 'Hallo', lang: 'de' }),
      'pt-br/hello.md': article({ title: 'Olá', date, lang: 'pt_BR' }),
      'de/other.md': article({ title: 'Anderes', date, lang: 'de' }),
    });
    expect(atom).toEqual({
      Hello: ['de /de/2024-01-02-hello/', 'pt-BR /pt-br/hello/'].map((link) =>
        link.replace('2024-01-02-', ''),
      ),
      Hallo: ['en /en/hello/', 'pt-BR /pt-br/hello/'],
      Olá: ['de /de/hello/', 'en /en/hello/'],
      Anderes: [],
    });
    const { items } = JSON.parse(output.get('de/feed.json') ?? '');
    expect(items[0]._translations[0]).toEqual({ language: 'en', url: 'https://example.org/en/hello/' });
  });

  it('when file names end with the language, or a key says so', () => {
    const { atom } = translationsOf(`${SETTINGS}preset: hugo\n`, {
      'a.md': article({ title: 'A', date }),
      'a.de.md': article({ title: 'A auf Deutsch', date }),
      'b.md': article({ title: 'B', date, translationKey: 'x' }),
      'ganz-anders.de.md': article({ title: 'B auf Deutsch', date, translationKey: 'x' }),
    });
    expect(Object.values(atom).map((links) => (links as string[]).map((link) => link.slice(0, 2)))).toEqual(
      expect.arrayContaining([['de'], ['en'], ['de'], ['en']]),
    );
  });

  it('not when two of them have one language, and not without feeds by language', () => {
    const twice = {
      'en/a.md': article({ title: 'A', date, lang: 'en', ref: 'x' }),
      'de/b.md': article({ title: 'B', date, lang: 'de', ref: 'x' }),
      'de/c.md': article({ title: 'C', date, lang: 'de', ref: 'x' }),
    };
    expect(translationsOf(SETTINGS, twice).atom).toEqual({ A: [], B: [], C: [] });
    const { 'de/c.md': _, ...once } = twice;
    expect(translationsOf('', once).atom).toEqual({ A: [], B: [] });
    expect(translationsOf(SETTINGS, once).atom.A).toHaveLength(1);
  });

  it('not in archives, which a later translation would change (R42)', () => {
    const folder = makeSite(
      `${SETTINGS}limit: 5\narchive: { size: 5 }\n`,
      Object.fromEntries(
        Array.from({ length: 12 }, (_, index) => [
          `${index % 2 ? 'en' : 'de'}/a${index >> 1}.md`,
          article({ title: `A ${index}`, date: `2024-01-${index + 10}`, lang: index % 2 ? 'en' : 'de' }),
        ]),
      ),
    );
    buildSite(folder);
    const output = readOutput(folder);
    expect(output.get('atom.xml')).toContain('workTranslation');
    expect(output.get('archive/1/atom.xml')).not.toContain('workTranslation');
  });

  it.each(npmReaders)('and $name still opens the article itself ($format)', async (reader) => {
    const { output } = translationsOf(SETTINGS, {
      'en/a.md': article({ title: 'A', date, lang: 'en' }),
      'de/a.md': article({ title: 'B', date, lang: 'de' }),
    });
    const file = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' }[reader.format];
    const entries = await reader.read(output.get(`de/${file}`) ?? '');
    expect(entries.map(({ url }) => url)).toEqual(['https://example.org/de/a/']);
  });
});
