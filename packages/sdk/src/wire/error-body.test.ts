import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeInstanceError, decodeOpenApiError, encodeInstanceError, encodeOpenApiError } from './error-body.js';

const bytes = (text: string) => new TextEncoder().encode(text);

const body = {
  status: 404,
  code: 'Forbidden.KeyNotFound',
  message: 'The specified Key is not found.',
  requestId: '4bd560a1-729e-45f1-a3d9-b2a33d61046b',
};

describe('error bodies', () => {
  it('of the instance gateway come out as they went in', () => {
    expect(decodeInstanceError(encodeInstanceError(body))).toEqual(body);
  });

  it('of the public gateway come out as they went in', () => {
    const openApi = {
      ...body,
      ...{ hostId: 'kms.cn-hangzhou.aliyuncs.com', recommend: 'https://api.aliyun.com/x', description: 'more' },
      accessDeniedDetail: { AuthAction: 'kms:Encrypt', NoPermissionType: 'ImplicitDeny' },
    };
    const encoded = encodeOpenApiError(openApi);
    expect(decodeOpenApiError(bytes(encoded))).toEqual({ ...openApi, wire: JSON.parse(encoded) });
  });

  it('have the documented JSON names', () => {
    expect(JSON.parse(encodeOpenApiError(body))).toEqual({
      HttpStatus: 404,
      Code: body.code,
      Message: body.message,
      RequestId: body.requestId,
    });
  });

  it.each([
    '',
    '<html><body>502 Bad Gateway</body></html>',
    'null',
    '[]',
    '7',
    '{}',
    '{"Code":7}',
    '{"code":"x"}',
    '\u0000',
  ])('what is not KMS is undefined, not an exception: %j', (text) => {
    expect(decodeInstanceError(bytes(text))).toBeUndefined();
    expect(decodeOpenApiError(bytes(text))).toBeUndefined();
  });

  it('escapes, line breaks and marks of direction of a server reach no terminal', () => {
    const hostile = { ...body, code: 'X\u001b[2J', message: 'a\r\nkms: done\u202e', requestId: '1\u009b31m' };
    const clean = { ...body, code: 'X\ufffd[2J', message: 'a kms: done\ufffd', requestId: '1\ufffd31m' };
    expect(decodeInstanceError(encodeInstanceError(hostile))).toEqual(clean);
    const { wire, ...fields } = decodeOpenApiError(bytes(encodeOpenApiError(hostile))) ?? {};
    expect(fields).toEqual(clean);
    expect(wire).toMatchObject({ Code: hostile.code });
  });

  it('a body of 10 MB makes no error of 10 MB', () => {
    const long = 'x'.repeat(10_000_000);
    const huge = { status: 400, code: long, message: long, requestId: long, hostId: long, recommend: long };
    for (const decoded of [
      decodeInstanceError(encodeInstanceError(huge)),
      decodeOpenApiError(bytes(encodeOpenApiError(huge))),
    ]) {
      expect(JSON.stringify(decoded).length).toBeLessThan(5_000);
    }
  });

  it('a code is enough', () => {
    expect(decodeOpenApiError(bytes('{"Code":"X","HttpStatus":"404","Message":7}'))).toMatchObject({
      status: 404,
      code: 'X',
      message: '',
    });
    expect(decodeInstanceError(encodeInstanceError({ code: 'X', message: '' }))).toEqual({ code: 'X', message: '' });
  });

  it('arbitrary bytes throw nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (input) => {
        decodeInstanceError(input);
        decodeOpenApiError(input);
      }),
    );
  });
});
