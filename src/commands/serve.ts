import { join } from 'node:path';
import { makeTemporary, removeTemporary } from '../files/temporary.ts';
import { joinLines } from '../problems/printable.ts';
import { forgetChanged, openPreview, type ReadingMemory } from '../serve.ts';
import { type LocalServer, plain, serveLocal } from '../server/serve-local.ts';
import { loadFor } from './load.ts';
import type { CommandOptions, CommandOutput } from './options.ts';
import { runSite } from './run-site.ts';
import { answerPage, type Shown } from './serve-pages.ts';
import { timeOf, watchSite } from './watch.ts';

/** Where the preview is, unless another one is there or the user names a port. */
const PORT = 4100;

/** `feedwright serve`: shows the site in a browser of this machine as readers would show it, and again whenever it changes. */
export async function runServe(options: CommandOptions): Promise<CommandOutput> {
  const port = options.port === undefined ? undefined : readPort(options.port);
  if (typeof port === 'string') return { out: '', error: port, exitCode: 2 };
  // Asked for before anyone knows that there is something to end.
  const ended = options.ended?.();
  const folder = makeTemporary();
  const memory: ReadingMemory = new Map();
  let shown = look(options, folder, 0, memory);
  try {
    const server = await start(port, {
      revision: () => shown.revision,
      answer: (url) =>
        shown.preview || shown.problems.length > 0 ? answerPage(url, shown) : plain(503, 'Not ready.'),
    });
    const watching = await watchSite(loadFor(options).config, options, (changed) => {
      removeTemporary(join(folder, String(shown.revision)));
      forgetChanged(memory, changed);
      shown = look(options, folder, shown.revision + 1, memory);
      server.tell(shown.revision);
    });
    options.print?.({
      out: joinLines([`Preview: ${server.url} (press Ctrl+C to stop)`]),
      error: '',
      exitCode: 0,
    });
    await ended;
    await watching.close();
    await server.close();
    return { out: '', error: '', exitCode: 0 };
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return {
      out: '',
      error: `The preview can't listen on ${port === undefined ? 'any port' : `port ${port}`}: ${error.message}.\n`,
      exitCode: 1,
    };
  } finally {
    removeTemporary(folder);
  }
}

function readPort(written: string): number | string {
  const port = /^\d{1,5}$/.test(written) ? Number(written) : Number.NaN;
  return port <= 65_535
    ? port
    : joinLines([`--port is not a port: "${written}". Write a number from 0 to 65535.`]);
}

/** The site as it is now. */
function look(options: CommandOptions, folder: string, revision: number, memory: ReadingMemory): Shown {
  const now = timeOf(options);
  const { config, problems } = loadFor(options);
  return {
    revision,
    preview: config && openPreview(config, now, join(folder, String(revision)), memory),
    problems,
    compare: async () => (await runSite({ ...options, instant: now }, false)).report,
  };
}

type Handlers = Pick<Parameters<typeof serveLocal>[0], 'answer' | 'revision'>;

/** At the usual port, or at any when that is taken; at the port that the user named or not at all. */
async function start(port: number | undefined, handlers: Handlers): Promise<LocalServer> {
  if (port !== undefined) return serveLocal({ port, ...handlers });
  try {
    return await serveLocal({ port: PORT, ...handlers });
  } catch {
    return serveLocal({ port: 0, ...handlers });
  }
}
