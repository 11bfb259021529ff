import { setTimeout as delay } from 'node:timers/promises';
import type { Plan } from './plan.js';

/**
 * Keeps `concurrency` calls in progress: each is followed by the next. A slow server gets fewer calls, so its stalls count
 * for little; use a rate to measure them.
 */
export async function runClosedLoop(
  { concurrency, requests = Number.POSITIVE_INFINITY, rampMs }: Plan,
  call: () => Promise<void>,
  stopping: AbortSignal,
): Promise<void> {
  let begun = 0;
  const slot = async (index: number) => {
    const waitMs = (rampMs * index) / concurrency;
    if (waitMs > 0) await delay(waitMs, undefined, { signal: stopping }).catch(() => undefined);
    while (!stopping.aborted && begun < requests) {
      begun += 1;
      await call();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, (_, index) => slot(index)));
}
