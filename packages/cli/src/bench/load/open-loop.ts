import type { Plan } from './plan.js';
import { type Rate, Schedule } from './schedule.js';

/**
 * Timers of Node.js fire up to about a millisecond late. Calls may start this much before they are due, so that the delay is
 * not attributed to the server.
 */
const earlyMs = 1;

/**
 * Starts calls when they are due, whatever happened to earlier ones, as long as fewer than `concurrency` are in progress.
 * A call that has to wait keeps its original due time.
 *
 * @param call gets the due time, by `performance.now()`
 * @returns how many calls were due but not started at the end
 */
export async function runOpenLoop(
  plan: Plan & { rate: Rate },
  call: (dueAt: number) => Promise<void>,
  stopping: AbortSignal,
): Promise<number> {
  const { concurrency, requests = Number.POSITIVE_INFINITY, durationMs = Number.POSITIVE_INFINITY, share } = plan;
  const schedule = new Schedule(plan.rate);
  const dueMs = (index: number) => schedule.dueMs(index * share.of + share.index);
  const underWay = new Set<Promise<void>>();
  const startedAt = performance.now();
  let begun = 0;
  let timer: NodeJS.Timeout | undefined;
  let finish: () => void = () => undefined;
  const over = () => stopping.aborted || begun >= requests || dueMs(begun) >= durationMs;

  const begin = () => {
    const now = performance.now();
    const due = startedAt + dueMs(begun);
    begun += 1;
    const done = call(Math.min(due, now)).finally(() => {
      underWay.delete(done);
      advance();
    });
    underWay.add(done);
  };
  const advance = () => {
    clearTimeout(timer);
    while (!over() && underWay.size < concurrency && dueMs(begun) <= performance.now() - startedAt + earlyMs) begin();
    if (over()) return finish();
    if (underWay.size >= concurrency) return;
    timer = setTimeout(advance, Math.max(0, dueMs(begun) - (performance.now() - startedAt) - earlyMs));
  };

  await new Promise<void>((resolve) => {
    finish = resolve;
    stopping.addEventListener('abort', advance, { once: true });
    advance();
  });
  const endedMs = Math.min(performance.now() - startedAt, durationMs);
  await Promise.all(underWay);
  const due = Math.max(0, Math.ceil((schedule.dueBefore(endedMs) - share.index) / share.of));
  return Math.max(0, Math.min(due, requests) - begun);
}
