import type { Selectable, Updateable } from 'kysely';
import { ServiceError } from '../service-error.js';
import type { Database, SecretTable, SecretVersionTable } from '../store/schema.js';

export type Secret = Selectable<SecretTable>;
export type SecretVersion = Selectable<SecretVersionTable>;

/** The stages that the service assigns: the current value, the previous one, the next one. */
export const stages = { current: 'ACSCurrent', previous: 'ACSPrevious', pending: 'ACSPending' } as const;

export async function updateSecret(db: Database, secret: Secret, changes: Updateable<SecretTable>): Promise<Secret> {
  return db
    .updateTable('secrets')
    .set(changes)
    .where('name', '=', secret.name)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export const secretNotFound = (): ServiceError => new ServiceError('Forbidden.ResourceNotFound');

/** Until its recovery window ends, a deleted secret can only be described, listed and restored. */
export function checkNotDeleted(secret: Secret): Secret {
  if (secret.delete_at === null) return secret;
  throw new ServiceError('Rejected.PendingDeletion', {
    message: 'The request was rejected because the secret is scheduled for deletion.',
  });
}
