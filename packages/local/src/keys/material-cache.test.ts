import { expect, test } from 'vitest';
import { openMaterial } from './material.js';
import { MaterialCache } from './material-cache.js';

const material = () => openMaterial('Aliyun_AES_128', new Uint8Array(16));

test('what was used last stays, what was not used for longest goes', () => {
  const cache = new MaterialCache();
  const first = material();
  cache.set('first', first);
  cache.set('second', material());
  for (let index = 0; index < 998; index += 1) cache.set(`other ${index}`, material());
  expect(cache.get('first')).toBe(first);
  cache.set('one too many', material());
  expect(cache.get('second')).toBeUndefined();
  expect(cache.get('first')).toBe(first);
});

test('what was deleted is gone', () => {
  const cache = new MaterialCache();
  cache.set('a', material());
  cache.delete('a');
  expect(cache.get('a')).toBeUndefined();
});
