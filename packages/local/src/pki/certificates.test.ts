import { execFileSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueAuthority, issueClientCertificate, issueServerCertificate } from './certificates.js';

const validity = { notBefore: new Date('2024-02-29T00:00:00Z'), notAfter: new Date('2051-01-01T00:00:00Z') };
const authority = issueAuthority(validity);
const names = ['127.0.0.1', '::1', 'fe80::1:2', 'localhost', '*.kms.test'];
const server = issueServerCertificate(authority, names, validity);
const client = generateKeyPairSync('rsa', { modulusLength: 2048 });
const clientPem = issueClientCertificate(authority, 'KAAP.1', client.publicKey, validity);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kms-pki-'));
  writeFileSync(join(folder, 'ca.pem'), authority.certificatePem);
  writeFileSync(join(folder, 'server.pem'), server.certificatePem);
  writeFileSync(join(folder, 'client.pem'), clientPem);
});
afterAll(() => rmSync(folder, { recursive: true }));

const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' }).toString();

describe('openssl verifies, by its strict rules,', () => {
  test.each([
    ['the server certificate', 'sslserver', 'server.pem'],
    ['the certificate of a client key', 'sslclient', 'client.pem'],
  ])('%s', (_which, purpose, file) => {
    expect(openssl('verify', '-x509_strict', '-CAfile', 'ca.pem', '-purpose', purpose, file)).toContain('OK');
  });
});

test('the server certificate is for every name, by IP address or host name', () => {
  const certificate = new X509Certificate(server.certificatePem);
  for (const ip of ['127.0.0.1', '::1', 'fe80::1:2']) expect(certificate.checkIP(ip)).toBeDefined();
  for (const host of ['localhost', 'a.kms.test']) expect(certificate.checkHost(host)).toBeDefined();
  expect(certificate.checkHost('kms.test.other')).toBeUndefined();
  expect(certificate.ca).toBe(false);
});

test('dates before and after 2050 are what was asked for', () => {
  const certificate = new X509Certificate(clientPem);
  expect(new Date(certificate.validFrom)).toEqual(validity.notBefore);
  expect(new Date(certificate.validTo)).toEqual(validity.notAfter);
  expect(certificate.subject).toBe('CN=KAAP.1');
});

test('key and certificate belong together', () => {
  for (const { certificatePem, privateKeyPem } of [authority, server]) {
    const { publicKey } = new X509Certificate(certificatePem);
    expect(publicKey.equals(createPublicKey(privateKeyPem))).toBe(true);
  }
});

test('each CA has a name of its own', () => {
  expect(new X509Certificate(issueAuthority(validity).certificatePem).subject).not.toBe(
    new X509Certificate(authority.certificatePem).subject,
  );
});
