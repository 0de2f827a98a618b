import { type MessagePort, workerData } from 'node:worker_threads';
import type { BuildOrder } from './model/index.ts';

/** Builds once, in a thread that ends afterwards: what it keeps in memory is seen by no one else. */
const { port, answers } = workerData as { readonly port: MessagePort; readonly answers: Int32Array };
const { receiveArticles, runOrder } = await import('./library/run-order.ts');

port.on('message', (order: BuildOrder) => {
  if ('articles' in order) return receiveArticles(order.articles);
  const answer = runOrder(order, port, answers);
  port.postMessage(
    answer,
    answer.files.map(({ bytes }) => bytes.buffer),
  );
  port.close();
});
