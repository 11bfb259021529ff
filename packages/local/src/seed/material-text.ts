import { createPrivateKey } from 'node:crypto';
import { attempt, fromPem, type KeySpec, type KeySpecFacts, keySpecs, toPem } from 'alibabacloud-kms-sdk/internal';
import { decodeBase64 } from '../actions/parameters.js';
import { checkMaterial } from '../keys/material-check.js';
import { checkedAt, valid, wrong } from './seed-error.js';

/** Material of a seed in the one form that {@link materialBytes} takes. */
export async function normalMaterial(spec: KeySpec, material: string, path: string): Promise<string> {
  if (isSecret(spec)) {
    const bytes = valid(path, () => decodeBase64('', material.replace(/\s/g, '')));
    await checkedAt(path, () => checkMaterial(spec, bytes));
    return formatMaterial(spec, bytes);
  }
  const bytes = pkcs8Of(material);
  const isRight = bytes !== undefined && (await checkMaterial(spec, bytes).then(yes, no));
  if (!isRight) throw wrong(path, `a private key of ${spec} in PEM expected, without a password`);
  return formatMaterial(spec, bytes);
}

/** As key versions keep it. */
export const materialBytes = (spec: KeySpec, material: string): Uint8Array =>
  isSecret(spec) ? Buffer.from(material, 'base64') : (fromPem('PRIVATE KEY', material) as Uint8Array);

export const formatMaterial = (spec: KeySpec, bytes: Uint8Array): string =>
  isSecret(spec) ? Buffer.from(bytes).toString('base64') : toPem('PRIVATE KEY', bytes);

const isSecret = (spec: KeySpec): boolean => {
  const { family }: KeySpecFacts = keySpecs[spec];
  return family === 'aes' || family === 'sm4' || family === 'hmac';
};

function pkcs8Of(pem: string): Uint8Array | undefined {
  // Taken as it is: the digest of imported material is one of these very bytes.
  return fromPem('PRIVATE KEY', pem) ?? attempt(() => createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' }));
}

const yes = () => true;
const no = () => false;
