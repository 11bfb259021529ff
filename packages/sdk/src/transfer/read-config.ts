import { checkBoolean, checkOneOf, checkOptions, checkTexts, invalidOption, missingOption, shown } from '../checks.js';
import type { AccessKeyOptions } from '../credentials/access-key.js';
import type { InstanceGatewayConfig } from '../instance/instance-gateway.js';
import { actions } from '../model/generated/actions.js';
import { type AcsAlgorithm, acsAlgorithms } from '../model/signature-algorithms.js';
import type { PublicGatewayConfig } from '../public/public-gateway.js';
import { transportOptionNames } from '../transport/options.js';
import { nearestName } from '../util/unknown-names.js';
import { type EncryptionContextBinding, encryptionContextBindings } from '../wire/encryption-context.js';
import { type Given, officialNames, ownNames } from './official-names.js';
import { defaultEncoding, type TextCodec, textCodec } from './text-encoding.js';
import type { LegacyCredential } from './transfer-options.js';

const publicNames = [
  ...['endpoint', 'regionId', 'network', 'suffix'],
  ...['accessKeyId', 'accessKeySecret', 'securityToken', 'credential', 'credentialConfig'],
  ...transportOptionNames,
  ...officialNames,
];

/**
 * The configuration of the public gateway.
 *
 * @throws KmsConfigurationError `Config.Invalid`, `Config.Unsupported`
 */
export function readPublicConfig(config: object): PublicGatewayConfig {
  checkOptions('config', config, publicNames);
  const options = ownNames(config as Given, 'config');
  // Like the official clients, prefer an AccessKey to a credential.
  if (options.accessKeyId && options.accessKeySecret) delete options.credential;
  options.signatureAlgorithm = signatureAlgorithmOf(config as Given);
  if (options.credential !== undefined) options.credential = credentialOf(options.credential);
  return options as unknown as PublicGatewayConfig;
}

/** Reads both options like the official clients; other values (v1, v2) are older than ACS3 and unnecessary. */
function signatureAlgorithmOf({ signatureVersion, signatureAlgorithm }: Given): AcsAlgorithm | undefined {
  const known = acsAlgorithms.find((name) => name === signatureAlgorithm);
  return signatureVersion !== 'v4' || known?.startsWith('ACS4-') ? known : 'ACS4-HMAC-SHA256';
}

function credentialOf(credential: unknown): AccessKeyOptions['credential'] {
  const { getCredential, getAccessKeyId } = credential as { getCredential?: unknown; getAccessKeyId?: unknown };
  if (typeof getCredential === 'function' || typeof getAccessKeyId !== 'function') {
    return credential as AccessKeyOptions['credential'];
  }
  const legacy = credential as LegacyCredential;
  return async () => ({
    accessKeyId: await legacy.getAccessKeyId(),
    accessKeySecret: await legacy.getAccessKeySecret(),
    securityToken: await legacy.getSecurityToken?.(),
  });
}

/** How to convert calls of KMS 1.0 to calls to the instance. */
export interface TransferRules {
  /** Actions that always go to the public gateway. */
  publicActions: ReadonlySet<string>;
  codec: TextCodec;
  lowVersion: boolean;
  contextBinding: EncryptionContextBinding;
}

/** The one that most clients write. */
export const defaultContextBinding: EncryptionContextBinding = 'raw';

const ruleNames = [
  ...['defaultKmsApiNames', 'encoding', 'encryptionContextBinding'],
  ...['forceLowVersionCryptoTransfer', 'advanceSwitch'],
];
const instanceNames = [
  ...['endpoint', 'instanceId', 'regionId', 'clientKeyFile', 'clientKeyContent', 'password'],
  ...['clientKeyId', 'accessKeyId', 'privateKey'],
  ...ruleNames,
  ...transportOptionNames,
  ...officialNames,
];

/**
 * The configuration of the instance gateway, and the rules in the same object.
 *
 * @throws KmsConfigurationError `Config.Invalid`, `Config.Unsupported`
 */
export function readKmsConfig(kmsConfig: object): {
  gateway: InstanceGatewayConfig & { instanceId?: string };
  rules: TransferRules;
} {
  checkOptions('kmsConfig', kmsConfig, instanceNames);
  const { clientKeyId, accessKeyId, regionId: _, ...options } = ownNames(kmsConfig as Given, 'kmsConfig');
  if (clientKeyId !== undefined && accessKeyId !== undefined && clientKeyId !== accessKeyId) {
    throw invalidOption(
      'kmsConfig has a clientKeyId and an accessKeyId that differ: give the id of the client key once',
    );
  }
  if (options.privateKey !== undefined && !clientKeyId && !accessKeyId) {
    const meaning = 'it is the id of the client key that privateKey belongs to';
    throw missingOption(`kmsConfig.clientKeyId is missing or empty: ${meaning}`);
  }
  const { defaultKmsApiNames, encoding, encryptionContextBinding, ...others } = options;
  const { forceLowVersionCryptoTransfer, advanceSwitch, ...gateway } = others;
  if (advanceSwitch !== undefined) checkBoolean('kmsConfig.advanceSwitch', advanceSwitch);
  const low = forceLowVersionCryptoTransfer ?? false;
  return {
    gateway: { ...gateway, accessKeyId: clientKeyId ?? accessKeyId } as unknown as InstanceGatewayConfig,
    rules: {
      publicActions: checkActions(defaultKmsApiNames ?? []),
      codec: textCodec(encoding ?? defaultEncoding, 'kmsConfig.encoding'),
      lowVersion: checkBoolean('kmsConfig.forceLowVersionCryptoTransfer', low),
      contextBinding: checkOneOf(
        'kmsConfig.encryptionContextBinding',
        encryptionContextBinding ?? defaultContextBinding,
        encryptionContextBindings,
      ),
    },
  };
}

/** A mistyped name would silently send a call to the other gateway. */
function checkActions(names: unknown): ReadonlySet<string> {
  const path = 'kmsConfig.defaultKmsApiNames';
  const given = checkTexts(path, names);
  for (const name of given) {
    if (Object.hasOwn(actions, name)) continue;
    const nearest = nearestName(name, Object.keys(actions));
    const meant = nearest ? `; did you mean ${nearest}?` : '';
    throw invalidOption(`${path}: there is no API ${shown(name)}${meant}`);
  }
  return new Set(given);
}
