import type { Insertable } from 'kysely';
import type { ClientKeyTable } from '../store/schema.js';
import type { Access } from './access.js';
import { type ClientKeyFile, newClientKeyId, packClientKey } from './client-key-file.js';
import { type KeyPair, newClientKeyPair } from './client-key-pair.js';

export interface NewClientKey {
  accessPoint: string;
  password: string;
  /** Milliseconds since the epoch; certificates have whole seconds. */
  notBefore: number;
  notAfter: number;
  /** Rounds of the key derivation from the password. */
  iterations: number;
  /** RSA-2048; generated if absent. */
  keyPair?: KeyPair;
}

/** Creates a client key: the part to store, and the part that its owner gets once. */
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

/** Certificates and the wire have whole seconds. */
export const wholeSeconds = (time: number): number => Math.floor(time / 1000) * 1000;
