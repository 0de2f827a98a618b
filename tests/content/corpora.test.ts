import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findActiveMarkup, findParseErrors, normalize, readProse, renderBody, reparse } from './reading.ts';

const corpora = join(import.meta.dirname, '../../../shared/corpora');
const folders = ['babel', 'jekyll-docs', 'jekyll-edge-cases', 'rust-blog-2023', 'rust-blog-toml'];
const ARTICLE = /\.(?:md|mdx|markdown|mkdn|html|text|Rmd)$/;
const FRONT_MATTER =
  /^\ufeff?(?:---[ \t]*\r?\n[\s\S]*?\r?\n---|\+\+\+[ \t]*\r?\n[\s\S]*?\r?\n\+\+\+)[ \t]*(?:\r?\n|$)/;

interface Body {
  readonly file: string;
  readonly text: string;
}

function readBodies(folder: string): Body[] {
  const root = join(corpora, folder, 'articles');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => ARTICLE.test(file) && statSync(join(root, file)).isFile())
    .toSorted()
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8').replace(FRONT_MATTER, '') }));
}

/** The body was written as if it were the name of a template construct in prose: only these are meant here. */
const TEMPLATE_CODE = /\{\{|\{%|\{:|:::|\[caption|^\s*import\s[^'"\n]*\sfrom\s+['"]/m;

describe.skipIf(!existsSync(corpora)).each(folders)('every article of %s', (folder) => {
  const bodies = existsSync(corpora) ? readBodies(folder) : [];
  const rendered = bodies.map(({ file, text }) => {
    const format = file.endsWith('.html') ? ('html' as const) : ('markdown' as const);
    return { file, ...renderBody(text, { file, format, title: 'None of these' }) };
  });
  const listWhere = (find: (html: string) => readonly string[]) =>
    rendered.flatMap(({ file, html }) => find(html).map((found) => `${file}: ${found}`));

  it('is there and is rendered', () => {
    expect(rendered.length).toBeGreaterThan(5);
    const lost = rendered.filter(({ html, problems }) => html === '' && problems.length === 0);
    expect(
      lost.filter(({ file }) => bodies.some((body) => body.file === file && body.text.trim() !== '')),
    ).toEqual([]);
  });

  it('shows no template code outside code (facts 19 to 21)', () => {
    expect(listWhere((html) => TEMPLATE_CODE.exec(readProse(html)) ?? [])).toEqual([]);
  });

  it('has absolute URLs only and nothing active (R23, R25)', () => {
    expect(listWhere(findActiveMarkup)).toEqual([]);
  });

  it('parses without errors of nesting, to what was written', () => {
    expect(listWhere(findParseErrors)).toEqual([]);
    expect(rendered.filter(({ html }) => reparse(html) !== normalize(html)).map(({ file }) => file)).toEqual(
      [],
    );
  });

  it('has warnings only, each at a line of the body', () => {
    expect(
      rendered.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error')),
    ).toEqual([]);
  });
});
