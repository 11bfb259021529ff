// Our clients, asked in the way of an item: names of the wire, bytes as { base64 }.
import { Client } from 'alibabacloud-kms-sdk';
import { Envelope } from 'alibabacloud-kms-sdk/envelope';
import { SecretCache } from 'alibabacloud-kms-sdk/secrets';
import { TransferClient } from 'alibabacloud-kms-sdk/transfer';

/** How a context can be bound: README.md. */
export const contextBindings = ['raw', 'hex', 'json'];

export const base64 = (value) => Buffer.from(value).toString('base64');
export const bytes = (value) => ({ base64: base64(value) });

const lower = (name) => name[0].toLowerCase() + name.slice(1);
const upper = (name) => name[0].toUpperCase() + name.slice(1);

/** With the names of this SDK. */
const ownNames = (request) =>
  Object.fromEntries(
    Object.entries(request).map(([name, value]) => [
      lower(name),
      value?.base64 === undefined ? value : Buffer.from(value.base64, 'base64'),
    ]),
  );

const wireNames = (answer) =>
  Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [upper(name), value instanceof Uint8Array ? bytes(value) : value]),
  );

export class OurClients {
  constructor(facts) {
    const accessKey = { accessKeyId: facts.accessKeyId, accessKeySecret: facts.accessKeySecret };
    const trusted = { endpoint: `${facts.host}:${facts.port}`, caFilePath: facts.caFile };
    const kmsConfig = { ...trusted, clientKeyFile: facts.clientKeyFile, password: facts.clientKeyPassword };
    const config = { ...trusted, ...accessKey, regionId: facts.regionId };
    this.client = new Client({ instanceConfig: kmsConfig, publicConfig: config });
    this.transferClients = new Map(
      ['transfer', 'transferLow'].flatMap((kind) =>
        contextBindings.map((encryptionContextBinding) => {
          const forceLowVersionCryptoTransfer = kind === 'transferLow';
          const options = { ...kmsConfig, encryptionContextBinding, forceLowVersionCryptoTransfer };
          return [`${kind} ${encryptionContextBinding}`, new TransferClient({ config, kmsConfig: options })];
        }),
      ),
    );
  }

  /** A message of the Encryption SDK, through either gateway. */
  async #open({ KeyArn, Message, EncryptionContext: context }) {
    const message = Buffer.from(Message.base64, 'base64');
    const [one, other] = await Promise.all(
      ['instance', 'public'].map((gateway) => {
        const envelope = new Envelope({ kms: this.client, keys: [KeyArn], gateway });
        return envelope.decrypt(message, { context, allowUnauthenticated: true });
      }),
    );
    if (Buffer.compare(one.plaintext, other.plaintext) !== 0) throw new Error('the gateways differ');
    return { Plaintext: bytes(one.plaintext) };
  }

  /** A secret as a cache gives it the second time, from memory, through either gateway. */
  async #read({ SecretName: name, VersionStage: stage }) {
    const [one, other] = await Promise.all(
      ['instance', 'public'].map(async (gateway) => {
        const cache = new SecretCache({ clients: [{ client: this.client, gateway }] });
        try {
          await cache.get(name, { stage });
          const secret = await cache.get(name, { stage });
          const [{ fetchedAt, expiresAt }] = cache.list();
          const { dataType, versionId } = secret;
          return {
            ...(dataType === 'text' ? { SecretData: secret.text } : { SecretBytes: bytes(secret.bytes) }),
            SecretDataType: dataType,
            VersionId: versionId,
            TtlMs: expiresAt - fetchedAt,
          };
        } finally {
          await cache.close();
        }
      }),
    );
    if (JSON.stringify(one) !== JSON.stringify(other)) throw new Error('the gateways differ');
    return one;
  }

  /**
   * What the call of an item is answered.
   *
   * @param writes how a TransferClient binds what it makes to its context
   */
  async ask({ kind, operation, request, encoding, binding }, writes = 'raw') {
    switch (kind) {
      case 'instance':
        return wireNames(await this.client[lower(operation)](ownNames(request), { gateway: 'instance' }));
      case 'envelope':
        return this.#open(request);
      case 'secretCache':
        return this.#read(request);
      case 'public':
        return this.client.doAction(operation, request, { gateway: 'public' });
      case 'transfer':
      case 'transferLow':
        return this.#transfer(this.transferClients.get(`${kind} ${writes}`), { operation, request, encoding, binding });
      default:
        throw new Error(`there is no kind ${kind}`);
    }
  }

  /** The version that a key works with now. */
  async versionOf(KeyId) {
    const { KeyMetadata } = await this.ask({ kind: 'public', operation: 'DescribeKey', request: { KeyId } });
    return KeyMetadata.PrimaryKeyVersion;
  }

  async #transfer(client, { operation, request, encoding, binding }) {
    const runtime = encoding === undefined ? {} : { encoding };
    const { body, $metadata } = await client[`${lower(operation)}WithOptions`](ownNames(request), runtime);
    const found = $metadata.encryptionContextBinding;
    if (found !== binding) throw new Error(`it was bound to its context as ${found}, not as ${binding}`);
    return body.toMap();
  }

  async close() {
    await Promise.all([this.client, ...this.transferClients.values()].map((client) => client.close()));
  }
}
