import type { MessageDescription } from 'alibabacloud-kms-sdk/envelope';
import { refused, usageError } from '../failures.js';
import type { Input } from '../io/input.js';
import type { Session } from '../session.js';
import { openingCalls } from './dry-run.js';
import { envelopeOf, resolveKeys } from './keys.js';
import { type Destination, isFile, send } from './send.js';

/** How to open a message. */
export interface OpenPlan {
  /** Only these may open it; default: those in the message. */
  keys?: readonly string[];
  context: Record<string, string>;
  headerSecret?: string;
  allowUnauthenticated?: boolean;
  allowLegacy?: boolean;
}

/** Decrypts a message of any format and size. */
export async function openInput(
  session: Session,
  input: Input,
  description: MessageDescription,
  plan: OpenPlan,
  destination: Destination,
): Promise<void> {
  const keys = keysFor(description, plan);
  const { headerSecret, allowUnauthenticated, allowLegacy, context } = plan;
  if (session.isDryRun) {
    const named = plan.keys ? description.keyArns.filter((arn) => keys.includes(arn)) : description.keyArns;
    const arns = named.length > 0 ? named : description.keyArns;
    await session.showsCalls(...(await openingCalls(session, description, arns, context)));
    return;
  }
  const arns = (await resolveKeys(session, keys)).map(({ arn }) => arn);
  const envelope = await envelopeOf(session, arns, { headerSecret });
  // A file appears only after all of it was verified. Output to a pipe cannot be taken back.
  const releaseUnverified = isFile(destination.out) && (destination.encoding ?? 'raw') === 'raw';
  const stream = envelope.decryptStream({ context, allowUnauthenticated, allowLegacy, releaseUnverified });
  await send(session, input, stream, destination).catch((error) => {
    throw explained(error, isFile(destination.out));
  });
}

function keysFor({ keyArns, format, recipients }: MessageDescription, { keys, headerSecret }: OpenPlan) {
  const isBody = format === 'asn1-body' || format === 'java-stream-body';
  if (isBody && (headerSecret === undefined || !keys)) {
    throw usageError(
      'the header of this message is in a secret of KMS, so it does not say which key opens it: give --header-secret NAME and -k',
    );
  }
  if (keys) return keys;
  if (keyArns.length > 0) return keyArns;
  const types = [...new Set(recipients)].join(', ');
  throw refused(`this file of age is for no key of KMS (its recipients: ${types}): open it with age -d -i IDENTITY`);
}

/** Replaces options of the SDK by those of the command. */
function explained(error: unknown, toFile: boolean): unknown {
  if (!(error instanceof Error)) return error;
  const { code } = error as { code?: unknown };
  if (code === 'Envelope.ContextMismatch') error.message += '; --context NAME=VALUE says them, kms inspect shows them';
  if (code === 'Envelope.LimitExceeded' && !toFile) {
    error.message = `${error.message.split(':')[0]}: nothing of it is given before its end was verified; write it to a file with -o`;
  }
  error.message = error.message
    .replace('allowUnauthenticated', '--allow-unauthenticated')
    .replace('allowLegacy', '--allow-legacy');
  return error;
}
