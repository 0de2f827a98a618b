import type { IncomingMessage, ServerResponse } from 'node:http';
import { startServer } from '../local-server.ts';

type Answer = (request: IncomingMessage, body: string, response: ServerResponse) => void | Promise<void>;

export interface TestServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** A server on this machine. */
export async function serve(answer: Answer): Promise<TestServer> {
  const { url, server } = await startServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => void answer(request, body, response));
  });
  return {
    url: `${url}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * A hub as W3C WebSub describes it: it verifies the intent of subscribers (§5.3), takes the publisher's notice, fetches the
 * topic and hands the content to the subscribers with its links (§7).
 */
export async function serveHub(): Promise<TestServer & { readonly notices: readonly URLSearchParams[] }> {
  const notices: URLSearchParams[] = [];
  const subscribers = new Map<string, Set<string>>();
  const hub: TestServer = await serve(async (request, body, response) => {
    const form = new URLSearchParams(body);
    const [mode, topic, callback] = ['hub.mode', 'hub.topic', 'hub.callback'].map(
      (key) => form.get(key) ?? '',
    );
    const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
    if (request.method !== 'POST' || !isForm) return void response.writeHead(400).end('a form, please');
    if (mode === 'subscribe' && callback) {
      response.writeHead(202).end();
      const verify = new URL(callback);
      const asked = { 'hub.mode': 'subscribe', 'hub.topic': topic ?? '', 'hub.challenge': 'c-42' };
      for (const [key, value] of Object.entries(asked)) verify.searchParams.set(key, value);
      const verified = await fetch(verify);
      if (verified.ok && (await verified.text()) === 'c-42')
        subscribers.set(topic ?? '', (subscribers.get(topic ?? '') ?? new Set()).add(callback));
      return;
    }
    const published = form.get('hub.url') ?? topic ?? '';
    if (mode !== 'publish' || !URL.canParse(published)) return void response.writeHead(400).end('what?');
    notices.push(form);
    response.writeHead(202).end();
    // A test may end before its hub has delivered.
    await distribute(published, hub.url, subscribers.get(published) ?? []).catch(() => undefined);
  });
  return { ...hub, notices };
}

async function distribute(topic: string, hub: string, callbacks: Iterable<string>): Promise<void> {
  const content = await fetch(topic);
  const bytes = Buffer.from(await content.arrayBuffer());
  const link = `<${hub}>; rel="hub", <${topic}>; rel="self"`;
  const type = content.headers.get('content-type') ?? 'application/octet-stream';
  for (const each of callbacks)
    await fetch(each, { method: 'POST', body: bytes, headers: { link, 'content-type': type } });
}
