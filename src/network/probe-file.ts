import { typeOf } from './answer.ts';
import { explain, follow, withoutUser } from './follow.ts';
import { type Answer, type Resolver, SYSTEM } from './request.ts';

export interface ProbeOptions {
  /** Hosts whose private addresses may be connected to, as the URLs come from strangers. Empty for none. */
  readonly ownHost: string;
  /** How many bytes of the beginning are wanted. @default 262144, as much as tags and first audio need */
  readonly most?: number;
  /** For one file with all its redirects, in ms. @default 30000 */
  readonly timeout?: number;
  /** @default that of the system */
  readonly resolver?: Resolver;
}

/** What a host says of a file, and the beginning of the file. */
export interface ProbedFile {
  /** Whether it answers HEAD, which directories ask with (P9). */
  readonly answersHead: boolean;
  /** Whether it sends parts of the file, without which apps can't skip (P9). */
  readonly takesRanges: boolean;
  /** Of the whole file. */
  readonly bytes?: number;
  /** In lower case, without parameters. */
  readonly type?: string;
  readonly start: Buffer;
  /** Bytes further on, where the host sends parts. */
  readonly readPart: (offset: number, length: number) => Promise<Buffer>;
}

export type Probed = { readonly file: ProbedFile } | { readonly reason: string };

const START = 262_144;

const HEADERS = {
  'user-agent': 'feedwright (asks once how large a file is)',
  'accept-encoding': 'identity',
  accept: '*/*',
};

/**
 * Asks the host of a file once with HEAD and once for its beginning. Redirects are followed as those of feeds are.
 * @returns what it says, or why it says nothing, in words that follow the URL
 */
export async function probeFile(
  url: string,
  { ownHost, most = START, timeout = 30_000, resolver = SYSTEM }: ProbeOptions,
): Promise<Probed> {
  if (!URL.canParse(url) || !/^https?:/i.test(url)) return { reason: 'is not a URL' };
  if (withoutUser(url) !== url) return { reason: 'contains a password, which is not sent' };
  const signal = AbortSignal.timeout(timeout);
  const request = (method: 'GET' | 'HEAD', headers = {}) =>
    follow(new URL(url), { method, headers: { ...HEADERS, ...headers }, signal, resolver, ownHost });
  const readPart = async (offset: number, length: number) => {
    const answer = await request('GET', { range: `bytes=${offset}-${offset + length - 1}` });
    if (typeof answer === 'string' || answer.status !== 206) return closeAnd(answer, Buffer.alloc(0));
    return readStart(answer, length);
  };
  try {
    const head = await request('HEAD');
    if (typeof head === 'string') return { reason: head };
    head.close();
    const part = await request('GET', { range: `bytes=0-${most - 1}` });
    if (typeof part === 'string') return { reason: part };
    if (part.status < 200 || part.status > 299) return closeAnd(part, { reason: `answers ${part.status}` });
    const said = { ...readHead(head), ...readHead(part) };
    return {
      file: {
        ...said,
        answersHead: isGood(head),
        takesRanges: part.status === 206,
        start: await readStart(part, most),
        readPart,
      },
    };
  } catch (error) {
    return { reason: signal.aborted ? `does not answer within ${timeout / 1000} seconds` : explain(error) };
  }
}

function isGood({ status }: Answer): boolean {
  return status >= 200 && status <= 299;
}

function closeAnd<Value>(answer: Answer | string, value: Value): Value {
  if (typeof answer !== 'string') answer.close();
  return value;
}

/** Size and type of the whole file, as the head of an answer has them. */
function readHead(answer: Answer): Pick<ProbedFile, 'bytes' | 'type'> {
  if (!isGood(answer)) return {};
  const { headers, status } = answer;
  const whole = /\/(\d{1,15})$/.exec(headers['content-range'] ?? '')?.[1];
  const bytes = Number(status === 206 ? whole : headers['content-length']);
  const type = typeOf(answer);
  return { ...(bytes > 0 ? { bytes } : {}), ...(type ? { type } : {}) };
}

/** A host that sends the whole file is stopped when there is enough. */
async function readStart({ body, close }: Answer, most: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body) {
    parts.push(part as Buffer);
    size += (part as Buffer).length;
    if (size >= most) break;
  }
  close();
  return Buffer.concat(parts).subarray(0, most);
}
