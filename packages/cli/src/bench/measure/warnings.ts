import type { ClientHealth, Measured, ResultSettings } from '../result.js';
import { feltTimes } from './measured.js';
import { formatCount, formatShare, formatUs } from './units.js';

/** From this load on, a loop, a core or a machine is saturated. */
const busy = 0.9;
/** Event loop delay, relative to the median, from which on it affects the times. */
const lateShare = 0.25;
const leastLateMs = 5;

interface Facts {
  settings: Pick<ResultSettings, 'rate' | 'concurrency' | 'processes' | 'local'>;
  cores: number;
  client: ClientHealth;
  total: Pick<Measured, 'serviceUs' | 'responseUs' | 'counts'>;
  unstarted: number;
}

/** What may distort the numbers: above all, that this machine was the bottleneck. */
export function warningsOf(facts: Facts): string[] {
  return [...clientWarnings(facts), ...rateWarnings(facts)];
}

export const isClientBusy = ({ eventLoopBusy, machineBusy }: ClientHealth): boolean =>
  eventLoopBusy >= busy || machineBusy >= busy;

function clientWarnings({ settings, cores, client, total }: Facts): string[] {
  const { eventLoopBusy, eventLoopLateMs, machineBusy } = client;
  const warnings: string[] = [];
  if (machineBusy >= busy) {
    const cause = settings.local ? ', which the local KMS shares with it' : '';
    warnings.push(
      `The client is the bottleneck: the CPU of this machine (${cores} cores) was ${formatShare(machineBusy)} busy${cause}. Use a larger machine, or several and \`kms bench merge\`.`,
    );
  } else if (eventLoopBusy >= busy) {
    const more = Math.min(cores, settings.processes * 2);
    const remedy =
      more > settings.processes ? `Use --processes ${more}.` : 'Use several machines and `kms bench merge`.';
    warnings.push(
      `The client is the bottleneck: a process of it was busy ${formatShare(eventLoopBusy)} of the time. ${remedy}`,
    );
  }
  const medianMs = feltTimes(total).p50 / 1000;
  if (warnings.length === 0 && eventLoopLateMs > Math.max(leastLateMs, medianMs * lateShare)) {
    warnings.push(
      `The client was late: its event loop by ${formatUs(eventLoopLateMs * 1000)} at the 99th percentile, which is in the times above. Use more processes, or fewer calls at a time.`,
    );
  }
  return warnings;
}

function rateWarnings({ settings, client, total, unstarted }: Facts): string[] {
  if (!settings.rate || unstarted === 0) return [];
  const due = total.counts.requests + unstarted;
  const cause = isClientBusy(client)
    ? 'the client could not keep up'
    : `all ${settings.concurrency} calls at a time were under way: the server is slower than the rate, or --concurrence_nums too low for it`;
  return [
    `The rate was not reached: ${formatCount(unstarted)} of ${formatCount(due)} calls were never begun, since ${cause}.`,
  ];
}
