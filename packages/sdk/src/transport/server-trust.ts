import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createSecureContext, type SecureContext } from 'node:tls';
import { invalidOption } from '../checks.js';
import { fileProblem } from '../util/file-paths.js';
import { PemError, readPem, toPem } from '../wire/pem.js';

/** How a server proves that it is the KMS. */
export interface ServerTrust {
  readonly caFilePath?: string;
  /** PEM, one certificate or several. */
  readonly ca?: string;
  /** Gets the CA when neither is given. */
  readonly fetchCa?: () => Promise<string>;
  readonly ignoreSsl: boolean;
}

/** RFC 7468 5.1 has the first; readers know the older ones too. */
const certificateLabels = ['CERTIFICATE', 'X509 CERTIFICATE', 'X.509 CERTIFICATE'];

/**
 * The certificates of PEM text, as the PEM that OpenSSL reads.
 *
 * @throws KmsConfigurationError `Config.Invalid` when there is no certificate in it, or a broken one
 */
export function certificatesOf(path: string, text: string): string {
  const blocks = attemptPem(path, () => readPem(text, certificateLabels));
  if (blocks.length === 0) {
    const problem = `${path} holds no certificate: it must be PEM, -----BEGIN CERTIFICATE-----`;
    throw invalidOption(problem);
  }
  for (const { der, line } of blocks) {
    try {
      new X509Certificate(der);
    } catch (cause) {
      const problem = `${path} holds a certificate that cannot be read (it begins on line ${line})`;
      throw invalidOption(problem, cause);
    }
  }
  return blocks.map(({ der }) => toPem('CERTIFICATE', der)).join('');
}

function attemptPem<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof PemError)) throw error;
    throw invalidOption(`${path} cannot be read: ${error.message}`);
  }
}

/** A given or fetched CA replaces the system's roots; without one, those are used. */
export async function trustContext({ caFilePath, ca, fetchCa, ignoreSsl }: ServerTrust): Promise<SecureContext> {
  if (caFilePath !== undefined) return createSecureContext({ ca: await readCa(caFilePath) });
  return createSecureContext({ ca: ca ?? (ignoreSsl ? undefined : await fetchCa?.()) });
}

async function readCa(path: string): Promise<string> {
  const pem = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const message = `caFilePath ${path} cannot be read: ${fileProblem(cause)}`;
    throw invalidOption(message, cause);
  });
  return certificatesOf(`caFilePath ${path}`, pem);
}

let warned = false;

/** Warns once per process: without verification, anybody in between can read plaintexts and pose as KMS. */
export function warnUnverified(): void {
  if (warned) return;
  warned = true;
  process.emitWarning(
    'ignoreSsl: the certificate of the KMS is not verified, anybody on the way can read and change what is sent. Give its CA with caFilePath or ca instead.',
    { type: 'SecurityWarning', code: 'KMS_TLS_NOT_VERIFIED' },
  );
}
