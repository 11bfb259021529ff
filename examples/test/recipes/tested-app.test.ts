import { expect, test } from 'vitest';
import { useExamples } from '../support/run-example.js';

// The application has its own test, examples/src/recipes/tested-app/notes-app.test.ts.
const examples = useExamples();

test('the example starts the application, and reads the note that it put there', async () => {
  const { stdout } = await examples.run('recipes/tested-app');
  expect(stdout).toMatch(/^GET \/notes\/1: 200, buy milk$/m);
  expect(stdout).toMatch(/^The service keeps \d{2,} sealed bytes$/m);
});
