import { expect, it } from 'vitest';
import { namesOf } from './names-of.js';
import type { Examples } from './run-example.js';

/** Expected output of examples, by name: the whole output, or a check of it. */
export type Outputs = Readonly<Record<string, RegExp | ((output: string) => Promise<void> | void)>>;

/** Runs every example of a group, each as a process, and checks that the table has all of them. */
export function runAll(examples: Examples, group: string, outputs: Outputs): void {
  it.concurrent.each(Object.entries(outputs))('%s', async (name, expected) => {
    const { stdout, stderr } = await examples.run(`${group}/${name}`);
    if (expected instanceof RegExp) expect(stdout).toMatch(expected);
    else await expected(stdout);
    expect(stderr).toBe('');
  });

  it('each is in the table of this test', () => {
    expect(Object.keys(outputs).sort()).toEqual(namesOf(group));
  });
}
