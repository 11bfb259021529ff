import {
  checkInteger,
  checkNames,
  checkObject,
  checkSignal,
  checkText,
  invalidOption,
  shown,
} from '../transport/option-checks.js';
import type { EncryptionContextBinding } from '../wire/encryption-context.js';
import type { Route } from './routing.js';
import type { KmsRuntimeOptions } from './runtime-options.js';

/** Names and values that a ciphertext is bound to, or JSON of them. */
export type EncryptionContextInput = Readonly<Record<string, string>> | string;

/** A ciphertext to encrypt under another key: base64, bytes, or one of them with what belongs to it. */
export type ReEncryptEntry<Id = unknown> =
  | string
  | Uint8Array
  | {
      ciphertextBlob: string | Uint8Array;
      /** Comes back in the result, e.g. the key of the row that the ciphertext is from. */
      id?: Id;
      /** Default: that of the options. */
      encryptionContext?: EncryptionContextInput;
      /** Default: that of the options. */
      newEncryptionContext?: EncryptionContextInput;
    };

/** Options of `reEncryptAll`. */
export interface ReEncryptOptions {
  /** The key to encrypt under: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** What the ciphertexts are bound to. Default nothing. */
  encryptionContext?: EncryptionContextInput;
  /** What the new ciphertexts are bound to. Default: the same. */
  newEncryptionContext?: EncryptionContextInput;
  /** Which gateway decrypts. Default: as `explainRoute('Decrypt', runtime)` says. */
  sourceGateway?: Route['gateway'];
  /** Which gateway encrypts. Default: as `explainRoute('Encrypt', runtime)` says. */
  targetGateway?: Route['gateway'];
  /** Entries that are worked on at the same time. Default 8; 1 to 256. */
  concurrency?: number;
  /** Entries at the beginning to pass over: the `checkpoint` of the last result that was stored. Default 0. */
  skip?: number;
  /**
   * What an entry that fails does: `throw` ends the walk when its turn comes, so it is the one after the last checkpoint;
   * `yield` gives a result with `error`, and goes on. Default `throw`.
   */
  onError?: 'throw' | 'yield';
  /** Is told after each entry, in the source's order. What it throws ends the walk. */
  onProgress?: (progress: ReEncryptProgress) => void;
  /** Ends the walk; it rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Options of every call. */
  runtime?: Omit<KmsRuntimeOptions, 'signal'>;
}

/** How far a walk is. */
export interface ReEncryptProgress {
  /** Entries from the beginning that are finished, those that were passed over included: the next `skip`. */
  done: number;
  /** Entries that this walk encrypted again. */
  reEncrypted: number;
  /** Entries that failed; only with `onError: 'yield'` more than one. */
  failed: number;
}

/** What became of one entry. */
export type ReEncrypted<Id = unknown> = ReEncryptedEntry<Id> | FailedEntry<Id>;

interface EntryResult<Id> {
  /** Place in the source, from 0. */
  index: number;
  /** As it was given. */
  id: Id | undefined;
  /** `skip` of a walk that goes on after this entry. */
  checkpoint: number;
}

/** An entry and its new ciphertext. */
export interface ReEncryptedEntry<Id = unknown> extends EntryResult<Id> {
  /** Base64, in KMS 1.0's layout. */
  ciphertextBlob: string;
  /** Id of the key that it is encrypted under now. */
  keyId: string;
  keyVersionId: string;
  /** Id of the key that it was encrypted under. */
  sourceKeyId: string;
  sourceKeyVersionId: string;
  /** How it was bound to its context, where an instance decrypted it with one. */
  sourceEncryptionContextBinding?: EncryptionContextBinding;
  error?: undefined;
}

/** An entry that stays as it was. */
export interface FailedEntry<Id = unknown> extends EntryResult<Id> {
  /** Why; a `KmsError`, mostly. */
  error: Error;
}

const optionNames = [
  ...['keyId', 'encryptionContext', 'newEncryptionContext', 'sourceGateway', 'targetGateway', 'concurrency'],
  ...['skip', 'onError', 'onProgress', 'signal', 'runtime'],
];

/** @throws KmsConfigurationError `Config.Invalid` */
export function checkReEncryptOptions(options: ReEncryptOptions) {
  checkNames('options', checkObject('options', options), optionNames);
  const { concurrency = 8, skip = 0, onError = 'throw', onProgress, signal, runtime } = options;
  if (onError !== 'throw' && onError !== 'yield')
    throw invalidOption('options.onError', shown(onError), "'throw' or 'yield'");
  if (onProgress !== undefined && typeof onProgress !== 'function') {
    throw invalidOption('options.onProgress', shown(onProgress), 'a function');
  }
  if (runtime !== undefined && 'signal' in checkObject('options.runtime', runtime)) {
    throw invalidOption('options.runtime', 'given with a signal', 'without one: it belongs into options.signal');
  }
  return {
    ...options,
    keyId: checkText('options.keyId', options.keyId),
    sourceGateway: checkGateway('options.sourceGateway', options.sourceGateway),
    targetGateway: checkGateway('options.targetGateway', options.targetGateway),
    concurrency: checkInteger('options.concurrency', concurrency, 1, 256),
    skip: checkInteger('options.skip', skip, 0, Number.MAX_SAFE_INTEGER),
    onError,
    signal: signal === undefined ? undefined : checkSignal('options.signal', signal),
  };
}

function checkGateway(path: string, value: unknown): Route['gateway'] | undefined {
  if (value === undefined || value === 'instance' || value === 'public') return value;
  throw invalidOption(path, shown(value), "'instance' or 'public'");
}
