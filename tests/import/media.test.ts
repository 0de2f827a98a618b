import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { listFiles } from '../list-files.ts';
import { startServer } from '../local-server.ts';
import { makeSite, runCli } from '../run-cli.ts';
import { mastodonOutbox, TUMBLR, wordPressExport, wordPressItem, zip } from './exports.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(listener: RequestListener): Promise<string> {
  const { url, server } = await startServer(listener);
  servers.push(server);
  return url;
}

const run = promisify(execFile);

/** Runs an import to its end, while the servers of the test answer. */
async function importFrom(folder: string, ...args: readonly string[]): Promise<string> {
  const cli = join(import.meta.dirname, '../../lib/cli.js');
  const { stdout, stderr } = await run(process.execPath, [cli, 'import', ...args], { cwd: folder });
  return stdout + stderr;
}

test('--media brings the files of the site to their paths and images of other hosts to media, once', async () => {
  const asked: string[] = [];
  const other = await serve((request, response) => {
    asked.push(`other ${request.url}`);
    const isPage = request.url === '/login.png';
    response.setHeader('content-type', isPage ? 'text/html' : 'image/webp');
    response.end('webp');
  });
  const site = await serve((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/gone.png') response.statusCode = 404;
    response.setHeader('content-type', 'image/jpeg');
    response.end('jpeg');
  });
  const body = (host: string) => `<p>See <a href="${site}/up/big%20one.jpg">it</a>:</p>
<p><picture><source srcset="${host}/small.webp 1x"><img src="${host}/Photo?w=3&amp;h=4" srcset="${host}/Photo?w=9 2x" alt="P"></picture></p>
<p><img src="/up/a.jpg?w=300"><img src="${site}/gone.png"><img src="${host}/login.png"></p>
<p><a href="${site}/tools/run.php">Run</a> <a href="${host}/paper.pdf">Paper</a></p>`;
  const item = (id: number, html: string, more = '') =>
    wordPressItem({ id, body: html, more }).replaceAll('https://harbour.example', site);
  const hidden = item(2, `<img src="${site}/hidden.jpg">`, '<wp:post_password>sesame</wp:post_password>');
  const exported = wordPressExport([item(1, body(other)), hidden]).replaceAll(
    'https://harbour.example',
    site,
  );
  const folder = makeSite({ 'export.xml': exported });
  const printed = await importFrom(folder, 'export.xml', '--media', '--site', site);
  expect(printed).toContain('Saved 3 files that these articles use.\n');
  const files = listFiles(join(folder, 'static'));
  expect(files).toEqual([
    expect.stringMatching(/^media\/127-0-0-1\/photo-[0-9a-f]{8}\.webp$/),
    'up/a.jpg',
    'up/big one.jpg',
  ]);
  expect(printed).toContain(`"${site}/gone.png" answers 404, so articles still use this URL.`);
  expect(printed).toContain(`"${other}/login.png" is not an image`);
  const article = readFileSync(join(folder, 'articles/2024-05-02-post-1.md'), 'utf8');
  expect(article).toContain(`/${files[0]}`);
  expect(article).not.toContain('srcset');
  expect(article).toContain('/up/a.jpg?w=300');
  expect(article).toContain(`${other}/login.png`);
  expect(asked).not.toContain('/hidden.jpg');
  asked.length = 0;
  writeFileSync(join(folder, 'static/up/a.jpg'), 'mine');
  expect(await importFrom(folder, 'export.xml', '--media', '--site', site)).toContain(
    'Saved 0 files that these articles use. 2 were there already.',
  );
  expect(asked).toEqual(['/gone.png']);
  expect(readFileSync(join(folder, 'static/up/a.jpg'), 'utf8')).toBe('mine');
}, 60_000);

test('what a document names leads neither to this machine nor out of the folder', async () => {
  const asked: string[] = [];
  const site = await serve((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('content-type', 'image/png');
    response.end('png');
  });
  const { port } = new URL(site);
  const body = [
    '/../../evil.png',
    '/%2e%2e%2f%2e%2e%2fevil.png',
    '/a%00.png',
    '/.git/x.png',
    '/con.png',
    '/out/x.png',
  ]
    .map((path) => `<img src="${site}${path}">`)
    .join('');
  const item = wordPressItem({ id: 1, body: `${body}<img src="http://localhost:${port}/private.png">` });
  const folder = makeSite({
    'export.xml': wordPressExport([item]).replaceAll('https://harbour.example', site),
    'else/x': '',
  });
  const unnamed = runCli(folder, ['import', 'export.xml', '--media', '--site', 'https://you.example/']);
  expect(unnamed.error).toContain('is not at a public address');
  expect(asked).toEqual([]);
  const linked = makeSite({ 'export.xml': readFileSync(join(folder, 'export.xml')), 'static/x': '' });
  const away = makeSite({});
  symlinkSync(away, join(linked, 'static/out'));
  const printed = await importFrom(linked, 'export.xml', '--media', '--site', site);
  expect(asked).toEqual(['/evil.png', '/out/x.png']);
  expect(listFiles(join(linked, 'static'))).toEqual(['evil.png', 'x']);
  expect(listFiles(away)).toEqual([]);
  expect(printed).toContain("can't be written");
  expect(printed).toContain(`"http://localhost:${port}/private.png" is not at a public address`);
}, 60_000);

test('images that only the export has are unpacked with --media, and counted without', () => {
  const outbox = JSON.parse(mastodonOutbox());
  outbox.orderedItems[0].object.attachment = [
    { mediaType: 'image/png', url: '/media_attachments/files/1/rope.png', name: 'A rope' },
  ];
  const page = (TUMBLR['posts/html/150000000001.html'] ?? '').replace(
    '<div id="footer">',
    '<img src="../../media/1_0.jpg" alt="Knot"><div id="footer">',
  );
  const archives = {
    'mastodon.zip': zip({
      'outbox.json': JSON.stringify(outbox),
      'media_attachments/files/1/rope.png': 'png',
    }),
    'tumblr.zip': zip({ 'posts/html/150000000001.html': page, 'media/1_0.jpg': 'jpg' }),
  };
  for (const [name, path] of [
    ['mastodon.zip', 'media/media_attachments/files/1/rope.png'],
    ['tumblr.zip', 'media/media/1_0.jpg'],
  ] as const) {
    const named = [name, '--site', 'https://you.example/', '--title', 'You'];
    const without = makeSite({ [name]: archives[name] });
    expect(runCli(without, ['import', ...named]).out).toContain(
      '1 file that only the export has (--media brings them)',
    );
    const folder = makeSite({ [name]: archives[name] });
    expect(runCli(folder, ['import', ...named, '--media']).out).toContain(
      'Saved 1 file that these articles use.',
    );
    expect(listFiles(join(folder, 'static'))).toEqual([path]);
    runCli(folder, ['build']);
    expect(readFileSync(join(folder, 'dist/feed.json'), 'utf8')).toContain(`https://you.example/${path}`);
    expect(
      readFileSync(join(without, 'articles', readdirSync(join(without, 'articles'))[0] ?? ''), 'utf8'),
    ).not.toContain('archive:');
  }
});
