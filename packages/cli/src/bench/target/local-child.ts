import { startLocalKms } from 'alibabacloud-kms-local';
import { type LocalFacts, type LocalFailure, type LocalOrder, localSubjects } from './local-messages.js';

/**
 * Starts a local KMS in this process.
 *
 * @returns a function that closes it
 */
export async function serveLocal(
  { secretSize }: LocalOrder,
  send: (message: LocalFacts | LocalFailure) => void,
): Promise<() => Promise<void>> {
  const { keyId, signingKeyId, secretName } = localSubjects;
  try {
    const kms = await startLocalKms({
      requestLogSize: 0,
      seed: {
        keys: [{ id: keyId }, { id: signingKeyId, spec: 'EC_P256' }],
        secrets: [{ name: secretName, versions: [{ id: 'v1', data: 's'.repeat(Math.max(1, secretSize)) }] }],
      },
    });
    const { endpoint, clientKeyContent, password, ca } = kms.clientConfig().instanceConfig;
    send({ type: 'local', endpoint, clientKeyContent, password, ca });
    return () => kms.close();
  } catch (error) {
    send({ type: 'local-failed', message: error instanceof Error ? error.message : String(error) });
    return async () => undefined;
  }
}
