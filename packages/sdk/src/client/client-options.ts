import { checkOptions, invalidOption, missingOption } from '../checks.js';
import type { AccessKeyOptions } from '../credentials/access-key.js';
import type { ClientKeyOptions } from '../credentials/client-key.js';
import type { SignatureOptions } from '../public/public-gateway.js';
import type { RegionOptions } from '../public/region-endpoint.js';
import { type TransportOptions, transportOptionNames } from '../transport/options.js';
import type { Configured } from './routing.js';

/**
 * How to reach the gateway of a KMS instance, and with which credential: a client key, or an AccessKey
 * (`accessKeyId` and `accessKeySecret`, `credential`, or `credentialConfig`) for the APIs that an instance serves through
 * OpenAPI.
 */
export interface InstanceConfig extends TransportOptions, ClientKeyOptions, AccessKeyOptions, SignatureOptions {
  /** Host of the instance, `kst-….cryptoservice.kms.aliyuncs.com`, with `:port` where it is not 443. */
  endpoint: string;
  /**
   * Id of the instance, `kst-…`. Default: the first label of `endpoint` if it looks like an instance id. With
   * `publicConfig` and without `caFilePath`, `ca` and `ignoreSsl`, the client fetches the CA of this instance
   * (GetKmsInstance) before it first connects, and trusts it for this instance only.
   */
  instanceId?: string | undefined;
  /** Id of the client key (`KAAP.…`) with `privateKey`; of the AccessKey with `accessKeySecret`. */
  accessKeyId?: string | undefined;
}

/** How to reach the public gateway. Without a credential, the default chain of `@alicloud/credentials` finds one. */
export interface PublicConfig extends RegionOptions, AccessKeyOptions, SignatureOptions, TransportOptions {}

/** Options of a client: either gateway, or both. */
export interface ClientOptions {
  /** The gateway of a KMS instance: cryptography and secrets inside a VPC. */
  instanceConfig?: InstanceConfig | undefined;
  /** The public gateway of a region: management, and cryptography with keys outside instances. */
  publicConfig?: PublicConfig | undefined;
}

const accessKeyNames = [
  ...['accessKeyId', 'accessKeySecret', 'securityToken', 'credential', 'credentialConfig'],
  'signatureAlgorithm',
];
const clientKeyOnly = ['clientKeyFile', 'clientKeyContent', 'password', 'privateKey'] as const;
const accessKeyOnly = [
  ...(['accessKeySecret', 'securityToken', 'credential', 'credentialConfig'] as const),
  'signatureAlgorithm',
] as const;

const instanceNames = ['endpoint', 'instanceId', ...clientKeyOnly, ...accessKeyNames, ...transportOptionNames];
const publicNames = ['regionId', 'endpoint', 'network', 'suffix', ...accessKeyNames, ...transportOptionNames];

/**
 * Checks which gateways and credentials are configured. Each gateway checks its own options.
 *
 * @throws KmsConfigurationError `Config.Missing`, `Config.Invalid`
 */
export function checkClientOptions(options: ClientOptions): Configured {
  checkConfig('options of Client', options, ['instanceConfig', 'publicConfig']);
  const { instanceConfig, publicConfig } = options;
  if (instanceConfig) checkConfig('instanceConfig', instanceConfig, instanceNames);
  if (publicConfig) checkConfig('publicConfig', publicConfig, publicNames);
  if (!instanceConfig && !publicConfig) {
    throw missingOption(
      'a client needs instanceConfig (the gateway of an instance), publicConfig (the public gateway), or both',
    );
  }
  return {
    instance: instanceConfig ? credentialKind(instanceConfig) : undefined,
    public: Boolean(publicConfig),
  };
}

function credentialKind(config: InstanceConfig): 'clientKey' | 'accessKey' {
  const clientKey = clientKeyOnly.filter((name) => config[name]);
  const accessKey = accessKeyOnly.filter((name) => config[name]);
  if (clientKey.length > 0 && accessKey.length > 0) {
    throw invalidOption(
      `instanceConfig has ${clientKey[0]} of a client key and ${accessKey[0]} of an AccessKey: give one credential`,
    );
  }
  return accessKey.length > 0 ? 'accessKey' : 'clientKey';
}

const checkConfig = (where: string, config: object, known: readonly string[]) => checkOptions(where, config, known);
