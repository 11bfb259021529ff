import { type ActionName, actions, encodeMessage } from 'alibabacloud-kms-sdk/internal';
import { encodeParameters } from '../../../sdk/src/wire/parameters.js';
import { checkRequest, decodeRequest } from '../../src/gateways/instance-messages.js';
import { readParameters } from '../../src/gateways/parameters.js';
import { instanceHandlers } from '../../src/handlers/instance-handlers.js';
import { publicHandlers } from '../../src/handlers/public-handlers.js';
import type { CallContext, InstanceHandlers } from '../../src/handlers/types.js';
import { createKms, type Identity, type Kms } from '../../src/kms.js';
import { ServiceError } from '../../src/service-error.js';
import { openStore } from '../../src/store/store.js';
import { type TestStorage, testStorage } from '../support/storage.js';
import { checkInstanceResponse, checkPublicResponse } from './response-check.js';

export const dayMs = 86_400_000;
export const identity: Identity = {
  regionId: 'cn-hangzhou',
  accountId: '1190000000000001',
  instanceId: 'kst-hzz65f176a1test00001',
};

/** An answer of which a test looks at some fields. */
// biome-ignore lint/suspicious/noExplicitAny: answers are checked by what tests expect of them
export type Answer = any;

/** A KMS without gateways: its actions, called as gateways call them, and a clock that moves by hand. */
export class ActionHarness {
  #now = Date.UTC(2026, 0, 1);
  readonly kms: Kms;
  readonly #context: CallContext;
  #onClose = async () => {};

  constructor(kms: (clock: { now(): number }) => Kms) {
    this.kms = kms({ now: () => this.#now });
    const caller = { kind: 'accessKey', id: 'LTAI-test', remoteAddress: '127.0.0.1' } as const;
    this.#context = { kms: this.kms, caller, requestId: 'test' };
  }

  /** @param storage that somebody else removes; without it, one that goes with the harness */
  static async open(storage?: TestStorage): Promise<ActionHarness> {
    const { options, remove } = storage ?? (await testStorage());
    const store = await openStore(options);
    const harness = new ActionHarness((clock) => createKms({ store, clock, identity }));
    if (!storage) harness.#onClose = remove;
    await harness.kms.instances.makeFirst(identity.instanceId);
    return harness;
  }

  now(): number {
    return this.#now;
  }

  advanceDays(days: number): void {
    this.#now += days * dayMs;
  }

  advanceMs(ms: number): void {
    this.#now += ms;
  }

  /** @param parameters by wire name: text, arrays and objects, which travel and are read as in a gateway */
  call(api: string, parameters: Record<string, unknown> = {}): Promise<Answer> {
    return this.send(api, encodeParameters(actions[api as ActionName].parameters, parameters));
  }

  /** @param flat parameters as they travel */
  async send(api: string, flat: Record<string, string>): Promise<Answer> {
    const answer = await this.#public(api as ActionName, flat);
    checkPublicResponse(api, answer);
    return answer;
  }

  async instance(api: string, message: Record<string, unknown>, keyVersionId?: string): Promise<Answer> {
    const answer = await this.#instance(api as keyof InstanceHandlers, message, keyVersionId);
    checkInstanceResponse(api, answer.message);
    return answer;
  }

  #public<Api extends ActionName>(api: Api, flat: Record<string, string>): Promise<object> {
    return publicHandlers[api](readParameters(api, flat), this.#context);
  }

  async #instance<Api extends keyof InstanceHandlers>(
    api: Api,
    message: Record<string, unknown>,
    keyVersionId?: string,
  ) {
    const request = checkRequest(api, decodeRequest(api, encodeMessage(`${api}Request`, message)));
    return instanceHandlers[api](request, { ...this.#context, keyVersionId });
  }

  /** Code of the error that a call ends with, `ok` without one. */
  async code(api: string, parameters: Record<string, unknown> = {}): Promise<string> {
    return codeOf(this.call(api, parameters));
  }

  async newKey(parameters: Record<string, unknown> = {}): Promise<string> {
    return (await this.call('CreateKey', { DKMSInstanceId: identity.instanceId, ...parameters })).KeyMetadata.KeyId;
  }

  async state(keyId: string): Promise<string> {
    return (await this.call('DescribeKey', { KeyId: keyId })).KeyMetadata.KeyState;
  }

  async close(): Promise<void> {
    await this.kms.store.close();
    await this.#onClose();
  }
}

export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'ok';
  } catch (error) {
    if (error instanceof ServiceError) return error.code;
    throw error;
  }
}

export const base64 = (text: string): string => Buffer.from(text).toString('base64');
