import type { Selectable } from 'kysely';
import type { ClientKeyTable } from '../../store/schema.js';
import { wireDate } from '../answers.js';

export const clientKeyAlgorithm = 'RSA_2048';

/** A client key as GetClientKey and ListClientKeys tell of it. The public key is told as a certificate. */
export const clientKeyAnswer = (row: Selectable<ClientKeyTable>) => ({
  AapName: row.access_point,
  ClientKeyId: row.id,
  CreateTime: wireDate(row.created_at),
  KeyAlgorithm: clientKeyAlgorithm,
  KeyOrigin: 'KMS_PROVIDED',
  NotBefore: wireDate(row.not_before),
  NotAfter: wireDate(row.not_after),
  PublicKeyData: row.certificate_pem,
});
