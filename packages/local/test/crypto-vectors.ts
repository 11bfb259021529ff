import type { KeyPairSpec } from 'alibabacloud-kms-sdk/internal';
import { testPkcs8 } from '../../sdk/test/support/crypto-vectors.js';
import { type KeyMaterial, openMaterial } from '../src/keys/material.js';

export { cryptoVectors, flipped, testPkcs8, toHex, unhex } from '../../sdk/test/support/crypto-vectors.js';

/** A key of this spec that is always the same; making one takes OpenSSL up to seconds. */
export const testKey = (spec: KeyPairSpec): KeyMaterial => openMaterial(spec, testPkcs8(spec));
