import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, test } from 'vitest';
import { machine } from '../machine.ts';
import { makeSite, runCli } from '../run-cli.ts';
import { jobEnvironment, run } from '../workflows/run-job.ts';
import { serve, serveHub, type TestServer } from './hub.ts';

const cli = join(import.meta.dirname, '../../lib/cli.js');
const open: TestServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const notify = (folder: string, more: Readonly<Record<string, string>> = {}, ...args: readonly string[]) =>
  run(process.execPath, [cli, 'notify', '--report', 'report.json', ...args], folder, jobEnvironment(more));

/** A site that serves its own output folder, with a hub. */
async function makeLiveSite(extra = '') {
  const [hub, live] = [await serveHub(), { folder: '' }];
  const site = await serve((request, _, response) => {
    try {
      response.end(readFileSync(join(live.folder, 'dist', request.url ?? '')));
    } catch {
      response.writeHead(404).end();
    }
  });
  open.push(hub, site);
  live.folder = makeSite({
    'feedwright.yaml': `site: ${site.url}\ntitle: You\nhub: ${hub.url}\n${extra}`,
    'articles/a.md': '---\ntitle: A\ndate: 2024-01-01\n---\nText.\n',
  });
  return { hub, site, folder: live.folder };
}

const build = (folder: string) =>
  expect(runCli(folder, ['build', '--report', 'report.json']).exitCode).toBe(0);
const topics = ({ notices }: Awaited<ReturnType<typeof serveHub>>) =>
  notices.map((notice) => notice.get('hub.url') ?? '').toSorted();

