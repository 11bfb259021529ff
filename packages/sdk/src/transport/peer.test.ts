import { expect, test } from 'vitest';
import { nameAdvice, portAdvice, trustAdvice } from './peer.js';

test.each([
  ['public', 'kms.cn-hangzhuo.aliyuncs.com', /check regionId; cn-hangzhuo is none .*, did you mean cn-hangzhou\?$/],
  [
    'public',
    'kms.xx-elsewhere-9.aliyuncs.com',
    /check regionId; xx-elsewhere-9 is none of the regions that are known here$/,
  ],
  ['public', 'kms-vpc.cn-hangzhou.aliyuncs.com', /VPCs only/],
  ['public', 'kms.cn-hangzhou.aliyuncs.com', /^check DNS$/],
  ['public', 'kms.internal', /^check endpoint, and DNS$/],
  [
    'instance',
    'kst-1.cryptoservice.kms.aliyuncs.com',
    /^check endpoint; the name of an instance is known in its VPCs only$/,
  ],
] as const)('%s, no host %s', (peer, host, advice) => {
  expect(nameAdvice(peer, host)).toMatch(advice);
});

test.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1'])('nobody listens on %s: the local KMS is meant', (host) => {
  expect(portAdvice(host, 8443)).toMatch(/port 8443.*kms local env/);
});

test('nobody listens elsewhere: the port may be wrong', () => {
  expect(portAdvice('kms.internal', 8443)).toMatch(/port 8443.*check host and port$/);
});

test("who calls the public gateway is not told of an instance's CA", () => {
  expect(trustAdvice('public')).not.toContain('instance');
  expect(trustAdvice('instance')).toContain("instance's CA");
});
