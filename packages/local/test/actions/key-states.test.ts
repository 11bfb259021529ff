import { constants, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto';
import { keyActions, keyStateRules } from 'alibabacloud-kms-sdk/internal';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultPolicy } from '../../src/access/ram-policy.js';
import type { KeyAction } from '../../src/keys/key-states.js';
import { ActionHarness, base64, codeOf, identity } from './harness.js';

const disabled = 'Rejected.Disabled';
const pendingDeletion = 'Rejected.PendingDeletion';
const pendingImport = 'Rejected.PendingImport';
const notModified = 'Rejected.StateModifiedFailed';

const states = ['Enabled', 'Disabled', 'PendingDeletion', 'PendingImport'] as const;
type State = (typeof states)[number];
const inOrder = [disabled, pendingDeletion, pendingImport];
const cryptographic = ['ok', ...inOrder];

/** The table of the service's documentation, by state in the order of `states`. */
const documented: Record<string, string[]> = {
  DescribeKey: ['ok', 'ok', 'ok', 'ok'],
  ListKeyVersions: ['ok', 'ok', 'ok', 'ok'],
  DescribeKeyVersion: ['ok', 'ok', 'ok', 'ok'],
  ListAliasesByKeyId: ['ok', 'ok', 'ok', 'ok'],
  ListResourceTags: ['ok', 'ok', 'ok', 'ok'],
  GetKeyPolicy: ['ok', 'ok', 'ok', 'ok'],
  SetKeyPolicy: ['ok', 'ok', pendingDeletion, 'ok'],
  UpdateKeyDescription: ['ok', 'ok', pendingDeletion, 'ok'],
  EnableKey: ['ok', 'ok', notModified, notModified],
  DisableKey: ['ok', 'ok', notModified, notModified],
  ScheduleKeyDeletion: ['ok', 'ok', notModified, 'ok'],
  CancelKeyDeletion: [notModified, notModified, 'ok', notModified],
  CreateAlias: ['ok', 'ok', pendingDeletion, 'ok'],
  UpdateAlias: ['ok', 'ok', pendingDeletion, 'ok'],
  DeleteAlias: ['ok', 'ok', 'ok', 'ok'],
  TagResource: ['ok', 'ok', pendingDeletion, 'ok'],
  TagResources: ['ok', 'ok', pendingDeletion, 'ok'],
  UntagResource: ['ok', 'ok', pendingDeletion, 'ok'],
  UntagResources: ['ok', 'ok', pendingDeletion, 'ok'],
  CreateKeyVersion: cryptographic,
  GetParametersForImport: ['ok', 'ok', pendingDeletion, 'ok'],
  ImportKeyMaterial: ['ok', 'ok', pendingDeletion, 'ok'],
  SetDeletionProtection: ['ok', 'ok', pendingDeletion, 'ok'],
  UpdateRotationPolicy: ['ok', 'ok', pendingDeletion, 'ok'],
  DeleteKeyMaterial: ['ok', 'ok', pendingDeletion, pendingImport],
};
const byInstanceGateway = new Set([
  'Sign',
  'Verify',
  'Hmac',
  'AdvanceEncrypt',
  'AdvanceDecrypt',
  'AdvanceGenerateDataKey',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'AdvanceGenerateDataKeyPair',
  'AdvanceGenerateDataKeyPairWithoutPlaintext',
]);

let harness: ActionHarness;
beforeAll(async () => {
  harness = await ActionHarness.open();
});
afterAll(() => harness.close());

interface Material {
  keyId: string;
  importParameters: { PublicKey: string; ImportToken: string };
  wrapped: string;
}

