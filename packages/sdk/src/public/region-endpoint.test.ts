import { describe, expect, it } from 'vitest';
import { endpoints } from '../model/generated/endpoints.js';
import { type RegionOptions, regionEndpoint } from './region-endpoint.js';

const hostOf = (options: RegionOptions) => regionEndpoint(options, 'publicConfig').host;

describe('the host of a region', () => {
  it.each(Object.entries(endpoints))('%s is %s', (regionId, host) => {
    expect(hostOf({ regionId })).toBe(host);
  });

  it.each([
    [{ regionId: 'xx-new-1' }, 'kms.xx-new-1.aliyuncs.com'],
    [{ regionId: 'xx-constructor' }, 'kms.xx-constructor.aliyuncs.com'],
    [{ regionId: 'cn-shanghai-finance-2' }, 'kms.cn-shanghai-finance-2.aliyuncs.com'],
    [{ regionId: 'us-west-2' }, 'kms.us-west-2.aliyuncs.com'],
    [{ regionId: 'test', endpoint: 'localhost:8443' }, 'localhost:8443'],
    [{ regionId: 'cn-hangzhou', network: 'vpc' }, 'kms-vpc.cn-hangzhou.aliyuncs.com'],
    [{ regionId: 'cn-hangzhou', suffix: 'pre' }, 'kms-pre.cn-hangzhou.aliyuncs.com'],
    [{ regionId: 'cn-hangzhou', suffix: 'pre', network: 'vpc' }, 'kms-pre-vpc.cn-hangzhou.aliyuncs.com'],
    [{ regionId: 'cn-hangzhou', network: 'vpc', endpoint: 'localhost:8443' }, 'localhost:8443'],
  ] satisfies [RegionOptions, string][])('of %j is %s', (options, host) => {
    expect(hostOf(options)).toBe(host);
  });

  it.each([
    [{}, 'Config.Missing', 'publicConfig does not say what to call'],
    [{ regionId: 'cn-hangzhou.evil.example/' }, 'Config.Invalid', 'publicConfig.regionId must be'],
    [
      { regionId: 'hangzhou' },
      'Config.Invalid',
      'publicConfig.regionId is "hangzhou", which is no region; did you mean cn-hangzhou?',
    ],
    [{ regionId: 'cn-hangzhou-a' }, 'Config.Invalid', '"cn-hangzhou-a", which is a zone; did you mean cn-hangzhou?'],
    [
      { regionId: 'ap-southeast-1b' },
      'Config.Invalid',
      '"ap-southeast-1b", which is a zone; did you mean ap-southeast-1?',
    ],
    [{ regionId: 'cn-hangzhou-a', network: 'vpc' }, 'Config.Invalid', 'did you mean cn-hangzhou?'],
    [
      { regionId: 'CN-Hangzhou' },
      'Config.Invalid',
      'publicConfig.regionId must be lower-case letters, digits and hyphens only, not "CN-Hangzhou"; did you mean cn-hangzhou?',
    ],
    [{ regionId: 'cn_hangzhou' }, 'Config.Invalid', 'did you mean cn-hangzhou?'],
    [{ regionId: 'kms.cn-hangzhou.aliyuncs.com' }, 'Config.Invalid', 'did you mean cn-hangzhou?'],
    [{ regionId: 'constructor' }, 'Config.Invalid', 'which is no region; give one like cn-hangzhou'],
    [{ regionId: 5 as never }, 'Config.Invalid', 'publicConfig.regionId must be'],
    [{ regionId: 'cn-hangzhou', suffix: '.' }, 'Config.Invalid', 'publicConfig.suffix must be'],
    [{ regionId: 'cn-hangzhou', network: 'VPC' as never }, 'Config.Invalid', 'publicConfig.network must be'],
  ] satisfies [RegionOptions, string, string][])('of %j is refused', (options, code, message) => {
    expect(() => hostOf(options)).toThrow(expect.objectContaining({ code, message: expect.stringContaining(message) }));
  });
});
