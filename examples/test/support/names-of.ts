import { readdirSync } from 'node:fs';

/** Names of the examples in a folder of `examples/src`, as files: `sign` for `sign.ts`. */
export const namesOf = (group: string): string[] =>
  readdirSync(new URL(`../../src/${group}/`, import.meta.url))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
