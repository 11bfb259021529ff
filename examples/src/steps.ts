/** Runs steps one after another, prints the result and duration of each, and counts them. */
export class Steps {
  #passed = 0;
  #failed = 0;

  /** A step that later ones depend on: if it fails, so does the run. */
  async need<T>(title: string, act: () => Promise<{ value: T; saw: string }>): Promise<T> {
    let result: { value: T } | undefined;
    await this.step(title, async () => {
      const { value, saw } = await act();
      result = { value };
      return saw;
    });
    if (!result) this.finish();
    return (result as { value: T }).value;
  }

  /** An independent step; returns a short description of its result. */
  async step(title: string, act: () => Promise<string>): Promise<void> {
    const start = performance.now();
    try {
      const saw = await act();
      this.#passed += 1;
      console.log(`✓ ${title}  ${(performance.now() - start).toFixed(1)} ms\n    ${saw}`);
    } catch (error) {
      this.#failed += 1;
      console.log(`✗ ${title}  ${(performance.now() - start).toFixed(1)} ms\n    ${String(error)}`);
    }
  }

  /** Prints the count and ends the process, with 0 if every step passed. */
  finish(): never {
    console.log(`${this.#passed} passed, ${this.#failed} failed`);
    process.exit(this.#failed === 0 ? 0 : 1);
  }
}
