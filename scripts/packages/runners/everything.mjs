// What a test of an application does with each entry of the packages, whichever runner and environment it is in.
export async function useEverything({
  startLocalKms,
  Client,
  KmsServiceError,
  PublicKey,
  TransferClient,
  Envelope,
  SecretCache,
}) {
  const kms = await startLocalKms({
    seed: {
      keys: [
        { id: 'app', aliases: ['alias/app'] },
        { id: 'signer', spec: 'EC_P256', aliases: ['alias/signer'] },
        { id: 'sm2', spec: 'EC_SM2', usage: 'SIGN/VERIFY', aliases: ['alias/sm2'] },
      ],
      secrets: [{ name: 'app/db', versions: [{ id: 'v1', data: '{"user":"app"}' }] }],
    },
  });
  const { instanceConfig, publicConfig } = kms.clientConfig();
  const client = new Client({ instanceConfig, publicConfig });
  const transfer = new TransferClient({ config: publicConfig, kmsConfig: instanceConfig });
  const secrets = new SecretCache({ client });
  const envelope = new Envelope({ kms: client, keys: ['alias/app'] });
  const context = { tenant: '42' };
  const text = (bytes) => Buffer.from(bytes).toString();
  try {
    const { ciphertextBlob } = await client.advanceEncrypt({ keyId: 'alias/app', plaintext: 'hello' });
    const opened = await client.advanceDecrypt({ ciphertextBlob: new Uint8Array(ciphertextBlob) });
    const signed = {};
    for (const keyId of ['alias/signer', 'alias/sm2']) {
      const { signature } = await client.sign({ keyId, message: 'pay 10' });
      const key = await client.publicKey(keyId);
      signed[keyId] = key instanceof PublicKey && key.verify({ message: 'pay 10', signature });
    }
    const message = await envelope.encrypt(Buffer.from('a long message'), { context });
    const { body } = await transfer.encrypt({ keyId: 'alias/app', plaintext: 'aGVsbG8=' });
    const error = await client.describeKey({ keyId: 'alias/none' }).catch((reason) => reason);
    return {
      opened: text(opened.plaintext),
      signed,
      envelope: text((await envelope.decrypt(message, { context })).plaintext),
      secret: await secrets.getJson('app/db'),
      transfer: (await transfer.decrypt({ ciphertextBlob: body.ciphertextBlob })).body.plaintext,
      refusal: [error instanceof KmsServiceError, error.code],
    };
  } finally {
    await secrets.close();
    await transfer.close();
    await client.close();
    await kms.close();
  }
}

export const expected = {
  opened: 'hello',
  signed: { 'alias/signer': true, 'alias/sm2': true },
  envelope: 'a long message',
  secret: { user: 'app' },
  transfer: 'aGVsbG8=',
  refusal: [true, 'Forbidden.AliasNotFound'],
};
