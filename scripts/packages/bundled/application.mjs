// An application that uses what the SDK loads late. It is bundled, and told on stdin where its local KMS is.
import { strict as assert } from 'node:assert';
import { text as read } from 'node:stream/consumers';
import { Client } from 'alibabacloud-kms-sdk';
import { Envelope } from 'alibabacloud-kms-sdk/envelope';
import { SecretCache } from 'alibabacloud-kms-sdk/secrets';
import { TransferClient } from 'alibabacloud-kms-sdk/transfer';

async function run() {
  const { instanceConfig, publicConfig, socks5Proxy } = JSON.parse(await read(process.stdin));
  const { accessKeyId: _, accessKeySecret: __, ...withoutAccessKey } = publicConfig;
  const text = (bytes) => Buffer.from(bytes).toString();

  // PKCS#12, keys of every kind of library, SOCKS.
  const client = new Client({ instanceConfig: { ...instanceConfig, socks5Proxy }, publicConfig });
  const { ciphertextBlob, iv } = await client.encrypt({ keyId: 'aes', plaintext: 'hello' });
  assert.equal(text((await client.decrypt({ keyId: 'aes', ciphertextBlob, iv })).plaintext), 'hello');
  for (const [keyId, algorithm] of [
    ['sm2', 'SM2DSA'],
    ['k1', 'ECDSA_SHA_256'],
  ]) {
    const publicKey = await client.publicKey(keyId);
    const { signature } = await client.sign({ keyId, algorithm, message: 'pay 10' });
    assert.ok(publicKey.verify({ algorithm, message: 'pay 10', signature }), keyId);
  }
  const envelope = new Envelope({ kms: client, keys: ['aes'], algorithm: 'SM4_GCM_NOPADDING_128' });
  const message = await envelope.encrypt(Buffer.from('a long message'), { context: { tenant: '42' } });
  assert.equal(text((await envelope.decrypt(message, { context: { tenant: '42' } })).plaintext), 'a long message');
  const secrets = new SecretCache({ client });
  assert.deepEqual(await secrets.getJson('app/db'), { user: 'app' });
  await secrets.close();
  await client.close();

  // The default chain finds a file of credentials, which @alicloud/credentials reads.
  const byChain = new Client({ publicConfig: withoutAccessKey });
  const { keyMetadata } = await byChain.describeKey({ keyId: 'aes' });
  assert.equal(keyMetadata.keyId, 'aes');
  await byChain.close();

  const transfer = new TransferClient({ config: publicConfig, kmsConfig: instanceConfig });
  const { body } = await transfer.encrypt({ keyId: 'aes', plaintext: 'aGVsbG8=' });
  assert.equal((await transfer.decrypt({ ciphertextBlob: body.ciphertextBlob })).body.plaintext, 'aGVsbG8=');
  await transfer.close();
  process.stdout.write('all is well\n');
}

run().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
