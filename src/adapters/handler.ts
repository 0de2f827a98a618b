import type { Problem } from '../model/index.ts';
import { formatProblem } from '../problems/format-problem.ts';

/** A file as `buildInMemory` gives it, or a document that you wrote yourself. */
export interface ServedFile {
  readonly path: string;
  /** The media type. */
  readonly type: string;
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly text?: string;
}

export interface HandlerOptions {
  /** How long feeds are kept before they are made again, and how long feed readers may keep them, in seconds. @default 900 */
  readonly maxAge?: number;
  /** The time in ms. @default Date.now */
  readonly now?: () => number;
}

/** What `buildInMemory` gives. */
export interface Served {
  readonly files: readonly ServedFile[];
  /** An error among them fails the request, so that your server logs it. */
  readonly problems?: readonly Problem[];
}

interface Kept {
  readonly until: number;
  readonly files: Promise<ReadonlyMap<string, Ready>>;
}

interface Ready {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * A handler of requests as Next.js, Hono, Astro, Cloudflare Workers and Deno have them: answers with the file that the URL ends with, its
 * media type, `ETag`, `Last-Modified` and `Cache-Control`, and with 304 where the reader has it already.
 * @param load makes the files, at most once in `maxAge` seconds
 */
export function feedHandler(
  load: () => Served | Promise<Served>,
  { maxAge = 900, now = Date.now }: HandlerOptions = {},
): (request: Request) => Promise<Response> {
  let kept: Kept | undefined;
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } });
    if (!kept || kept.until <= now()) {
      const before = kept?.files;
      const files = prepare(load, maxAge, now(), before);
      kept = { until: now() + maxAge * 1000, files };
      // What failed is tried again with the next request.
      files.catch(() => {
        kept = undefined;
      });
    }
    const files = await kept.files;
    const { pathname } = new URL(request.url);
    const path = [...files.keys()].find((each) => pathname.endsWith(`/${each}`));
    const file = path === undefined ? undefined : files.get(path);
    return file ? answer(request, file) : new Response('Not found\n', { status: 404 });
  };
}

function answer(request: Request, { body, headers }: Ready): Response {
  const has = request.headers.get('If-None-Match');
  const since = Date.parse(request.headers.get('If-Modified-Since') ?? '');
  // RFC 9110 §13.1.3: the date counts only without a tag.
  const isKnown = has
    ? has.split(',').some((tag) => tag.trim().replace(/^W\//, '') === headers.ETag || tag.trim() === '*')
    : since >= Date.parse(headers['Last-Modified'] ?? '');
  if (isKnown) {
    const { 'Content-Type': _, 'Content-Length': __, ...rest } = headers;
    return new Response(null, { status: 304, headers: rest });
  }
  return new Response(request.method === 'HEAD' ? null : body, { headers });
}

/** The time of a document is that since when its bytes are the same. */
async function prepare(
  load: () => Served | Promise<Served>,
  maxAge: number,
  time: number,
  before: Promise<ReadonlyMap<string, Ready>> | undefined,
): Promise<ReadonlyMap<string, Ready>> {
  const old = await before?.catch(() => undefined);
  const { files, problems = [] } = await load();
  const [error] = problems.filter(({ severity }) => severity === 'error');
  if (error) throw new Error(`feedwright built no feeds: ${formatProblem(error)}`);
  const ready = new Map<string, Ready>();
  for (const { path, type, bytes, text = '' } of files) {
    const body = bytes ?? new TextEncoder().encode(text);
    const tag = await hash(body);
    const known = old?.get(path);
    const modified = known?.headers.ETag === tag ? known.headers['Last-Modified'] : undefined;
    const headers = {
      'Content-Type': type,
      'Content-Length': String(body.length),
      'Cache-Control': `public, max-age=${maxAge}`,
      'Last-Modified': modified ?? new Date(time).toUTCString(),
      ETag: tag,
      'X-Content-Type-Options': 'nosniff',
    };
    ready.set(path, { body, headers });
  }
  return ready;
}

async function hash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `"${[...digest.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}"`;
}

/** What of a request and a response of Express, or of `node:http`, is used. */
interface ExpressRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

interface ExpressResponse {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  end(body?: Uint8Array): unknown;
}

/** A handler for Express and `node:http`. What is none of the files goes to `next`. */
export function expressHandler(
  load: () => Served | Promise<Served>,
  options: HandlerOptions = {},
): (request: ExpressRequest, response: ExpressResponse, next?: (error?: unknown) => void) => Promise<void> {
  const handle = feedHandler(load, options);
  return async ({ method = 'GET', url = '/', headers }, response, next) => {
    try {
      const given = Object.entries(headers).flatMap(([name, value]) =>
        typeof value === 'string' && /^if-/.test(name) ? [[name, value] as [string, string]] : [],
      );
      const answer = await handle(new Request(new URL(url, 'http://localhost/'), { method, headers: given }));
      if (answer.status === 404 && next) return next();
      response.statusCode = answer.status;
      for (const [name, value] of answer.headers) response.setHeader(name, value);
      response.end(method === 'HEAD' ? undefined : new Uint8Array(await answer.arrayBuffer()));
    } catch (error) {
      if (!next) throw error;
      next(error);
    }
  };
}
