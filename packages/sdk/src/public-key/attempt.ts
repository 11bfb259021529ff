/** The result, or undefined where a cryptographic library throws because of its input. */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
