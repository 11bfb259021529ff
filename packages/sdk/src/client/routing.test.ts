import { describe, expect, test } from 'vitest';
import { KmsConfigurationError } from '../errors.js';
import { actions } from '../model/generated/actions.js';
import { instanceApis } from '../model/generated/instance-messages.js';
import type { GatewayName } from './call-options.js';
import { actionServed, type Configured, chooseRoute, operationServed, type Route } from './routing.js';

const configurations: Record<string, Configured> = {
  'client key': { instance: 'clientKey', public: false },
  'client key + public': { instance: 'clientKey', public: true },
  'AccessKey on instance': { instance: 'accessKey', public: false },
  'AccessKey on instance + public': { instance: 'accessKey', public: true },
  public: { instance: undefined, public: true },
};

type Outcome = 'clientKey' | 'accessKey' | 'public' | 'Config.Missing' | 'Config.Unsupported';

const nameOf = ({ gateway, credential }: Route) => (gateway === 'public' ? gateway : credential);

function outcome(choose: () => string): string {
  try {
    return choose();
  } catch (error) {
    expect(error).toBeInstanceOf(KmsConfigurationError);
    return (error as KmsConfigurationError).code;
  }
}

/** For each configuration: the outcome without `gateway`, with 'instance', with 'public'. */
type Ways = Record<string, [unsaid: Outcome, onInstance: Outcome, onPublic: Outcome]>;

const viaBoth: Ways = {
  'client key': ['clientKey', 'clientKey', 'Config.Missing'],
  'client key + public': ['clientKey', 'clientKey', 'public'],
  'AccessKey on instance': ['accessKey', 'accessKey', 'Config.Missing'],
  'AccessKey on instance + public': ['accessKey', 'accessKey', 'public'],
  public: ['public', 'Config.Missing', 'public'],
};
const clientKeyOnly: Ways = {
  'client key': ['clientKey', 'clientKey', 'Config.Unsupported'],
  'client key + public': ['clientKey', 'clientKey', 'Config.Unsupported'],
  'AccessKey on instance': ['Config.Unsupported', 'Config.Unsupported', 'Config.Unsupported'],
  'AccessKey on instance + public': ['Config.Unsupported', 'Config.Unsupported', 'Config.Unsupported'],
  public: ['Config.Missing', 'Config.Missing', 'Config.Unsupported'],
};
const publicOnly: Ways = {
  'client key': ['Config.Missing', 'Config.Unsupported', 'Config.Missing'],
  'client key + public': ['public', 'Config.Unsupported', 'public'],
  'AccessKey on instance': ['Config.Missing', 'Config.Unsupported', 'Config.Missing'],
  'AccessKey on instance + public': ['public', 'Config.Unsupported', 'public'],
  public: ['public', 'Config.Missing', 'public'],
};
const publicOnBoth: Ways = {
  ...viaBoth,
  'client key': publicOnly['client key'] as Ways[string],
  'client key + public': publicOnly['client key + public'] as Ways[string],
};

const inPublic = ['Encrypt', 'Decrypt', 'Sign', 'Verify', 'GenerateDataKey', 'GetPublicKey', 'GetSecretValue'];

const wantedGateways: (GatewayName | undefined)[] = [undefined, 'instance', 'public'];
const ways = (name: string, served: ReturnType<typeof actionServed>) =>
  Object.fromEntries(
    Object.entries(configurations).map(([title, configured]) => [
      title,
      wantedGateways.map((gateway) => outcome(() => nameOf(chooseRoute(name, served, configured, gateway)))),
    ]),
  );

describe('operations of the instance gateway', () => {
  test.each(instanceApis)('%s', (api) => {
    expect(ways(api, operationServed(api))).toEqual(inPublic.includes(api) ? viaBoth : clientKeyOnly);
  });
});

describe('actions of the public gateway', () => {
  test.each(Object.entries(actions))('%s', (action, { gateways }) => {
    expect(ways(action, actionServed(action))).toEqual(gateways.includes('instance') ? publicOnBoth : publicOnly);
  });
});

describe('what is missing is said', () => {
  const message = (api: Parameters<typeof operationServed>[0], configured: Configured, gateway?: GatewayName) => {
    try {
      return nameOf(chooseRoute(api, operationServed(api), configured, gateway));
    } catch (error) {
      return (error as Error).message;
    }
  };
  test('an instance that was not configured', () => {
    const said = message('AdvanceEncrypt', { public: true });
    expect(said).toContain('AdvanceEncrypt needs instanceConfig, which this client was not given');
    expect(said).toContain('clientKeyFile and password');
  });
  test('a public gateway that was not configured', () => {
    expect(message('Encrypt', { instance: 'clientKey', public: false }, 'public')).toContain(
      'Encrypt needs publicConfig, which this client was not given: give regionId',
    );
  });
  test('a client key where there is an AccessKey', () => {
    expect(message('GenerateRandom', { instance: 'accessKey', public: true })).toContain('needs a client key');
  });
});