/** A key of origin EXTERNAL with material, so that it can be in every state. */
async function externalKey(spec: Record<string, string>): Promise<Material> {
  const keyId = await harness.newKey({ Origin: 'EXTERNAL', ...spec });
  const wrapping = { WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' };
  const importParameters = await harness.call('GetParametersForImport', { KeyId: keyId, ...wrapping });
  const key = createPublicKey({ key: Buffer.from(importParameters.PublicKey, 'base64'), format: 'der', type: 'spki' });
  const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  const bytes = await materialOf(spec.KeySpec ?? 'Aliyun_AES_256');
  const wrapped = publicEncrypt({ key, ...padding }, bytes).toString('base64');
  await harness.call('ImportKeyMaterial', importRequest({ keyId, importParameters, wrapped }));
  return { keyId, importParameters, wrapped };
}

async function materialOf(spec: string): Promise<Buffer> {
  if (spec !== 'EC_P256' && spec !== 'EC_SM2') return randomBytes(32);
  const { generateMaterial } = await import('../../src/keys/material.js');
  return Buffer.from(await generateMaterial(spec));
}

const importRequest = ({ keyId, importParameters, wrapped }: Material) => ({
  KeyId: keyId,
  ImportToken: importParameters.ImportToken,
  EncryptedKeyMaterial: wrapped,
  KeyMaterialExpireUnix: '0',
});

async function bring(material: Material, state: State): Promise<void> {
  const { keyId } = material;
  if ((await harness.state(keyId)) === 'PendingDeletion') await harness.call('CancelKeyDeletion', { KeyId: keyId });
  if ((await harness.state(keyId)) === 'PendingImport')
    await harness.call('ImportKeyMaterial', importRequest(material));
  await harness.call('EnableKey', { KeyId: keyId });
  if (state === 'Disabled') await harness.call('DisableKey', { KeyId: keyId });
  if (state === 'PendingDeletion')
    await harness.call('ScheduleKeyDeletion', { KeyId: keyId, PendingWindowInDays: '7' });
  if (state === 'PendingImport') await harness.call('DeleteKeyMaterial', { KeyId: keyId });
  expect(await harness.state(keyId)).toBe(state);
}

const tagged = (keyId: string) => ({ RegionId: 'cn-hangzhou', ResourceType: 'key', ResourceId: [keyId] });

test('the table has a row for every action that needs a key', () => {
  expect(Object.keys(keyActions)).toEqual(expect.arrayContaining(Object.keys(documented)));
  for (const action of Object.keys(keyActions)) {
    const errors: Partial<Record<State, string>> = keyStateRules[keyActions[action as KeyAction]];
    const verdicts = states.map((state) => errors[state] ?? 'ok');
    expect([action, ...verdicts]).toEqual([action, ...(documented[action] ?? cryptographic)]);
  }
});

describe('every action answers each key state as the service does', () => {
  let symmetric: Material;
  let signing: Material;
  let decrypting: Material;
  let authenticating: Material;
  let request: (action: string, state: State) => { material: Material; parameters: Record<string, unknown> };

  beforeAll(async () => {
    const noImport = { importParameters: { PublicKey: '', ImportToken: '' }, wrapped: '' };
    const versioned = { ...noImport, keyId: await harness.newKey({ KeySpec: 'EC_P256' }) };
    harness.advanceDays(7);
    symmetric = await externalKey({});
    signing = await externalKey({ KeySpec: 'EC_P256' });
    decrypting = await externalKey({ KeySpec: 'EC_SM2', KeyUsage: 'ENCRYPT/DECRYPT' });
    authenticating = await externalKey({ KeySpec: 'HMAC_SHA_256' });

    const versionId = async ({ keyId }: Material) =>
      (await harness.call('DescribeKey', { KeyId: keyId })).KeyMetadata.PrimaryKeyVersion as string;
    const symmetricVersion = await versionId(symmetric);
    const signingVersion = await versionId(signing);
    const decryptingVersion = await versionId(decrypting);
    const dataKey = await harness.call('GenerateDataKey', { KeyId: symmetric.keyId });
    const digest = randomBytes(32);
    const sign = { KeyId: signing.keyId, KeyVersionId: signingVersion, Algorithm: 'ECDSA_SHA_256' };
    const signature = await harness.call('AsymmetricSign', { ...sign, Digest: digest.toString('base64') });
    const sm2 = { KeyId: decrypting.keyId, KeyVersionId: decryptingVersion, Algorithm: 'SM2PKE' };
    const sm2Ciphertext = await harness.call('AsymmetricEncrypt', { ...sm2, Plaintext: base64('x') });
    const hmac = { Algorithm: 'HMAC_SHA_256', Message: base64('m') };
    const hmacKey = { KeyId: authenticating.keyId };
    const mac = await harness.call('GenerateMac', { ...hmacKey, ...hmac });
    const wrappingKey = { WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' };
    const wrapping = { ...wrappingKey, PublicKeyBlob: symmetric.importParameters.PublicKey };
    const advance = await harness.instance('AdvanceEncrypt', { KeyId: symmetric.keyId, Plaintext: digest });
    await harness.call('CreateAlias', { KeyId: await harness.newKey(), AliasName: 'alias/moving' });
    for (const state of states)
      await harness.call('CreateAlias', { KeyId: symmetric.keyId, AliasName: `alias/of-${state}` });
    const secretKey = { EncryptionKeyId: symmetric.keyId, SecretData: 's', VersionId: 'v1' };
    await harness.call('CreateSecret', { ...secretKey, SecretName: 'states' });
    const managed = { SecretType: 'Rds', SecretData: '{"Accounts":[{"AccountName":"app","AccountPassword":"x"}]}' };
    await harness.call('CreateSecret', { ...secretKey, ...managed, SecretName: 'managed' });

    let count = 0;
    const unique = () => {
      count += 1;
      return String(count);
    };
    request = (action, state) => {
      const keyId = symmetric.keyId;
      const particular: Record<string, [Material, Record<string, unknown>]> = {
        Encrypt: [symmetric, { Plaintext: base64('x') }],
        Decrypt: [symmetric, { CiphertextBlob: dataKey.CiphertextBlob }],
        ReEncrypt: [symmetric, { CiphertextBlob: dataKey.CiphertextBlob, DestinationKeyId: keyId }],
        ExportDataKey: [symmetric, { CiphertextBlob: dataKey.CiphertextBlob, ...wrapping }],
        GenerateAndExportDataKey: [symmetric, wrapping],
        AsymmetricEncrypt: [decrypting, { ...sm2, Plaintext: base64('x') }],
        AsymmetricDecrypt: [decrypting, { ...sm2, CiphertextBlob: sm2Ciphertext.CiphertextBlob }],
        AsymmetricSign: [signing, { ...sign, Digest: digest.toString('base64') }],
        AsymmetricVerify: [signing, { ...sign, Digest: digest.toString('base64'), Value: signature.Value }],
        GetPublicKey: [signing, { KeyVersionId: signingVersion }],
        GenerateMac: [authenticating, hmac],
        VerifyMac: [authenticating, { ...hmac, Mac: mac.Mac }],
        Sign: [signing, { Message: digest }],
        Verify: [signing, { Message: digest, Signature: Buffer.from(signature.Value, 'base64') }],
        Hmac: [authenticating, { Message: digest }],
        AdvanceEncrypt: [symmetric, { Plaintext: digest }],
        AdvanceDecrypt: [symmetric, { CiphertextBlob: advance.message.CiphertextBlob }],
        AdvanceGenerateDataKey: [symmetric, { NumberOfBytes: 16 }],
        CreateSecret: [symmetric, { ...secretKey, SecretName: `states/${unique()}` }],
        PutSecretValue: [symmetric, { SecretName: 'states', SecretData: 's', VersionId: unique() }],
        GetSecretValue: [symmetric, { SecretName: 'states' }],
        RotateSecret: [symmetric, { SecretName: 'managed', VersionId: unique() }],
        DescribeKeyVersion: [symmetric, { KeyVersionId: symmetricVersion }],
        UpdateKeyDescription: [symmetric, { Description: 'd' }],
        ScheduleKeyDeletion: [symmetric, { PendingWindowInDays: '7' }],
        CreateAlias: [symmetric, { AliasName: `alias/${unique()}` }],
        UpdateAlias: [symmetric, { AliasName: 'alias/moving' }],
        DeleteAlias: [symmetric, { AliasName: `alias/of-${state}` }],
        TagResource: [symmetric, { Tags: '[{"TagKey":"k","TagValue":"v"}]' }],
        TagResources: [symmetric, { ...tagged(keyId), Tag: [{ Key: 'k', Value: 'v' }] }],
        UntagResource: [symmetric, { TagKeys: '["k"]' }],
        UntagResources: [symmetric, { ...tagged(keyId), TagKey: ['k'] }],
        CreateKeyVersion: [state === 'PendingImport' ? signing : versioned, {}],
        GetParametersForImport: [symmetric, wrappingKey],
        ImportKeyMaterial: [symmetric, importRequest(symmetric)],
        SetDeletionProtection: [symmetric, { EnableDeletionProtection: 'false' }],
        UpdateRotationPolicy: [symmetric, { EnableAutomaticRotation: 'false' }],
        SetKeyPolicy: [symmetric, { Policy: JSON.stringify(defaultPolicy(identity.accountId, 'key')) }],
      };
      const pair = { KeyPairSpec: 'EC_P256' };
      const [material, parameters] = particular[action] ?? [symmetric, action.includes('KeyPair') ? pair : {}];
      return { material, parameters: { KeyId: material.keyId, ...parameters } };
    };
  });

  // An action of RAM is no API; secrets need their encryption key.
  const apis = Object.keys(keyActions).filter((action) => !action.startsWith('ReEncrypt'));
  const ofSecrets = ['CreateSecret', 'PutSecretValue', 'GetSecretValue', 'RotateSecret'];
  test.each([...apis, 'ReEncrypt', ...ofSecrets])('%s', async (action) => {
    const expected = documented[action] ?? cryptographic;
    for (const [index, state] of states.entries()) {
      const { material, parameters } = request(action, state);
      await bring(material, state);
      const call = byInstanceGateway.has(action)
        ? harness.instance(action, parameters)
        : harness.call(action, parameters);
      expect([state, await codeOf(call)]).toEqual([state, expected[index]]);
    }
  });
});
