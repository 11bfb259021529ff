import {
  clientKeyPasswordRule,
  isClientKeyPassword,
  limits,
  parseTimestamp,
  WireFormatError,
} from 'alibabacloud-kms-sdk/internal';
import { makeClientKey, wholeSeconds } from '../../access/new-client-key.js';
import { invalidParameter } from '../../service-error.js';
import { wireDate } from '../answers.js';
import { optionalText, text } from '../parameters.js';
import type { OpenApiAction, Parameters } from '../types.js';
import { findAccessPoint } from './access-point.js';
import { clientKeyAlgorithm } from './client-key-answer.js';

/** Five times what openssl has, for who guesses at the password that somebody chose; making and opening it takes some 100 ms. */
const iterations = 10_000;
const dayMs = 24 * 3_600_000;

export const createClientKey: OpenApiAction = async (parameters, { kms }) => {
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
};

function optionalTime(parameters: Parameters, name: string): number | undefined {
  const value = optionalText(parameters, name);
  if (value === undefined) return undefined;
  try {
    return parseTimestamp(value).getTime();
  } catch (error) {
    throw error instanceof WireFormatError ? invalidParameter(name, 'it must be like 2028-08-31T17:14:33Z') : error;
  }
}
