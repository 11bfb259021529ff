import { execFileSync } from 'node:child_process';
import { createPublicKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueAuthority, issueServerCertificate } from './certificates.js';

const validity = { notBefore: new Date('2024-02-29T00:00:00Z'), notAfter: new Date('2051-01-01T00:00:00Z') };
const authority = issueAuthority(validity);
const names = ['127.0.0.1', '::1', 'fe80::1:2', 'localhost', '*.kms.test'];
const server = issueServerCertificate(authority, names, validity);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kms-pki-'));
  writeFileSync(join(folder, 'ca.pem'), authority.certificatePem);
  writeFileSync(join(folder, 'server.pem'), server.certificatePem);
});
afterAll(() => rmSync(folder, { recursive: true }));

const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' }).toString();

test('openssl verifies the server certificate by its strict rules', () => {
  const args = ['verify', '-x509_strict', '-CAfile', 'ca.pem', '-purpose', 'sslserver', 'server.pem'];
  expect(openssl(...args)).toContain('OK');
});

test('the server certificate is for every name, by IP address or host name', () => {
  const certificate = new X509Certificate(server.certificatePem);
  for (const ip of ['127.0.0.1', '::1', 'fe80::1:2']) expect(certificate.checkIP(ip)).toBeDefined();
  for (const host of ['localhost', 'a.kms.test']) expect(certificate.checkHost(host)).toBeDefined();
  expect(certificate.checkHost('kms.test.other')).toBeUndefined();
  expect(certificate.ca).toBe(false);
});

test('dates before and after 2050 are what was asked for', () => {
  const certificate = new X509Certificate(server.certificatePem);
  expect(new Date(certificate.validFrom)).toEqual(validity.notBefore);
  expect(new Date(certificate.validTo)).toEqual(validity.notAfter);
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
