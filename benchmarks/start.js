// Start time of a local KMS, and its memory then: `npm run build && node benchmarks/start.js [--json]`.
// `npm run bench` includes the medians; this has minimum and maximum too.
import { circumstances } from './lib/machine.js';
import { median } from './lib/statistics.js';
import { measureStart } from './measures/start.js';

const rounds = 20;
const values = await measureStart({ rounds });
const figures = (numbers) =>
  Object.fromEntries(
    Object.entries({ median: median(numbers), min: Math.min(...numbers), max: Math.max(...numbers) }).map(
      ([name, value]) => [name, Number(value.toFixed(1))],
    ),
  );
const results = Object.fromEntries(Object.entries(values).map(([name, numbers]) => [name, figures(numbers)]));
const measured = circumstances();
if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ ...measured, rounds, ...results }));
} else {
  const { runtime, machine, commit } = measured;
  console.log(`${runtime}, ${machine.cpu}, ${machine.cores} cores, commit ${commit}, ${rounds} rounds`);
  for (const [name, { median, min, max }] of Object.entries(results)) {
    console.log(`${name.padEnd(26)} median ${median}, min ${min}, max ${max}`);
  }
}
