import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newClientKeyPassword, packClientKey } from './client-key-file.js';

const keyPair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const password = newClientKeyPassword();
const notBefore = new Date('2024-02-29T00:00:00Z');
const notAfter = new Date('2051-01-01T00:00:00Z');
const { file, certificatePem } = packClientKey('KAAP.1', { keyPair, notBefore, notAfter, password, iterations: 16 });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kms-client-key-'));
  writeFileSync(join(folder, 'key.p12'), Buffer.from(file.PrivateKeyData, 'base64'));
  writeFileSync(join(folder, 'certificate.pem'), certificatePem);
});
afterAll(() => rmSync(folder, { recursive: true }));

const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' }).toString();

test('openssl opens the PKCS#12 with its password and finds the private key and the very certificate', () => {
  const contents = openssl('pkcs12', '-in', 'key.p12', '-passin', `pass:${password}`, '-nodes');
  expect(new X509Certificate(contents.slice(contents.indexOf('-----BEGIN CERT'))).raw).toEqual(
    new X509Certificate(certificatePem).raw,
  );
  expect(contents).toContain('PRIVATE KEY');
  expect(() => openssl('pkcs12', '-in', 'key.p12', '-passin', 'pass:another', '-nodes')).toThrow(/mac verify/i);
});

test('the certificate is encrypted as `openssl pkcs12 -export` does it, so that Java knows a wrong password for one', () => {
  const { stderr } = spawnSync(
    'openssl',
    ['pkcs12', '-info', '-in', 'key.p12', '-passin', `pass:${password}`, '-noout'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  expect(stderr).toContain('PKCS7 Encrypted data: pbeWithSHA1And3-KeyTripleDES-CBC, Iteration 16');
  expect(stderr).toContain('Shrouded Keybag: pbeWithSHA1And3-KeyTripleDES-CBC, Iteration 16');
  expect(Buffer.from(file.PrivateKeyData, 'base64').includes('KAAP.1')).toBe(false);
});

test('the certificate is of this key, named after the client key, within its dates, and correctly signed', () => {
  const certificate = new X509Certificate(certificatePem);
  expect(certificate.publicKey.equals(keyPair.publicKey)).toBe(true);
  expect(certificate.verify(keyPair.publicKey)).toBe(true);
  expect(certificate.subject).toBe('CN=KAAP.1');
  expect(new Date(certificate.validFrom)).toEqual(notBefore);
  expect(new Date(certificate.validTo)).toEqual(notAfter);
  expect(openssl('verify', '-CAfile', 'certificate.pem', 'certificate.pem')).toContain('OK');
});
