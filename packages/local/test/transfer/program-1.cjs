// A program written for @alicloud/kms20160120 1.2.0: its request models, its answers, its errors. It works with keys and a
// secret that are there, and tells what it saw without what is random.
const { createHash, createPublicKey, verify } = require('node:crypto');
const Kms = require('@alicloud/kms20160120');
const { RuntimeOptions } = require('@alicloud/tea-util');

const base64 = (text) => Buffer.from(text).toString('base64');
const text = (encoded) => Buffer.from(encoded, 'base64').toString();

exports.program1 = async (client, { keyId, signing, rsa, secretName }) => {
  const refusal = (call) =>
    call.then(
      () => 'no error',
      ({ code, message, data }) => ({
        code,
        message: message.replace(data.RequestId, 'ID'),
        data: [data.Code, data.Message, typeof data.RequestId],
      }),
    );

  const encryptionContext = { tenant: '42', app: 'a&b=c' };
  const sealed = await client.encrypt(
    new Kms.EncryptRequest({ keyId, plaintext: base64('hello 密'), encryptionContext }),
  );
  const runtime = new RuntimeOptions({ readTimeout: 10000, connectTimeout: 5000, autoretry: true, maxAttempts: 2 });
  const opened = await client.decryptEx(
    new Kms.DecryptRequest({ ciphertextBlob: sealed.ciphertextBlob, encryptionContext }),
    runtime,
  );
  const dataKey = await client.generateDataKey(new Kms.GenerateDataKeyRequest({ keyId, keySpec: 'AES_128' }));
  const dataKeyOpened = await client.decrypt(new Kms.DecryptRequest({ ciphertextBlob: dataKey.ciphertextBlob }));
  const hidden = await client.generateDataKeyWithoutPlaintext(
    new Kms.GenerateDataKeyWithoutPlaintextRequest({ keyId, numberOfBytes: 24 }),
  );
  const hiddenOpened = await client.decrypt(new Kms.DecryptRequest({ ciphertextBlob: hidden.ciphertextBlob }));

  const digest = createHash('sha256').update('message').digest('base64');
  const signer = { ...signing, algorithm: 'ECDSA_SHA_256', digest };
  const { value } = await client.asymmetricSign(new Kms.AsymmetricSignRequest(signer));
  const other = createHash('sha256').update('another').digest('base64');
  const verified = await client.asymmetricVerify(new Kms.AsymmetricVerifyRequest({ ...signer, value }));
  const forged = await client.asymmetricVerify(new Kms.AsymmetricVerifyRequest({ ...signer, digest: other, value }));
  const { publicKey } = await client.getPublicKey(new Kms.GetPublicKeyRequest(signing));
  const cipher = { ...rsa, algorithm: 'RSAES_OAEP_SHA_256' };
  const { ciphertextBlob } = await client.asymmetricEncrypt(
    new Kms.AsymmetricEncryptRequest({ ...cipher, plaintext: base64('to RSA') }),
  );
  const fromRsa = await client.asymmetricDecrypt(new Kms.AsymmetricDecryptRequest({ ...cipher, ciphertextBlob }));

  const secret = await client.getSecretValue(new Kms.GetSecretValueRequest({ secretName }));
  const { keyMetadata } = await client.describeKey(new Kms.DescribeKeyRequest({ keyId }));
  const keys = await client.listKeysEx(new Kms.ListKeysRequest({ pageNumber: 1, pageSize: 100 }), runtime);

  return {
    encrypt: [
      Object.keys(sealed).sort(),
      sealed.keyId === keyId,
      sealed.keyVersionId === keyMetadata.primaryKeyVersion,
    ],
    version: Buffer.from(sealed.ciphertextBlob, 'base64').subarray(0, 36).toString() === sealed.keyVersionId,
    decrypt: [Object.keys(opened).sort(), text(opened.plaintext), opened.keyId === keyId],
    dataKey: [Object.keys(dataKey).sort(), Buffer.from(dataKey.plaintext, 'base64').length],
    dataKeyOpens: dataKeyOpened.plaintext === dataKey.plaintext,
    hidden: [Object.keys(hidden).sort(), Buffer.from(hiddenOpened.plaintext, 'base64').length],
    verified: [Object.keys(verified).sort(), verified.value, forged.value],
    provenHere: verify('sha256', Buffer.from('message'), createPublicKey(publicKey), Buffer.from(value, 'base64')),
    rsa: [Object.keys(fromRsa).sort(), text(fromRsa.plaintext), fromRsa.keyVersionId === rsa.keyVersionId],
    secret: [secret.secretName, secret.secretData, secret.secretDataType, secret.versionId, secret.versionStages],
    listed: keys.keys.key.some((key) => key.keyId === keyId),
    unknownKey: await refusal(client.encrypt(new Kms.EncryptRequest({ keyId: 'no-such-key', plaintext: 'eA==' }))),
    unknownManaged: await refusal(client.describeKey(new Kms.DescribeKeyRequest({ keyId: 'no-such-key' }))),
    missing: (await refusal(client.encrypt(new Kms.EncryptRequest({ keyId })))).code,
  };
};
