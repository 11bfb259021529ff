import { singleFlight } from '../credentials/single-flight.js';
import { KmsConfigurationError } from '../errors.js';
import { checkText } from '../transport/option-checks.js';
import { checkPem } from '../transport/server-trust.js';
import { parseEndpoint } from '../wire/endpoint.js';
import type { KmsInstanceConfig } from './client-options.js';
import type { GatewayOperations } from './gateway-operations.js';

/**
 * The id of the configured instance: as it was given, else the first label of `kst-….cryptoservice.kms.aliyuncs.com`.
 *
 * @throws KmsConfigurationError `Config.Missing`, `Config.Invalid`
 */
export function instanceIdOf({ instanceId, endpoint }: KmsInstanceConfig): string | undefined {
  if (instanceId !== undefined) return checkText('kmsInstanceConfig.instanceId', instanceId);
  const [label] = parseEndpoint(endpoint, 'kmsInstanceConfig.endpoint').host.split('.', 1);
  return label?.startsWith('kst-') ? label : undefined;
}

/**
 * Fetches the CA of an instance, once for all connections. A failure is not remembered: the next call tries again.
 *
 * @throws KmsConfigurationError `InstanceCa.Unavailable`
 */
export function instanceCaFetcher(
  instanceId: string,
  client: Pick<GatewayOperations, 'getKmsInstance'>,
): () => Promise<string> {
  return singleFlight(async () => {
    try {
      // What this call answers is trusted from then on, so it is verified whatever the configuration says.
      const options = { gateway: 'public', ignoreSsl: false } as const;
      const { kmsInstance } = await client.getKmsInstance({ kmsInstanceId: instanceId }, options);
      const pem = kmsInstance?.caCertificateChainPem ?? '';
      checkPem('caCertificateChainPem', pem);
      return pem;
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      const message =
        `No CA was given for instance ${instanceId}, and it could not be fetched by GetKmsInstance: ${why}. ` +
        'Allow the credential of openApiConfig kms:GetKmsInstance, or give kmsInstanceConfig caFilePath or ca';
      throw new KmsConfigurationError('InstanceCa.Unavailable', message, { cause });
    }
  });
}
