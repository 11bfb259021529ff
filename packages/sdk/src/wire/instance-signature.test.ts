import { createVerify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import golden from '../../../../vectors/wire/instance-signature.json' with { type: 'json' };
import { formatBearer, instanceContentSha256, instanceStringToSign, parseBearer } from './instance-signature.js';
import { WireFormatError } from './wire-format.js';

const privateKey = readFileSync(new URL('../../../../vectors/client-key/rsa-2048.pkcs8.pem', import.meta.url));

describe('signature of the instance gateway', () => {
  it.each(golden.vectors)('is over the same string as the official Python SDK’s: $title', (vector) => {
    const { title: _title, bodyHex, headers, stringToSign, authorization } = vector;
    expect(instanceStringToSign(headers)).toBe(stringToSign);
    expect(instanceContentSha256(Buffer.from(bodyHex, 'hex'))).toBe(headers['content-sha256']);
    const verify = createVerify('RSA-SHA256').update(instanceStringToSign(headers));
    expect(verify.verify(privateKey, parseBearer(authorization))).toBe(true);
  });

  it('does not depend on the order of the headers', () => {
    const headers = Object.entries(golden.vectors[1]?.headers ?? {});
    expect(instanceStringToSign(Object.fromEntries(headers.reverse()))).toBe(golden.vectors[1]?.stringToSign);
  });

  it('reads back the authorization header that it writes', () => {
    const signature = Buffer.from([0xfb, 0xff, 0xfe, 0x00]);
    expect(parseBearer(formatBearer(signature.toString('base64')))).toEqual(signature);
  });

  it.each(['', 'Bearer', 'Bearer ', 'Bearer a b', 'bearer YQ==', 'Basic YQ==', 'Bearer YQ==,'])(
    'the authorization header "%s" is a WireFormatError',
    (header) => {
      expect(() => parseBearer(header)).toThrow(WireFormatError);
    },
  );
});
