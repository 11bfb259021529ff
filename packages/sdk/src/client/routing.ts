import { KmsConfigurationError } from '../errors.js';
import { actionFacts } from '../model/generated/actions.js';
import { type InstanceApi, instanceApis } from '../model/generated/instance-messages.js';
import { onceFor } from '../util/work.js';
import type { GatewayName } from './call-options.js';
import { publicApis } from './public-forms.js';

/** What a client was configured with. */
export interface Configured {
  /** How the instance gateway is spoken to: protobuf with a client key, or OpenAPI with an AccessKey. */
  instance?: 'clientKey' | 'accessKey';
  public: boolean;
}

/** The way that a call goes: protobuf to an instance, OpenAPI to an instance, OpenAPI to the public gateway. */
export type Lane = 'clientKey' | 'dedicated' | 'public';

/** Which lanes lead to an API. */
export type Lanes = Readonly<Record<Lane, boolean>>;

/** Lanes of an operation that exists on the instance gateway: its OpenAPI form may have another name, or not exist. */
export const operationLanes = onceFor((api: InstanceApi): Lanes => {
  const served = publicApis(api).map((action) => actionFacts(action)?.gateways ?? []);
  return {
    clientKey: instanceApis.includes(api),
    dedicated: served.length > 0 && served.every((gateways) => gateways.includes('dedicated')),
    public: served.length > 0,
  };
});

/** Lanes of an OpenAPI action. One that is not in the table may be served by either gateway. */
export function actionLanes(action: string): Lanes {
  const gateways = actionFacts(action)?.gateways ?? ['shared', 'dedicated'];
  return { clientKey: false, dedicated: gateways.includes('dedicated'), public: gateways.includes('shared') };
}

/**
 * Decides where a call goes: to the gateway that the call names, else to the instance's when it is configured and serves
 * the API, else to the public one.
 *
 * @throws KmsConfigurationError `Config.Missing`, `Config.Unsupported`
 */
export function chooseLane(api: string, lanes: Lanes, configured: Configured, gateway?: GatewayName): Lane {
  const viaInstance = configured.instance === 'clientKey' ? 'clientKey' : 'dedicated';
  if (gateway === 'instance' && !configured.instance) throw missing(api, 'instanceConfig', instanceNeeds);
  if (gateway === 'instance' && !lanes[viaInstance]) throw unsupportedByInstance(api, lanes, configured);
  if (gateway !== 'public' && configured.instance && lanes[viaInstance]) return viaInstance;
  if (lanes.public && configured.public) return 'public';
  if (lanes.public)
    throw missing(api, 'publicConfig', 'give regionId, and an AccessKey unless the default chain has one');
  if (gateway === 'public') throw unsupported(api, 'the public gateway does not serve it; leave gateway out');
  throw configured.instance
    ? unsupportedByInstance(api, lanes, configured)
    : missing(api, 'instanceConfig', instanceNeeds);
}

const clientKeyNeeds = 'a client key (clientKeyFile and password, or accessKeyId and privateKey)';
const instanceNeeds = `give the instance’s endpoint and ${clientKeyNeeds}`;

const missing = (api: string, config: string, remedy: string) =>
  new KmsConfigurationError('Config.Missing', `${api} needs ${config}, which this client was not given: ${remedy}`, {
    api,
    attempts: 0,
  });

const unsupported = (api: string, reason: string) =>
  new KmsConfigurationError('Config.Unsupported', `${api}: ${reason}`, { api, attempts: 0 });

function unsupportedByInstance(api: string, lanes: Lanes, { instance }: Configured): KmsConfigurationError {
  if (lanes.clientKey) {
    return unsupported(api, `instanceConfig has an AccessKey, but this API needs ${clientKeyNeeds}`);
  }
  if (!lanes.dedicated) return unsupported(api, 'an instance does not serve it; it is an API of the public gateway');
  const kind = instance === 'clientKey' ? 'a client key cannot call it' : 'it cannot be called';
  return unsupported(api, `${kind} on an instance; use the public gateway, or instanceConfig with an AccessKey`);
}
