import { checkWalk, type EntryResult, type WalkOptions, walkNames } from '../re-encrypt-walk.js';
import { checkNames, checkObject, checkText, invalidOption, shown } from '../util/option-checks.js';
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
export interface ReEncryptOptions extends WalkOptions {
  /** The key to encrypt under: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** What the ciphertexts are bound to. Default nothing. */
  encryptionContext?: EncryptionContextInput | undefined;
  /** What the new ciphertexts are bound to. Default: the same. */
  newEncryptionContext?: EncryptionContextInput | undefined;
  /** Which gateway decrypts. Default: as `explainRoute('Decrypt', runtime)` says. */
  sourceGateway?: Route['gateway'] | undefined;
  /** Which gateway encrypts. Default: as `explainRoute('Encrypt', runtime)` says. */
  targetGateway?: Route['gateway'] | undefined;
  /** Options of every call. */
  runtime?: Omit<KmsRuntimeOptions, 'signal'> | undefined;
}

/** What became of one entry. */
export type ReEncrypted<Id = unknown> = ReEncryptedEntry<Id> | FailedEntry<Id>;

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
  ...['keyId', 'encryptionContext', 'newEncryptionContext', 'sourceGateway', 'targetGateway', 'runtime'],
  ...walkNames,
];

/** @throws KmsConfigurationError `Config.Invalid` */
export function checkReEncryptOptions(options: ReEncryptOptions) {
  checkNames('options', checkObject('options', options), optionNames);
  const { runtime } = options;
  if (runtime !== undefined && 'signal' in checkObject('options.runtime', runtime)) {
    throw invalidOption('options.runtime', 'given with a signal', 'without one: it belongs into options.signal');
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
  if (value === undefined || value === 'instance' || value === 'public') return value;
  throw invalidOption(path, shown(value), "'instance' or 'public'");
}
