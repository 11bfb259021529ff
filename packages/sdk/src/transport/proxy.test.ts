import { describe, expect, test } from 'vitest';
import { parseNoProxy, parseProxy, proxyFor } from './proxy.js';

const proxy = parseProxy('proxy', 'http://proxy:3128', ['http']);

describe('which hosts go without proxy', () => {
  test.each<[string, string, boolean]>([
    ['', 'kms.example.com', false],
    ['*', 'kms.example.com', true],
    ['kms.example.com', 'kms.example.com', true],
    ['EXAMPLE.com', 'kms.example.com', true],
    ['.example.com', 'kms.example.com', true],
    ['*.example.com', 'kms.example.com', true],
    ['example.com', 'badexample.com', false],
    ['kms.example.com', 'example.com', false],
    ['other, kms.example.com other2', 'kms.example.com', true],
    ['kms.example.com:443', 'kms.example.com', true],
    ['kms.example.com:8443', 'kms.example.com', false],
    ['10.1.2.3', '10.1.2.3', true],
    ['2.3', '10.1.2.3', false],
    ['10.0.0.0/8', '10.1.2.3', true],
    ['10.0.0.0/8', '11.1.2.3', false],
    ['10.0.0.0/8', 'kms.example.com', false],
    ['10.0.0.0/99', '10.1.2.3', false],
    ['fd00::/8', 'fd12::1', true],
    ['[fd12::1]:443', 'fd12::1', true],
    ['fd12::1', 'fd12::1', true],
  ])('noProxy %o, host %s: %s', (noProxy, host, direct) => {
    const chosen = proxyFor({ proxy, noProxy: parseNoProxy(noProxy) }, host, 443, {});
    expect(chosen === undefined).toBe(direct);
  });

  test.each(['localhost', '127.0.0.1', '127.9.9.9', '::1'])('%s never uses the proxy of the environment', (host) => {
    const env = { HTTPS_PROXY: 'http://proxy:3128' };
    expect(proxyFor({ proxy: undefined, noProxy: undefined }, host, 443, env)).toBeUndefined();
    expect(proxyFor({ proxy, noProxy: undefined }, host, 443, env)).toBe(proxy);
  });
});

describe('addresses of proxies', () => {
  test.each([
    ['http://proxy', 'http://proxy:80'],
    ['proxy:3128', 'http://proxy:3128'],
    ['https://proxy', 'https://proxy:443'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
    ['socks5h://proxy', 'socks5://proxy:1080'],
    ['http://user:pass@proxy:1', 'http://proxy:1'],
  ])('%s is %s', (address, shown) => {
    expect(String(parseProxy('proxy', address, ['http', 'https', 'socks5', 'socks5h']))).toBe(shown);
  });

  test.each([
    'http://DOM\\user:s3cret@proxy',
    'http://user:s3cret/@proxy',
    'http://user:12?s3cret@proxy',
    'http://user:12#s3cret@proxy',
    'user:12#s3cret@proxy:3128',
    'http://user:s3 cret@proxy',
    'http://proxy:3128/s3cret',
    'http://proxy:3128?s3cret',
    'http://proxy:3128#s3cret',
    'http://proxy:3128#',
    'socks5://user:s3cret/1@proxy',
    'socks5://DOM\\user:s3cret@proxy',
    'socks5h://user:12#s3cret@proxy',
    'socks5://proxy:1080/s3cret?x',
  ])('an address that is not percent-encoded leads to no other host: %j', (address) => {
    const schemes = ['http', 'https', 'socks5', 'socks5h'];
    const refusal = (work: () => unknown) => {
      expect(work).toThrow(
        expect.objectContaining({ code: 'Config.Invalid', message: expect.stringContaining('percent-encoded') }),
      );
      expect(work).not.toThrow(/s3cret/);
    };
    refusal(() => parseProxy('proxy', address, schemes));
    const settings = { proxy: undefined, noProxy: undefined };
    refusal(() => proxyFor(settings, 'kms.example', 443, { HTTPS_PROXY: address }));
  });

  test('an encoded user name and password are what the proxy gets', () => {
    const { host, credentials } = parseProxy('proxy', ' http://DOM%5Cuser:a%2Fb%3Fc%23d%20e@proxy:1/\n', ['http']);
    expect({ host, credentials }).toEqual({
      host: 'proxy',
      credentials: { username: 'DOM\\user', password: 'a/b?c#d e' },
    });
  });
});
