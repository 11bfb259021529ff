import { randomUUID } from 'node:crypto';
import type { Client } from 'alibabacloud-kms-sdk';
import pg from 'pg';

/**
 * Changes a password where it is kept and where it is asked for. Whenever this is interrupted, KMS has the password that the
 * database takes, as ACSCurrent, ACSPending or ACSPrevious.
 *
 * @param admin may change passwords
 */
export async function rotatePassword(client: Client, admin: pg.Pool, secretName: string, user: string): Promise<void> {
  const { randomPassword: password } = await client.getRandomPassword({ excludePunctuation: true });
  const versionId = randomUUID();
  const secretData = JSON.stringify({ user, password });
  await client.putSecretValue({ secretName, secretData, versionId, versionStages: ['ACSPending'] });
  await admin.query(`alter role ${pg.escapeIdentifier(user)} password ${pg.escapeLiteral(password)}`);
  await client.updateSecretVersionStage({ secretName, versionStage: 'ACSCurrent', moveToVersion: versionId });
}
