import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from '../local-server.ts';
import { makeSite } from '../run-cli.ts';

/** A web site on this machine that serves a folder. */
export interface LiveSite {
  readonly address: string;
  readonly folder: string;
  /** Answers every request with this status instead; 0 serves again. */
  fail: number;
  readonly close: () => void;
}

export async function serveLiveSite(): Promise<LiveSite> {
  const folder = makeSite({});
  const { url, server } = await startServer((request, response) => {
    if (site.fail !== 0) return void response.writeHead(site.fail).end('no');
    try {
      const { pathname } = new URL(request.url ?? '/', 'http://x');
      response.end(readFileSync(join(folder, decodeURIComponent(pathname))));
    } catch {
      response.writeHead(404).end('not found');
    }
  });
  const site: LiveSite = {
    address: `${url}/`,
    folder,
    fail: 0,
    close: () => server.close(),
  };
  return site;
}
