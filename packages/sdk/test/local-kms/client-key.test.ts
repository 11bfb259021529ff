import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { Client } from 'alibabacloud-kms-sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let kms: LocalKms;
let folder: string;
let privateKeyPem: string;
let keyId: string;

const password = 'pass-word-1';
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });

beforeAll(async () => {
  kms = await startLocalKms();
  folder = mkdtempSync(join(tmpdir(), 'kms-client-key-'));
  const file = JSON.parse(readFileSync(kms.clientKeyFile, 'utf8'));
  keyId = file.KeyId;
  writeFileSync(join(folder, 'served.p12'), Buffer.from(file.PrivateKeyData, 'base64'));
  openssl('pkcs12', '-in', 'served.p12', '-passin', `pass:${kms.clientKeyPassword}`, '-nodes', '-out', 'all.pem');
  privateKeyPem = openssl('pkey', '-in', 'all.pem').toString();
});
afterAll(async () => {
  await kms.close();
  rmSync(folder, { recursive: true, force: true });
});

async function randomWith(credential: Record<string, string>): Promise<number> {
  const { endpoint, ca } = kms.clientConfig().instanceConfig;
  const client = new Client({ instanceConfig: { endpoint, ca, ...credential } });
  try {
    return (await client.generateRandom({ length: 16 })).random.length;
  } finally {
    await client.close();
  }
}

const repacked = (...options: string[]) => {
  openssl('pkcs12', '-export', '-in', 'all.pem', '-passout', `pass:${password}`, '-out', 'new.p12', ...options);
  const PrivateKeyData = readFileSync(join(folder, 'new.p12')).toString('base64');
  return JSON.stringify({ KeyId: keyId, PrivateKeyData });
};

describe('the client key of the local KMS opens the instance gateway', () => {
  test('as the file', () =>
    expect(randomWith({ clientKeyFile: kms.clientKeyFile, password: kms.clientKeyPassword })).resolves.toBe(16));
  test('as the file’s content', () =>
    expect(
      randomWith({ clientKeyContent: readFileSync(kms.clientKeyFile, 'utf8'), password: kms.clientKeyPassword }),
    ).resolves.toBe(16));
  test('as key id and PEM', () =>
    expect(randomWith({ accessKeyId: keyId, privateKey: privateKeyPem })).resolves.toBe(16));
  test('repacked by openssl with AES (PBES2)', () =>
    expect(randomWith({ clientKeyContent: repacked(), password })).resolves.toBe(16));
  test('repacked by openssl with RC2-40, 3DES and a SHA-1 MAC', () =>
    expect(
      randomWith({
        clientKeyContent: repacked(
          '-legacy',
          '-certpbe',
          'PBE-SHA1-RC2-40',
          '-keypbe',
          'PBE-SHA1-3DES',
          '-macalg',
          'sha1',
        ),
        password,
      }),
    ).resolves.toBe(16));
});

test('until when it is valid is known, also when its certificate is signed with an elliptic curve', async () => {
  const { endpoint, ca } = kms.clientConfig().instanceConfig;
  const credential = { clientKeyFile: kms.clientKeyFile, password: kms.clientKeyPassword };
  const client = new Client({ instanceConfig: { endpoint, ca, ...credential } });
  const days = (Number((await client.clientKey()).validUntil) - Date.now()) / 86_400_000;
  expect(Math.round(days)).toBe(5 * 365);
});

test('another client’s private key under this key id is refused', async () => {
  openssl('genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', 'other.pem');
  const privateKey = readFileSync(join(folder, 'other.pem'), 'utf8');
  await expect(randomWith({ accessKeyId: keyId, privateKey })).rejects.toMatchObject({
    code: 'SignatureNotMatch',
    status: 401,
  });
});
