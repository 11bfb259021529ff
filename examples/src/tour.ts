// The tour of `npm start`: what a program does with KMS, against a local KMS that starts with it.
import { strict as assert } from 'node:assert';
import { createPublicKey, verify as verifyHere } from 'node:crypto';
import { startLocalKms } from 'alibabacloud-kms-local';
import { Client, KmsServiceError } from 'alibabacloud-kms-sdk';
import { Steps } from './steps.js';

const utf8 = new TextDecoder();
const hex = (bytes: Uint8Array, length = 8) => `${Buffer.from(bytes.subarray(0, length)).toString('hex')}…`;
const size = (bytes: Uint8Array) => `${bytes.length} bytes`;

const steps = new Steps();

const kms = await steps.need('Start a local KMS in this process', async () => {
  const local = await startLocalKms();
  return { value: local, saw: `${local.endpoint} speaks for both gateways` };
});

const client = await steps.need('Make one client for both gateways', async () => ({
  value: new Client(kms.clientConfig()),
  saw: 'client key for the instance gateway, AccessKey for the public gateway',
}));

const createKey = (keySpec: string, keyUsage?: string) =>
  steps.need(`Create a key: ${keySpec}${keyUsage ? ` to ${keyUsage}` : ''}`, async () => {
    const { keyMetadata } = await client.createKey({ keySpec, keyUsage, dkmsInstanceId: kms.instanceId });
    assert.equal(keyMetadata.keyState, 'Enabled');
    return { value: keyMetadata.keyId, saw: `${keyMetadata.keyId} is ${keyMetadata.keyState}` };
  });

const aesKey = await createKey('Aliyun_AES_256');
const sm4Key = await createKey('Aliyun_SM4');
const rsaKey = await createKey('RSA_2048', 'ENCRYPT/DECRYPT');
const rsaSigningKey = await createKey('RSA_2048', 'SIGN/VERIFY');
const ecKey = await createKey('EC_P256', 'SIGN/VERIFY');
const sm2Key = await createKey('EC_SM2', 'SIGN/VERIFY');

await steps.step('Name a key with an alias and find it again', async () => {
  await client.createAlias({ aliasName: 'alias/tour', keyId: aesKey });
  const { keyMetadata } = await client.describeKey({ keyId: 'alias/tour' });
  assert.equal(keyMetadata.keyId, aesKey);
  return `alias/tour is ${keyMetadata.keyId}, made ${keyMetadata.creationDate?.toISOString()}`;
});

for (const [what, keyId] of [
  ['AES', aesKey],
  ['SM4', sm4Key],
  ['RSA', rsaKey],
] as const) {
  await steps.step(`Encrypt and decrypt with ${what}`, async () => {
    const sealed = await client.encrypt({ keyId, plaintext: 'hello, KMS' });
    const opened = await client.decrypt({
      keyId,
      ciphertextBlob: sealed.ciphertextBlob,
      iv: sealed.iv,
      algorithm: sealed.algorithm,
    });
    assert.equal(utf8.decode(opened.plaintext), 'hello, KMS');
    return `${sealed.algorithm}: ${hex(sealed.ciphertextBlob)} (${size(sealed.ciphertextBlob)})`;
  });
}

await steps.step('AdvanceEncrypt and AdvanceDecrypt: the ciphertext carries everything but the aad', async () => {
  const { ciphertextBlob } = await client.advanceEncrypt({
    keyId: 'alias/tour',
    plaintext: 'order 17',
    aad: 'tenant-42',
  });
  const { plaintext } = await client.advanceDecrypt({ ciphertextBlob, aad: 'tenant-42' });
  assert.equal(utf8.decode(plaintext), 'order 17');
  return `${size(ciphertextBlob)}, opened without a key id`;
});

await steps.step('Another aad opens nothing', async () => {
  const { ciphertextBlob } = await client.advanceEncrypt({ keyId: aesKey, plaintext: 'order 17', aad: 'tenant-42' });
  const refusal = await client.advanceDecrypt({ ciphertextBlob, aad: 'tenant-43' }).catch((error: unknown) => error);
  assert.ok(refusal instanceof KmsServiceError);
  return `refused: ${refusal.code}`;
});

await steps.step('Encrypt and decrypt through the public gateway', async () => {
  const sealed = await client.encrypt(
    { keyId: aesKey, plaintext: 'hello, KMS', encryptionContext: { tenant: '42' } },
    { gateway: 'public' },
  );
  const opened = await client.decrypt(
    { ciphertextBlob: sealed.ciphertextBlob, encryptionContext: { tenant: '42' } },
    { gateway: 'public' },
  );
  assert.equal(utf8.decode(opened.plaintext), 'hello, KMS');
  return `${size(sealed.ciphertextBlob)} under key version ${sealed.keyVersionId}`;
});

