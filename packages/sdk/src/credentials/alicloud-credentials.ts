import { types } from 'node:util';
import type { AccessKey, GivenAccessKey } from './access-key.js';

/** Takes 45 ms to load, so only programs that need it load it. */
export const loadAlicloud = () => import('@alicloud/credentials');

/** What the clients and providers of the library return. */
export interface AlicloudAccessKey extends Partial<AccessKey> {
  providerName?: string;
}

/** How often to look up a permanent AccessKey, or one with an unknown lifetime. */
export const lookAgainAfterMs = 15 * 60_000;

/**
 * Asks `@alicloud/credentials` with a configuration.
 *
 * Creates a new client each time: once a credential has 15 minutes to live, the library's own cache asks at every call,
 * and after a failed renewal it returns expired credentials.
 */
export async function askConfigured(config: Readonly<Record<string, unknown>>, name: string): Promise<GivenAccessKey> {
  if (config.type === 'credentials_uri' && !config.credentialsURI && !process.env.ALIBABA_CLOUD_CREDENTIALS_URI) {
    throw new Error('credentialsURI is missing, and ALIBABA_CLOUD_CREDENTIALS_URI is not set');
  }
  const alicloud = await loadAlicloud();
  // A CommonJS module: in Node.js its class is a member of the default import, elsewhere it is the default import itself.
  const Credential = alicloud.default.default ?? alicloud.default;
  // That update would be a timer of its own, which nobody could stop.
  const client = new Credential(new alicloud.Config({ ...config, asyncCredentialUpdateEnabled: false }));
  const given = await client.getCredential();
  return answerOf(given, client, name, lookAgainAfterMs);
}

/** @param holder the client or provider of the library that returned it */
export function answerOf(
  given: AlicloudAccessKey,
  holder: unknown,
  name: string,
  keptForMs: number,
): Omit<GivenAccessKey, 'renew'> {
  const { accessKeyId, accessKeySecret, securityToken, providerName } = given;
  const expiration = given.expiration ?? expirationOf(given, holder);
  return {
    accessKey: { accessKeyId, accessKeySecret, securityToken, expiration },
    source: providerName ? `${name} (${providerName})` : name,
    keptForMs,
  };
}

/** Private fields of the library's objects that lead from a client to the provider that answered, and to its session. */
interface Holder {
  credential?: Holder;
  provider?: Holder;
  lastUsedProvider?: Holder;
  innerProvider?: Holder;
  session?: { accessKeyId?: unknown; access_key_id?: unknown; expiration?: unknown };
  /** Fetches a session without the library's cache, which hides failures. */
  refresher?(): Promise<AlicloudAccessKey>;
}

const next = (holder: Holder): Holder | undefined =>
  holder.credential ?? holder.provider ?? holder.lastUsedProvider ?? holder.innerProvider;

/**
 * When an AccessKey expires. The library knows but does not return it; if a later version stores it elsewhere, it counts
 * as unknown.
 */
const expirationOf = (given: AlicloudAccessKey, from: unknown): Date | undefined =>
  dateOf(holderOf(given, from)?.session?.expiration);

function holderOf({ accessKeyId }: AlicloudAccessKey, from: unknown): Holder | undefined {
  let holder = from as Holder | undefined;
  for (let depth = 0; typeof holder === 'object' && holder !== null && depth < 6; depth++) {
    const { session } = holder;
    if (session && (session.accessKeyId ?? session.access_key_id) === accessKeyId) return holder;
    holder = next(holder);
  }
  return undefined;
}

/** Undefined if it is not a date. */
export function dateOf(value: unknown): Date | undefined {
  if (!types.isDate(value) && (typeof value !== 'string' || value === '')) return undefined;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/**
 * Asks a client of the library. If that returns an expired session, because it failed to renew it or waits before it
 * tries again, asks its provider for a new one, whose error says what is wrong.
 */
export async function askClient(
  client: { getCredential(): Promise<AlicloudAccessKey> },
  name: string,
): Promise<GivenAccessKey> {
  try {
    const given = (await client.getCredential()) ?? {};
    const answer = answerOf(given, client, name, 0);
    const { expiration } = answer.accessKey;
    if (!expiration || new Date(expiration).getTime() > Date.now()) return answer;
    const renewed = await holderOf(given, client)?.refresher?.();
    return renewed ? { ...answerOf(renewed, client, name, 0), source: answer.source } : answer;
  } catch (failure) {
    restartChain(client);
    throw failure;
  }
}

/** Makes the default chain of a client of the library try all links again; it would stay with the last one it tried. */
function restartChain(client: unknown): void {
  const chain = (client as Holder | undefined)?.credential?.provider;
  if (chain?.lastUsedProvider) chain.lastUsedProvider = undefined;
}
