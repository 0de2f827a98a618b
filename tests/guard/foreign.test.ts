import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { IN_CI, makeSite, runCli } from '../run-cli.ts';

const NUMBERS = [4, 3, 2, 1];
const text = (number: number) => Array.from({ length: 40 }, (_, i) => `s${number}x${(i * i) % 37}`).join(' ');
const date = (number: number) => `2025-01-0${number}T09:00:00Z`;
const url = (number: number) => `https://port.example/2025/story-${number}/`;

/** What another generator published: the same articles in each format, the IDs as the format's own plugin made them. */
const FEEDS = {
  'rss.xml': `<rss version="2.0"><channel><title>Port</title><link>https://port.example/</link><description>D</description><generator>Other</generator>
${NUMBERS.map((n) => `<item><title>Story ${n}</title><link>${url(n)}</link><guid isPermaLink="false">https://port.example/?p=${n}</guid><pubDate>${new Date(date(n)).toUTCString()}</pubDate><description>${text(n)}</description></item>`).join('\n')}
</channel></rss>`,
  'atom.xml': `<feed xmlns="http://www.w3.org/2005/Atom"><title>Port</title><id>https://port.example/</id><updated>${date(4)}</updated><generator>Other</generator>
${NUMBERS.map((n) => `<entry><title>Story ${n}</title><link href="${url(n)}"/><id>tag:port.example,2025:${n}</id><updated>${date(n)}</updated><published>${date(n)}</published><content>${text(n)}</content></entry>`).join('\n')}
</feed>`,
  'feed.json': JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Port',
    items: NUMBERS.map((n) => ({
      ...{ id: `/2025/story-${n}`, url: url(n), title: `Story ${n}` },
      ...{ date_published: date(n), content_html: text(n) },
    })),
  }),
};
type Name = keyof typeof FEEDS;

/** A first build beside the feeds of another generator. */
function open(names: readonly Name[]) {
  const files = NUMBERS.map((n) => [
    `articles/story-${n}.md`,
    `---\ntitle: Story ${n}\ndate: ${date(n)}\n---\n${text(n)}\n`,
  ]);
  const folder = makeSite({
    'feedwright.yaml': 'site: https://port.example/\ntitle: Port\npermalink: /:year/:slug/\n',
    ...Object.fromEntries(files),
    ...Object.fromEntries(names.map((name) => [`old/${name}`, FEEDS[name]])),
  });
  const build = (...args: readonly string[]) => {
    rmSync(join(folder, 'dist'), { recursive: true, force: true });
    cpSync(join(folder, 'old'), join(folder, 'dist'), { recursive: true });
    return runCli(folder, ['build', '--now', '2025-02-01', '--format', 'json', ...args], IN_CI);
  };
  return { folder, build };
}

const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');

/** Writes the id that a hint names into each article. */
function follow(folder: string, problems: readonly { readonly file: string; readonly hint: string }[]): void {
  for (const { file, hint } of problems) {
    const [, id] = /"id: ([^"]+)"/.exec(hint) ?? [];
    expect(id).toBeDefined();
    writeFileSync(join(folder, file), read(folder, file).replace(/---\n(?:id: .*\n)?/, `---\nid: "${id}"\n`));
  }
}

const problemsOf = (out: string) => JSON.parse(out).problems;

describe('a first build beside the feeds of another generator', () => {
  it.each([
    ['rss.xml', '<guid isPermaLink="false">https://port.example/?p=3</guid>'],
    ['atom.xml', '<id>tag:port.example,2025:3</id>'],
    ['feed.json', '"id": "/2025/story-3"'],
  ] as const)('keeps the IDs of %s, as the hints say', (name, id) => {
    const { folder, build } = open([name]);
    const { out, exitCode } = build();
    const problems = problemsOf(out);
    expect([exitCode, problems.map(({ code }: { code: string }) => code)]).toEqual([
      1,
      NUMBERS.map(() => 'id-changed'),
    ]);
    follow(folder, problems);
    expect(build().exitCode).toBe(0);
    expect(read(folder, `dist/${name}`)).toContain(id);
  });

  it('says that no ID is right where each format has its own, and does not send the author in circles', () => {
    const { folder, build } = open(['rss.xml', 'atom.xml', 'feed.json']);
    follow(folder, problemsOf(build().out));
    const next = problemsOf(build().out);
    expect(next[0]).toMatchObject({
      code: 'id-changed',
      message: expect.stringContaining('An article can have only one ID, so some would see it again'),
      hint: expect.stringMatching(
        /use --allow id-changed for one build.*"feedwright adopt dist\/atom.xml --write"/,
      ),
    });
    expect(next.every(({ hint }: { hint: string }) => !hint.includes('"id: '))).toBe(true);
    expect(build('--allow', 'id-changed').exitCode).toBe(0);
    for (const name of ['rss.xml', 'atom.xml', 'feed.json'])
      expect(read(folder, `dist/${name}`)).toContain('https://port.example/?p=3');
    rmSync(join(folder, 'old'), { recursive: true });
    cpSync(join(folder, 'dist'), join(folder, 'old'), { recursive: true });
    expect(build()).toMatchObject({ exitCode: 0 });
    expect(problemsOf(build().out)).toEqual([]);
  });
});
