// Calls that are refused, with the code of KMS that every client must tell.
import { base64, bytes } from './clients.js';

const flipped = ({ base64: text }, at) => {
  const copy = Buffer.from(text, 'base64');
  copy[at < 0 ? copy.length + at : at] ^= 1;
  return bytes(copy);
};
const Plaintext = bytes('hello');

export async function mistakes(clients) {
  const [instance, transfer] = await Promise.all([instanceMistakes(clients), publicMistakes(clients)]);
  return [...instance, ...transfer];
}

async function instanceMistakes(clients) {
  const ask = (operation, request) => clients.ask({ kind: 'instance', operation, request });
  const item = (operation, title, request, code) => ({ kind: 'instance', operation, case: title, request, code });
  const KeyId = 'key-aes-256';
  const Aad = bytes('right');
  const { CiphertextBlob, Iv } = await ask('Encrypt', { KeyId, Plaintext, Aad });
  const sealed = { KeyId, CiphertextBlob, Iv, Aad };
  const { CiphertextBlob: blob } = await ask('AdvanceEncrypt', { KeyId, Plaintext, Aad });
  const { Signature } = await ask('Sign', { KeyId: 'key-ec-p256', Message: Plaintext, Algorithm: 'ECDSA_SHA_256' });
  const wrong = 'InvalidParameter';
  return [
    item('Encrypt', 'unknown key', { KeyId: 'none', Plaintext }, 'Forbidden.KeyNotFound'),
    item('Encrypt', 'unknown alias', { KeyId: 'alias/none', Plaintext }, 'Forbidden.AliasNotFound'),
    item('Encrypt', 'disabled key', { KeyId: 'key-disabled', Plaintext }, 'Rejected.Disabled'),
    item('Encrypt', 'key to be deleted', { KeyId: 'key-going', Plaintext }, 'Rejected.PendingDeletion'),
    item('Encrypt', 'key without material', { KeyId: 'key-to-import', Plaintext }, 'Rejected.PendingImport'),
    item('Encrypt', 'algorithm of another spec', { KeyId, Plaintext, Algorithm: 'SM4_GCM' }, wrong),
    item('Encrypt', 'key that signs', { KeyId: 'key-ec-p256', Plaintext }, 'UnsupportedOperation'),
    notSent(item('Encrypt', 'plaintext too long', { KeyId, Plaintext: bytes(Buffer.alloc(6145)) }, wrong)),
    item('Encrypt', 'iv of a wrong length', { KeyId, Plaintext, Iv: bytes('short') }, wrong),
    item('Encrypt', 'no whole block', { KeyId, Plaintext, Algorithm: 'AES_CBC', PaddingMode: 'NO_PADDING' }, wrong),
    item('Decrypt', 'wrong aad', { ...sealed, Aad: bytes('wrong') }, wrong),
    item('Decrypt', 'wrong key', { ...sealed, KeyId: 'key-aes-128' }, wrong),
    item('Decrypt', 'tampered', { ...sealed, CiphertextBlob: flipped(CiphertextBlob, 0) }, wrong),
    item('Decrypt', 'wrong iv', { ...sealed, Iv: flipped(Iv, 0) }, wrong),
    item('AdvanceDecrypt', 'wrong aad', { CiphertextBlob: blob, Aad: bytes('wrong') }, wrong),
    item('AdvanceDecrypt', 'no aad', { CiphertextBlob: blob }, wrong),
    item('AdvanceDecrypt', 'tampered', { CiphertextBlob: flipped(blob, -1), Aad }, wrong),
    item('AdvanceEncrypt', 'disabled key', { KeyId: 'key-disabled', Plaintext }, 'Rejected.Disabled'),
    item('AdvanceGenerateDataKey', 'unknown key', { KeyId: 'none', NumberOfBytes: 32 }, 'Forbidden.KeyNotFound'),
    notSent(item('GenerateDataKey', 'too many bytes', { KeyId, NumberOfBytes: 1025 }, wrong)),
    notSent(item('GenerateRandom', 'too many bytes', { Length: 1025 }, wrong)),
    item('Sign', 'digest of a wrong length', digest('ECDSA_SHA_256', 'key-ec-p256', { base64: 'AAAA' }), wrong),
    item('Sign', 'key that encrypts', digest('RSA_PSS_SHA_256', 'key-rsa-2048'), 'UnsupportedOperation'),
    item('Verify', 'unknown key', { ...digest('ECDSA_SHA_256', 'none'), Signature }, 'Forbidden.KeyNotFound'),
    item('GetPublicKey', 'symmetric key', { KeyId }, 'UnsupportedOperation'),
    item('GetSecretValue', 'unknown secret', { SecretName: 'none' }, 'Forbidden.ResourceNotFound'),
    item('GetSecretValue', 'deleted secret', { SecretName: 'conformance/going' }, 'Rejected.PendingDeletion'),
    item(
      'GetSecretValue',
      'unknown version',
      { SecretName: 'conformance/text', VersionId: 'none' },
      'Forbidden.ResourceNotFound',
    ),
  ];
}

