import type { ActionParameters, CallDescription, CallMethod, Client, GatewayName } from 'alibabacloud-kms-sdk';
import { CliError, exitCodes } from '../failures.js';

/** A call of a command: the client's method, its request, and its key if the request does not name it: ARN, id or alias. */
export type DryRunCall = readonly [method: CallMethod, request: object, key?: string];

/** What a call would send, and its key if known from elsewhere. */
export type DescribedCall = CallDescription & { readonly keyArn?: string };

/** Ends a command after its call was shown instead of made. */
const shown = () => new CliError(exitCodes.done, '');

/** Describes these calls. */
export async function describeCalls(
  client: Client,
  calls: readonly DryRunCall[],
  gateway?: GatewayName,
): Promise<DescribedCall[]> {
  const described: DescribedCall[] = [];
  for (const [method, request, keyArn] of calls) {
    const call = await client.describeCall(method, request, { gateway });
    described.push(keyArn === undefined ? call : { ...call, keyArn });
  }
  return described;
}

/**
 * A client whose methods show their call and end the command. Methods that make several calls end at the
 * first.
 */
export function dryRunClient(
  client: Client,
  gateway: GatewayName | undefined,
  show: (calls: DescribedCall[]) => Promise<void>,
): Client {
  const apart: readonly (string | symbol)[] = ['close', 'describeCall', 'describeAction', 'clientKey'];
  const isOneCall = (name: string | symbol) => typeof name === 'string' && !severalCalls.includes(name);
  return new Proxy(client, {
    get(target, name) {
      const member = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      if (apart.includes(name)) return member.bind(target);
      if (name === 'doAction') {
        return async (action: string, parameters: ActionParameters) => {
          await show([await client.describeAction(action, parameters, { gateway })]);
          throw shown();
        };
      }
      if (!isOneCall(name)) return member;
      return async (request: object) => {
        await show(await describeCalls(client, [[name as CallMethod, request ?? {}]], gateway));
        throw shown();
      };
    },
  });
}

/** They call methods that make one call, so they run unchanged. */
const severalCalls: readonly string[] = [
  ...['keys', 'keyVersions', 'aliases', 'aliasesByKeyId', 'secrets', 'secretVersions', 'taggedResources'],
  ...['networkRules', 'policies', 'applicationAccessPoints', 'kmsInstances', 'publicKey'],
];
