import type { SecretCache } from 'alibabacloud-kms-sdk/secrets';
import pg from 'pg';

/**
 * A pool whose users notice no rotation: at each login it asks for the password, and a refused login is done again.
 *
 * @param secretName a secret with `user` and `password` in JSON
 */
export function openDatabase(secrets: SecretCache, secretName: string, options: pg.PoolConfig) {
  const credentials = secrets.rotatingCredentials(secretName);
  const pool = new pg.Pool({ maxLifetimeSeconds: 86_400, ...options, password: credentials.password });
  // The server may end a connection that nobody uses. Without a listener that would end the program.
  pool.on('error', ({ message }) => console.error(`a connection has ended: ${message}`));
  return {
    query: credentials.retrying((text: string, values?: unknown[]) => pool.query(text, values)),
    /** For transactions: whoever has a client is logged in. */
    connect: credentials.retrying(() => pool.connect()),
    end: () => pool.end(),
  };
}

export type Database = ReturnType<typeof openDatabase>;
