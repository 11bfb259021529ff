import type { webcrypto } from 'node:crypto';
import type { Client } from 'alibabacloud-kms-sdk';
import { kmsCrypto, kmsKeyPair } from './kms-crypto.js';
import { x509 } from './x509.js';

const dayMs = 24 * 3_600_000;
const { KeyUsageFlags: usage } = x509;

/** Clocks of those who check a certificate may be slow. */
const validity = (days: number) => ({
  notBefore: new Date(Date.now() - 5 * 60_000),
  notAfter: new Date(Date.now() + days * dayMs),
});

/** A certificate signing request for a key of KMS, for any CA. */
export async function requestFor(client: Client, keyId: string, name: string, dnsNames: readonly string[]) {
  const keys = await kmsKeyPair(client, keyId);
  return x509.Pkcs10CertificateRequestGenerator.create({
    name,
    keys,
    signingAlgorithm: keys.privateKey.algorithm,
    extensions: [new x509.SubjectAlternativeNameExtension(dnsNames.map((value) => ({ type: 'dns', value })))],
  });
}

/** A small CA for names inside of a company; its key is in KMS. */
export class Authority {
  readonly certificate: x509.X509Certificate;
  readonly #keys: webcrypto.CryptoKeyPair;

  private constructor(certificate: x509.X509Certificate, keys: webcrypto.CryptoKeyPair) {
    this.certificate = certificate;
    this.#keys = keys;
  }

  /** Makes the CA's own certificate: once; keep it, and give it to everybody who shall trust this CA. */
  static async found(client: Client, keyId: string, name: string, days = 3650): Promise<Authority> {
    const keys = await kmsKeyPair(client, keyId);
    const certificate = await x509.X509CertificateGenerator.createSelfSigned({
      name,
      keys,
      ...validity(days),
      extensions: [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.KeyUsagesExtension(usage.keyCertSign | usage.cRLSign, true),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      ],
    });
    return new Authority(certificate, keys);
  }

  /** The CA again, from its certificate and its key. */
  static async open(client: Client, keyId: string, certificatePem: string): Promise<Authority> {
    const certificate = new x509.X509Certificate(certificatePem);
    const keys = await kmsKeyPair(client, keyId);
    const ofKey = Buffer.from(await kmsCrypto.subtle.exportKey('spki', keys.publicKey));
    if (ofKey.equals(Buffer.from(certificate.publicKey.rawData))) return new Authority(certificate, keys);
    throw new Error(`the certificate of ${certificate.subject} is not one of the key ${keyId}`);
  }

  /**
   * A server's certificate.
   *
   * @param dnsNames what the server may be called: the CA's decision, whatever the request asks for
   */
  async issue(request: x509.Pkcs10CertificateRequest, dnsNames: readonly string[], days = 90) {
    if (!(await request.verify())) throw new Error(`the request of ${request.subject} is not signed by its own key`);
    return x509.X509CertificateGenerator.create({
      subject: request.subject,
      issuer: this.certificate.subject,
      publicKey: request.publicKey,
      signingKey: this.#keys.privateKey,
      ...validity(days),
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(usage.digitalSignature, true),
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
        new x509.SubjectAlternativeNameExtension(dnsNames.map((value) => ({ type: 'dns', value }))),
        await x509.AuthorityKeyIdentifierExtension.create(this.#keys.publicKey),
        await x509.SubjectKeyIdentifierExtension.create(request.publicKey),
      ],
    });
  }
}
