import { expect, test } from 'vitest';
import golden from '../../../../vectors/transfer/contexts.json' with { type: 'json' };
import { type EncryptionContextBinding, encryptionContextAad, possibleContexts } from './encryption-context.js';

const json = golden.encryptionContext;
const context: Record<string, string> = JSON.parse(json);
const hexOf = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('hex');

test.each(golden.vectors)('$client binds a context as $binding', ({ binding, aadHex }) => {
  const aad = encryptionContextAad(context, binding as EncryptionContextBinding, { json });
  expect(hexOf(aad)).toBe(aadHex);
});

test('a ciphertext of any client opens with one of the possible contexts, which come in the order of the table', () => {
  expect(possibleContexts(context, { json }).map(({ binding, aad }) => [binding, hexOf(aad)])).toEqual(
    golden.vectors.map(({ binding, aadHex }) => [binding, aadHex]),
  );
});

test('what a client writes itself is tried first', () => {
  const order = possibleContexts(context, {}, 'hex').map(({ binding }) => binding);
  expect(order).toEqual(['hex', 'raw', 'json']);
});

test('keys that Java sorts in another way than Python: the order of most is written, both are read', () => {
  const { encryptionContext, aadHex } = golden.orders;
  const unusual: Record<string, string> = JSON.parse(encryptionContext);
  const [python, java] = Object.values(aadHex);
  expect(hexOf(encryptionContextAad(unusual, 'raw'))).toBe(python);
  const read = possibleContexts(unusual).filter(({ binding }) => binding === 'raw');
  expect(read.map(({ aad }) => hexOf(aad))).toEqual([python, java]);
});

test('a hash does not depend on the order of the members, the JSON text does', () => {
  const [one, other] = [
    { b: '2', a: '1' },
    { a: '1', b: '2' },
  ];
  for (const binding of ['raw', 'hex'] as const) {
    expect(encryptionContextAad(one, binding)).toEqual(encryptionContextAad(other, binding));
  }
  expect(encryptionContextAad(one, 'json')).not.toEqual(encryptionContextAad(other, 'json'));
});

test('without a context there is nothing to bind, and an empty one may be none or an empty text', () => {
  expect(encryptionContextAad(undefined, 'raw')).toBeUndefined();
  expect(encryptionContextAad({}, 'raw')).toBeUndefined();
  expect(possibleContexts(undefined)).toEqual([{}]);
  const empty = possibleContexts({}).map(({ binding, aad }) => [binding, aad && hexOf(aad).slice(0, 8)]);
  // SHA-256 of nothing is e3b0c442…
  expect(empty.slice(0, 2)).toEqual([
    [undefined, undefined],
    ['raw', 'e3b0c442'],
  ]);
});
