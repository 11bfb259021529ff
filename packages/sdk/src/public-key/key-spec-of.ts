import type { KeyObject } from 'node:crypto';
import { type KeyPairSpec, type KeySpecFacts, keyPairSpecs, keySpecs } from '../model/key-specs.js';

/** The spec that an RSA or EC key has; undefined for keys that KMS does not make. */
export function keySpecOf(key: KeyObject): KeyPairSpec | undefined {
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  return keyPairSpecs.find((spec) => {
    const { family, bits, primitive }: KeySpecFacts = keySpecs[spec];
    if (key.asymmetricKeyType !== family) return false;
    return family === 'rsa' ? modulusLength === bits : namedCurve === primitive;
  });
}
