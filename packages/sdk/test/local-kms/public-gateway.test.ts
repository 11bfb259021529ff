import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { Client, KmsServiceError } from 'alibabacloud-kms-sdk';
import { TransferClient } from 'alibabacloud-kms-sdk/transfer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let kms: LocalKms;
let client: Client;

beforeAll(async () => {
  kms = await startLocalKms();
  client = new Client({ publicConfig: kms.clientConfig().publicConfig });
});
afterAll(async () => {
  await client.close();
  await kms.close();
});

async function newKey(): Promise<string> {
  const { keyMetadata } = await client.createKey({ dkmsInstanceId: kms.instanceId });
  return keyMetadata.keyId;
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(KmsServiceError);
  return (error as KmsServiceError).code;
}

describe('keys', () => {
  test('a new key answers with typed metadata', async () => {
    const { keyMetadata, requestId } = await client.createKey({
      description: 'orders & 订单',
      keySpec: 'Aliyun_AES_256',
      tags: [{ tagKey: 'team', tagValue: 'orders' }],
      dkmsInstanceId: kms.instanceId,
    });
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(keyMetadata).toMatchObject({
      keyState: 'Enabled',
      keySpec: 'Aliyun_AES_256',
      keyUsage: 'ENCRYPT/DECRYPT',
      description: 'orders & 订单',
      origin: 'Aliyun_KMS',
      dkmsInstanceId: kms.instanceId,
      arn: `acs:kms:${kms.regionId}:${kms.accountId}:key/${keyMetadata.keyId}`,
    });
    expect(keyMetadata.creationDate).toBeInstanceOf(Date);
    const described = await client.describeKey({ keyId: keyMetadata.arn as string });
    expect(described.keyMetadata.keyId).toBe(keyMetadata.keyId);
    const { tags } = await client.listResourceTags({ keyId: keyMetadata.keyId });
    expect(tags).toEqual([{ keyId: keyMetadata.keyId, tagKey: 'team', tagValue: 'orders' }]);
  });

  test('states change as the service has them', async () => {
    const keyId = await newKey();
    await client.disableKey({ keyId });
    expect(await codeOf(client.encrypt({ keyId, plaintext: 'x' }))).toBe('Rejected.Disabled');
    await client.enableKey({ keyId });
    await client.scheduleKeyDeletion({ keyId, pendingWindowInDays: 7 });
    expect(await codeOf(client.encrypt({ keyId, plaintext: 'x' }))).toBe('Rejected.PendingDeletion');
    const { keyMetadata } = await client.describeKey({ keyId });
    expect(keyMetadata.deleteDate).toBeInstanceOf(Date);
    await client.cancelKeyDeletion({ keyId });
    expect((await client.describeKey({ keyId })).keyMetadata.keyState).toBe('Enabled');
  });

  test('keys are listed by pages', async () => {
    const made = [await newKey(), await newKey(), await newKey()];
    const { totalCount } = await client.listKeys({ pageSize: 1 });
    const seen: string[] = [];
    for (let pageNumber = 1; seen.length < totalCount; pageNumber += 1) {
      const { keys } = await client.listKeys({ pageNumber, pageSize: 2 });
      seen.push(...keys.map((key) => key.keyId));
    }
    expect(new Set(seen).size).toBe(totalCount);
    expect(seen).toEqual(expect.arrayContaining(made));
  });

  test('an asymmetric key gets a new version', async () => {
    const { keyMetadata } = await client.createKey({ keySpec: 'EC_P256', dkmsInstanceId: kms.instanceId });
    const { keyId } = keyMetadata;
    const { keyVersions } = await client.listKeyVersions({ keyId });
    expect(keyVersions).toHaveLength(1);
    const { keyVersion } = await client.describeKeyVersion({
      keyId,
      keyVersionId: keyVersions[0]?.keyVersionId as string,
    });
    expect(keyVersion.creationDate).toBeInstanceOf(Date);
  });
});

test('aliases name keys, move and go', async () => {
  const [first, second] = [await newKey(), await newKey()];
  await client.createAlias({ aliasName: 'alias/moving', keyId: first });
  expect(await codeOf(client.createAlias({ aliasName: 'alias/moving', keyId: second }))).toBe('Rejected.ResourceExist');
  await client.updateAlias({ aliasName: 'alias/moving', keyId: second });
  const { aliases } = await client.listAliasesByKeyId({ keyId: second });
  expect(aliases.map((alias) => alias.aliasName)).toEqual(['alias/moving']);
  await client.deleteAlias({ aliasName: 'alias/moving' });
  expect(await codeOf(client.describeKey({ keyId: 'alias/moving' }))).toMatch(/NotFound/);
});

