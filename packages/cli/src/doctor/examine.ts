import type { Client, KmsServiceError, OperationOptions } from 'alibabacloud-kms-sdk';
import { clientOptions } from '../config/client-options.js';
import type { Settings } from '../config/settings.js';
import { profileInWords } from '../config/show-settings.js';
import { failureOf } from '../failures.js';
import type { Session } from '../session.js';
import type { Finding } from './finding.js';
import { examineNetwork } from './network.js';
import { errorFinding, examineUse } from './use.js';

const dayMs = 86_400_000;
const expirySoonMs = 30 * dayMs;

/** Checks everything that a call needs, in the order in which it needs it. */
export async function* examine(session: Session, use: { key?: string; secret?: string }): AsyncGenerator<Finding> {
  const settings = await session.settings();
  yield await profileFinding(session, settings);
  let options: Awaited<ReturnType<typeof clientOptions>>;
  try {
    options = await clientOptions(settings);
  } catch (error) {
    yield { check: 'settings', status: 'failed', detail: failureOf(error)?.message ?? String(error) };
    return;
  }
  const client = await session.client();
  const call = await session.callOptions();
  const { publicConfig, instanceConfig } = options;
  if (publicConfig) {
    const { endpoint } = await client.describeCall('listKeys', {}, { gateway: 'public' });
    yield* examineNetwork('public gateway', {
      endpoint,
      caFile: settings.publicCaFile?.value,
      env: session.context.env,
    });
    yield await accessKeyFinding(client, call, settings);
  }
  if (instanceConfig) {
    const fetchesCa = publicConfig !== undefined;
    const target = {
      endpoint: instanceConfig.endpoint,
      caFile: settings.caFile?.value,
      fetchesCa,
      env: session.context.env,
    };
    yield* examineNetwork('instance', target);
    if (settings.clientKeyFile) yield* clientKeyFindings(client, call);
  }
  yield* examineUse(session, client, use);
}

async function profileFinding(session: Session, settings: Settings): Promise<Finding> {
  const found = Object.values(settings).map(({ source }) => source);
  const where = profileInWords(await session.profile());
  return { check: 'settings', status: 'ok', detail: `${where}; from ${found.join(', ') || 'nowhere'}` };
}

/**
 * Reports the AccessKey and its source, and calls ListKeys for one key: even if RAM refuses that, it shows that the AccessKey
 * itself is valid.
 */
async function accessKeyFinding(client: Client, call: OperationOptions, settings: Settings): Promise<Finding> {
  const check = 'AccessKey';
  let which: string;
  try {
    which = await accessKeyInWords(client, settings);
  } catch (error) {
    return errorFinding(check, error);
  }
  try {
    const { totalCount } = await client.listKeys({ pageSize: 1 }, { ...call, gateway: 'public' });
    return { check, status: 'ok', detail: `${which}; it is good, and may list keys: there are ${totalCount}` };
  } catch (error) {
    if ((error as { code?: string }).code !== 'Forbidden.NoPermission') {
      const finding = errorFinding(check, error);
      return { ...finding, detail: `${which}; ${finding.detail}` };
    }
    const remedy = 'kms <command> --dry-run shows the RAM policy that a command needs';
    return {
      check,
      status: 'warning',
      detail: `${which}; it is good, but may not list keys${refusalOf(error)}`,
      remedy,
    };
  }
}

/** RAM's details about a refusal: the caller and the policy. */
function refusalOf(error: unknown): string {
  const { accessDeniedDetail: detail } = error as Partial<KmsServiceError>;
  if (detail === undefined) return '';
  const { AuthAction, AuthPrincipalType, AuthPrincipalDisplayName, NoPermissionType, PolicyType } = detail;
  const parts = [NoPermissionType, AuthAction, AuthPrincipalType, AuthPrincipalDisplayName, PolicyType];
  return `: ${parts.filter(Boolean).join(', ')}`;
}

async function accessKeyInWords(client: Client, settings: Settings): Promise<string> {
  const { accessKeyId, source, expiration } = await client.accessKey();
  const until = expiration ? `, ends at ${expiration.toISOString()}` : '';
  return `${accessKeyId} from ${settings.accessKeyId?.source ?? source}${until}`;
}

async function* clientKeyFindings(client: Client, call: OperationOptions): AsyncGenerator<Finding> {
  const check = 'client key';
  try {
    const { keyId, validUntil } = await client.clientKey();
    yield validityFinding(keyId, validUntil);
  } catch (error) {
    yield errorFinding(check, error);
    return;
  }
  try {
    await client.generateRandom({ length: 1 }, { ...call, gateway: 'instance' });
    yield { check: 'client key at work', status: 'ok', detail: 'the instance answers it' };
  } catch (error) {
    yield errorFinding('client key at work', error);
  }
}

function validityFinding(keyId: string, validUntil: Date | undefined): Finding {
  const check = 'client key';
  if (validUntil === undefined) return { check, status: 'ok', detail: `${keyId}` };
  const leftMs = validUntil.getTime() - Date.now();
  const until = validUntil.toISOString().slice(0, 10);
  const remedy = 'make another one: kms access client-key create <access-point>';
  if (leftMs <= 0) return { check, status: 'failed', detail: `${keyId} expired on ${until}`, remedy };
  const detail = `${keyId} is valid until ${until}, for ${Math.floor(leftMs / dayMs)} more days`;
  return leftMs < expirySoonMs ? { check, status: 'warning', detail, remedy } : { check, status: 'ok', detail };
}
