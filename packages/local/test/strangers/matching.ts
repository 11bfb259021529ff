import { expect } from 'vitest';

/** What a file says that a program sees; `{ "contains": "…" }` in it is a text that has this part. */
export function matching(expected: unknown): unknown {
  if (Array.isArray(expected)) return expected.map(matching);
  if (typeof expected !== 'object' || expected === null) return expected;
  if ('contains' in expected) return expect.stringContaining(String(expected.contains));
  return Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, matching(value)]));
}
