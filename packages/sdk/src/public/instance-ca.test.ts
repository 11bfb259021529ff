import { expect, test } from 'vitest';
import { instanceIdOf } from './instance-ca.js';

test.each<[{ endpoint: string; instanceId?: string }, string | undefined]>([
  [{ endpoint: 'kst-hzz1.cryptoservice.kms.aliyuncs.com' }, 'kst-hzz1'],
  [{ endpoint: 'https://kst-hzz1.cryptoservice.kms.aliyuncs.com:8443' }, 'kst-hzz1'],
  [{ endpoint: 'kst-hzz1.cryptoservice.kms.aliyuncs.com', instanceId: 'kst-2' }, 'kst-2'],
  [{ endpoint: 'localhost:8443', instanceId: 'kst-2' }, 'kst-2'],
  [{ endpoint: 'localhost:8443' }, undefined],
  [{ endpoint: '10.0.3.17' }, undefined],
])('%j is the instance %s', (config, instanceId) => {
  expect(instanceIdOf(config, 'instanceConfig')).toBe(instanceId);
});

test('an instanceId that is no text is refused', () => {
  const config = { endpoint: 'localhost', instanceId: 5 } as unknown as { endpoint: string };
  expect(() => instanceIdOf(config, 'instanceConfig')).toThrow('instanceConfig.instanceId must be');
});
