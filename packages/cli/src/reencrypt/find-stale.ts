import type { CiphertextDescription } from 'alibabacloud-kms-sdk';
import type { MessageDescription } from 'alibabacloud-kms-sdk/envelope';
import type { ResolvedKey } from '../data/keys.js';
import { beginsLikeMessage, beginsLikeStreamBody, findMessage, headBytes } from '../data/message-kind.js';
import { CliError } from '../failures.js';
import { fileText } from '../io/encodings.js';
import type { Input } from '../io/input.js';

/** The keys of a run. */
export interface KeyPlan {
  /** The new keys. */
  targets: readonly ResolvedKey[];
  /** Moves only messages under one of these; undefined: all. */
  from?: readonly FormerKey[];
}

/** An old key. */
export interface FormerKey {
  arn: string;
  keyVersionIds: readonly string[];
}

/** What a file is, and whether it must be re-encrypted. */
export type Judged =
  | { verdict: 'stale'; input: Input; encoding: string; message: MessageDescription }
  | { verdict: 'stale'; input: Input; encoding: string; ciphertext: CiphertextDescription; bytes: Uint8Array }
  | { verdict: 'current' }
  | { verdict: 'left alone'; reason: string };

const noMessage: Judged = { verdict: 'left alone', reason: 'no message' };

/** Inspects the start of a file; usually reads no further if it is not a message. */
export async function judge(input: Input, plan: KeyPlan): Promise<Judged> {
  const head = await input.head(headBytes);
  const isMessage = beginsLikeMessage(head) || beginsLikeStreamBody(head);
  if (!isMessage && (head.length === 0 || (head.length === headBytes && !looksEncoded(head)))) return noMessage;
  let found: Awaited<ReturnType<typeof findMessage>>;
  try {
    found = await findMessage(input, input.name);
  } catch (error) {
    if ((error as { code?: unknown }).code === 'Envelope.Malformed') {
      return { verdict: 'left alone', reason: `it begins like a message, and is none (${(error as Error).message})` };
    }
    // Some other text.
    if (error instanceof CliError && !isMessage) return noMessage;
    throw error;
  }
  const { encoding } = found;
  if (found.kind === 'message') {
    const { input: decoded, description: message } = found;
    const problem = cannotMove(message) ?? (isFrom(plan, message) ? undefined : 'under another key');
    if (problem !== undefined) return { verdict: 'left alone', reason: problem };
    return isCurrent(plan, message) ? { verdict: 'current' } : { verdict: 'stale', input: decoded, encoding, message };
  }
  const { inspectCiphertext } = await import('alibabacloud-kms-sdk');
  const ciphertext = inspectCiphertext(found.bytes);
  if (!ciphertext) return noMessage;
  const { keyVersionId } = ciphertext;
  if (plan.from && !plan.from.some(({ keyVersionIds }) => keyVersionIds.includes(keyVersionId)))
    return { verdict: 'left alone', reason: 'under another key' };
  if (plan.targets.length > 1)
    return { verdict: 'left alone', reason: 'a ciphertext of KMS itself, which has one key' };
  if (keyVersionId === plan.targets[0]?.primaryKeyVersion) return { verdict: 'current' };
  return { verdict: 'stale', input: found.input, encoding, ciphertext, bytes: found.bytes };
}

/** Looks like base64 or hexadecimal at its start. */
const looksEncoded = (head: Uint8Array): boolean => /^[\w+/=:\s-]*$/.test(fileText(head, 'latin1'));

function cannotMove({ format, keyArns }: MessageDescription): string | undefined {
  if (format === 'asn1-body' || format === 'java-stream-body') return 'its header is in a secret of KMS';
  return keyArns.length === 0 ? 'for no key of KMS' : undefined;
}

const isFrom = ({ from }: KeyPlan, { keyArns }: MessageDescription): boolean =>
  from === undefined || from.some(({ arn }) => keyArns.includes(arn));

/** Whether a message is already under exactly these keys, and their current versions if known. */
const isCurrent = ({ targets }: KeyPlan, { dataKeys }: MessageDescription): boolean =>
  dataKeys.length === targets.length &&
  targets.every(({ arn, primaryKeyVersion }) => {
    const own = dataKeys.find(({ keyArn }) => keyArn === arn);
    return own && (primaryKeyVersion === undefined || own.keyVersionId === primaryKeyVersion);
  });