describe('cryptography through OpenAPI', () => {
  test('any bytes survive Encrypt and Decrypt', async () => {
    const keyId = await newKey();
    const plaintext = Uint8Array.from({ length: 256 }, (_, index) => index);
    const sealed = await client.encrypt({ keyId, plaintext, encryptionContext: { a: '1', b: '2' } });
    const opened = await client.decrypt({
      ciphertextBlob: sealed.ciphertextBlob,
      encryptionContext: { b: '2', a: '1' },
    });
    expect(opened.plaintext).toEqual(plaintext);
    await expect(client.decrypt({ ciphertextBlob: sealed.ciphertextBlob })).rejects.toBeInstanceOf(KmsServiceError);
  });

  test('a data key opens with Decrypt', async () => {
    const keyId = await newKey();
    const dataKey = await client.generateDataKey({ keyId, numberOfBytes: 32 });
    const opened = await client.decrypt({ ciphertextBlob: dataKey.ciphertextBlob });
    expect(opened.plaintext).toEqual(dataKey.plaintext);
  });

  test('AsymmetricSign and AsymmetricVerify agree with the instance gateway', async () => {
    const { keyMetadata } = await client.createKey({ keySpec: 'EC_P256', dkmsInstanceId: kms.instanceId });
    const request = {
      keyId: keyMetadata.keyId,
      keyVersionId: keyMetadata.primaryKeyVersion as string,
      algorithm: 'ECDSA_SHA_256',
      digest: new Uint8Array(32).fill(7),
    };
    const { value } = await client.asymmetricSign(request);
    expect((await client.asymmetricVerify({ ...request, value })).value).toBe(true);
    const both = new Client(kms.clientConfig());
    const verified = await both.verify({
      keyId: keyMetadata.keyId,
      message: request.digest,
      messageType: 'DIGEST',
      signature: value,
    });
    await both.close();
    expect(verified.value).toBe(true);
  });
});

describe('secrets', () => {
  test('a secret is deleted with a recovery window and restored', async () => {
    const secretName = 'window/one';
    await client.createSecret({ secretName, secretData: 's', versionId: 'v1' });
    const { plannedDeleteTime } = await client.deleteSecret({ secretName, recoveryWindowInDays: 7 });
    expect(plannedDeleteTime).toBeInstanceOf(Date);
    await expect(client.getSecretValue({ secretName })).rejects.toBeInstanceOf(KmsServiceError);
    await client.restoreSecret({ secretName });
    expect((await client.getSecretValue({ secretName })).secretData).toBe('s');
    await client.deleteSecret({ secretName, forceDeleteWithoutRecovery: true });
    expect(await codeOf(client.describeSecret({ secretName }))).toBe('Forbidden.ResourceNotFound');
  });

  test('stages move between versions', async () => {
    const secretName = 'stages/one';
    await client.createSecret({ secretName, secretData: 'a', versionId: 'v1' });
    await client.putSecretValue({ secretName, secretData: 'b', versionId: 'v2', versionStages: ['next'] });
    await client.updateSecretVersionStage({ secretName, versionStage: 'ACSCurrent', moveToVersion: 'v2' });
    const current = await client.getSecretValue({ secretName });
    expect(current.versionStages?.toSorted()).toEqual(['ACSCurrent', 'next']);
    expect((await client.getSecretValue({ secretName, versionStage: 'ACSPrevious' })).versionId).toBe('v1');
  });
});

test.each(['ACS3-HMAC-SHA256', 'ACS3-HMAC-SM3', 'ACS4-HMAC-SHA256', 'ACS4-HMAC-SM3'] as const)(
  '%s signs calls to both gateways, and what the TransferClient sends',
  async (signatureAlgorithm) => {
    const { publicConfig, instanceConfig } = kms.clientConfig();
    const { accessKeyId, accessKeySecret } = kms;
    const { endpoint, ca } = instanceConfig;
    const instance = new Client({
      publicConfig: { ...publicConfig, signatureAlgorithm },
      instanceConfig: { endpoint, ca, accessKeyId, accessKeySecret, signatureAlgorithm },
    });
    const transfer = new TransferClient({
      config: {
        ...publicConfig,
        signatureVersion: signatureAlgorithm.startsWith('ACS4') ? 'v4' : undefined,
        signatureAlgorithm,
      },
    });
    const keyId = await newKey();
    for (const gateway of ['instance', 'public'] as const) {
      expect((await instance.encrypt({ keyId, plaintext: 'hello' }, { gateway })).keyId).toBe(keyId);
    }
    expect((await transfer.describeKey({ keyId })).body.keyMetadata?.keyId).toBe(keyId);
    await instance.close();
    await transfer.close();
  },
);

test('doAction reaches any API by its wire names', async () => {
  const answer = await client.doAction('CreateKey', { KeySpec: 'Aliyun_SM4', DKMSInstanceId: kms.instanceId });
  expect(answer).toMatchObject({ KeyMetadata: { KeySpec: 'Aliyun_SM4' }, RequestId: expect.any(String) });
});

test('an API that this KMS does not know is a clear error', async () => {
  expect(await codeOf(client.doAction('NoSuchApi', {}))).toBe('InvalidAction.NotFound');
});

test('a wrong AccessKey secret is refused, and the secret is in no error', async () => {
  const config = kms.clientConfig().publicConfig;
  const stranger = new Client({ publicConfig: { ...config, accessKeySecret: 'not-the-secret-of-this-key' } });
  const error = await stranger.listKeys({}).catch((reason: unknown) => reason);
  await stranger.close();
  expect(error).toMatchObject({ code: 'SignatureDoesNotMatch', status: 400 });
  const { inspect } = await import('node:util');
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('not-the-secret');
});
