// What our Client makes at the public gateway, for clients of the OpenAPI.
import { base64 } from './clients.js';
import { asymmetricCiphers, digestOf, signers } from './keys.js';

const EncryptionContext = { tenant: '42', app: 'a&b=c', 密: '钥' };
const reversed = Object.fromEntries(Object.entries(EncryptionContext).reverse());
const item = (operation, title, request, answer) => ({ kind: 'public', operation, case: title, request, answer });

export async function publicItems(clients) {
  const ask = (operation, request) => clients.ask({ kind: 'public', operation, request });
  const parts = await Promise.all([
    ...['key-aes-256', 'key-rotated', 'key-sm4'].map((KeyId) => symmetric(ask, KeyId)),
    ...asymmetricCiphers.map((cipher) => asymmetric(clients, ask, cipher)),
    ...signers.map((signer) => signatures(clients, ask, signer)),
    ...['224', '256', '384', '512', 'sm3'].map((name) => macs(ask, name)),
  ]);
  return [...parts.flat(), ...secrets];
}

async function symmetric(ask, KeyId) {
  const Plaintext = base64('hello from Node.js');
  const plain = await ask('Encrypt', { KeyId, Plaintext });
  const bound = await ask('Encrypt', { KeyId, Plaintext, EncryptionContext });
  const dataKey = await ask('GenerateDataKey', { KeyId, EncryptionContext, NumberOfBytes: 24 });
  const opened = (title, { CiphertextBlob }, more, text) =>
    item('Decrypt', `${KeyId}, ${title}`, { CiphertextBlob, ...more }, { KeyId, Plaintext: text });
  return [
    opened('text', plain, {}, Plaintext),
    opened('context in another order', bound, { EncryptionContext: reversed }, Plaintext),
    opened('data key', dataKey, { EncryptionContext }, dataKey.Plaintext),
  ];
}

async function asymmetric(clients, ask, { id: KeyId, algorithm: Algorithm }) {
  const Plaintext = base64('to a public key');
  const request = { KeyId, KeyVersionId: await clients.versionOf(KeyId), Algorithm };
  const { CiphertextBlob } = await ask('AsymmetricEncrypt', { ...request, Plaintext });
  const title = `${KeyId}, ${Algorithm}`;
  return [item('AsymmetricDecrypt', title, { ...request, CiphertextBlob }, { KeyId, Plaintext })];
}

async function signatures(clients, ask, { id: KeyId, algorithm: Algorithm }) {
  const KeyVersionId = await clients.versionOf(KeyId);
  const request = { KeyId, KeyVersionId, Algorithm, Digest: base64(digestOf(Algorithm, 'message')) };
  const { Value } = await ask('AsymmetricSign', request);
  const other = base64(digestOf(Algorithm, 'other'));
  const { PublicKey } = await ask('GetPublicKey', { KeyId, KeyVersionId });
  const title = `${KeyId}, ${Algorithm}`;
  return [
    item('AsymmetricVerify', `${title}, right`, { ...request, Value }, { KeyId, Value: true }),
    item('AsymmetricVerify', `${title}, another digest`, { ...request, Digest: other, Value }, { Value: false }),
    item('GetPublicKey', title, { KeyId, KeyVersionId }, { KeyId, PublicKey }),
  ];
}

async function macs(ask, name) {
  const KeyId = `key-hmac-${name}`;
  const Algorithm = name === 'sm3' ? 'HMAC_SM3' : `HMAC_SHA_${name}`;
  const request = { KeyId, Algorithm, Message: base64('message') };
  const { Mac } = await ask('GenerateMac', request);
  return [
    item('VerifyMac', `${KeyId}, right`, { ...request, Mac }, { Value: true }),
    item('VerifyMac', `${KeyId}, another message`, { ...request, Message: base64('other'), Mac }, { Value: false }),
  ];
}

const secret = (title, request, answer) => item('GetSecretValue', title, request, answer);
const SecretName = 'conformance/text';
const secrets = [
  secret('text', { SecretName }, { SecretName, SecretData: 'second & 密码 "quoted" + more', VersionId: 'v2' }),
  secret('by version', { SecretName, VersionId: 'v1' }, { SecretData: 'first', VersionId: 'v1' }),
  secret('by stage', { SecretName, VersionStage: 'ACSPrevious' }, { SecretData: 'first', VersionId: 'v1' }),
  secret('binary', { SecretName: 'conformance/binary' }, { SecretData: 'AP8A/w==', SecretDataType: 'binary' }),
];
