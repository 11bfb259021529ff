export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

/** Rounds that do not count: code is compiled meanwhile. */
const usualWarmUpRounds = 2;

/**
 * Runs everything in turns, so that whatever else this machine does meets all alike; a few times more than asked, first.
 *
 * @param steps functions by name
 * @param warmUpRounds 0 for steps that are processes of their own
 * @returns one object a round, with what each step came to
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

/** The median of what a function makes of each round: for ratios of neighbours in time. */
export const medianOf = (rounds, value) => median(rounds.map(value));
