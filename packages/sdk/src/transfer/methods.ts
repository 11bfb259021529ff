import { actions } from '../model/generated/actions.js';
import { lowerFirst } from '../util/text.js';
import type { ApiGeneration } from './api-generation.js';
import type { Kms10Methods } from './generated/methods.js';
import { retiredActions } from './generated/names.js';

/** Makes a call, for a method of a client. */
export type MethodCall<Client> = (
  client: Client,
  action: string,
  request: unknown,
  runtime: unknown,
) => Promise<unknown>;

/**
 * Gives a client the methods of KMS 1.0's client: each action under its own name, and `…WithOptions` and `…Ex` with
 * options of the call.
 */
export function addMethods<Client extends object>(prototype: Client, call: MethodCall<Client>): void {
  const retired = retiredActions.map((action) => ({ action, parameters: {} }));
  const known = Object.entries(actions).map(([action, { parameters }]) => ({ action, parameters }));
  for (const { action, parameters } of [...known, ...retired]) {
    const method = lowerFirst(action);
    // Generation 3 gives the options alone when there is nothing to ask for.
    const alone = Object.keys(parameters).length === 0;
    const methods: Record<string, unknown> = {
      [method](this: Client, request: unknown) {
        return call(this, action, request, undefined);
      },
      [`${method}Ex`](this: Client, request: unknown, runtime: unknown) {
        return call(this, action, request, runtime);
      },
      [`${method}WithOptions`](this: Client, ...given: unknown[]) {
        const [request, runtime] = alone && given.length === 1 ? [undefined, given[0]] : given;
        return call(this, action, request, runtime);
      },
    };
    for (const [name, value] of Object.entries(methods)) {
      Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
    }
  }
}

/** The types of those methods, to extend from; `addMethods` brings the methods themselves. */
export const MethodTypes = class {} as unknown as abstract new <G extends ApiGeneration>() => Kms10Methods<G>;
