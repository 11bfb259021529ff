import type { ActionName } from '../model/generated/actions.js';
import { limits } from '../model/limits.js';
import { toBase64 } from '../util/encodings.js';
import type { TransferMetadata } from './api-generation.js';
import { bytesOf, type CryptoScheme } from './crypto-schemes.js';
import type { InstanceCall, InstanceResponse } from './instance-call.js';
import { invalidKeySpec } from './refusals.js';

/** Response of a handler: KMS 1.0's, by wire name. */
export interface HandlerResponse {
  body: Record<string, unknown>;
  metadata: TransferMetadata;
}

/** Converts one call of KMS 1.0 to calls to the instance. */
export type Handler = (call: InstanceCall, scheme: CryptoScheme) => Promise<HandlerResponse>;

/** The response of an operation with a key, and the additional fields of KMS 1.0. */
function keyResponse(
  { answer, keyVersionId, metadata }: InstanceResponse,
  fields: Readonly<Record<string, unknown>>,
): HandlerResponse {
  const { KeyId, RequestId } = answer;
  const version = keyVersionId ?? answer.KeyVersionId;
  return { body: { KeyId, ...fields, RequestId, ...(version !== undefined && { KeyVersionId: version }) }, metadata };
}

/** Encrypts the text of Plaintext unchanged: callers pass base64, and get that base64 back from Decrypt. */
const encrypt: Handler = async (call, scheme) => {
  const sealed = await scheme.encrypt(call, call.encoded('Plaintext'));
  return keyResponse(sealed, { CiphertextBlob: toBase64(sealed.blob) });
};

const decrypt: Handler = async (call, scheme) => {
  const opened = await scheme.decrypt(call, call.base64('CiphertextBlob'));
  return keyResponse(opened, { Plaintext: call.decode('Plaintext', bytesOf(opened.answer.Plaintext)) });
};

const bytesOfSpec: Readonly<Record<string, number>> = { AES_256: 32, AES_128: 16 };

function numberOfBytes(call: InstanceCall): number {
  const asked = call.optionalNumber('NumberOfBytes');
  if (asked !== undefined) return asked;
  const spec = call.optionalText('KeySpec');
  const length = spec === undefined ? limits.dataKeyDefaultBytes : bytesOfSpec[spec];
  if (length === undefined) throw invalidKeySpec(call.action);
  return length;
}

/** A data key, and a ciphertext of its base64, which is what KMS 1.0's Decrypt returns. */
async function newDataKey(
  call: InstanceCall,
  scheme: CryptoScheme,
): Promise<{ plaintext: string; answered: HandlerResponse }> {
  const generated = await scheme.generateDataKey(call, numberOfBytes(call));
  const plaintext = toBase64(bytesOf(generated.answer.Plaintext));
  const { blob, keyVersionId, metadata } = await scheme.encrypt(call, Buffer.from(plaintext, 'latin1'));
  const answered = keyResponse(
    { answer: generated.answer, keyVersionId, metadata },
    { CiphertextBlob: toBase64(blob) },
  );
  return { plaintext, answered };
}

const generateDataKey: Handler = async (call, scheme) => {
  const { plaintext, answered } = await newDataKey(call, scheme);
  return { ...answered, body: { ...answered.body, Plaintext: plaintext } };
};

const generateDataKeyWithoutPlaintext: Handler = async (call, scheme) => (await newDataKey(call, scheme)).answered;

const asymmetricEncrypt: Handler = async (call) => {
  const answered = await call.send('Encrypt', {
    KeyId: call.text('KeyId'),
    Plaintext: call.base64('Plaintext'),
    Algorithm: call.optionalText('Algorithm'),
  });
  return keyResponse(answered, { CiphertextBlob: toBase64(bytesOf(answered.answer.CiphertextBlob)) });
};

const asymmetricDecrypt: Handler = async (call) => {
  const answered = await call.send('Decrypt', {
    KeyId: call.text('KeyId'),
    CiphertextBlob: call.base64('CiphertextBlob'),
    Algorithm: call.optionalText('Algorithm'),
  });
  return keyResponse(answered, { Plaintext: toBase64(bytesOf(answered.answer.Plaintext)) });
};

const asymmetricSign: Handler = async (call) => {
  const answered = await call.send('Sign', {
    KeyId: call.text('KeyId'),
    Message: call.base64('Digest'),
    MessageType: 'DIGEST',
    Algorithm: call.optionalText('Algorithm'),
  });
  return keyResponse(answered, { Value: toBase64(bytesOf(answered.answer.Signature)) });
};

const asymmetricVerify: Handler = async (call) => {
  const answered = await call.send('Verify', {
    KeyId: call.text('KeyId'),
    Message: call.base64('Digest'),
    Signature: call.base64('Value'),
    MessageType: 'DIGEST',
    Algorithm: call.optionalText('Algorithm'),
  });
  // Messages omit false.
  return keyResponse(answered, { Value: answered.answer.Value === true });
};

const getPublicKey: Handler = async (call) => {
  const answered = await call.send('GetPublicKey', { KeyId: call.text('KeyId') });
  return keyResponse(answered, { PublicKey: answered.answer.PublicKey });
};

const getSecretValue: Handler = async (call) => {
  const { answer, metadata } = await call.send('GetSecretValue', {
    SecretName: call.text('SecretName'),
    VersionId: call.optionalText('VersionId'),
    VersionStage: call.optionalText('VersionStage'),
    FetchExtendedConfig: call.flag('FetchExtendedConfig'),
  });
  const { VersionStages, ...fields } = answer;
  return { body: { ...fields, VersionStages: { VersionStage: VersionStages ?? [] } }, metadata };
};

/** The KMS 1.0 actions that an instance serves. */
export const handlers: Readonly<Partial<Record<ActionName, Handler>>> = {
  AsymmetricDecrypt: asymmetricDecrypt,
  AsymmetricEncrypt: asymmetricEncrypt,
  AsymmetricSign: asymmetricSign,
  AsymmetricVerify: asymmetricVerify,
  Decrypt: decrypt,
  Encrypt: encrypt,
  GenerateDataKey: generateDataKey,
  GenerateDataKeyWithoutPlaintext: generateDataKeyWithoutPlaintext,
  GetPublicKey: getPublicKey,
  GetSecretValue: getSecretValue,
};
