import type { lookup } from 'node:dns';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchDocument } from '../../src/network/fetch.ts';
import { isPrivateAddress } from '../../src/network/private-address.ts';
import type { Resolver } from '../../src/network/request.ts';

/** One machine stands for the internet, the other for the network of whoever runs the command. */
const [PUBLIC, PRIVATE] = ['127.0.0.1', '127.0.0.2'];
/** Requests to each. */
const asked: string[] = [];
/** Where `/go` leads. */
let target = '';

const servers = [PUBLIC, PRIVATE].map((address) =>
  createServer((request, response) => {
    asked.push(`${address}${request.url}`);
    if (request.url === '/go') response.writeHead(302, { location: target }).end();
    else response.end('<rss/>');
  }),
);
const listen = (server: Server, port: number, host = PUBLIC) =>
  new Promise<void>((ready) => server.listen(port, host, ready));
let port = 0;

beforeAll(async () => {
  if (process.platform === 'darwin') return;
  const [open, inner] = servers as [Server, Server];
  await listen(open, 0);
  port = (open.address() as AddressInfo).port;
  await listen(inner, port, PRIVATE);
});
afterAll(() => {
  for (const server of servers) server.close();
});

/** Names and the addresses that each lookup in turn gives for them; the last stays. */
function resolve(names: Readonly<Record<string, readonly (readonly string[])[]>>): Resolver {
  const times = new Map<string, number>();
  const look = ((host: string, { all }: { all?: boolean }, done: (...found: unknown[]) => void) => {
    const time = times.get(host) ?? 0;
    times.set(host, time + 1);
    const answers = names[host] ?? [];
    const found = (answers[Math.min(time, answers.length - 1)] ?? []).map((address) => ({
      address,
      family: 4,
    }));
    if (found.length === 0) done(Object.assign(new Error(host), { code: 'ENOTFOUND' }), '');
    else if (all) done(null, found);
    else done(null, found[0]?.address, 4);
  }) as unknown as typeof lookup;
  return { lookup: look, isPrivate: (address) => address === PRIVATE };
}

/** Fetches `/go` of a host, which leads to another place. */
async function go(named: string, to: string, names: Parameters<typeof resolve>[0]): Promise<string> {
  asked.length = 0;
  target = to.replace(':PORT', `:${port}`);
  const fetched = await fetchDocument(`http://${named}:${port}/go`, { resolver: resolve(names) });
  return 'problem' in fetched ? fetched.problem.message.replaceAll(`:${port}`, '') : 'fetched';
}

const NO_PUBLIC = 'which is not a public address.';

/** Linux and Windows take all of 127.0.0.0/8 for this machine. */
describe.skipIf(process.platform === 'darwin')('a redirect', () => {
  it('leads to another public host', async () => {
    expect(
      await go('a.test', 'http://b.test:PORT/feed', { 'a.test': [[PUBLIC]], 'b.test': [[PUBLIC]] }),
    ).toBe('fetched');
    expect(asked).toEqual([`${PUBLIC}/go`, `${PUBLIC}/feed`]);
  });

  it.each([
    ['a name of one', 'http://inner.test:PORT/'],
    ['its address', `http://${PRIVATE}:PORT/`],
    ['its address in another notation', 'http://0x7f000002:PORT/'],
    ['a name of two hosts', 'http://both.test:PORT/'],
  ])('leads to no private host: %s', async (_, to) => {
    const names = { 'a.test': [[PUBLIC]], 'inner.test': [[PRIVATE]], 'both.test': [[PUBLIC, PRIVATE]] };
    expect(await go('a.test', to, names)).toContain(NO_PUBLIC);
    expect(asked).toEqual([`${PUBLIC}/go`]);
  });

  it('connects to the address that was checked, whatever the name stands for a moment later', async () => {
    const names = { 'a.test': [[PUBLIC]], 'turns.test': [[PUBLIC], [PRIVATE]] };
    expect(await go('a.test', 'http://turns.test:PORT/feed', names)).toBe('fetched');
    expect(asked).toEqual([`${PUBLIC}/go`, `${PUBLIC}/feed`]);
  });

  it('does not lead to the host that was named, once that is private and was public', async () => {
    expect(await go('a.test', 'http://a.test:PORT/feed', { 'a.test': [[PUBLIC], [PRIVATE]] })).toContain(
      NO_PUBLIC,
    );
    expect(asked).toEqual([`${PUBLIC}/go`]);
  });

  it('leads to the private host that was named, and to no other', async () => {
    const names = { 'inner.test': [[PRIVATE]], 'other.test': [[PRIVATE]] };
    expect(await go('inner.test', 'http://inner.test:PORT/feed', names)).toBe('fetched');
    expect(await go('inner.test', 'http://other.test:PORT/feed', names)).toContain(NO_PUBLIC);
    expect(asked).toEqual([`${PRIVATE}/go`]);
  });

  it('shows and sends no password', async () => {
    const says = await go('a.test', 'http://ann:sekret@a.test:PORT/', { 'a.test': [[PUBLIC]] });
    expect(says).toBe('"http://a.test/go" redirects to a URL that contains a password.');
    expect(await go('a.test', 'http://ann:sekret@x y/', { 'a.test': [[PUBLIC]] })).not.toContain('sekret');
    expect(await go('a.test', 'ftp:\\\\ann:sekret@x/', { 'a.test': [[PUBLIC]] })).not.toContain('sekret');
  });
});

describe('an address', () => {
  it.each([
    ...[
      '0.0.0.0',
      '10.1.2.3',
      '100.64.0.1',
      '127.0.0.1',
      '169.254.169.254',
      '172.31.0.1',
      '192.168.1.1',
      '224.0.0.1',
    ],
    ...[
      '::',
      '::1',
      '::ffff:127.0.0.1',
      '::ffff:a00:1',
      '::127.0.0.1',
      'fd00::1',
      'fe80::1%eth0',
      'fec0::1',
      'ff02::1',
    ],
    ...['64:ff9b::7f00:1', '64:ff9b::a00:1', '2002:7f00:1::', '2001:0:1::1'],
  ])('%s is private', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each([
    '93.184.216.34',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '64:ff9b::5db8:d822',
    '::ffff:5db8:d822',
  ])('%s is public', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });
});
