import { type KeyObject, X509Certificate } from 'node:crypto';
import { limits } from 'alibabacloud-kms-sdk/internal';
import type { Clock } from '../clock.js';
import type { CertifiedKey } from '../pki/certificates.js';
import { Settings } from '../store/settings.js';
import type { Store } from '../store/store.js';

/** A client key as the instance gateway needs it to check a signature. */
export interface ClientKey {
  id: string;
  publicKey: KeyObject;
  notBefore: number;
  notAfter: number;
}

/** A client key as its owner holds it. */
export interface ClientKeyGrant {
  keyId: string;
  /** Text of the file `clientKey_KAAP.….json`. */
  content: string;
  password: string;
}

const firstAccessPoint = 'local';
const firstGrantSetting = 'first-client-key';
const dayMs = 24 * 3_600_000;

/** The client keys of this KMS's instance and the access points that they belong to. */
export class ClientKeys {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #keys = new Map<string, ClientKey>();

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  async find(id: string): Promise<ClientKey | undefined> {
    const held = this.#keys.get(id);
    if (held) return held;
    const row = await this.#store.db
      .selectFrom('client_keys')
      .select(['certificate_pem', 'not_before', 'not_after'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) return undefined;
    const { publicKey } = new X509Certificate(row.certificate_pem);
    const key = { id, publicKey, notBefore: row.not_before, notAfter: row.not_after };
    this.#keys.set(id, key);
    return key;
  }

  /**
   * The client key that this KMS makes for itself, with its access point, when it has none.
   *
   * @param keyPair RSA-2048; asked for only when it is needed
   */
  async first(
    authority: CertifiedKey,
    instanceId: string,
    keyPair: () => Promise<{ publicKey: KeyObject; privateKey: KeyObject }>,
  ): Promise<ClientKeyGrant> {
    const existing = await new Settings(this.#store).getSealed(firstGrantSetting);
    if (existing !== undefined) return JSON.parse(existing);
    // Loaded at the first start only.
    const { issueClientCertificate } = await import('../pki/certificates.js');
    const { newClientKeyId, newClientKeyPassword, packClientKey } = await import('./client-key-file.js');
    const { publicKey, privateKey } = await keyPair();
    const keyId = newClientKeyId();
    const password = newClientKeyPassword();
    const now = this.#clock.now();
    const notAfter = now + limits.clientKeyValidityDays * dayMs;
    const validity = { notBefore: new Date(now), notAfter: new Date(notAfter) };
    const certificatePem = issueClientCertificate(authority, keyId, publicKey, validity);
    const file = packClientKey(keyId, privateKey, certificatePem, password);
    const grant = { keyId, content: JSON.stringify(file), password };
    await this.#store.transaction(async (transaction) => {
      await transaction
        .insertInto('access_points')
        .values({ name: firstAccessPoint, instance_id: instanceId, description: '', created_at: now })
        .execute();
      await transaction
        .insertInto('client_keys')
        .values({
          id: keyId,
          access_point: firstAccessPoint,
          certificate_pem: certificatePem,
          not_before: now,
          not_after: notAfter,
          created_at: now,
        })
        .execute();
      await new Settings(this.#store, transaction).setSealed(firstGrantSetting, JSON.stringify(grant));
    });
    return grant;
  }
}
