import { checkOptions, invalidOption, missingOption } from '../checks.js';
import type { AccessKeyOptions } from '../credentials/access-key.js';
import type { ClientKeyOptions } from '../credentials/client-key.js';
import type { SignatureOptions } from '../public/public-gateway.js';
import type { RegionOptions } from '../public/region-endpoint.js';
import { type TransportOptions, transportOptionNames } from '../transport/options.js';
import type { Configured } from './routing.js';

/**
 * How to reach the gateway of a KMS instance, and with which credential: a client key, or an AccessKey
 * (`accessKeyId` and `accessKeySecret`, `credential`, or `credentialConfig`) for what an instance serves through OpenAPI.
 */
export interface InstanceConfig extends TransportOptions, ClientKeyOptions, AccessKeyOptions, SignatureOptions {
  /** Host of the instance, `kst-….cryptoservice.kms.aliyuncs.com`, with `:port` where it is not 443. */
  endpoint: string;
  /**
   * Id of the instance, `kst-…`. Default: the first part of `endpoint`, when it looks like one. When `publicConfig` is
   * given and neither `caFilePath` nor `ca` nor `ignoreSsl`, the client fetches the CA of this instance before it first
   * connects (GetKmsInstance), and trusts it for this instance only.
   */
  instanceId?: string | undefined;
  /** Id of the client key (`KAAP.…`) when the key comes as `privateKey`; of an AccessKey when `accessKeySecret` is given. */
  accessKeyId?: string | undefined;
}

/** How to reach the public gateway. Without a credential the default chain of `@alicloud/credentials` looks for one. */
export interface PublicConfig extends RegionOptions, AccessKeyOptions, SignatureOptions, TransportOptions {}

/** What a client is made of: either part, or both. */
export interface ClientOptions {
  /** The gateway of a KMS instance: cryptography and secrets inside of a VPC. */
  instanceConfig?: InstanceConfig | undefined;
  /** The public gateway of a region: management, and the account's shared cryptography. */
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
 * Checks which options there are, and says what they make of the client. What is in them is checked by who uses it.
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
