import type { Recorder } from '../measure/recorder.js';
import type { PeriodReport } from './messages.js';

/** Reports measurements period by period; `end()` reports the rest. */
export function startPeriods(
  periodMs: number,
  recorder: Recorder,
  report: (period: PeriodReport) => void,
): { end(): void } {
  const startedAt = performance.now();
  let lastMs = 0;
  let index = 0;
  let timer: NodeJS.Timeout | undefined;

  const flush = () => {
    const nowMs = performance.now() - startedAt;
    report({ index, startMs: lastMs, lengthMs: nowMs - lastMs, slices: recorder.take() });
    lastMs = nowMs;
    index += 1;
  };
  // Each period ends at a fixed multiple, so that timer delays do not add up.
  const next = () => {
    timer = setTimeout(
      () => {
        flush();
        next();
      },
      Math.max(0, (index + 1) * periodMs - (performance.now() - startedAt)),
    );
  };
  next();
  return {
    end() {
      clearTimeout(timer);
      flush();
    },
  };
}
