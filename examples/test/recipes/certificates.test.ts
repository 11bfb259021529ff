import { execFile } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { Client } from 'alibabacloud-kms-sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Authority, requestFor } from '../../src/recipes/certificates/authority.js';
import { makeServerKey } from '../../src/recipes/certificates/server-key.js';
import { x509 } from '../../src/recipes/certificates/x509.js';
import { useExamples } from '../support/run-example.js';

const examples = useExamples();

let kms: LocalKms;
let client: Client;
let folder: string;
beforeAll(async () => {
  kms = await startLocalKms({
    seed: {
      keys: [
        { id: 'key-ec', spec: 'EC_P256' },
        { id: 'key-rotating', spec: 'EC_P256' },
        { id: 'key-rsa', spec: 'RSA_2048', usage: 'SIGN/VERIFY' },
      ],
    },
  });
  client = new Client(kms.clientConfig());
  folder = await mkdtemp(join(tmpdir(), 'kms-certificates-'));
});
afterAll(async () => {
  await client.close();
  await kms.close();
  await rm(folder, { recursive: true });
});

/** @returns the output of openssl, from both streams; fails if openssl fails */
async function openssl(...args: string[]): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)('openssl', args);
  return stdout + stderr;
}

let files = 0;
async function saved(pem: string): Promise<string> {
  const file = join(folder, `${files++}.pem`);
  await writeFile(file, pem);
  return file;
}

test('the example prints a request that openssl finds genuine, and its TLS server is trusted', async () => {
  const { stdout } = await examples.run('recipes/certificates');
  const [pem = ''] = /-----BEGIN CERTIFICATE REQUEST-----.+END CERTIFICATE REQUEST-----/s.exec(stdout) ?? [];
  expect(await openssl('req', '-verify', '-noout', '-in', await saved(pem))).toContain('verify OK');
  expect(stdout).toMatch(/^CN=Example Internal CA vouches for CN=orders.internal until 2\d{3}-/m);
  expect(stdout).toMatch(/^Its server answers whoever trusts the CA: hello, TLS$/m);
});

describe.each(['key-ec', 'key-rsa'])('with %s in KMS', (keyId) => {
  test('a certificate signing request is genuine for openssl and names the key of KMS', async () => {
    const request = await requestFor(client, keyId, 'CN=shop.example', ['shop.example', 'www.shop.example']);
    const file = await saved(request.toString('pem'));
    const told = await openssl('req', '-verify', '-noout', '-text', '-in', file);
    expect(told).toContain('verify OK');
    expect(told).toMatch(/Subject: CN ?= ?shop\.example/);
    expect(told).toContain('DNS:shop.example, DNS:www.shop.example');
    const asked = (await openssl('req', '-noout', '-pubkey', '-in', file)).trim();
    const spki = createPublicKey(asked).export({ format: 'der', type: 'spki' });
    expect(spki.equals((await client.publicKey(keyId)).toDer())).toBe(true);
  });

  test('openssl verifies what the CA issued, for the names that the CA allowed', async () => {
    const authority = await Authority.found(client, keyId, 'CN=Example Internal CA');
    const { request } = await makeServerKey('CN=orders.internal');
    const certificate = await authority.issue(request, ['orders.internal']);
    const ca = await saved(authority.certificate.toString('pem'));
    const leaf = await saved(certificate.toString('pem'));
    const verify = (...more: string[]) => openssl('verify', '-x509_strict', ...more, '-CAfile', ca, leaf);
    expect(await verify('-purpose', 'sslserver', '-verify_hostname', 'orders.internal')).toContain(`${leaf}: OK`);
    await expect(verify('-verify_hostname', 'billing.internal')).rejects.toThrow('hostname mismatch');
    const other = await Authority.found(client, keyId, 'CN=Example Internal CA 2');
    const otherCa = await saved(other.certificate.toString('pem'));
    await expect(openssl('verify', '-CAfile', otherCa, leaf)).rejects.toThrow('unable to get local issuer');
  });

  test('a TLS server with the certificate is trusted by whoever trusts the CA, and by nobody else', async () => {
    const authority = await Authority.found(client, keyId, 'CN=Example Internal CA');
    const { key, request } = await makeServerKey('CN=orders.internal');
    const cert = (await authority.issue(request, ['orders.internal'])).toString('pem');
    const server = createServer({ key, cert }, (_, response) => response.end('hello, TLS'));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const ask = async (servername: string, ca?: string) => {
      const asked = get({ host: '127.0.0.1', port, servername, ca, agent: false });
      const [answer] = await once(asked, 'response');
      return text(answer);
    };
    const ca = authority.certificate.toString('pem');
    expect(await ask('orders.internal', ca)).toBe('hello, TLS');
    await expect(ask('billing.internal', ca)).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
    await expect(ask('orders.internal')).rejects.toMatchObject({ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
    server.close();
  });
});

test('a CA goes on with its certificate after a restart, and not with another key', async () => {
  const founded = await Authority.found(client, 'key-ec', 'CN=Example Internal CA');
  const pem = founded.certificate.toString('pem');
  const { request } = await makeServerKey('CN=orders.internal');
  const certificate = await (await Authority.open(client, 'key-ec', pem)).issue(request, ['orders.internal']);
  const [ca, leaf] = [await saved(pem), await saved(certificate.toString('pem'))];
  expect(await openssl('verify', '-CAfile', ca, leaf)).toContain('OK');
  await expect(Authority.open(client, 'key-rsa', pem)).rejects.toThrow('is not one of the key key-rsa');
});

test('after the key got a new version, the CA issues nothing that its certificate would not verify', async () => {
  const authority = await Authority.found(client, 'key-rotating', 'CN=Example Internal CA');
  const { request } = await makeServerKey('CN=orders.internal');
  await kms.clock.advance({ days: 8 });
  await client.createKeyVersion({ keyId: 'key-rotating' });
  await expect(authority.issue(request, ['orders.internal'])).rejects.toThrow('key-rotating has a new version');
});

test('a request that is not signed by its own key gets no certificate', async () => {
  const authority = await Authority.found(client, 'key-ec', 'CN=Example Internal CA');
  const { request } = await makeServerKey('CN=orders.internal');
  const bytes = new Uint8Array(request.rawData);
  bytes.set(Buffer.from('hijack'), Buffer.from(bytes).indexOf('orders'));
  const forged = new x509.Pkcs10CertificateRequest(bytes);
  expect(forged.subject).toBe('CN=hijack.internal');
  const calls = kms.requests({ api: 'Sign' }).length;
  await expect(authority.issue(forged, ['orders.internal'])).rejects.toThrow('not signed by its own key');
  expect(kms.requests({ api: 'Sign' })).toHaveLength(calls);
});
