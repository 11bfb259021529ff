import { TestRunner } from 'vitest';

/** Runs nothing: for tests of what is not there, which count as skipped. */
// biome-ignore lint/style/noDefaultExport: vitest wants a runner so
export default class SkipRunner extends TestRunner {
  constructor(config: ConstructorParameters<typeof TestRunner>[0]) {
    // No name fits.
    super({ ...config, testNamePattern: /(?!)/ });
  }
}
