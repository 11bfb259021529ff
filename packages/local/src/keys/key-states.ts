import { ServiceError } from '../service-error.js';
import type { KeyState } from '../store/schema.js';
import type { Key } from './key-record.js';

type Rejection =
  | 'Rejected.Disabled'
  | 'Rejected.PendingDeletion'
  | 'Rejected.PendingImport'
  | 'Rejected.StateModifiedFailed';
type Verdict = 'ok' | Rejection;
type Row = Readonly<Record<KeyState, Verdict>>;

const row = (Enabled: Verdict, Disabled: Verdict, PendingDeletion: Verdict, PendingImport: Verdict): Row => ({
  Enabled,
  Disabled,
  PendingDeletion,
  PendingImport,
});

const usable = row('ok', 'Rejected.Disabled', 'Rejected.PendingDeletion', 'Rejected.PendingImport');
const always = row('ok', 'ok', 'ok', 'ok');
const unlessPendingDeletion = row('ok', 'ok', 'Rejected.PendingDeletion', 'ok');
const settled = row('ok', 'ok', 'Rejected.StateModifiedFailed', 'Rejected.StateModifiedFailed');

/** What may be done with a key in which state, and the error when it may not. */
export const keyStateTable = {
  Encrypt: usable,
  Decrypt: usable,
  ReEncrypt: usable,
  GenerateDataKey: usable,
  GenerateDataKeyWithoutPlaintext: usable,
  ExportDataKey: usable,
  GenerateAndExportDataKey: usable,
  AsymmetricEncrypt: usable,
  AsymmetricDecrypt: usable,
  AsymmetricSign: usable,
  AsymmetricVerify: usable,
  GenerateMac: usable,
  VerifyMac: usable,
  GetPublicKey: usable,
  // instance gateway
  Sign: usable,
  Verify: usable,
  Hmac: usable,
  AdvanceEncrypt: usable,
  AdvanceDecrypt: usable,
  AdvanceGenerateDataKey: usable,
  GenerateDataKeyPair: usable,
  GenerateDataKeyPairWithoutPlaintext: usable,
  AdvanceGenerateDataKeyPair: usable,
  AdvanceGenerateDataKeyPairWithoutPlaintext: usable,
  // secrets use their encryption key
  CreateSecret: usable,
  PutSecretValue: usable,
  RotateSecret: usable,
  GetSecretValue: usable,

  DescribeKey: always,
  ListKeyVersions: always,
  DescribeKeyVersion: always,
  ListAliasesByKeyId: always,
  ListResourceTags: always,
  GetKeyPolicy: always,

  UpdateKeyDescription: unlessPendingDeletion,
  CreateAlias: unlessPendingDeletion,
  UpdateAlias: unlessPendingDeletion,
  TagResource: unlessPendingDeletion,
  TagResources: unlessPendingDeletion,
  UntagResource: unlessPendingDeletion,
  UntagResources: unlessPendingDeletion,
  GetParametersForImport: unlessPendingDeletion,
  ImportKeyMaterial: unlessPendingDeletion,
  SetDeletionProtection: unlessPendingDeletion,
  UpdateRotationPolicy: unlessPendingDeletion,
  SetKeyPolicy: unlessPendingDeletion,

  EnableKey: settled,
  DisableKey: settled,
  ScheduleKeyDeletion: row('ok', 'ok', 'Rejected.StateModifiedFailed', 'ok'),
  CancelKeyDeletion: row(
    'Rejected.StateModifiedFailed',
    'Rejected.StateModifiedFailed',
    'ok',
    'Rejected.StateModifiedFailed',
  ),
  CreateKeyVersion: usable,
  DeleteKeyMaterial: row('ok', 'ok', 'Rejected.PendingDeletion', 'Rejected.PendingImport'),
} as const satisfies Record<string, Row>;

/** An API, as far as it needs a key. */
export type KeyAction = keyof typeof keyStateTable;

/** @returns the key, when its state allows the action */
export function checkState(key: Key, action: KeyAction): Key {
  const verdict: Verdict = keyStateTable[action][key.state];
  if (verdict !== 'ok') throw new ServiceError(verdict);
  return key;
}
