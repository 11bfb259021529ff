import { KmsConfigurationError } from '../errors.js';
import { actionFacts } from '../model/generated/actions.js';
import type { InstanceApi } from '../model/generated/instance-messages.js';
import { instanceOperations } from '../model/generated/instance-operations.js';
import { onceFor } from '../util/work.js';
import type { GatewayName } from './call-options.js';

/** What a client is configured with. */
export interface Configured {
  /** The credential for the instance gateway. */
  instance?: 'clientKey' | 'accessKey';
  public: boolean;
}

/** Where a call goes, and what signs it. */
export type Route =
  | { readonly gateway: 'instance'; readonly credential: 'clientKey' }
  | { readonly gateway: 'instance'; readonly credential: 'accessKey' }
  | { readonly gateway: 'public'; readonly credential: 'accessKey' };

const routes = {
  clientKey: { gateway: 'instance', credential: 'clientKey' },
  accessKey: { gateway: 'instance', credential: 'accessKey' },
  public: { gateway: 'public', credential: 'accessKey' },
} as const satisfies Record<string, Route>;

/** Which gateways serve an API: the instance with a client key, the instance with an AccessKey, the public gateway. */
export type Served = Readonly<Record<keyof typeof routes, boolean>>;

/** Who serves an API that a client key can call. On an instance, an AccessKey must be able to call all of its public forms. */
export const operationServed = onceFor((api: InstanceApi): Served => {
  const forms = instanceOperations[api].public.map((form) => actionFacts(form.api)?.gateways ?? []);
  return {
    clientKey: true,
    accessKey: forms.length > 0 && forms.every((gateways) => gateways.includes('instance')),
    public: forms.length > 0,
  };
});

/** Who serves an API that needs an AccessKey. Either gateway may serve an API that is not in the table. */
export function actionServed(action: string): Served {
  const gateways = actionFacts(action)?.gateways ?? ['public', 'instance'];
  return { clientKey: false, accessKey: gateways.includes('instance'), public: gateways.includes('public') };
}

/**
 * Decides where a call goes: to the gateway that the call names, otherwise to the instance's if it is configured and
 * serves the API, otherwise to the public one.
 *
 * @throws KmsConfigurationError `Config.Missing`, `Config.Unsupported`
 */
export function chooseRoute(api: string, served: Served, configured: Configured, gateway?: GatewayName): Route {
  const credential = configured.instance ?? 'accessKey';
  if (gateway === 'instance' && !configured.instance) throw missing(api, 'instanceConfig', instanceNeeds);
  if (gateway === 'instance' && !served[credential]) throw unsupportedByInstance(api, served, configured);
  if (gateway !== 'public' && configured.instance && served[credential]) return routes[credential];
  if (served.public && configured.public) return routes.public;
  if (served.public)
    throw missing(api, 'publicConfig', 'give regionId, and an AccessKey unless the default chain has one');
  if (gateway === 'public') throw unsupported(api, 'the public gateway does not serve it; leave gateway out');
  throw configured.instance
    ? unsupportedByInstance(api, served, configured)
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

function unsupportedByInstance(api: string, served: Served, { instance }: Configured): KmsConfigurationError {
  if (served.clientKey) {
    return unsupported(api, `instanceConfig has an AccessKey, but this API needs ${clientKeyNeeds}`);
  }
  if (!served.accessKey) return unsupported(api, 'an instance does not serve it; it is an API of the public gateway');
  const kind = instance === 'clientKey' ? 'a client key cannot call it' : 'it cannot be called';
  return unsupported(api, `${kind} on an instance; use the public gateway, or instanceConfig with an AccessKey`);
}
