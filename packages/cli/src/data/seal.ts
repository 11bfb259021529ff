import type { AuthenticatedAlgorithm, WrittenFormat } from 'alibabacloud-kms-sdk/envelope';
import { usageError } from '../failures.js';
import type { Input } from '../io/input.js';
import type { Session } from '../session.js';
import { sealingCalls } from './dry-run.js';
import { envelopeOf, resolveKeys } from './keys.js';
import { type Destination, send } from './send.js';

/** How to write a message. */
export interface SealPlan {
  keys: readonly string[];
  format: WrittenFormat;
  context: Record<string, string>;
  algorithm?: string;
  recipients?: readonly string[];
}

/** Encrypts an input of any size locally, with a data key that KMS encrypts. */
export async function sealInput(
  session: Session,
  input: Input,
  { keys, format, context, algorithm, recipients }: SealPlan,
  destination: Destination,
): Promise<void> {
  if (await session.showsCalls(...(session.isDryRun ? await sealingCalls(session, keys, format, context) : []))) return;
  if (algorithm !== undefined && format === 'age')
    throw usageError('--algorithm is not for files of age, which have one cipher: leave it out, or say --format asn1');
  const arns = (await resolveKeys(session, keys)).map(({ arn }) => arn);
  const options = { algorithm: algorithm as AuthenticatedAlgorithm | undefined, recipients };
  const envelope = await envelopeOf(session, arns, options);
  if (format !== 'asn1') return send(session, input, envelope.encryptStream({ context, format }), destination);
  // The length comes first, so it must be known.
  const message = await envelope.encrypt(await input.whole(), { context, format });
  await send(session, input.withBytes(message), undefined, destination);
}
