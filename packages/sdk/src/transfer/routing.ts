import { KmsConfigurationError } from '../errors.js';
import { handlers } from './handlers.js';

/**
 * Why a call takes its gateway; stable.
 *
 * - `OnlyConfig`: the client has no `kmsConfig`;
 * - `Runtime`: `isUseKmsShareGateway` of the call;
 * - `ApiName`: the action is in `defaultKmsApiNames`;
 * - `Client`: `isUseKmsShareGateway` of the client;
 * - `NoHandler`: the instance does not serve the action;
 * - `Handler`: the instance serves the action, and no other rule applies.
 */
export type RouteReason = 'OnlyConfig' | 'Runtime' | 'ApiName' | 'Client' | 'NoHandler' | 'Handler';

/** The gateway of a call, and why. */
export interface Route {
  gateway: 'instance' | 'public';
  reason: RouteReason;
  /** The reason in words. */
  message: string;
  /** Whether the client has a configuration for the gateway; without it the call fails with `Config.Missing`. */
  configured: boolean;
}

/** The settings of a client that determine the gateway. */
export interface RoutingRules {
  hasConfig: boolean;
  hasKmsConfig: boolean;
  isUseKmsShareGateway: boolean;
  publicActions: ReadonlySet<string>;
}

/** The first rule that applies decides. */
export function routeOf(action: string, rules: RoutingRules, call: boolean | undefined): Route {
  const [gateway, reason, message] = decide(action, rules, call);
  const configured = gateway === 'public' ? rules.hasConfig : rules.hasKmsConfig;
  const missingConfig = configured ? '' : '; this client was not given config, so the call fails with Config.Missing';
  return {
    gateway,
    reason,
    message: `${action} goes to the ${names[gateway]}: ${message}${missingConfig}`,
    configured,
  };
}

const names = { instance: 'gateway of the KMS instance', public: 'public gateway' };

function decide(
  action: string,
  rules: RoutingRules,
  call: boolean | undefined,
): [Route['gateway'], RouteReason, string] {
  const served = Object.hasOwn(handlers, action);
  const noHandler = 'an instance does not serve this call of KMS 1.0';
  if (!rules.hasKmsConfig) return ['public', 'OnlyConfig', 'this client was given no kmsConfig'];
  if (call === true) return ['public', 'Runtime', 'the call has isUseKmsShareGateway: true'];
  if (call === false) {
    return served
      ? ['instance', 'Runtime', 'the call has isUseKmsShareGateway: false']
      : ['public', 'NoHandler', `${noHandler}, although the call has isUseKmsShareGateway: false`];
  }
  if (rules.publicActions.has(action)) return ['public', 'ApiName', 'it is in defaultKmsApiNames'];
  if (rules.isUseKmsShareGateway) return ['public', 'Client', 'the client has isUseKmsShareGateway: true'];
  return served ? ['instance', 'Handler', 'an instance serves it'] : ['public', 'NoHandler', noHandler];
}

/** @throws KmsConfigurationError `Config.Missing` */
export function checkConfigured(action: string, { configured, message }: Route): void {
  if (configured) return;
  throw new KmsConfigurationError('Config.Missing', `${message}. Give config: regionId and an AccessKey`, {
    api: action,
    attempts: 0,
  });
}
