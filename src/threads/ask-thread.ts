import { createRequire } from 'node:module';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';

/** What the thread that answers is started with. */
export interface AnswerData {
  readonly port: MessagePort;
  /** Counts the answers; who asks sleeps on it. */
  readonly answers: Int32Array;
}

/** Only against waiting for ever: a thread that is alive answers, however busy the machine is. */
const HANGS = 600_000;

/**
 * Asks another thread, which may do what takes promises, and waits for the answer.
 * @param entry the thread's file, as `imports` of the package names it; it is started with the first question
 * @throws Error when no answer ever comes
 */
export function createAsker<Question, Answer>(entry: string): (question: Question) => Answer {
  const answers = new Int32Array(new SharedArrayBuffer(4));
  let port: MessagePort | undefined;
  return (question) => {
    port ??= startThread(entry, answers);
    const seen = Atomics.load(answers, 0);
    port.postMessage(question);
    Atomics.wait(answers, 0, seen, HANGS);
    const received = receiveMessageOnPort(port);
    if (!received) throw new Error(`The thread ${entry} does not answer.`);
    return received.message as Answer;
  };
}

function startThread(entry: string, answers: Int32Array): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const workerData: AnswerData = { port: port2, answers };
  const worker = new Worker(createRequire(import.meta.url).resolve(entry), {
    workerData,
    transferList: [port2],
  });
  worker.unref();
  port1.unref();
  return port1;
}
