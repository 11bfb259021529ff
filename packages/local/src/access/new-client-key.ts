import type { Insertable } from 'kysely';
import type { ClientKeyTable } from '../store/schema.js';
import type { Access } from './access.js';
import { type ClientKeyFile, newClientKeyId, packClientKey } from './client-key-file.js';
import { type KeyPair, newClientKeyPair } from './client-key-pair.js';

export interface NewClientKey {
  accessPoint: string;
  password: string;
  /** Milliseconds since the epoch; certificates know whole seconds. */
  notBefore: number;
  notAfter: number;
  /** Rounds of deriving a key from the password. */
  iterations: number;
  /** RSA-2048; made when there is none. */
  keyPair?: KeyPair;
}

/** A client key: what is to be stored, and what its owner gets, once. */
export async function makeClientKey(
  access: Access,
  { accessPoint, password, notBefore, notAfter, iterations, keyPair }: NewClientKey,
): Promise<{ row: Insertable<ClientKeyTable>; file: ClientKeyFile }> {
  const id = newClientKeyId();
  const { file, certificatePem } = packClientKey(id, {
    keyPair: keyPair ?? (await newClientKeyPair()),
    notBefore: new Date(notBefore),
    notAfter: new Date(notAfter),
    password,
    iterations,
  });
  return {
    row: {
      id,
      access_point: accessPoint,
      certificate_pem: certificatePem,
      not_before: notBefore,
      not_after: notAfter,
      created_at: access.clock.now(),
    },
    file,
  };
}

/** Certificates and the wire know whole seconds. */
export const wholeSeconds = (time: number): number => Math.floor(time / 1000) * 1000;
