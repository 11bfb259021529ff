// What our Client makes at the gateway of an instance, with a key of every spec.
import { randomBytes } from 'node:crypto';
import { bytes } from './clients.js';
import { asymmetricCiphers, digestOf, pairSpecs, signers, symmetricKeys } from './keys.js';

const plaintext = bytes(Buffer.from('hello from Node.js: 密钥, \0 and \u{1f511}'));
const binary = bytes(Buffer.from([0, 255, 128, 10, 13]));
const blocks = bytes(Buffer.alloc(32, 7));

/** The call that opens what Encrypt, AdvanceEncrypt and their relatives answered. */
function opening(title, operation, { KeyId, CiphertextBlob, Iv, Algorithm, PaddingMode }, more, text) {
  const named = Object.fromEntries(
    Object.entries({ KeyId, CiphertextBlob, Iv, Algorithm, PaddingMode, ...more }).filter(([, value]) => value),
  );
  return { kind: 'instance', operation, case: title, request: named, answer: { KeyId, Plaintext: text } };
}

export async function instanceItems(clients) {
  const ask = (operation, request) => clients.ask({ kind: 'instance', operation, request });
  const parts = await Promise.all([
    ...symmetricKeys.flatMap((key) => [
      ...key.algorithms.map((algorithm) => blockCiphers(ask, key.id, algorithm)),
      advanced(ask, key.id),
      dataKeys(ask, key.id),
    ]),
    ...asymmetricCiphers.map((cipher) => asymmetric(ask, cipher)),
    ...signers.map((signer) => signatures(ask, signer)),
    ...pairSpecs.map((spec) => keyPairs(ask, spec)),
    publicKeys(ask),
  ]);
  return [...parts.flat(), ...secrets];
}

async function blockCiphers(ask, KeyId, Algorithm) {
  const gcm = Algorithm.endsWith('GCM');
  const cases = gcm
    ? [
        ['text', { Plaintext: plaintext }, {}],
        ['binary aad', { Plaintext: plaintext, Aad: binary }, { Aad: binary }],
        ['own iv', { Plaintext: plaintext, Iv: bytes(randomBytes(12)) }, {}],
        ['6,144 bytes', { Plaintext: bytes(randomBytes(6144)) }, {}],
      ]
    : [
        ['padded', { Plaintext: plaintext, PaddingMode: 'PKCS7_PADDING' }, {}],
        ['not padded', { Plaintext: blocks, PaddingMode: 'NO_PADDING' }, {}],
        ['default padding', { Plaintext: plaintext }, {}],
      ];
  return Promise.all(
    cases.map(async ([name, request, more]) => {
      const answer = await ask('Encrypt', { KeyId, Algorithm, ...request });
      return opening(`${KeyId}, ${Algorithm}, ${name}`, 'Decrypt', answer, more, request.Plaintext);
    }),
  );
}

async function advanced(ask, KeyId) {
  const plain = await ask('AdvanceEncrypt', { KeyId, Plaintext: plaintext });
  const bound = await ask('AdvanceEncrypt', { KeyId, Plaintext: binary, Aad: binary });
  return [
    opening(`${KeyId}, text`, 'AdvanceDecrypt', plain, {}, plaintext),
    opening(`${KeyId}, binary aad`, 'AdvanceDecrypt', bound, { Aad: binary }, binary),
  ];
}

async function dataKeys(ask, KeyId) {
  const old = await ask('GenerateDataKey', { KeyId, NumberOfBytes: 32, Aad: binary });
  const advance = await ask('AdvanceGenerateDataKey', { KeyId, NumberOfBytes: 24, Aad: binary });
  return [
    opening(`${KeyId}, data key`, 'Decrypt', old, { Aad: binary }, old.Plaintext),
    opening(`${KeyId}, data key`, 'AdvanceDecrypt', advance, { Aad: binary }, advance.Plaintext),
  ];
}

async function asymmetric(ask, { id: KeyId, algorithm: Algorithm }) {
  const answer = await ask('Encrypt', { KeyId, Algorithm, Plaintext: binary });
  return [opening(`${KeyId}, ${Algorithm}`, 'Decrypt', { ...answer, Algorithm }, {}, binary)];
}

async function signatures(ask, { id: KeyId, algorithm: Algorithm }) {
  const messages = [
    ['RAW', plaintext],
    ['DIGEST', bytes(digestOf(Algorithm, 'message'))],
  ];
  const items = messages.map(async ([MessageType, Message]) => {
    const request = { KeyId, Algorithm, MessageType, Message };
    const { Signature } = await ask('Sign', request);
    const item = (name, change, Value) => ({
      kind: 'instance',
      operation: 'Verify',
      case: `${KeyId}, ${Algorithm}, ${MessageType}, ${name}`,
      request: { ...request, Signature, ...change },
      answer: { KeyId, Value },
    });
    const other = MessageType === 'RAW' ? binary : bytes(digestOf(Algorithm, 'other'));
    return [item('right', {}, true), item('another message', { Message: other }, false)];
  });
  return (await Promise.all(items)).flat();
}

async function keyPairs(ask, KeyPairSpec) {
  const KeyId = 'key-aes-256';
  const request = { KeyId, KeyPairSpec, KeyFormat: KeyPairSpec === 'EC_P256' ? 'DER' : 'PEM', Aad: binary };
  const forms = [
    ['GenerateDataKeyPair', 'Decrypt'],
    ['AdvanceGenerateDataKeyPair', 'AdvanceDecrypt'],
  ];
  return Promise.all(
    forms.map(async ([operation, opener]) => {
      const pair = await ask(operation, request);
      const sealed = { ...pair, CiphertextBlob: pair.PrivateKeyCiphertextBlob };
      return opening(`private key of ${KeyPairSpec}`, opener, sealed, { Aad: binary }, pair.PrivateKeyPlaintext);
    }),
  );
}

const publicKeys = (ask) =>
  Promise.all(
    [...new Set([...asymmetricCiphers, ...signers].map(({ id }) => id))].map(async (KeyId) => {
      const { PublicKey } = await ask('GetPublicKey', { KeyId });
      return {
        kind: 'instance',
        operation: 'GetPublicKey',
        case: KeyId,
        request: { KeyId },
        answer: { KeyId, PublicKey },
      };
    }),
  );

const secret = (title, request, answer) => ({
  kind: 'instance',
  operation: 'GetSecretValue',
  case: title,
  request,
  answer: { SecretName: request.SecretName, SecretType: 'Generic', ...answer },
});
const current = { SecretData: 'second & 密码 "quoted" + more', VersionId: 'v2', VersionStages: ['ACSCurrent'] };
const previous = { SecretData: 'first', VersionId: 'v1', VersionStages: ['ACSPrevious'] };
const SecretName = 'conformance/text';
const secrets = [
  secret('text', { SecretName }, { ...current, SecretDataType: 'text' }),
  secret('by version', { SecretName, VersionId: 'v1' }, previous),
  secret('by stage', { SecretName, VersionStage: 'ACSPrevious' }, previous),
  secret(
    'that is rotated',
    { SecretName: 'conformance/rds', FetchExtendedConfig: true },
    {
      SecretType: 'Rds',
      SecretData: '{"Accounts":[{"AccountName":"app","AccountPassword":"pa55word"}]}',
      AutomaticRotation: 'Enabled',
      RotationInterval: '31536000s',
    },
  ),
  secret('binary', { SecretName: 'conformance/binary' }, { SecretData: 'AP8A/w==', SecretDataType: 'binary' }),
];
