import { describe, expect, it } from 'vitest';
import { parseEndpoint } from './endpoint.js';

const parse = (text: string | undefined) => parseEndpoint(text, 'config.endpoint');

describe('parseEndpoint', () => {
  it.each([
    ['kst-1.cryptoservice.kms.aliyuncs.com', 'kst-1.cryptoservice.kms.aliyuncs.com'],
    ['https://kms.cn-hangzhou.aliyuncs.com', 'kms.cn-hangzhou.aliyuncs.com'],
    ['https://kms.cn-hangzhou.aliyuncs.com/', 'kms.cn-hangzhou.aliyuncs.com'],
    ['localhost:8443', 'localhost:8443'],
    ['kms.example:443', 'kms.example'],
    ['[::1]:8443', '[::1]:8443'],
    ['KMS.Example', 'kms.example'],
  ])('reads %s', (text, host) => {
    expect(parse(text)).toEqual({ host, origin: `https://${host}` });
  });

  it.each([
    [undefined, 'Config.Missing', 'config.endpoint is missing or empty'],
    ['', 'Config.Missing', 'config.endpoint is missing or empty'],
    ['http://kms.example', 'Config.Invalid', 'http:// address'],
    ['ftp://kms.example', 'Config.Invalid', 'must be "host"'],
    ['kms.example/path', 'Config.Invalid', 'must be "host"'],
    ['kms.example?x=1', 'Config.Invalid', 'must be "host"'],
    ['user:password@kms.example', 'Config.Invalid', 'must be "host"'],
    ['two words', 'Config.Invalid', 'must be "host"'],
    ['kms.example:99999', 'Config.Invalid', 'must be "host"'],
    ['kst-hzz123', 'Config.Invalid', 'its host is kst-hzz123.cryptoservice.kms.aliyuncs.com'],
    ['https://kst-hzz123:443', 'Config.Invalid', 'its host is kst-hzz123.cryptoservice.kms.aliyuncs.com'],
    ['cn-hangzhou', 'Config.Invalid', 'that is a region; its host is kms.cn-hangzhou.aliyuncs.com'],
    [7 as never, 'Config.Invalid', 'must be a string, not a number'],
  ])('refuses %j', (text, code, message) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code, message: expect.stringContaining(message) }));
  });

  it('keeps a password that was put into the address to itself', () => {
    expect(() => parse('user:top-secret@kms.example')).not.toThrow(/top-secret/);
  });
});
