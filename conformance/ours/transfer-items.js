// What our TransferClient makes in both modes, and what is made at the public gateway for TransferClients.
import { base64, contextBindings } from './clients.js';
import { asymmetricCiphers, digestOf, signers } from './keys.js';

const EncryptionContext = { app: 'a&b=c', tenant: '42' };
const reversed = { tenant: '42', app: 'a&b=c' };

export async function transferItems(clients) {
  const parts = await Promise.all([
    ...['key-aes-256', 'key-rotated'].flatMap((KeyId) => [
      symmetric(clients, KeyId, 'transfer'),
      symmetric(clients, KeyId, 'transferLow'),
      madeInPublic(clients, KeyId),
    ]),
    encoded(clients, 'transfer'),
    encoded(clients, 'transferLow'),
    ...asymmetricCiphers.map((cipher) => asymmetric(clients, cipher)),
    ...signers.map((signer) => signatures(clients, signer)),
  ]);
  return [...parts.flat(), ...others];
}

const opening = (kind, title, { CiphertextBlob }, more, answer) => ({
  kind,
  operation: 'Decrypt',
  case: title,
  request: { CiphertextBlob, ...more },
  answer,
});

/** A context is bound in one of three ways, and not every TransferClient reads all of them. */
const bound = (binding, kind, title, sealed, context, answer) => ({
  ...opening(kind, `${title}, bound as ${binding}`, sealed, { EncryptionContext: context }, answer),
  ...(kind !== 'public' && { binding }),
});

const readers = ['transfer', 'transferLow', 'public'];

async function symmetric(clients, KeyId, kind) {
  const ask = (operation, request) => clients.ask({ kind, operation, request });
  const Plaintext = base64('hello from a TransferClient');
  const [plain, dataKey, sealed] = await Promise.all([
    ask('Encrypt', { KeyId, Plaintext }),
    ask('GenerateDataKey', { KeyId, KeySpec: 'AES_128' }),
    ask('GenerateDataKeyWithoutPlaintext', { KeyId, NumberOfBytes: 24 }),
  ]);
  const { Plaintext: unsealed } = await ask('Decrypt', { CiphertextBlob: sealed.CiphertextBlob });
  const title = (name) => `${KeyId}, ${name} by ${kind}`;
  const contexts = await Promise.all(
    contextBindings.map(async (binding) => {
      const request = { KeyId, Plaintext, EncryptionContext };
      const made = await clients.ask({ kind, operation: 'Encrypt', request }, binding);
      // The order counts in a text.
      const context = binding === 'json' ? EncryptionContext : reversed;
      return readers.map((reader) => bound(binding, reader, title('context'), made, context, { KeyId, Plaintext }));
    }),
  );
  return [
    ...contexts.flat(),
    ...readers.flatMap((reader) => [
      opening(reader, title('text'), plain, {}, { KeyId, Plaintext }),
      opening(reader, title('data key'), dataKey, {}, { KeyId, Plaintext: dataKey.Plaintext }),
      opening(reader, title('sealed data key'), sealed, {}, { KeyId, Plaintext: unsealed }),
    ]),
  ];
}

async function madeInPublic(clients, KeyId) {
  const ask = (operation, request) => clients.ask({ kind: 'public', operation, request });
  const Plaintext = base64('hello from KMS 1.0');
  const plain = await ask('Encrypt', { KeyId, Plaintext });
  const sealed = await ask('Encrypt', { KeyId, Plaintext, EncryptionContext });
  const dataKey = await ask('GenerateDataKey', { KeyId });
  const title = (name) => `${KeyId}, ${name} by KMS 1.0`;
  return [
    ...['transfer', 'transferLow'].flatMap((reader) => [
      bound('raw', reader, title('context'), sealed, reversed, { KeyId, Plaintext }),
      opening(reader, title('text'), plain, {}, { KeyId, Plaintext }),
      opening(reader, title('data key'), dataKey, {}, { Plaintext: dataKey.Plaintext }),
    ]),
  ];
}

async function asymmetric(clients, { id: KeyId, algorithm: Algorithm }) {
  const Plaintext = base64('to a public key');
  const request = { KeyId, KeyVersionId: await clients.versionOf(KeyId), Algorithm, Plaintext };
  const { CiphertextBlob } = await clients.ask({ kind: 'transfer', operation: 'AsymmetricEncrypt', request });
  return ['transfer', 'public'].map((kind) => ({
    kind,
    operation: 'AsymmetricDecrypt',
    case: `${KeyId}, ${Algorithm} by transfer`,
    request: { ...request, Plaintext: undefined, CiphertextBlob },
    answer: { KeyId, Plaintext },
  }));
}

async function signatures(clients, { id: KeyId, algorithm: Algorithm }) {
  const Digest = base64(digestOf(Algorithm, 'message'));
  const request = { KeyId, KeyVersionId: await clients.versionOf(KeyId), Algorithm, Digest };
  const { Value } = await clients.ask({ kind: 'transfer', operation: 'AsymmetricSign', request });
  return ['transfer', 'public'].map((kind) => ({
    kind,
    operation: 'AsymmetricVerify',
    case: `${KeyId}, ${Algorithm} by transfer`,
    request: { ...request, Value },
    answer: { KeyId, Value: true },
  }));
}

/** Text in another encoding. */
async function encoded(clients, kind) {
  const Plaintext = '密钥 in another encoding';
  const request = { KeyId: 'key-aes-256', Plaintext };
  const sealed = await clients.ask({ kind, operation: 'Encrypt', request, encoding: 'gbk' });
  return ['transfer', 'transferLow'].map((reader) => ({
    ...opening(reader, `text in gbk by ${kind}`, sealed, {}, { Plaintext }),
    encoding: 'gbk',
  }));
}

const item = (operation, title, request, answer) => ({ kind: 'transfer', operation, case: title, request, answer });
const SecretName = 'conformance/text';
const others = [
  item('GetSecretValue', 'text', { SecretName }, { SecretName, SecretData: 'second & 密码 "quoted" + more' }),
  item(
    'GetSecretValue',
    'by version',
    { SecretName, VersionId: 'v1' },
    { VersionStages: { VersionStage: ['ACSPrevious'] } },
  ),
  item('DescribeKey', 'goes to the public gateway', { KeyId: 'key-going' }, {}),
];