describe('feedwright notify', () => {
  it('announces the feeds that changed, and no copy at an old path', async () => {
    const { folder, hub, site } = await makeLiveSite(
      'formats: { rss: { path: rss.xml, aliases: [feed.xml] }, json: false }\n',
    );
    build(folder);
    const first = await notify(folder);
    expect(first.exitCode, first.log).toBe(0);
    const urls = ['atom.xml', 'rss.xml'].map((path) => site.url + path);
    expect(first.out.split('\n').filter(Boolean).toSorted()).toEqual(urls.map((url) => `${url}  announced`));
    expect(topics(hub)).toEqual(urls);
    build(folder);
    const second = await notify(folder);
    expect(second).toMatchObject({ exitCode: 0, out: 'No feed changed, so there is nothing to announce.\n' });
    expect(topics(hub)).toEqual(urls);
  });

  it('fails, feed by feed, when another document is live', async () => {
    const { folder, hub, site } = await makeLiveSite('formats: [rss, atom]\n');
    build(folder);
    const elsewhere = makeSite({});
    cpSync(join(folder, 'dist'), elsewhere, { recursive: true });
    writeFileSync(join(folder, 'dist/rss.xml'), '<rss/>');
    const ended = await notify(folder, {}, '--wait', '0', '--output', elsewhere);
    expect(ended.exitCode).toBe(1);
    expect(ended.out).toContain(`${site.url}rss.xml  not announced`);
    expect(ended.out).toContain(`${site.url}atom.xml  announced`);
    expect(ended.log).toContain('error not-announced: ');
    expect(topics(hub)).toEqual([`${site.url}atom.xml`]);
  });

  it('sends the token of the environment, and shows it nowhere', async () => {
    const { folder } = await makeLiveSite();
    let authorization: string | undefined;
    const strict = await serve((request, _, response) => {
      authorization = request.headers.authorization;
      response.writeHead(401).end();
    });
    open.push(strict);
    const config = readFileSync(join(folder, 'feedwright.yaml'), 'utf8');
    writeFileSync(join(folder, 'feedwright.yaml'), config.replace(/^hub: .*$/m, `hub: ${strict.url}`));
    build(folder);
    const ended = await notify(folder, { FEEDWRIGHT_HUB_TOKEN: 's3cret' });
    expect(ended.exitCode).toBe(1);
    expect(ended.log).toContain('was not announced: the hub answers 401.');
    expect(authorization).toBe('Bearer s3cret');
    expect(ended.log).not.toContain('s3cret');
  });

  test.each([
    's3cret\nx: y',
    's3cret ',
    'gehe\u00efm s3cret',
  ])('refuses the token %j without showing it', async (token) => {
    const { folder, hub } = await makeLiveSite();
    build(folder);
    const ended = await notify(folder, { FEEDWRIGHT_HUB_TOKEN: token });
    expect(ended.exitCode).toBe(1);
    expect(ended.log).toContain('error bad-token');
    expect(ended.log).not.toContain('s3cret');
    expect(hub.notices).toEqual([]);
  });

  it('takes no password in the address of the hub, which every feed would show', () => {
    const folder = makeSite({
      'feedwright.yaml': 'site: https://you.example/\ntitle: You\nhub: https://me:s3cret@hub.example/\n',
      'articles/a.md': '---\ntitle: A\ndate: 2024-01-01\n---\nText.\n',
    });
    const ran = runCli(folder, ['build', '--report', 'report.json']);
    expect(ran.exitCode).toBe(1);
    expect(ran.error).toContain('without user name and password, not "https://…@hub.example"');
    expect(ran.out + ran.error + readFileSync(join(folder, 'report.json'), 'utf8')).not.toContain('s3cret');
  });

  it('sends no token without encryption', async () => {
    const folder = makeSite({
      'feedwright.yaml': 'site: https://you.example/\ntitle: You\nhub: http://hub.example/\n',
      'articles/a.md': '---\ntitle: A\ndate: 2024-01-01\n---\nText.\n',
    });
    build(folder);
    const ended = await notify(folder, { FEEDWRIGHT_HUB_TOKEN: 's3cret' });
    expect(ended.log).toContain('FEEDWRIGHT_HUB_TOKEN would be sent without encryption.');
  });

  test.each([
    ['no hub', 'site: https://you.example/\ntitle: You\n', '{"feeds":[]}', 'no-hub'],
    ['no report', '', undefined, 'bad-report'],
    ['no JSON', '', '<rss/>', 'bad-report'],
    ['another report', '', '{"feeds":{}}', 'bad-report'],
    ['a path that climbs', '', '{"feeds":[{"path":"../../etc/passwd","changed":true}]}', 'bad-report'],
    ['a feed that is not there', '', '{"feeds":[{"path":"rss.xml","changed":true}]}', 'bad-report'],
  ])('says what is wrong: %s', (_, config, report, code) => {
    const folder = makeSite({
      'feedwright.yaml': config || 'site: https://you.example/\ntitle: You\nhub: https://hub.example/\n',
      'articles/a.md': '---\ntitle: A\ndate: 2024-01-01\n---\n',
      ...(report === undefined ? {} : { 'report.json': report }),
    });
    const ended = runCli(folder, ['notify', '--report', 'report.json']);
    expect(ended.exitCode).toBe(1);
    expect(ended.error).toContain(`error ${code}: `);
  });

  it.skipIf(!machine.script)(
    'shows in a terminal what it waits for, and nowhere else',
    async () => {
      const { folder } = await makeLiveSite('formats: [rss]\n');
      build(folder);
      const elsewhere = makeSite({});
      cpSync(join(folder, 'dist'), elsewhere, { recursive: true });
      writeFileSync(join(folder, 'dist/rss.xml'), '<rss/>');
      const args = `notify --report report.json --wait 4 --output ${elsewhere}`;
      const inTerminal = (environment: Readonly<Record<string, string>>) =>
        run('script', ['-qec', `${process.execPath} ${cli} ${args}`, '/dev/null'], folder, environment);
      const { CI: _, ...environment } = jobEnvironment({ TERM: 'xterm' });
      const shown = '\r\u001B[2Kwaiting: the live document is still the old one …';
      const [watched, inCi, piped] = await Promise.all([
        inTerminal(environment),
        inTerminal({ ...environment, CI: 'true' }),
        run(process.execPath, [cli, ...args.split(' ')], folder, environment),
      ]);
      expect(watched.out).toContain(shown);
      expect(watched.out).toMatch(/\r\u001B\[2K[^\u001B]*rss\.xml {2}not announced/);
      expect(inCi.out + piped.log).not.toContain('waiting');
      expect(inCi.out).toContain('not announced');
    },
    20_000,
  );

  it('refuses a wait that is no number', () => {
    expect(runCli(makeSite({}), ['notify', '--wait', 'long'])).toMatchObject({ exitCode: 2 });
  });
});
