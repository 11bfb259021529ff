import { readFile } from 'node:fs/promises';
import type { ClientOptions, GatewayName } from 'alibabacloud-kms-sdk';
import { checkPath, configurationError, fileError, usageError } from '../failures.js';
import { fileText } from '../io/encodings.js';
import { quoted } from '../printable.js';
import { type SettingName, type Settings, settings } from './settings.js';

const defaultTimeoutMs = 30_000;

/** Settings of a call that are not settings of the client. */
export interface CallSettings {
  readonly gateway?: GatewayName;
  readonly timeoutMs: number;
}

/** @throws CliError for an invalid value */
export function callSettings(given: Settings): CallSettings {
  checkValues(given);
  const seconds = given.timeout?.value;
  if (seconds !== undefined && !/^\d{1,6}(\.\d{1,3})?$/.test(seconds)) {
    throw usageError(`${given.timeout?.source} must be a number of seconds, not ${quoted(seconds)}`);
  }
  const timeoutMs = seconds === undefined ? defaultTimeoutMs : Math.round(Number(seconds) * 1000);
  if (given.gateway?.value === 'instance' && given.instanceEndpoint === undefined) {
    throw configurationError(`${given.gateway.source} says instance, but no --instance-endpoint says which`);
  }
  // By default calls go to the instance if it serves them.
  return { ...(given.gateway?.value === 'public' && { gateway: 'public' as const }), timeoutMs };
}

/** @throws CliError for an unknown value */
function checkValues(given: Settings): void {
  for (const setting of settings) {
    const found = given[setting.name];
    const values: readonly string[] | undefined = 'values' in setting ? setting.values : undefined;
    if (found && values && !values.includes(found.value)) {
      throw usageError(`${found.source} must be ${values.join(' or ')}, not ${quoted(found.value)}`);
    }
    if (found && 'value' in setting && setting.value === 'FILE') checkPath(found.source, found.value);
  }
}

/** Options for `new Client(…)`. @throws CliError if the settings are not sufficient */
export async function clientOptions(given: Settings): Promise<ClientOptions> {
  checkValues(given);
  const of = (name: SettingName): string | undefined => given[name]?.value;
  const accessKey = {
    accessKeyId: of('accessKeyId'),
    accessKeySecret: of('accessKeySecret'),
    securityToken: of('securityToken'),
  };
  const hasAccessKey = accessKey.accessKeyId !== undefined || accessKey.accessKeySecret !== undefined;
  const options: ClientOptions = {};
  if (of('region') !== undefined || of('endpoint') !== undefined) {
    options.publicConfig = {
      regionId: of('region'),
      endpoint: of('endpoint'),
      network: of('network') as 'public' | 'vpc' | undefined,
      caFilePath: of('publicCaFile'),
      ...(hasAccessKey && accessKey),
    };
  }
  const endpoint = of('instanceEndpoint');
  if (endpoint !== undefined) {
    const shared = { endpoint, instanceId: of('instanceId'), caFilePath: of('caFile') };
    const clientKeyFile = of('clientKeyFile');
    if (clientKeyFile !== undefined) {
      options.instanceConfig = { ...shared, clientKeyFile, password: await password(given, clientKeyFile) };
    } else if (hasAccessKey) {
      options.instanceConfig = { ...shared, ...accessKey };
    } else {
      throw configurationError(
        `${given.instanceEndpoint?.source} names an instance, but there is no credential for it: give --client-key-file ` +
          '(KMS_CLIENT_KEY_FILE), or an AccessKey in ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET',
      );
    }
  }
  if (options.publicConfig || options.instanceConfig) return options;
  throw configurationError(
    'nothing says which KMS to use: give --region (ALIBABA_CLOUD_REGION_ID) for the public gateway, or ' +
      '--instance-endpoint and --client-key-file for an instance; or begin with a local one: eval "$(kms local env)"',
  );
}

async function password(given: Settings, clientKeyFile: string): Promise<string> {
  if (given.clientKeyPassword) return given.clientKeyPassword.value;
  const file = given.clientKeyPasswordFile;
  if (file === undefined) {
    throw configurationError(
      `the password of client key ${clientKeyFile} is missing: give KMS_CLIENT_KEY_PASSWORD, or --client-key-password-file`,
    );
  }
  try {
    return fileText(await readFile(file.value)).trimEnd();
  } catch (error) {
    // Without the path, which may be the password itself by mistake and must not end up in a log.
    throw fileError(`the file of ${file.source} cannot be read`, error);
  }
}