/** Our client refuses it before KMS does. */
const notSent = (item) => ({ ...item, ourCode: 'Request.Invalid' });

const digest = (Algorithm, KeyId, Message = bytes(Buffer.alloc(32, 1))) => ({
  KeyId,
  Algorithm,
  MessageType: 'DIGEST',
  Message,
});

/** Of the public gateway; those of cryptography and secrets have to come of a TransferClient in the same words. */
async function publicMistakes(clients) {
  const KeyId = 'key-aes-256';
  const request = { KeyId, Plaintext: base64('hello'), EncryptionContext: { app: 'one' } };
  const { CiphertextBlob } = await clients.ask({ kind: 'public', operation: 'Encrypt', request });
  const tampered = flipped({ base64: CiphertextBlob }, -1).base64;
  const EncryptionContext = { app: 'one' };
  const both = (operation, title, fields, code) =>
    ['public', 'transfer'].map((kind) => ({ kind, operation, case: title, request: fields, code }));
  const text = request.Plaintext;
  return [
    ...both('Encrypt', 'unknown key', { KeyId: 'none', Plaintext: text }, 'Forbidden.KeyNotFound'),
    ...both('Encrypt', 'disabled key', { KeyId: 'key-disabled', Plaintext: text }, 'Rejected.Disabled'),
    ...both('Encrypt', 'key to be deleted', { KeyId: 'key-going', Plaintext: text }, 'Rejected.PendingDeletion'),
    ...both('Encrypt', 'without plaintext', { KeyId }, 'MissingParameter'),
    ...both('Decrypt', 'wrong context', { CiphertextBlob, EncryptionContext: { app: 'two' } }, 'InvalidParameter'),
    ...both('Decrypt', 'no context', { CiphertextBlob }, 'InvalidParameter'),
    ...both('Decrypt', 'tampered', { CiphertextBlob: tampered, EncryptionContext }, 'InvalidParameter'),
    ...both('Decrypt', 'too short', { CiphertextBlob: base64('short') }, 'InvalidParameter'),
    ...both('Decrypt', 'without ciphertext', {}, 'MissingParameter'),
    ...both('GenerateDataKey', 'unknown key', { KeyId: 'none' }, 'Forbidden.KeyNotFound'),
    ...both('GetSecretValue', 'unknown secret', { SecretName: 'none' }, 'Forbidden.ResourceNotFound'),
    ...both('GetSecretValue', 'deleted secret', { SecretName: 'conformance/going' }, 'Rejected.PendingDeletion'),
    ...both('DescribeKey', 'unknown key', { KeyId: 'none' }, 'Forbidden.KeyNotFound'),
    ...both('DescribeKey', 'unknown alias', { KeyId: 'alias/none' }, 'Forbidden.AliasNotFound'),
    ...both('CreateAlias', 'taken', { KeyId, AliasName: 'alias/conformance' }, 'Rejected.ResourceExist'),
  ];
}
