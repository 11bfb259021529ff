import { checkText } from '../checks.js';
import { KmsConfigurationError } from '../errors.js';
import { parseEndpoint } from '../transport/endpoint.js';
import { certificatesOf } from '../transport/server-trust.js';
import { isError } from '../util/value-kinds.js';
import { singleFlight } from '../util/work.js';
import type { PublicGateway } from './public-gateway.js';

/**
 * The id of the configured instance: the given one, otherwise the first label of `kst-….cryptoservice.kms.aliyuncs.com`.
 *
 * @param where name of the configuration object, for messages
 * @throws KmsConfigurationError `Config.Missing`, `Config.Invalid`
 */
export function instanceIdOf(
  { instanceId, endpoint }: { instanceId?: string; endpoint?: string },
  where: string,
): string | undefined {
  if (instanceId !== undefined) return checkText(`${where}.instanceId`, instanceId);
  const [label] = parseEndpoint(endpoint, `${where}.endpoint`).host.split('.', 1);
  return label?.startsWith('kst-') ? label : undefined;
}

/** The names of a client's two configurations, for messages. */
export interface ConfigNames {
  instance: string;
  public: string;
}

/**
 * Fetches the CA of an instance, once for all connections. A failure is not cached: the next call tries again.
 *
 * @throws KmsConfigurationError `InstanceCa.Unavailable`
 */
export function instanceCaFetcher(
  instanceId: string,
  gateway: Pick<PublicGateway, 'call'>,
  names: ConfigNames,
): () => Promise<string> {
  return singleFlight(async () => {
    try {
      // The result of this call is trusted from then on, so the server is verified whatever the configuration says.
      const { answer } = await gateway.call(
        'GetKmsInstance',
        { KmsInstanceId: instanceId },
        { repeatable: true },
        { ignoreSsl: false },
      );
      return certificatesOf('CaCertificateChainPem', caOf(answer.KmsInstance));
    } catch (cause) {
      const why = isError(cause) ? cause.message : String(cause);
      const message =
        `No CA was given for instance ${instanceId}, and it could not be fetched by GetKmsInstance: ${why}. ` +
        `Allow the credential of ${names.public} kms:GetKmsInstance, or give ${names.instance} caFilePath or ca`;
      throw new KmsConfigurationError('InstanceCa.Unavailable', message, { cause });
    }
  });
}

function caOf(kmsInstance: unknown): string {
  const pem = (kmsInstance as { CaCertificateChainPem?: unknown } | undefined)?.CaCertificateChainPem;
  return typeof pem === 'string' ? pem : '';
}
