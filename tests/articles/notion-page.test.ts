import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { insertId } from '../../src/articles/insert-id.ts';
import { expectLinearTime } from '../growth.ts';
import { makeSite, runCli } from '../run-cli.ts';

const ID = '0123456789abcdef0123456789abcdef';
const OTHER = 'fedcba9876543210fedcba9876543210';
const SITE = 'site: https://example.org/\ntitle: Blog\narticles: export\n';
const PAGE =
  '# Our first walk\n\nDate: March 3, 2025 → March 5, 2025\nTags: travel, food\n\nHello: a **walk**.\n';

interface Item {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly date_published: string;
  readonly content_html: string;
  readonly tags?: readonly string[];
}

function build(files: Readonly<Record<string, string>>): {
  readonly items: readonly Item[];
  readonly error: string;
} {
  const root = makeSite({ 'feedwright.yaml': SITE, ...files });
  const { error } = runCli(root, ['build', '--now', '2025-11-01T00:00:00Z']);
  try {
    return { items: JSON.parse(readFileSync(join(root, 'dist/feed.json'), 'utf8')).items, error };
  } catch {
    return { items: [], error };
  }
}

describe('a page that Notion exported', () => {
  it('has the title of its heading, its properties, and a URL without the ID of the page', () => {
    const { items, error } = build({ [`export/Blog ${OTHER}/Our first walk ${ID}.md`]: PAGE });
    expect(error).toBe('');
    expect(items).toMatchObject([
      {
        title: 'Our first walk',
        url: 'https://example.org/Blog/Our%20first%20walk/',
        date_published: '2025-03-03T00:00:00Z',
        tags: ['travel', 'food'],
        content_html: '<p>Hello: a <strong>walk</strong>.</p>',
      },
    ]);
  });

  it('is linked to by its file', () => {
    const { items } = build({
      [`export/A ${ID}.md`]: `# A\n\nDate: 2025/03/03 10:30 AM\n\n[B](B%20${OTHER}.md)\n`,
      [`export/B ${OTHER}.md`]: '# B\n\nCreated time: March 1, 2025 9:00 AM\n\nText\n',
    });
    expect(items[0]?.content_html).toContain('<a href="https://example.org/B/">B</a>');
    expect(items.map(({ date_published: date }) => date)).toEqual([
      '2025-03-03T10:30:00Z',
      '2025-03-01T09:00:00Z',
    ]);
  });

  it.each(['Status: Draft', 'Published: No', 'Status: In progress'])('is no article with %j', (property) => {
    const page = `# A\n\nDate: March 3, 2025\n${property}\n\nText\n`;
    const { items } = build({ [`export/A ${ID}.md`]: page, [`export/B ${OTHER}.md`]: PAGE });
    expect(items.map(({ title }) => title)).toEqual(['Our first walk']);
  });

  it('is read as any other Markdown under another name, or without properties', () => {
    const { items } = build({
      'export/2025-03-03-walk.md': PAGE,
      [`export/2025-03-04 Note ${ID}.md`]: '# Note\n\nA sentence. So: no property.\n',
    });
    expect(items.map(({ content_html: html }) => html)).toEqual([
      '<p>A sentence. So: no property.</p>',
      expect.stringContaining('Date: March 3, 2025'),
    ]);
  });

  it('gets an ID among its properties', () => {
    const inserted = insertId(Buffer.from(PAGE), 'https://old.example/a', undefined, `/x/A ${ID}.md`);
    if (inserted.kind !== 'inserted') throw new Error(inserted.kind);
    expect(inserted.bytes.toString()).toBe(PAGE.replace('Date:', 'id: https://old.example/a\nDate:'));
    const { items } = build({ [`export/A ${ID}.md`]: inserted.bytes.toString() });
    expect(items).toMatchObject([{ id: 'https://old.example/a', title: 'Our first walk' }]);
  });

  it('is read in time that grows with its length', () => {
    expectLinearTime((size) => {
      const text = `# A\n\nDate: 2025/03/03\n${'a '.repeat(size)}`;
      void insertId(Buffer.from(text), 'https://old.example/a', undefined, `A ${ID}.md`);
    }, 200_000);
  });
});
