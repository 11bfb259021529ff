import { checkObject, checkOneOf, checkOptions, checkText, invalidInput, invalidOption } from '../checks.js';
import { KmsConfigurationError } from '../errors.js';
import { checkWalk, type EntryResult, type WalkOptions, walk, walkNames } from '../re-encrypt-walk.js';
import { toBase64 } from '../util/encodings.js';
import { isBytes } from '../util/value-kinds.js';
import type { EncryptionContextBinding } from '../wire/encryption-context.js';
import { bytesOf } from './crypto-schemes.js';
import type { TransferGateways } from './gateways.js';
import type { Route } from './routing.js';
import { type KmsRuntimeOptions, type Runtime, readRuntime } from './runtime-options.js';

/** Names and values that a ciphertext is bound to, or their JSON. */
export type EncryptionContextInput = Readonly<Record<string, string>> | string;

/** A ciphertext to re-encrypt: base64 or bytes, alone or with its context and id. */
export type ReEncryptEntry<Id = unknown> =
  | string
  | Uint8Array
  | {
      ciphertextBlob: string | Uint8Array;
      /** Returned in the result, e.g. the primary key of the row. */
      id?: Id;
      /** Default: that of the options. */
      encryptionContext?: EncryptionContextInput;
      /** Default: that of the options. */
      newEncryptionContext?: EncryptionContextInput;
    };

/** Options of `reEncryptAll`. */
export interface ReEncryptOptions extends WalkOptions {
  /** The new key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Context of the ciphertexts. Default none. */
  encryptionContext?: EncryptionContextInput | undefined;
  /** Context of the new ciphertexts. Default: the same. */
  newEncryptionContext?: EncryptionContextInput | undefined;
  /** The gateway that decrypts. Default: the route of `explainRoute('Decrypt', runtime)`. */
  sourceGateway?: Route['gateway'] | undefined;
  /** The gateway that encrypts. Default: the route of `explainRoute('Encrypt', runtime)`. */
  targetGateway?: Route['gateway'] | undefined;
  /** Options of every call. */
  runtime?: Omit<KmsRuntimeOptions, 'signal'> | undefined;
}

/** Result of one entry. */
export type ReEncrypted<Id = unknown> = ReEncryptedEntry<Id> | FailedEntry<Id>;

/** An entry and its new ciphertext. */
export interface ReEncryptedEntry<Id = unknown> extends EntryResult<Id> {
  /** Base64, in KMS 1.0's layout. */
  ciphertextBlob: string;
  /** Id of the new key. */
  keyId: string;
  keyVersionId: string;
  /** Id of the old key. */
  sourceKeyId: string;
  sourceKeyVersionId: string;
  /** How the old ciphertext was bound to its context, if an instance decrypted it with one. */
  sourceEncryptionContextBinding?: EncryptionContextBinding;
  error?: undefined;
}

/** An entry that failed. */
export interface FailedEntry<Id = unknown> extends EntryResult<Id> {
  /** Usually a `KmsError`. */
  error: Error;
}

const optionNames = [
  ...['keyId', 'encryptionContext', 'newEncryptionContext', 'sourceGateway', 'targetGateway', 'runtime'],
  ...walkNames,
];

/** @throws KmsConfigurationError `Config.Invalid` */
function checkReEncryptOptions(options: ReEncryptOptions) {
  checkOptions('options', options, optionNames);
  const { runtime } = options;
  if (runtime !== undefined && 'signal' in checkObject('options.runtime', runtime)) {
    throw invalidOption('options.runtime has a signal: give it as options.signal');
  }
  return {
    ...options,
    ...checkWalk(options),
    keyId: checkText('options.keyId', options.keyId),
    sourceGateway: checkGateway('options.sourceGateway', options.sourceGateway),
    targetGateway: checkGateway('options.targetGateway', options.targetGateway),
  };
}

function checkGateway(path: string, value: unknown): Route['gateway'] | undefined {
  return value === undefined ? undefined : checkOneOf(path, value, ['instance', 'public']);
}

type Source<Id> = AsyncIterable<ReEncryptEntry<Id>> | Iterable<ReEncryptEntry<Id>>;
type Plan = ReturnType<typeof checkReEncryptOptions>;

/** Implements `reEncryptAll`: checks options at once, and starts when the first result is requested. */
export function reEncryptAll<Id>(
  gateways: TransferGateways,
  source: Source<Id>,
  options: ReEncryptOptions,
): AsyncGenerator<ReEncrypted<Id>, void, undefined> {
  const plan = checkReEncryptOptions(options);
  readRuntime(plan.runtime);
  if (typeof source === 'string' || isBytes(source)) {
    throw invalidInput('reEncryptAll: the ciphertexts must be iterable, one by one');
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

/** The plaintext: text from the public gateway; from an instance the raw bytes, whatever their encoding. */
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
