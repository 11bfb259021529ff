import { randomUUID } from 'node:crypto';
import { KmsEnvelopeError, KmsServiceError } from '../../errors.js';
import { toBase64 } from '../../util/encodings.js';
import { envelopeLimits } from '../limits.js';
import { malformed } from '../malformed.js';
import type { CallContext } from './kms-calls.js';
import type { WrappingKeys } from './wrapping-keys.js';

const notFound = ['Forbidden.ResourceNotFound', 'Forbidden.KeyNotFound'];
const exists = 'Rejected.ResourceExist';

/** A header that several messages share, stored as the base64 of its DER in a KMS secret. */
export class HeaderSecret {
  readonly #name: string;
  readonly #keys: WrappingKeys;
  #messages = 0;

  constructor(name: string, keys: WrappingKeys) {
    this.#name = name;
    this.#keys = keys;
  }

  /** The header as DER; created if the secret does not exist. */
  async readOrCreate(make: () => Promise<Uint8Array>, options: CallContext): Promise<Uint8Array> {
    return (await this.#find(options)) ?? this.#create(await make(), options);
  }

  /** @throws KmsServiceError `Forbidden.ResourceNotFound` */
  async read(options: CallContext): Promise<Uint8Array> {
    const kms = await this.#kms();
    const { secretData, secretDataType } = await kms.getSecretValue(
      { secretName: this.#name },
      { ...this.#keys.route, ...options },
    );
    const der = Buffer.from(secretData, 'base64');
    if (secretDataType !== 'text' || toBase64(der) !== secretData.trim()) {
      throw malformed(`the secret ${this.#name} holds no header in base64`);
    }
    return der;
  }

  /**
   * One data key serves all messages under this name from all processes; this process can count only its own.
   *
   * @throws KmsEnvelopeError `Envelope.LimitExceeded`
   */
  countMessage(): void {
    this.#messages += 1;
    if (this.#messages < envelopeLimits.messagesMax) return;
    throw new KmsEnvelopeError(
      'Envelope.LimitExceeded',
      `2^32 messages were encrypted with the data key of the secret ${this.#name}: go on with another name`,
    );
  }

  async #find(options: CallContext): Promise<Uint8Array | undefined> {
    try {
      return await this.read(options);
    } catch (error) {
      if (error instanceof KmsServiceError && notFound.includes(error.code)) return undefined;
      throw error;
    }
  }

  async #create(headerDer: Uint8Array, options: CallContext): Promise<Uint8Array> {
    const [main] = await this.#keys.names();
    const kms = await this.#kms();
    const { keyId } = main as NonNullable<typeof main>;
    const { keyMetadata } = await kms.describeKey({ keyId }, options);
    const secret = {
      secretName: this.#name,
      secretData: toBase64(headerDer),
      versionId: randomUUID(),
      encryptionKeyId: keyId,
      dkmsInstanceId: keyMetadata.dkmsInstanceId,
    };
    try {
      await kms.createSecret(secret, options);
      return headerDer;
    } catch (error) {
      // Another process was first, and there must be only one header of that name.
      if (error instanceof KmsServiceError && error.code === exists) return this.read(options);
      throw error;
    }
  }

  async #kms() {
    const [main] = await this.#keys.names();
    return this.#keys.client(main as NonNullable<typeof main>);
  }
}
