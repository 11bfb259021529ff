import { isError } from '../value-kinds.js';
import type { AccessKey, CredentialSource } from './access-key.js';

/**
 * Asks a client of `@alicloud/credentials`, which is made when it is first needed.
 *
 * @param config what it is configured with; without it, it looks through its default chain
 */
export function alicloudCredentials(config?: Readonly<Record<string, unknown>>): () => Promise<Partial<AccessKey>> {
  // Kept, as it caches temporary AccessKeys and renews them before they expire.
  let client: Promise<CredentialSource> | undefined;
  return async () => {
    client ??= createClient(config);
    const asked = client;
    try {
      return await (await asked).getCredential();
    } catch (error) {
      // A chain that failed goes on to ask its last provider only; a new one asks all of them.
      if (client === asked) client = undefined;
      throw error;
    }
  };
}

async function createClient(config?: Readonly<Record<string, unknown>>): Promise<CredentialSource> {
  // 45 ms to load: only who needs it pays.
  const alicloud = await import('@alicloud/credentials');
  // A CommonJS module: its class is a member of what Node gives as the default import, and is itself what others give.
  const Credential = alicloud.default.default ?? alicloud.default;
  return new Credential(config && new alicloud.Config(config)) as CredentialSource;
}

/**
 * A failure of `@alicloud/credentials` without what its message quotes: configuration files and answers of credential
 * services, whole, and with the secrets in them. The error code in such an answer stays.
 */
export function withoutQuotes(failure: unknown): Error {
  const original: NodeJS.ErrnoException = isError(failure) ? failure : new Error(String(failure));
  const { message, code } = original;
  const [, answerCode] = /"Code"\s*:\s*"([\w.-]+)"/.exec(message) ?? [];
  const told = message.replace(/(?<=failed:|fail:|result:|OIDC:|message =)[\s\S]+|[{\n][\s\S]*/, ' …');
  const error = new Error(answerCode ? `${told} (${answerCode})` : told);
  return code === undefined ? error : Object.assign(error, { code });
}
