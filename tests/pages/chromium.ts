import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** Drives a real browser over the pipe of the DevTools protocol; nothing listens on a port. */
export interface Browser {
  open(url: string, surroundings?: Surroundings): Promise<Page>;
  /** Lets the pages of an origin read the clipboard. */
  allowClipboard(origin: string): Promise<unknown>;
  close(): Promise<void>;
}

export interface Surroundings {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly script?: boolean;
}

export interface Page {
  /** The value of an expression, which must be JSON. */
  evaluate(expression: string): Promise<unknown>;
  press(key: 'Tab' | 'Enter'): Promise<void>;
  /** PNG bytes. */
  screenshot(full?: boolean): Promise<Buffer>;
  /** What the console and the security policy said. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

type Send = (
  method: string,
  parameters?: object,
  session?: string,
) => Promise<Readonly<Record<string, unknown>>>;
type Listen = (session: string, listener: (method: string, parameters: never) => void) => void;

/** The path of chromium, or undefined where there is none. */
export function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, 'chromium')).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const OPTIONS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--hide-scrollbars',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--remote-debugging-pipe',
];

/** Against a browser that hangs: how long it may leave a command without an answer, in milliseconds. */
const SILENCE = 120_000;
/** How often a browser that ended or hung gives way to a new one. */
const LAUNCHES = 5;

/** A browser that is started again when it crashes or hangs, so that one crash costs one test at most. */
export async function launchChromium(path: string): Promise<Browser> {
  let launches = 1;
  let current = launch(path);
  const connection = async (): Promise<Connection> => {
    if (current.ended() !== undefined) {
      if (launches === LAUNCHES)
        throw new Error(`chromium ended ${launches} times, at last because ${current.ended()}`);
      launches += 1;
      await current.close();
      current = launch(path);
    }
    return current;
  };
  await current.send('Browser.getVersion');
  return {
    open: async (url, surroundings = {}) => openPage(await connection(), url, surroundings),
    allowClipboard: async (origin) =>
      (await connection()).send('Browser.grantPermissions', {
        origin,
        permissions: ['clipboardReadWrite', 'clipboardSanitizedWrite'],
      }),
    close: () => current.close(),
  };
}

interface Connection {
  readonly send: Send;
  readonly listen: Listen;
  /** Waits for what the browser will say, and no longer than for a browser that hangs. */
  readonly within: <Value>(what: string, answer: Promise<Value>) => Promise<Value>;
  /** Why the browser takes no more commands, or undefined while it does. */
  readonly ended: () => string | undefined;
  /** Ends the browser, whatever state it is in. */
  readonly close: () => Promise<void>;
}

function launch(path: string): Connection {
  const profile = mkdtempSync(join(tmpdir(), 'feedwright-chromium-'));
  const browser = spawn(path, [...OPTIONS, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  const exited = new Promise<void>((resolve) => {
    browser.once('exit', () => resolve());
    browser.once('error', () => resolve());
  });
  const connection = connect(browser);
  return {
    ...connection,
    async close() {
      if (connection.ended() === undefined)
        connection.send('Browser.close').catch(() => browser.kill('SIGKILL'));
      await exited;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Messages are JSON, each ended by a zero byte. */
function connect(browser: ChildProcess): Pick<Connection, 'send' | 'listen' | 'within' | 'ended'> {
  const output = browser.stdio[3] as Writable;
  const input = browser.stdio[4] as Readable;
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  const listeners = new Map<string, (method: string, parameters: never) => void>();
  const ends = new Set<(error: Error) => void>();
  let rest = '';
  let count = 0;
  let said = '';
  let reason: string | undefined;
  const end = (why: string) => {
    reason ??= why;
    for (const reject of ends) reject(new Error(`${reason}\n${said}`));
  };
  browser.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    said = (said + chunk).slice(-2_000);
  });
  browser.once('error', (error) => end(`chromium does not start: ${error.message}`));
  browser.once('exit', (code, signal) => end(`chromium ended: ${signal ?? code}`));
  output.on('error', (error) => end(`chromium takes no commands: ${error.message}`));
  input.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const { id, error, result, method, params, sessionId } = JSON.parse(message);
      const caller = waiting.get(id);
      waiting.delete(id);
      if (error) caller?.reject(new Error(error.message));
      else if (caller) caller.resolve(result as never);
      else listeners.get(sessionId)?.(method, params as never);
    }
  });
  const within = async <Value>(what: string, answer: Promise<Value>): Promise<Value> => {
    let reject: (error: Error) => void = () => {};
    const ending = new Promise<never>((_, refuse) => {
      reject = refuse;
    });
    ends.add(reject);
    const silence = setTimeout(() => {
      end(`chromium did not answer ${what} for ${SILENCE / 1_000} seconds`);
      browser.kill('SIGKILL');
    }, SILENCE);
    try {
      return await Promise.race([answer, ending]);
    } finally {
      clearTimeout(silence);
      ends.delete(reject);
    }
  };
  return {
    within,
    ended: () => reason,
    async send(method, parameters = {}, sessionId) {
      if (reason !== undefined) throw new Error(reason);
      count += 1;
      const id = count;
      const answer = new Promise<Readonly<Record<string, unknown>>>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
      });
      output.write(`${JSON.stringify({ id, method, params: parameters, sessionId })}\0`);
      return within(method, answer);
    },
    listen: (session, listener) => {
      listeners.set(session, listener);
    },
  };
}

async function openPage({ send, listen, within }: Connection, url: string, how: Surroundings): Promise<Page> {
  const { width = 1280, height = 900, dark = false, script = true } = how;
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const attached = await send('Target.attachToTarget', { targetId, flatten: true });
  const session = String(attached.sessionId);
  const call = (method: string, parameters?: object) => send(method, parameters, session);
  const complaints: string[] = [];
  const loaded = new Promise<void>((resolve) => {
    listen(session, (method, parameters) => {
      if (method === 'Page.loadEventFired') resolve();
      if (method === 'Log.entryAdded' || method === 'Runtime.exceptionThrown')
        complaints.push(JSON.stringify(parameters));
    });
  });
  await call('Page.enable');
  await call('Log.enable');
  await call('Runtime.enable');
  await call('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: 1,
    mobile: width < 600,
  });
  await call('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }],
  });
  await call('Emulation.setScriptExecutionDisabled', { value: !script });
  await call('Page.navigate', { url });
  await within(`with the page ${url}`, loaded);
  return {
    complaints,
    async evaluate(expression) {
      const { result, exceptionDetails } = (await call('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
        userGesture: true,
      })) as { result: { value?: unknown }; exceptionDetails?: unknown };
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
      return result.value;
    },
    async press(key) {
      const code = { Tab: 9, Enter: 13 }[key];
      const event = {
        key,
        code: key,
        windowsVirtualKeyCode: code,
        ...(key === 'Enter' ? { text: '\r' } : {}),
      };
      await call('Input.dispatchKeyEvent', { type: 'keyDown', ...event });
      await call('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
    },
    async screenshot(full = false) {
      const { data } = await call('Page.captureScreenshot', { format: 'png', captureBeyondViewport: full });
      return Buffer.from(String(data), 'base64');
    },
    async close() {
      await send('Target.closeTarget', { targetId });
    },
  };
}
