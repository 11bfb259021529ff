import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open, readFile } from 'node:fs/promises';
import { Duplex, Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { envelopeOf } from '../data/keys.js';
import { configurationError, fileError } from '../failures.js';
import { fileText } from '../io/encodings.js';
import { Input } from '../io/input.js';
import { OutputFile } from '../io/output-file.js';
import type { Session } from '../session.js';
import { type Judged, judge, type KeyPlan } from './find-stale.js';

/** How to open the messages of a run. */
export interface ReEncryptPlan extends KeyPlan {
  /** Default: the context in each message. */
  context?: Record<string, string>;
  /** For ciphertexts of an instance. */
  aad?: string;
  allowUnauthenticated?: boolean;
  allowLegacy?: boolean;
}

type Stale = Extract<Judged, { verdict: 'stale' }>;

/** Result for a file. */
export type FileResult =
  | { status: 're-encrypted'; sourceKeys: readonly string[]; isCiphertext: boolean }
  | { status: 'current' }
  | { status: 'left alone'; reason: string };

/**
 * Re-encrypts a message under the new keys: replaces the file atomically, keeping owner and mode. The encrypted data stays as
 * it is, except in ciphertexts of KMS itself.
 *
 * @throws the errors of calls; the file is then unchanged
 */
export async function reEncryptFile(
  session: Session,
  path: string,
  plan: ReEncryptPlan,
  signal: AbortSignal,
): Promise<FileResult> {
  const { handle, stat } = await openUnlinked(path);
  const input = new Input(handle.createReadStream(), path, stat.size, stat);
  try {
    const judged = await judge(input, plan);
    if (judged.verdict === 'current') return { status: 'current' };
    if (judged.verdict === 'left alone') return { status: 'left alone', reason: judged.reason };
    if (!session.isDryRun) await replace(session, path, stat, judged, plan, signal);
    const isCiphertext = 'ciphertext' in judged;
    return { status: 're-encrypted', sourceKeys: isCiphertext ? [] : judged.message.keyArns, isCiphertext };
  } finally {
    input.close();
  }
}

async function openUnlinked(path: string): Promise<{ handle: FileHandle; stat: Stats }> {
  try {
    // It may have become a link since the directory was read.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    return { handle, stat: await handle.stat() };
  } catch (error) {
    throw fileError(`${path} cannot be read`, error);
  }
}

async function replace(
  session: Session,
  path: string,
  before: Stats,
  stale: Stale,
  plan: ReEncryptPlan,
  signal: AbortSignal,
): Promise<void> {
  const streams = await movedStreams(session, stale, plan, signal);
  const file = await OutputFile.open(path, { force: true });
  try {
    const encoded = stale.encoding === 'raw' ? [] : [Duplex.from(asText(stale.encoding, await endOf(path)))];
    await pipeline([...streams, ...encoded, file.stream], { signal });
    const now = await lstat(path).catch(() => undefined);
    const isSame = now?.ino === before.ino && now.mtimeMs === before.mtimeMs && now.size === before.size;
    if (!isSame) throw configurationError(`${path} was changed by somebody else meanwhile, so it was not replaced`);
  } catch (error) {
    await file.discard();
    throw error;
  }
  await file.commit();
}

/** The new content: a source and its transforms. */
async function movedStreams(
  session: Session,
  stale: Stale,
  plan: ReEncryptPlan,
  signal: AbortSignal,
): Promise<[Readable, ...Transform[]]> {
  if ('ciphertext' in stale) return [Readable.from([await movedCiphertext(session, stale, plan)])];
  const { input, message } = stale;
  const { allowUnauthenticated, allowLegacy } = plan;
  const keys = [...message.keyArns];
  const targets = plan.targets.map(({ arn }) => arn);
  const envelope = await envelopeOf(session, targets, {}, keys);
  const context = plan.context ?? { ...message.context };
  const stream = envelope.reEncryptStream({ context, keys, allowUnauthenticated, allowLegacy, signal });
  return [Readable.from(input.stream(), { objectMode: false }), stream];
}

/** Uses the gateway that encrypted it: only that one can certainly decrypt it. */
async function movedCiphertext(
  session: Session,
  { ciphertext: { format }, bytes: ciphertextBlob }: Extract<Stale, { ciphertext: unknown }>,
  { targets, aad, context }: ReEncryptPlan,
): Promise<Uint8Array> {
  const client = await session.client();
  const call = await session.callOptions();
  const keyId = targets[0]?.arn.split('/').at(-1) as string;
  if (format === 'instance') {
    const { plaintext } = await client.advanceDecrypt({ ciphertextBlob, aad }, call);
    const moved = await client.advanceEncrypt({ keyId, plaintext, aad }, call);
    plaintext.fill(0);
    return moved.ciphertextBlob;
  }
  const contexts = context && { sourceEncryptionContext: context, destinationEncryptionContext: context };
  return (await client.reEncrypt({ ciphertextBlob, destinationKeyId: keyId, ...contexts }, call)).ciphertextBlob;
}

/** Text stays text, with its original line ending. */
const asText = (encoding: string, end: string) =>
  async function* (chunks: AsyncIterable<Uint8Array>) {
    const all: Uint8Array[] = [];
    for await (const chunk of chunks) all.push(chunk);
    yield Buffer.from(Buffer.concat(all).toString(encoding as BufferEncoding) + end);
  };

async function endOf(path: string): Promise<string> {
  const [end = ''] = /\s*$/.exec(fileText(await readFile(path))) ?? [];
  return end;
}
