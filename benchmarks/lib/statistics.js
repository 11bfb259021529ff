export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

/** Rounds that do not count, while code is compiled. */
const usualWarmUpRounds = 2;

/**
 * Runs all steps alternately, so that other load on the machine affects all alike; some warm-up rounds come first.
 *
 * @param steps functions by name
 * @param warmUpRounds 0 for steps that are separate processes
 * @returns one object for each round, with the result of each step
 */
export async function inRounds(rounds, steps, warmUpRounds = usualWarmUpRounds) {
  const results = [];
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    const result = {};
    for (const [name, step] of Object.entries(steps)) result[name] = await step();
    if (round >= 0) results.push(result);
  }
  return results;
}

/** The median of a function of each round: for ratios of values measured close together. */
export const medianOf = (rounds, value) => median(rounds.map(value));
