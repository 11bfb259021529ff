import { readFileSync } from 'node:fs';
import type { KeyPairSpec } from 'alibabacloud-kms-sdk/internal';
import { type KeyMaterial, openMaterial } from '../src/keys/material.js';

/** A file of vectors/crypto; each says where its numbers were published. */
export const cryptoVectors = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../vectors/crypto/${name}.json`, import.meta.url), 'utf8'));

export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
export const unhex = (text: string): Uint8Array => Buffer.from(text, 'hex');

const { keys } = cryptoVectors<{ keys: Record<KeyPairSpec, string> }>('keys');

export const testPkcs8 = (spec: KeyPairSpec): Uint8Array => unhex(keys[spec]);

/** A key of this spec that is always the same; making one takes OpenSSL up to seconds. */
export const testKey = (spec: KeyPairSpec): KeyMaterial => openMaterial(spec, testPkcs8(spec));
