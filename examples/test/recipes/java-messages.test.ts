import { expect, test } from 'vitest';
import { useExamples } from '../support/run-example.js';

const examples = useExamples();

test('the example reads and writes what Java does, refuses another context, and moves a message', async () => {
  const { stdout } = await examples.run('recipes/java-messages');
  expect(stdout.split('\n')).toEqual([
    'AES_GCM_NOPADDING_256, for order,17',
    'Decrypted: 4111 1111 1111 1111',
    'Another order: Envelope.ContextMismatch',
    'Stream of 300000 bytes: the same',
    'Moved to the new key: true, asn1',
    '',
  ]);
});
