import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { ProcessHealth } from '../load/messages.js';
import type { ClientHealth } from '../result.js';

const resolutionMs = 10;
const nanosecondsPerMs = 1e6;
const microsecondsPerMs = 1e3;

/** Measures the load of this process until `end()`. */
export function watchHealth(): { end(): ProcessHealth } {
  const delays = monitorEventLoopDelay({ resolution: resolutionMs });
  delays.enable();
  const loop = performance.eventLoopUtilization();
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  return {
    end() {
      delays.disable();
      const { user, system } = process.cpuUsage(cpu);
      const p99 = delays.count === 0 ? 0 : delays.percentile(99) / nanosecondsPerMs - resolutionMs;
      return {
        eventLoopBusy: performance.eventLoopUtilization(loop).utilization,
        eventLoopLateMs: Math.max(0, p99),
        cpuCores: (user + system) / microsecondsPerMs / (performance.now() - startedAt),
      };
    },
  };
}

/** Combines the values of several processes, or machines. */
export const healthOf = (healths: readonly ProcessHealth[], machineBusy: number): ClientHealth => ({
  eventLoopBusy: Math.max(...healths.map(({ eventLoopBusy }) => eventLoopBusy)),
  eventLoopLateMs: Math.max(...healths.map(({ eventLoopLateMs }) => eventLoopLateMs)),
  cpuCores: healths.reduce((sum, { cpuCores }) => sum + cpuCores, 0),
  machineBusy,
});
