import type { EncryptionContext } from 'alibabacloud-kms-sdk';
import type { MessageDescription, WrittenFormat } from 'alibabacloud-kms-sdk/envelope';
import type { DryRunCall } from '../dry-run/dry-run.js';
import { isKeyArn } from '../key-arn.js';
import type { Session } from '../session.js';

/** Unknown without KMS. */
const arnPlaceholder = (key: string): string => `<ARN of ${key}>`;
const context = (entries: EncryptionContext): { encryptionContext?: EncryptionContext } =>
  Object.keys(entries).length > 0 ? { encryptionContext: entries } : {};

/** Length of a data key by format: a file of age has a file key. */
const dataKeyBytes = { age: 16, asn1: 32, 'java-stream': 32 } as const;

/** The calls of an encryption. */
export async function sealingCalls(
  session: Session,
  keys: readonly string[],
  format: WrittenFormat,
  entries: EncryptionContext,
): Promise<DryRunCall[]> {
  const numberOfBytes = dataKeyBytes[format];
  const usesClientKey = await session.usesClientKey();
  const bound = usesClientKey ? {} : context(format === 'age' ? { ...entries, 'age-encryption.org': 'v1' } : entries);
  const lookUps = keys.filter((key) => !isKeyArn(key)).map((keyId): DryRunCall => ['describeKey', { keyId }]);
  const calls = keys.map((key, index): DryRunCall[] => {
    const arn = isKeyArn(key) ? key : undefined;
    const keyId = arn ?? arnPlaceholder(key);
    const wrap: DryRunCall = ['encrypt', { keyId, plaintext: Buffer.alloc(numberOfBytes), ...bound }, arn];
    if (format === 'age' || index > 0) return [wrap];
    const generate: DryRunCall = ['generateDataKey', { keyId, numberOfBytes, ...bound }, arn];
    return usesClientKey ? [generate, wrap] : [generate];
  });
  return [...lookUps, ...calls.flat()];
}

/** The calls of a decryption; any one of them is enough. */
export async function openingCalls(
  session: Session,
  { dataKeys, format }: MessageDescription,
  keyArns: readonly string[],
  entries: EncryptionContext,
): Promise<DryRunCall[]> {
  const usesClientKey = await session.usesClientKey();
  const bound = format === 'age' ? { ...entries, 'age-encryption.org': 'v1' } : entries;
  return dataKeys
    .filter(({ keyArn }) => keyArns.includes(keyArn))
    .map(({ keyArn, ciphertextBlob, keyVersionId }): DryRunCall => {
      if (!usesClientKey) return ['decrypt', { ciphertextBlob, ...context(bound) }, keyArn];
      const request = { keyId: keyArn, ciphertextBlob: ciphertextBlob.subarray(48), keyVersionId };
      return ['decrypt', { ...request, iv: ciphertextBlob.subarray(36, 48) }, keyArn];
    });
}
