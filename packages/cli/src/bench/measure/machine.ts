import { availableParallelism, cpus, totalmem } from 'node:os';
import type { Machine } from '../result.js';

export const thisMachine = (): Machine => ({
  platform: `${process.platform} ${process.arch}`,
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  memoryBytes: totalmem(),
  node: process.version,
});

/** Measures the load of the whole machine, 0 to 1; each call returns the average since the start. */
export function watchMachine(): () => number {
  const begin = cpuTimes();
  return () => {
    const now = cpuTimes();
    const all = now.all - begin.all;
    return all <= 0 ? 0 : 1 - (now.idle - begin.idle) / all;
  };
}

function cpuTimes(): { all: number; idle: number } {
  let all = 0;
  let idle = 0;
  for (const { times } of cpus()) {
    all += times.user + times.nice + times.sys + times.irq + times.idle;
    idle += times.idle;
  }
  return { all, idle };
}
