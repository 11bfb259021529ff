import type { Order } from './load/messages.js';
import type { Worker } from './load/worker.js';
import type { LocalOrder } from './target/local-messages.js';

const send = (message: object) => process.connected && process.send?.(message);

/**
 * Runs the child process of a benchmark, which makes load or is the local KMS. It ends with its parent in every
 * case; it ignores Ctrl-C, which a terminal sends to all processes, and leaves that to the parent.
 */
export function answerOrders(): void {
  let worker: Promise<Worker> | undefined;
  process.on('SIGINT', () => undefined);
  process.on('message', (order: Order | LocalOrder) => {
    if (order.type === 'start-local') return void startLocal(order);
    worker ??= startWorker();
    void worker.then((started) => started.obey(order));
  });
}

async function startLocal(order: LocalOrder): Promise<void> {
  const { serveLocal } = await import('./target/local-child.js');
  endWithParent(await serveLocal(order, send));
}

async function startWorker(): Promise<Worker> {
  const { Worker } = await import('./load/worker.js');
  const worker = new Worker(send);
  endWithParent(() => worker.close());
  return worker;
}

function endWithParent(close: () => Promise<void>): void {
  const end = () => void close().finally(() => process.exit());
  if (!process.connected) end();
  process.once('disconnect', end);
}
