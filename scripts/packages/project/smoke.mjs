// What a program does with the packages, on any Node.js: real HTTPS, every kind of key, both clients, the command.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startLocalKms } from 'alibabacloud-kms-local';
import { Client, KmsServiceError } from 'alibabacloud-kms-sdk';
import { TransferClient } from 'alibabacloud-kms-sdk/transfer';

const text = (bytes) => new TextDecoder().decode(bytes);

const keys = [
  { id: 'aes', aliases: ['alias/aes'] },
  { id: 'sm4', spec: 'Aliyun_SM4' },
  { id: 'rsa', spec: 'RSA_2048' },
  { id: 'rsa-sign', spec: 'RSA_2048', usage: 'SIGN/VERIFY' },
  { id: 'ec', spec: 'EC_P256' },
  { id: 'k1', spec: 'EC_P256K' },
  { id: 'sm2', spec: 'EC_SM2', usage: 'ENCRYPT/DECRYPT' },
  { id: 'sm2-sign', spec: 'EC_SM2', usage: 'SIGN/VERIFY' },
];
const kms = await startLocalKms({ seed: { keys } });
const client = new Client(kms.clientConfig());

for (const keyId of ['aes', 'sm4', 'rsa', 'sm2']) {
  const { ciphertextBlob, iv, algorithm } = await client.encrypt({ keyId, plaintext: 'hello' });
  const { plaintext } = await client.decrypt({ keyId, ciphertextBlob, iv, algorithm });
  assert.equal(text(plaintext), 'hello', keyId);
}
for (const [keyId, algorithm] of [
  ['rsa-sign', 'RSA_PSS_SHA_256'],
  ['ec', 'ECDSA_SHA_256'],
  ['k1', 'ECDSA_SHA_256'],
  ['sm2-sign', 'SM2DSA'],
]) {
  const publicKey = await client.publicKey(keyId);
  const { keyVersionId } = (await client.listKeyVersions({ keyId })).keyVersions[0];
  const digest = publicKey.digest({ algorithm, message: 'pay 10' });
  for (const [gateway, message] of [
    ['instance', { message: 'pay 10' }],
    ['public', { keyVersionId, message: digest, messageType: 'DIGEST' }],
  ]) {
    const { signature } = await client.sign({ keyId, algorithm, ...message }, { gateway });
    assert.ok(publicKey.verify({ algorithm, message: 'pay 10', signature }), `${keyId} ${gateway}`);
    assert.ok(!publicKey.verify({ algorithm, message: 'pay 99', signature }), `${keyId} ${gateway}`);
  }
}
for (const [keyId, algorithm] of [
  ['rsa', 'RSAES_OAEP_SHA_256'],
  ['sm2', 'SM2PKE'],
]) {
  const ciphertextBlob = (await client.publicKey(keyId)).encrypt({ algorithm, plaintext: 'from here' });
  const { plaintext } = await client.decrypt({ keyId, algorithm, ciphertextBlob });
  assert.equal(text(plaintext), 'from here', keyId);
}

const secret = { secretName: 'app/db', secretData: 's3cret', versionId: 'v1', encryptionKeyId: 'aes' };
await client.createSecret({ ...secret, dkmsInstanceId: kms.instanceId });
assert.equal((await client.getSecretValue({ secretName: 'app/db' })).secretData, 's3cret');
assert.ok((await client.describeKey({ keyId: 'alias/missing' }).catch((error) => error)) instanceof KmsServiceError);

const { instanceConfig, publicConfig } = kms.clientConfig();
const transfer = new TransferClient({ config: publicConfig, kmsConfig: instanceConfig });
const { body: sealed } = await transfer.encrypt({ keyId: 'aes', plaintext: 'aGVsbG8=' });
assert.equal((await transfer.decrypt({ ciphertextBlob: sealed.ciphertextBlob })).body.plaintext, 'aGVsbG8=');

const command = new URL('node_modules/alibabacloud-kms-cli/dist/cli.js', import.meta.url).pathname;
const env = {
  ...process.env,
  KMS_INSTANCE_ENDPOINT: new URL(kms.endpoint).host,
  KMS_CLIENT_KEY_FILE: kms.clientKeyFile,
  KMS_CLIENT_KEY_PASSWORD: kms.clientKeyPassword,
  KMS_CA_FILE: kms.caFile,
};
async function runKms(args, input) {
  const running = promisify(execFile)(process.execPath, [command, ...args], { env, encoding: 'buffer' });
  running.child.stdin.end(input);
  return (await running).stdout;
}
const sealedByCommand = await runKms(['encrypt', '-k', 'alias/aes'], 'piped');
assert.equal(text(await runKms(['decrypt'], sealedByCommand)), 'piped');

await transfer.close();
await client.close();
await kms.close();
