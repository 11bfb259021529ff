import { KmsConfigurationError } from '../errors.js';
import { walk } from '../re-encrypt-walk.js';
import { isBytes } from '../util/value-kinds.js';
import { bytesOf, toBase64 } from './crypto-scheme.js';
import type { TransferGateways } from './gateways.js';
import {
  checkReEncryptOptions,
  type EncryptionContextInput,
  type ReEncryptEntry,
  type ReEncrypted,
  type ReEncryptOptions,
} from './re-encrypt-options.js';
import { type Runtime, readRuntime } from './runtime-options.js';

type Source<Id> = AsyncIterable<ReEncryptEntry<Id>> | Iterable<ReEncryptEntry<Id>>;
type Plan = ReturnType<typeof checkReEncryptOptions>;

/** `reEncryptAll` of a client with these gateways; options are checked at once, the walk begins with the first result. */
export function reEncryptAll<Id>(
  gateways: TransferGateways,
  source: Source<Id>,
  options: ReEncryptOptions,
): AsyncGenerator<ReEncrypted<Id>, void, undefined> {
  const plan = checkReEncryptOptions(options);
  readRuntime(plan.runtime);
  if (typeof source === 'string' || isBytes(source)) {
    throw new KmsConfigurationError('Request.Invalid', 'reEncryptAll: the ciphertexts must be iterable, one by one');
  }
  const workUntil = (signal: AbortSignal) => {
    const runtime = readRuntime({ ...plan.runtime, signal });
    return async (entry: ReEncryptEntry<Id>, index: number) =>
      reEncrypt(gateways, jobOf(entry, index, plan), plan, runtime);
  };
  return walk(source, workUntil, plan);
}

interface Job<Id> {
  id?: Id;
  ciphertextBlob: string | Uint8Array;
  encryptionContext?: EncryptionContextInput;
  newEncryptionContext?: EncryptionContextInput;
}

function jobOf<Id>(entry: ReEncryptEntry<Id>, index: number, plan: Plan): Job<Id> {
  const given: Job<Id> = typeof entry === 'string' || isBytes(entry) ? { ciphertextBlob: entry } : entry;
  const blob: unknown = given?.ciphertextBlob;
  if ((typeof blob !== 'string' && !isBytes(blob)) || blob.length === 0) {
    const problem = `entry ${index} has no ciphertextBlob: give base64, bytes, or an object with one of them`;
    throw new KmsConfigurationError('Request.Invalid', `reEncryptAll: ${problem}`, { api: 'Decrypt', attempts: 0 });
  }
  const encryptionContext = given.encryptionContext ?? plan.encryptionContext;
  const newEncryptionContext = given.newEncryptionContext ?? plan.newEncryptionContext ?? encryptionContext;
  return { ciphertextBlob: blob, encryptionContext, newEncryptionContext };
}

async function reEncrypt<Id>(gateways: TransferGateways, job: Job<Id>, plan: Plan, runtime: Runtime) {
  const opened = await open(gateways, job, through(runtime, plan.sourceGateway));
  const parameters = {
    KeyId: plan.keyId,
    Plaintext: opened.plaintext,
    EncryptionContext: job.newEncryptionContext,
  };
  const { body } = await gateways.call('Encrypt', parameters, through(runtime, plan.targetGateway));
  if (isBytes(opened.plaintext)) opened.plaintext.fill(0);
  return {
    ciphertextBlob: String(body.CiphertextBlob),
    keyId: String(body.KeyId),
    keyVersionId: String(body.KeyVersionId),
    sourceKeyId: opened.keyId,
    sourceKeyVersionId: opened.keyVersionId,
    ...(opened.binding && { sourceEncryptionContextBinding: opened.binding }),
  };
}

const through = (runtime: Runtime, gateway: Plan['sourceGateway']): Runtime =>
  gateway === undefined ? runtime : { ...runtime, isUseKmsShareGateway: gateway === 'public' };

/** The plaintext: text from the public gateway, and from an instance the bytes as they are, whatever their encoding. */
async function open<Id>(gateways: TransferGateways, { ciphertextBlob, encryptionContext }: Job<Id>, runtime: Runtime) {
  const blob = typeof ciphertextBlob === 'string' ? ciphertextBlob : toBase64(ciphertextBlob);
  const parameters = { CiphertextBlob: blob, EncryptionContext: encryptionContext };
  const { gateway } = gateways.route('Decrypt', runtime.isUseKmsShareGateway);
  if (gateway === 'public') {
    const { body } = await gateways.call('Decrypt', parameters, runtime);
    const { Plaintext, KeyId, KeyVersionId } = body;
    return {
      plaintext: String(Plaintext),
      keyId: String(KeyId),
      keyVersionId: String(KeyVersionId),
      binding: undefined,
    };
  }
  return gateways.inWords(gateway, async () => {
    const call = gateways.instanceCall('Decrypt', parameters, runtime);
    const { answer, keyVersionId, metadata } = await gateways.scheme.decrypt(call, call.base64('CiphertextBlob'));
    return {
      plaintext: bytesOf(answer.Plaintext),
      keyId: String(answer.KeyId),
      keyVersionId: keyVersionId ?? String(answer.KeyVersionId),
      binding: metadata.encryptionContextBinding,
    };
  });
}
