/** Exchange messages with the Encryption SDK for Java in both directions, and move them to another key. */
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Envelope, inspectMessage, KmsEnvelopeError } from 'alibabacloud-kms-sdk/envelope';
import { client as makeClient } from '../client.js';
import { envOr } from '../env.js';
import { withKey } from '../scratch.js';

const client = makeClient();
const envelope = new Envelope({ kms: client, keys: [envOr('KMS_KEY_ID', 'alias/example')] });
const context = { order: '17' };

// aliyunCrypto.encrypt(provider, plaintext, context)
const message = await envelope.encrypt('4111 1111 1111 1111', { context });
console.log(`${inspectMessage(message).algorithm}, for ${Object.entries(inspectMessage(message).context ?? {})}`);

// aliyunCrypto.decrypt(provider, message): Java leaves the context to be looked at, here it is compared.
const { plaintext } = await envelope.decrypt(message, { context });
console.log(`Decrypted: ${Buffer.from(plaintext)}`);
const other = await envelope.decrypt(message, { context: { order: '18' } }).catch((error) => error);
if (!(other instanceof KmsEnvelopeError)) throw new Error('a message of another order was opened');
console.log(`Another order: ${other.code}`);

// aliyunCrypto.encrypt(provider, in, out, context)
const data = randomBytes(300_000);
const stream = await buffer(Readable.from([data]).pipe(envelope.encryptStream({ context, format: 'java-stream' })));
const back = await buffer(Readable.from([stream]).pipe(envelope.decryptStream({ context })));
console.log(`Stream of ${data.length} bytes: ${back.equals(data) ? 'the same' : 'something else'}`);

// What has been stored moves to another key without being encrypted anew, and stays readable for Java.
await withKey(client, async ({ keyId }) => {
  const moved = await new Envelope({ kms: client, keys: [keyId] }).reEncrypt(message, {
    context,
    keys: [...inspectMessage(message).keyArns],
  });
  console.log(
    `Moved to the new key: ${inspectMessage(moved).keyArns[0]?.endsWith(keyId)}, ${inspectMessage(moved).format}`,
  );
});

await client.close();
