import { types } from 'node:util';
import type { AccessKey, GivenAccessKey } from './access-key.js';

/** 45 ms to load: only who needs it pays. */
export const loadAlicloud = () => import('@alicloud/credentials');

/** What the clients and the providers of the library hand out. */
export interface AlicloudAccessKey extends Partial<AccessKey> {
  providerName?: string;
}

/** A permanent AccessKey, or one of which nobody knows how long it lives, is looked up again after this time. */
export const lookAgainAfterMs = 15 * 60_000;

/**
 * Asks what `@alicloud/credentials` makes of a configuration.
 *
 * Everything is made anew for each question: the library's own cache asks at every call once a credential has 15 minutes
 * to live, and hands out credentials that ended when it failed to renew them.
 */
export async function askConfigured(config: Readonly<Record<string, unknown>>, name: string): Promise<GivenAccessKey> {
  if (config.type === 'credentials_uri' && !config.credentialsURI && !process.env.ALIBABA_CLOUD_CREDENTIALS_URI) {
    throw new Error('credentialsURI is missing, and ALIBABA_CLOUD_CREDENTIALS_URI is not set');
  }
  const alicloud = await loadAlicloud();
  // A CommonJS module: its class is a member of what Node gives as the default import, and is itself what others give.
  const Credential = alicloud.default.default ?? alicloud.default;
  // That update is a timer of its own, which nobody could end.
  const client = new Credential(new alicloud.Config({ ...config, asyncCredentialUpdateEnabled: false }));
  const given = await client.getCredential();
  return answerOf(given, client, name, lookAgainAfterMs);
}

/** @param holder the client or provider of the library that handed it out */
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
  /** Fetches a session, past the cache of the library, which keeps failures to itself. */
  refresher?(): Promise<AlicloudAccessKey>;
}

const next = (holder: Holder): Holder | undefined =>
  holder.credential ?? holder.provider ?? holder.lastUsedProvider ?? holder.innerProvider;

/**
 * When an AccessKey ends. The library knows, and does not hand it out; where a later version keeps it elsewhere, it counts
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

/** Undefined for what is no date. */
export function dateOf(value: unknown): Date | undefined {
  if (!types.isDate(value) && (typeof value !== 'string' || value === '')) return undefined;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/**
 * Asks a client of the library. Where that hands out a session that has ended, since it failed to renew it or waits before
 * it tries again, its provider is asked for a new one, and says what is wrong.
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

/** Lets the default chain of a client of the library look through all its links again: it stays with the last it tried. */
function restartChain(client: unknown): void {
  const chain = (client as Holder | undefined)?.credential?.provider;
  if (chain?.lastUsedProvider) chain.lastUsedProvider = undefined;
}
