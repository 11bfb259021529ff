// Many calls with many keys: cost of a call for client and server at the start and at the end, and memory over time.
import { startClient } from '../lib/client-process.js';
import { withKeys } from '../lib/keys.js';
import { startKms } from '../lib/local-kms.js';
import { median } from '../lib/statistics.js';

const slices = 24;
/** Slices that do not count, while code is compiled and memory fills. */
const warmUpSlices = 4;
const comparedSlices = 5;

export async function measureEndurance({ enduranceCalls, enduranceKeys }) {
  const kms = await startKms();
  const client = startClient('sdk.js', await withKeys(kms, enduranceKeys));
  const calls = Math.ceil(enduranceCalls / slices);
  const figures = [];
  try {
    let before = await kms.usage();
    for (let slice = 0; slice < slices; slice += 1) {
      const { cpuMs, perSecond, memoryMb } = await client.run('mix', calls);
      const after = await kms.usage();
      const serverCpuMs = (after.cpuMs - before.cpuMs) / calls;
      figures.push({ cost: cpuMs + serverCpuMs, perSecond, clientMb: memoryMb, serverMb: after.memoryMb });
      before = after;
    }
  } finally {
    await client.stop();
    await kms.stop();
  }
  const start = figures.slice(warmUpSlices, warmUpSlices + comparedSlices);
  const end = figures.slice(-comparedSlices);
  const of = (part, name) => median(part.map((figure) => figure[name]));
  const growth = (name) => of(end, name) - of(start, name);
  return {
    endOverStartCost: of(end, 'cost') / of(start, 'cost'),
    clientMemoryGrowthMb: growth('clientMb'),
    serverMemoryGrowthMb: growth('serverMb'),
    clientMemoryMb: of(end, 'clientMb'),
    serverMemoryMb: of(end, 'serverMb'),
    enduranceCalls: calls * slices,
    enduranceKeys,
    endurancePerSecond: of(figures, 'perSecond'),
  };
}
