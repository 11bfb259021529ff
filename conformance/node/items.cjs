// What a client of the public gateway makes for ours: ciphertexts, signatures, secrets.
const { facts } = require('./checks.cjs');

const base64 = (value) => Buffer.from(value).toString('base64');
const EncryptionContext = { tenant: '42', app: 'a&b=c', 密: '钥' };

const inInstance = { EncryptionKeyId: 'key-aes-256', DKMSInstanceId: facts.instanceId };

/**
 * @param client its name
 * @param ask calls KMS in names of the wire
 * @param place parameters of CreateSecret that put a secret where both gateways have it
 */
async function makeItems(client, ask, place = inInstance) {
  const item = (operation, title, request, answer, kind = 'public') => ({
    kind,
    operation,
    case: `${client}, ${title}`,
    request,
    answer,
  });
  const items = [];

  const Plaintext = base64(`hello from ${client}`);
  for (const KeyId of ['key-aes-256', 'key-rotated', 'key-sm4']) {
    const plain = await ask('Encrypt', { KeyId, Plaintext });
    const bound = await ask('Encrypt', { KeyId, Plaintext, EncryptionContext });
    const dataKey = await ask('GenerateDataKey', { KeyId, NumberOfBytes: 24 });
    const opened = { KeyId, Plaintext };
    const { CiphertextBlob } = bound;
    items.push(item('Decrypt', `${KeyId}, text`, { CiphertextBlob: plain.CiphertextBlob }, opened));
    items.push(item('Decrypt', `${KeyId}, context`, { CiphertextBlob, EncryptionContext }, opened));
    const key = { ...opened, Plaintext: dataKey.Plaintext };
    items.push(item('Decrypt', `${KeyId}, data key`, { CiphertextBlob: dataKey.CiphertextBlob }, key));
  }

  const versionOf = async (KeyId) => (await ask('DescribeKey', { KeyId })).KeyMetadata.PrimaryKeyVersion;
  const ciphers = { 'key-rsa-2048': 'RSAES_OAEP_SHA_256', 'key-sm2': 'SM2PKE' };
  for (const [KeyId, Algorithm] of Object.entries(ciphers)) {
    const key = { KeyId, KeyVersionId: await versionOf(KeyId), Algorithm };
    const { CiphertextBlob } = await ask('AsymmetricEncrypt', { ...key, Plaintext });
    items.push(item('AsymmetricDecrypt', KeyId, { ...key, CiphertextBlob }, { KeyId, Plaintext }));
  }
  const signers = { 'key-rsa-2048-sign': 'RSA_PSS_SHA_256', 'key-ec-p256': 'ECDSA_SHA_256', 'key-sm2-sign': 'SM2DSA' };
  for (const [KeyId, Algorithm] of Object.entries(signers)) {
    const key = { KeyId, KeyVersionId: await versionOf(KeyId), Algorithm };
    const Digest = base64(Buffer.alloc(32, 1));
    const { Value } = await ask('AsymmetricSign', { ...key, Digest });
    items.push(item('AsymmetricVerify', `${KeyId}, right`, { ...key, Digest, Value }, { Value: true }));
    const other = { ...key, Digest: base64(Buffer.alloc(32, 2)), Value };
    items.push(item('AsymmetricVerify', `${KeyId}, another digest`, other, { Value: false }));
  }

  const secret = { SecretName: `${client}/for-others`, SecretData: `from ${client} & 密`, VersionId: 'v1' };
  await ask('CreateSecret', { ...secret, ...place });
  for (const kind of ['public', 'instance']) {
    items.push(item('GetSecretValue', 'text', { SecretName: secret.SecretName }, secret, kind));
  }
  return items;
}

module.exports = { makeItems };
