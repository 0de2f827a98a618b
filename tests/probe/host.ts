import type { IncomingMessage, ServerResponse } from 'node:http';
import { startServer } from '../local-server.ts';

/** A file that a host has, and how it answers. */
export interface HostedFile {
  readonly bytes: Uint8Array;
  /** @default audio/mpeg */
  readonly type?: string;
  readonly withoutHead?: boolean;
  readonly withoutRanges?: boolean;
  /** Where it really is. */
  readonly location?: string;
}

export interface Host {
  /** Without a slash at its end. */
  readonly url: string;
  /** `METHOD path range`, in their order. */
  readonly requests: readonly string[];
  /** Bytes of bodies that were sent. */
  readonly sent: () => number;
  readonly close: () => void;
}

/** Serves files on this machine. */
export async function startHost(files: Readonly<Record<string, HostedFile>>): Promise<Host> {
  const requests: string[] = [];
  let sent = 0;
  const { url, server } = await startServer((request, response) => {
    const { method = '', url: path = '', headers } = request;
    requests.push([method, path, headers.range].filter((part) => part !== undefined).join(' '));
    const file = files[path];
    if (file) sent += answer(file, request, response);
    else response.writeHead(404, { 'content-type': 'text/html' }).end('<p>There is nothing here.');
  });
  return { url, requests, sent: () => sent, close: () => server.close() };
}

function answer(file: HostedFile, request: IncomingMessage, response: ServerResponse): number {
  const { bytes, type = 'audio/mpeg', withoutHead, withoutRanges, location } = file;
  if (location !== undefined) return end(response.writeHead(302, { location }));
  if (request.method === 'HEAD' && withoutHead) return end(response.writeHead(405));
  const head = { 'content-type': type, 'content-length': bytes.length };
  if (request.method === 'HEAD') return end(response.writeHead(200, head));
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
  if (from === undefined || withoutRanges) return end(response.writeHead(200, head), bytes);
  const part = bytes.subarray(Number(from), Number(to) + 1);
  const range = `bytes ${from}-${Number(from) + part.length - 1}/${bytes.length}`;
  return end(
    response.writeHead(206, { 'content-type': type, 'content-length': part.length, 'content-range': range }),
    part,
  );
}

function end(response: ServerResponse, body: Uint8Array = new Uint8Array()): number {
  response.end(body);
  return body.length;
}
