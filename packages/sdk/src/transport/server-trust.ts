import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createSecureContext, type SecureContext } from 'node:tls';
import { KmsConfigurationError } from '../errors.js';
import { fileProblem } from '../file-paths.js';

/** How a server proves that it is the KMS. */
export interface ServerTrust {
  readonly caFilePath?: string;
  /** PEM, one certificate or several. */
  readonly ca?: string;
  /** Gets the CA when neither is given. */
  readonly fetchCa?: () => Promise<string>;
  readonly ignoreSsl: boolean;
}

const pemBlock = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** @throws KmsConfigurationError `Config.Invalid` when there is no certificate in it, or a broken one */
export function checkPem(path: string, pem: string): void {
  const blocks = pem.match(pemBlock) ?? [];
  try {
    for (const block of blocks) new X509Certificate(block);
    if (blocks.length > 0) return;
  } catch (cause) {
    throw new KmsConfigurationError('Config.Invalid', `${path} holds a certificate that cannot be read`, { cause });
  }
  throw new KmsConfigurationError(
    'Config.Invalid',
    `${path} holds no certificate: it must be PEM, -----BEGIN CERTIFICATE-----`,
  );
}

/** A given or fetched CA takes the place of the system's roots; without one those count. */
export async function trustContext({ caFilePath, ca, fetchCa, ignoreSsl }: ServerTrust): Promise<SecureContext> {
  if (caFilePath !== undefined) return createSecureContext({ ca: await readPem(caFilePath) });
  return createSecureContext({ ca: ca ?? (ignoreSsl ? undefined : await fetchCa?.()) });
}

async function readPem(path: string): Promise<string> {
  const pem = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const message = `caFilePath ${path} cannot be read: ${fileProblem(cause)}`;
    throw new KmsConfigurationError('Config.Invalid', message, { cause });
  });
  checkPem(`caFilePath ${path}`, pem);
  return pem;
}

let warned = false;

/** Loud, once per process: with it anybody on the way can read plaintexts and pose as the KMS. */
export function warnUnverified(): void {
  if (warned) return;
  warned = true;
  process.emitWarning(
    'ignoreSsl: the certificate of the KMS is not verified, anybody on the way can read and change what is sent. Give its CA with caFilePath or ca instead.',
    { type: 'SecurityWarning', code: 'KMS_TLS_NOT_VERIFIED' },
  );
}
