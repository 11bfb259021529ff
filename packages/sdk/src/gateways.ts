import { InstanceGateway, type InstanceGatewayConfig } from './instance/instance-gateway.js';
import { type ConfigNames, instanceCaFetcher, instanceIdOf } from './public/instance-ca.js';
import { PublicGateway, type PublicGatewayConfig } from './public/public-gateway.js';
import { Transport } from './transport/transport.js';

type OfInstance<Config> = Config & { endpoint: string; instanceId?: string };

/** How to reach the gateways; at most one of the first two, which are alternatives for an instance. */
export interface GatewayConfigs {
  /** With a client key. */
  clientKey?: OfInstance<InstanceGatewayConfig>;
  /** With an AccessKey. */
  accessKey?: OfInstance<PublicGatewayConfig>;
  public?: PublicGatewayConfig;
}

/** The gateways of a client, on one transport. */
export interface Gateways {
  readonly transport: Transport;
  readonly clientKey?: InstanceGateway;
  readonly accessKey?: PublicGateway;
  readonly public?: PublicGateway;
  /** The instance, if its id is known. */
  readonly instanceId?: string;
}

/**
 * Creates the gateways of a client. Connects to nothing and reads no file.
 *
 * @param names the caller's names of the configurations, for messages
 * @throws KmsConfigurationError `Config.Missing`, `Config.Invalid`
 */
export function makeGateways(configs: GatewayConfigs, names: ConfigNames): Gateways {
  const transport = new Transport();
  const instance = configs.clientKey ?? configs.accessKey;
  const instanceId = instance && instanceIdOf(instance, names.instance);
  const publicGateway = configs.public && new PublicGateway(configs.public, transport, names.public);
  const fetchCa = instanceId && publicGateway ? instanceCaFetcher(instanceId, publicGateway, names) : undefined;
  return {
    transport,
    instanceId,
    public: publicGateway,
    clientKey: configs.clientKey && new InstanceGateway(configs.clientKey, transport, names.instance, fetchCa),
    accessKey:
      configs.accessKey &&
      new PublicGateway(configs.accessKey, transport, names.instance, { peer: 'instance', fetchCa }),
  };
}
