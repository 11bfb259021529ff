import { createPrivateKey } from 'node:crypto';
import { type KeySpec, type KeySpecFacts, keySpecs, PemError, readOnePem, toPem } from 'alibabacloud-kms-sdk/internal';
import { checkMaterial } from '../keys/material-check.js';
import { decodeBase64 } from '../text-checks.js';
import { checkedAt, valid, wrong } from './seed-error.js';

/** Normalises the material of a seed to the form that {@link materialBytes} takes. */
export async function normalMaterial(spec: KeySpec, material: string, path: string): Promise<string> {
  if (isSecret(spec)) {
    const bytes = valid(path, () => decodeBase64('', material.replace(/\s/g, '')));
    await checkedAt(path, () => checkMaterial(spec, bytes));
    return formatMaterial(spec, bytes);
  }
  const bytes = pkcs8Of(spec, material, path);
  if (!(await checkMaterial(spec, bytes).then(yes, no))) throw wrong(path, expected(spec));
  return formatMaterial(spec, bytes);
}

/** The bytes to store for a key version. */
export const materialBytes = (spec: KeySpec, material: string): Uint8Array =>
  isSecret(spec) ? Buffer.from(material, 'base64') : readOnePem(material, ['PRIVATE KEY']).der;

export const formatMaterial = (spec: KeySpec, bytes: Uint8Array): string =>
  isSecret(spec) ? Buffer.from(bytes).toString('base64') : toPem('PRIVATE KEY', bytes);

const isSecret = (spec: KeySpec): boolean => {
  const { family }: KeySpecFacts = keySpecs[spec];
  return family === 'aes' || family === 'sm4' || family === 'hmac';
};

const derTypes = { 'RSA PRIVATE KEY': 'pkcs1', 'EC PRIVATE KEY': 'sec1' } as const;

const expected = (spec: KeySpec) => `a private key of ${spec} in PEM expected, without a password`;

function pkcs8Of(spec: KeySpec, pem: string, path: string): Uint8Array {
  try {
    const { label, der } = readOnePem(pem, ['PRIVATE KEY', ...Object.keys(derTypes)]);
    // Unchanged, because the digest of imported material covers exactly these bytes.
    if (label === 'PRIVATE KEY') return der;
    const type = derTypes[label as keyof typeof derTypes];
    return createPrivateKey({ key: Buffer.from(der), format: 'der', type }).export({ type: 'pkcs8', format: 'der' });
  } catch (error) {
    throw wrong(path, error instanceof PemError ? `${expected(spec)}; ${error.message}` : expected(spec));
  }
}

const yes = () => true;
const no = () => false;
