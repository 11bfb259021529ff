import { expect, test } from 'vitest';
import type { SharedState } from '../store/shared-state.js';
import { openMaterial } from './material.js';
import { MaterialCache } from './material-cache.js';

const unchanged = { generation: 0 } as SharedState;

const material = () => openMaterial('Aliyun_AES_128', new Uint8Array(16));

test('what was used last stays, what was not used for longest goes', () => {
  const cache = new MaterialCache(unchanged);
  const first = material();
  cache.set('first', first);
  cache.set('second', material());
  for (let index = 0; index < 998; index += 1) cache.set(`other ${index}`, material());
  expect(cache.get('first')).toBe(first);
  cache.set('one too many', material());
  expect(cache.get('second')).toBeUndefined();
  expect(cache.get('first')).toBe(first);
});

test('what was changed elsewhere is not remembered', () => {
  const state = { generation: 0 };
  const cache = new MaterialCache(state as SharedState);
  cache.set('first', material());
  state.generation += 1;
  expect(cache.get('first')).toBeUndefined();
});

test('what was deleted is gone', () => {
  const cache = new MaterialCache(unchanged);
  cache.set('a', material());
  cache.delete('a');
  expect(cache.get('a')).toBeUndefined();
});
