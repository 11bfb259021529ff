/** Operations and their shares of the calls. */
export type Mix = readonly { operation: string; weight: number }[];

/**
 * Chooses the next operation, so that the shares hold at any time, not only in the long run: with 3 to 1, three of any four
 * consecutive calls are of the first. Two runs with the same mix make the same calls in the same order.
 */
export function turns(mix: Mix): () => string {
  const total = mix.reduce((sum, { weight }) => sum + weight, 0);
  const credits = mix.map(({ operation, weight }) => ({ operation, weight, credit: 0 }));
  return () => {
    for (const entry of credits) entry.credit += entry.weight;
    const next = credits.reduce((best, entry) => (entry.credit > best.credit ? entry : best));
    next.credit -= total;
    return next.operation;
  };
}
