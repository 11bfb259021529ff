import { describe, expect, it } from 'vitest';
import golden from '../../../../vectors/wire/rpc.json' with { type: 'json' };
import { rpcSignature, rpcStringToSign } from './rpc-signature.js';

describe('signature version 1.0', () => {
  it.each(golden.vectors)('signs $parameters.Action as others do: $origin', (vector) => {
    const pairs = Object.entries(vector.parameters);
    const stringToSign = rpcStringToSign(vector.method, pairs);
    if (vector.stringToSign) expect(stringToSign).toBe(vector.stringToSign);
    expect(rpcSignature(vector.accessKeySecret, stringToSign)).toBe(vector.signature);
  });

  it('leaves the signature itself out', () => {
    const pairs: [string, string][] = [['Action', 'Encrypt']];
    expect(rpcStringToSign('POST', [...pairs, ['Signature', 'x']])).toBe(rpcStringToSign('POST', pairs));
  });
});
