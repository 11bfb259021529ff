import type { Client } from 'alibabacloud-kms-sdk';
import { failureOf } from '../failures.js';
import type { Session } from '../session.js';
import type { Finding } from './finding.js';

/** Converts an error of a call to a finding: the SDK's messages already say what to do. */
export function errorFinding(check: string, error: unknown): Finding {
  const failure = failureOf(error);
  if (failure === undefined) throw error;
  const { advice } = error as { advice?: string };
  if (advice === undefined) return { check, status: 'failed', detail: failure.message };
  return { check, status: 'failed', detail: failure.message.replace(`. ${advice}`, ''), remedy: advice };
}

/** Checks whether a key and a secret are usable; shows nothing of their content. */
export async function* examineUse(
  session: Session,
  client: Client,
  { key, secret }: { key?: string; secret?: string },
): AsyncGenerator<Finding> {
  const call = await session.callOptions();
  const usesClientKey = await session.usesClientKey();
  const how = usesClientKey ? 'with the client key' : 'with the AccessKey';
  if (key !== undefined) {
    yield await attempt(`key ${key}`, `${how}, it encrypts`, () => {
      const request = { keyId: key, plaintext: 'kms doctor' };
      return usesClientKey ? client.advanceEncrypt(request, call) : client.encrypt(request, call);
    });
  }
  if (secret !== undefined) {
    yield await attempt(`secret ${secret}`, `${how}, it can be read`, () =>
      client.getSecretValue({ secretName: secret }, call),
    );
  }
}

async function attempt(check: string, detail: string, make: () => Promise<unknown>): Promise<Finding> {
  try {
    await make();
    return { check, status: 'ok', detail };
  } catch (error) {
    return errorFinding(check, error);
  }
}
