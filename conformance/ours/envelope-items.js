// Messages of the Encryption SDK, as an envelope writes them through either gateway.
import { randomBytes } from 'node:crypto';
import { Envelope } from 'alibabacloud-kms-sdk/envelope';
import { bytes } from './clients.js';

const contexts = { 'no context': {}, 'a context': { k: 'v', '～': 'order of UTF-8', '😀': '' } };

const flipped = (message, at) => message.map((byte, i) => (i === at ? byte ^ 1 : byte));

export async function envelopeItems({ client }) {
  const arnOf = async (keyId) => (await client.describeKey({ keyId })).keyMetadata.arn;
  const keys = await Promise.all(['alias/conformance', 'key-aes-128'].map(arnOf));
  const item = (name, message, context, rest) => ({
    ...{ kind: 'envelope', operation: 'Envelope', case: name },
    request: { KeyArn: keys[0], Message: bytes(message), EncryptionContext: context },
    ...rest,
  });
  const items = [];
  for (const gateway of ['instance', 'public']) {
    for (const algorithm of ['AES_GCM_NOPADDING_256', 'AES_GCM_NOPADDING_128']) {
      const envelope = new Envelope({ kms: client, keys, gateway, algorithm });
      for (const [what, context] of Object.entries(contexts)) {
        for (const size of [0, 300, 70_000]) {
          const data = randomBytes(size);
          const message = await envelope.encrypt(data, { context });
          const name = `${algorithm} by ${gateway}, ${size} bytes, ${what}`;
          items.push(item(name, message, context, { answer: { Plaintext: bytes(data) } }));
        }
      }
    }
  }
  const context = contexts['a context'];
  const first = new Envelope({ kms: client, keys: [keys[1]] });
  const message = await first.encrypt('moved', { context });
  const moved = await new Envelope({ kms: client, keys: [keys[0]] }).reEncrypt(message, { context, keys: [keys[1]] });
  items.push(item('moved to another key', moved, context, { answer: { Plaintext: bytes('moved') } }));
  const changed = flipped(moved, moved.length - 1);
  items.push(item('changed', changed, context, { code: 'Envelope.IntegrityFailed' }));
  return items;
}
