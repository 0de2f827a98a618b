import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What a page answers. */
export interface Answer {
  readonly status: number;
  /** Media type with its charset. */
  readonly type: string;
  readonly body: string | Uint8Array;
  /** The Content-Security-Policy of this document. */
  readonly policy: string;
}

export interface LocalServer {
  /** Where it is: `http://127.0.0.1:4100/`. */
  readonly url: string;
  /** Tells every open page that something changed. */
  readonly tell: (revision: number) => void;
  readonly close: () => Promise<void>;
}

export interface LocalOptions {
  /** 0 for any that is free. */
  readonly port: number;
  /** The revision that a page which connects may have missed. */
  readonly revision: () => number;
  readonly answer: (url: URL) => Answer | Promise<Answer>;
}

const HOST = '127.0.0.1';
const ORIGIN = `http://${HOST}/`;

/**
 * Serves pages to this machine alone. Only requests that name it as their host are answered, so that no other name leads here, and none
 * that a page of another origin sends.
 * @throws the system's error when the port is taken
 */
export async function serveLocal({ port, revision, answer }: LocalOptions): Promise<LocalServer> {
  const listeners = new Set<ServerResponse>();
  let hosts: ReadonlySet<string> = new Set();
  const server = createServer((request, response) => {
    const refused = refuse(request, hosts);
    if (refused !== undefined) return send(response, refused, request.method);
    const target = request.url ?? '/';
    if (!URL.canParse(target, ORIGIN)) return send(response, plain(400, 'This is no URL.'), request.method);
    const url = new URL(target, ORIGIN);
    if (url.pathname === '/events') return listen(response, listeners, revision());
    void Promise.resolve()
      .then(() => answer(url))
      .catch((error: unknown) => plain(500, `The preview failed: ${String(error)}`))
      .then((given) => send(response, given, request.method));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
  const address = server.address();
  const own = typeof address === 'object' && address ? address.port : port;
  hosts = new Set([`${HOST}:${own}`, `localhost:${own}`]);
  return {
    url: `http://${HOST}:${own}/`,
    tell: (number) => {
      for (const response of listeners) response.write(`event: revision\ndata: ${number}\n\n`);
    },
    close: () =>
      new Promise((resolve) => {
        for (const response of listeners) response.end();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Undefined for a request that this machine's own pages or its user sent. */
function refuse({ method, headers }: IncomingMessage, hosts: ReadonlySet<string>): Answer | undefined {
  const { host = '', origin } = headers;
  if (method !== 'GET' && method !== 'HEAD') return plain(405, 'Only GET and HEAD.');
  if (!hosts.has(host)) return plain(403, 'This host is not the preview.');
  if (origin !== undefined && ![...hosts].some((own) => origin === `http://${own}`))
    return plain(403, 'Another origin may not read the preview.');
  const isForeign = headers['sec-fetch-site'] === 'cross-site' || headers['sec-fetch-site'] === 'same-site';
  const isByUser = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return isForeign && !isByUser ? plain(403, 'Another site may not load the preview.') : undefined;
}

/** An answer in words. */
export function plain(status: number, body: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body: `${body}\n`, policy: "default-src 'none'" };
}

function send(
  response: ServerResponse,
  { status, type, body, policy }: Answer,
  method: string | undefined,
): void {
  response.writeHead(status, {
    'content-type': type,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-store',
  });
  response.end(method === 'HEAD' ? undefined : body);
}

function listen(response: ServerResponse, listeners: Set<ServerResponse>, revision: number): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'content-security-policy': "default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  });
  response.write(`event: revision\ndata: ${revision}\n\n`);
  listeners.add(response);
  response.once('close', () => listeners.delete(response));
}
