import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { Agent, type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps, Agent as SecureAgent } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { isPrivateAddress } from './private-address.ts';

/** How host names are resolved, and which addresses are never connected to; tests pass their own. */
export interface Resolver {
  readonly lookup: typeof systemLookup;
  readonly isPrivate: (address: string) => boolean;
}

export const SYSTEM: Resolver = { lookup: systemLookup, isPrivate: isPrivateAddress };

export interface RequestOptions {
  readonly headers: Readonly<Record<string, string>>;
  /** @default GET */
  readonly method?: 'GET' | 'HEAD';
  readonly signal: AbortSignal;
  /** Whether only an address of the public internet is connected to. */
  readonly isPublicOnly: boolean;
  readonly resolver: Resolver;
}

/** The head of an answer, and its body as it comes. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Unpacked. */
  readonly body: Readable;
  /** Whether the server is on this machine or its network. */
  readonly isPrivate: boolean;
  /** Ends the connection, whatever is still to come. */
  readonly close: () => void;
}

/** The host has an address on this machine or its network, and was not to be connected to. */
export class PrivateAddressError extends Error {
  readonly code = 'PRIVATE_ADDRESS';
}

/**
 * Asks for a URL over http(s), without following redirects. The address that is checked is the one that is connected to, so that a
 * name whose address changes in between does not help.
 * @throws PrivateAddressError, or the error of the connection
 */
export function ask(url: URL, options: RequestOptions): Promise<Answer> {
  const { headers, method = 'GET', signal, isPublicOnly, resolver } = options;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // An address needs no lookup.
  if (isPublicOnly && isIP(host) !== 0 && resolver.isPrivate(host))
    return Promise.reject(new PrivateAddressError(host));
  const isSecure = url.protocol === 'https:';
  // A connection that was made for someone who may go there must not be used again.
  const agent = isPublicOnly ? { agent: isSecure ? new SecureAgent() : new Agent() } : {};
  const given = {
    ...agent,
    method,
    headers: { 'accept-encoding': 'gzip, br', ...headers },
    signal,
    lookup: isPublicOnly ? refusePrivate(resolver) : (resolver.lookup as LookupFunction),
  };
  return new Promise((resolve, reject) => {
    const sent = (isSecure ? requestHttps : requestHttp)(url, given, (message) => {
      message.on('error', () => undefined);
      resolve(readHead(message, resolver));
    });
    sent.on('error', reject);
    sent.end();
  });
}

function readHead(message: IncomingMessage, { isPrivate }: Resolver): Answer {
  const address = message.socket.remoteAddress ?? '';
  return {
    status: message.statusCode ?? 0,
    headers: message.headers,
    body: unpack(message),
    isPrivate: isIP(address) !== 0 && isPrivate(address),
    close: () => message.destroy(),
  };
}

const UNPACKERS: ReadonlyMap<string, () => NodeJS.ReadWriteStream & Readable> = new Map([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['br', createBrotliDecompress],
  ['deflate', createInflate],
]);

function unpack(message: IncomingMessage): Readable {
  const unpacker = UNPACKERS.get(message.headers['content-encoding']?.trim().toLowerCase() ?? '')?.();
  if (!unpacker) return message;
  message.on('error', (error) => unpacker.destroy(error));
  unpacker.on('error', () => message.destroy());
  return message.pipe(unpacker) as Readable;
}

/** A lookup that fails when one of the addresses is private. */
function refusePrivate({ lookup, isPrivate }: Resolver): LookupFunction {
  return (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return done(error, '');
      if (found.some(({ address }) => isPrivate(address))) return done(new PrivateAddressError(host), '');
      const [first] = found;
      if (options.all) done(null, found);
      else done(null, first?.address ?? '', first?.family);
    });
  };
}
