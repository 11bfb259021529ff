import { clientKeyPasswordRule, isClientKeyPassword, limits } from 'alibabacloud-kms-sdk/internal';
import type { Selectable } from 'kysely';
import { makeClientKey, wholeSeconds } from '../../access/new-client-key.js';
import { invalidParameter, ServiceError } from '../../service-error.js';
import type { ClientKeyTable } from '../../store/schema.js';
import { wireDate } from '../fields.js';
import type { PublicHandlers } from '../types.js';
import { findAccessPoint } from './access-points.js';

/** Five times OpenSSL's default, against guessing of chosen passwords; creating and opening takes about 100 ms. */
const iterations = 10_000;

const dayMs = 24 * 3_600_000;

const clientKeyAlgorithm = 'RSA_2048';

export const clientKeyHandlers = {
  CreateClientKey: async (request, { kms }) => {
    const accessPoint = request.AapName;
    const password = request.Password;
    if (!isClientKeyPassword(password)) throw invalidParameter('Password', `it has ${clientKeyPasswordRule}`);
    const notBefore = request.NotBefore?.getTime() ?? wholeSeconds(kms.clock.now());
    const notAfter = request.NotAfter?.getTime() ?? notBefore + limits.clientKeyValidityDays * dayMs;
    if (notAfter <= notBefore) throw invalidParameter('NotAfter', 'it must be after NotBefore');
    await findAccessPoint(kms.store.db, accessPoint);
    const { row, file } = await makeClientKey(kms.access, { accessPoint, password, notBefore, notAfter, iterations });
    await kms.access.change(async (db) => {
      await findAccessPoint(db, accessPoint);
      await db.insertInto('client_keys').values(row).execute();
    });
    return {
      ClientKeyId: row.id,
      KeyAlgorithm: clientKeyAlgorithm,
      NotBefore: wireDate(notBefore),
      NotAfter: wireDate(notAfter),
      PrivateKeyData: file.PrivateKeyData,
    };
  },

  GetClientKey: async (request, { kms }) => {
    const query = kms.store.db.selectFrom('client_keys').selectAll().where('id', '=', request.ClientKeyId);
    const row = await query.executeTakeFirst();
    if (!row) throw new ServiceError('Forbidden.ResourceNotFound');
    return clientKeyResponse(row);
  },

  ListClientKeys: async (request, { kms }) => {
    const accessPoint = request.AapName;
    let query = kms.store.db.selectFrom('client_keys').selectAll().orderBy('seq');
    if (accessPoint !== undefined) query = query.where('access_point', '=', accessPoint);
    return { ClientKeys: (await query.execute()).map(clientKeyResponse) };
  },

  DeleteClientKey: async (request, { kms }) => {
    const id = request.ClientKeyId;
    await kms.access.change(async (db) => {
      const { numDeletedRows } = await db.deleteFrom('client_keys').where('id', '=', id).executeTakeFirst();
      if (numDeletedRows === 0n) throw new ServiceError('Forbidden.ResourceNotFound');
    });
    return {};
  },
} satisfies Partial<PublicHandlers>;

/** A client key in GetClientKey and ListClientKeys. The public key is a certificate. */
const clientKeyResponse = (row: Selectable<ClientKeyTable>) => ({
  AapName: row.access_point,
  ClientKeyId: row.id,
  CreateTime: wireDate(row.created_at),
  KeyAlgorithm: clientKeyAlgorithm,
  KeyOrigin: 'KMS_PROVIDED',
  NotBefore: wireDate(row.not_before),
  NotAfter: wireDate(row.not_after),
  PublicKeyData: row.certificate_pem,
});
