import { limits, permissions } from 'alibabacloud-kms-sdk/internal';
import type { Database } from '../store/schema.js';
import { Settings } from '../store/settings.js';
import type { Access } from './access.js';
import { newClientKeyPassword } from './client-key-file.js';
import type { KeyPair } from './client-key-pair.js';
import { makeClientKey, wholeSeconds } from './new-client-key.js';

/** The owner's part of a client key. */
export interface ClientKeyGrant {
  keyId: string;
  /** Text of the file `clientKey_KAAP.….json`. */
  content: string;
  password: string;
}

/** Name of the first access point and its policy, which are otherwise ordinary. */
const name = 'local';
const description = 'Made at the first start';
const setting = 'first-client-key';
/** Few iterations, for a fast start: they slow down guessing, which 190 random bits prevent anyway. */
const iterations = 16;

/**
 * Creates the client key of the first start, with an access point that may use all keys and secrets from any network.
 *
 * @param db a transaction
 * @param keyPair RSA-2048; called only if needed
 */
export async function firstClientKey(
  access: Access,
  db: Database,
  keyPair: () => Promise<KeyPair>,
): Promise<ClientKeyGrant> {
  const existing = await new Settings(access.store, db).getSealed(setting);
  if (existing !== undefined) return JSON.parse(existing);
  const password = newClientKeyPassword();
  const notBefore = wholeSeconds(access.clock.now());
  const notAfter = notBefore + limits.clientKeyValidityDays * 24 * 3_600_000;
  const validity = { notBefore, notAfter };
  const request = { accessPoint: name, password, ...validity, iterations, keyPair: await keyPair() };
  const { row, file } = await makeClientKey(access, request);
  const grant = { keyId: row.id, content: JSON.stringify(file), password };
  await db
    .insertInto('policies')
    .values({
      name,
      description,
      permissions: JSON.stringify(Object.values(permissions)),
      resources: JSON.stringify(['key/*', 'secret/*']),
    })
    .execute();
  await db.insertInto('access_points').values({ name, authentication_method: 'ClientKey', description }).execute();
  await db.insertInto('access_point_policies').values({ access_point: name, policy: name }).execute();
  await db.insertInto('client_keys').values(row).execute();
  await new Settings(access.store, db).setSealed(setting, JSON.stringify(grant));
  return grant;
}