for (const [keyId, algorithm] of [
  [rsaSigningKey, 'RSA_PSS_SHA_256'],
  [rsaSigningKey, 'RSA_PKCS1_SHA_256'],
  [ecKey, 'ECDSA_SHA_256'],
  [sm2Key, 'SM2DSA'],
] as const) {
  await steps.step(`Sign and verify: ${algorithm}`, async () => {
    const { signature } = await client.sign({ keyId, message: 'pay 10', algorithm });
    const good = await client.verify({ keyId, message: 'pay 10', signature, algorithm });
    const forged = await client.verify({ keyId, message: 'pay 99', signature, algorithm });
    assert.deepEqual([good.value, forged.value], [true, false]);
    return `${hex(signature)} (${size(signature)}); another message does not verify`;
  });
}

await steps.step('Fetch a public key and verify on this machine, without a call', async () => {
  const { signature } = await client.sign({ keyId: ecKey, message: 'pay 10' });
  const { publicKey } = await client.getPublicKey({ keyId: ecKey });
  assert.ok(verifyHere('sha256', Buffer.from('pay 10'), createPublicKey(publicKey), signature));
  return publicKey.split('\n')[1] ?? '';
});

await steps.step('Generate a data key and open it again', async () => {
  const dataKey = await client.generateDataKey({ keyId: aesKey, numberOfBytes: 32 });
  const opened = await client.decrypt({ keyId: aesKey, ciphertextBlob: dataKey.ciphertextBlob, iv: dataKey.iv });
  assert.deepEqual(opened.plaintext, dataKey.plaintext);
  return `${size(dataKey.plaintext)}, sealed in ${size(dataKey.ciphertextBlob)}`;
});

await steps.step('The same with AdvanceGenerateDataKey', async () => {
  const dataKey = await client.advanceGenerateDataKey({ keyId: aesKey, numberOfBytes: 16, aad: 'file 1' });
  const opened = await client.advanceDecrypt({ ciphertextBlob: dataKey.ciphertextBlob, aad: 'file 1' });
  assert.deepEqual(opened.plaintext, dataKey.plaintext);
  return `${size(dataKey.plaintext)}, sealed in ${size(dataKey.ciphertextBlob)}`;
});

await steps.step('Generate a data key pair', async () => {
  const pair = await client.generateDataKeyPair({ keyId: aesKey, keyPairSpec: 'EC_P256', keyFormat: 'PEM' });
  assert.match(utf8.decode(pair.publicKey), /BEGIN PUBLIC KEY/);
  return `${pair.keyPairSpec}: public ${size(pair.publicKey)}, private sealed in ${size(pair.privateKeyCiphertextBlob)}`;
});

await steps.step('A data key pair whose private key never comes in the clear', async () => {
  const pair = await client.advanceGenerateDataKeyPairWithoutPlaintext({
    keyId: aesKey,
    keyPairSpec: 'RSA_2048',
    keyFormat: 'DER',
  });
  const { plaintext } = await client.advanceDecrypt({ ciphertextBlob: pair.privateKeyCiphertextBlob });
  return `opened when needed: ${size(plaintext)} of PKCS#8`;
});

await steps.step('Random bytes', async () => {
  const { random } = await client.generateRandom({ length: 32 });
  assert.equal(random.length, 32);
  return hex(random);
});

await steps.step('Put a secret, read it from the instance gateway, put a new version', async () => {
  const secretName = 'tour/db';
  await client.createSecret({
    secretName,
    secretData: '{"user":"app","password":"first"}',
    versionId: 'v1',
    encryptionKeyId: aesKey,
    dkmsInstanceId: kms.instanceId,
  });
  await client.putSecretValue({ secretName, secretData: '{"user":"app","password":"second"}', versionId: 'v2' });
  const current = await client.getSecretValue({ secretName });
  const previous = await client.getSecretValue({ secretName, versionStage: 'ACSPrevious' }, { gateway: 'public' });
  assert.match(current.secretData, /second/);
  assert.match(previous.secretData, /first/);
  return `current ${current.versionId}, previous ${previous.versionId}`;
});

await steps.step('A disabled key says so, and what to do', async () => {
  await client.disableKey({ keyId: sm4Key });
  const refusal = await client.encrypt({ keyId: sm4Key, plaintext: 'x' }).catch((error: unknown) => error);
  await client.enableKey({ keyId: sm4Key });
  assert.ok(refusal instanceof KmsServiceError);
  assert.equal(refusal.code, 'Rejected.Disabled');
  return `HTTP ${refusal.status} ${refusal.code}. ${refusal.advice}`;
});

await steps.step('Close the client and the local KMS', async () => {
  await client.close();
  await kms.close();
  return 'nothing is left behind';
});

steps.finish();
