import {
  clientKeyPasswordRule,
  isClientKeyPassword,
  limits,
  parseTimestamp,
  WireFormatError,
} from 'alibabacloud-kms-sdk/internal';
import type { Selectable } from 'kysely';
import { makeClientKey, wholeSeconds } from '../../access/new-client-key.js';
import { invalidParameter, ServiceError } from '../../service-error.js';
import type { ClientKeyTable } from '../../store/schema.js';
import { optionalText, text } from '../parameters.js';
import { wireDate } from '../responses.js';
import type { Parameters, PublicHandlers } from '../types.js';
import { findAccessPoint } from './access-points.js';

/** Five times what openssl has, for who guesses at the password that somebody chose; making and opening it takes some 100 ms. */
const iterations = 10_000;

const dayMs = 24 * 3_600_000;

const clientKeyAlgorithm = 'RSA_2048';

export const clientKeyHandlers = {
  CreateClientKey: async (parameters, { kms }) => {
    const accessPoint = text(parameters, 'AapName');
    const password = text(parameters, 'Password');
    if (!isClientKeyPassword(password)) throw invalidParameter('Password', `it has ${clientKeyPasswordRule}`);
    const notBefore = optionalTime(parameters, 'NotBefore') ?? wholeSeconds(kms.clock.now());
    const notAfter = optionalTime(parameters, 'NotAfter') ?? notBefore + limits.clientKeyValidityDays * dayMs;
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

  GetClientKey: async (parameters, { kms }) => {
    const query = kms.store.db.selectFrom('client_keys').selectAll().where('id', '=', text(parameters, 'ClientKeyId'));
    const row = await query.executeTakeFirst();
    if (!row) throw new ServiceError('Forbidden.ResourceNotFound');
    return clientKeyResponse(row);
  },

  ListClientKeys: async (parameters, { kms }) => {
    const accessPoint = optionalText(parameters, 'AapName');
    let query = kms.store.db.selectFrom('client_keys').selectAll().orderBy('seq');
    if (accessPoint !== undefined) query = query.where('access_point', '=', accessPoint);
    return { ClientKeys: (await query.execute()).map(clientKeyResponse) };
  },

  DeleteClientKey: async (parameters, { kms }) => {
    const id = text(parameters, 'ClientKeyId');
    await kms.access.change(async (db) => {
      const { numDeletedRows } = await db.deleteFrom('client_keys').where('id', '=', id).executeTakeFirst();
      if (numDeletedRows === 0n) throw new ServiceError('Forbidden.ResourceNotFound');
    });
    return {};
  },
} satisfies Partial<PublicHandlers>;

function optionalTime(parameters: Parameters, name: string): number | undefined {
  const value = optionalText(parameters, name);
  if (value === undefined) return undefined;
  try {
    return parseTimestamp(value).getTime();
  } catch (error) {
    throw error instanceof WireFormatError ? invalidParameter(name, 'it must be like 2028-08-31T17:14:33Z') : error;
  }
}

/** A client key as GetClientKey and ListClientKeys tell of it. The public key is told as a certificate. */
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
