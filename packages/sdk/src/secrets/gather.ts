import type { GatewayName } from '../client/call-options.js';
import { KmsServiceError } from '../errors.js';
import { limits } from '../model/limits.js';
import { CallSignal } from '../transport/call-signal.js';
import { Limiter } from '../transport/limiter.js';
import { failureKind } from './failure-kind.js';
import type { Secret } from './secret.js';
import { type BatchResponse, type GatewaySource, requestFor, type SecretSource, secretOf } from './source.js';
import type { SecretKey } from './which.js';

/** Concurrent requests: thousands of secrets at startup must neither flood KMS nor time out waiting for each other. */
const requestsMax = 32;

interface Question {
  key: SecretKey;
  signal: AbortSignal;
  resolve: (secret: Secret) => void;
  reject: (error: unknown) => void;
}

/**
 * Reads from one client. Secrets requested at the same moment go into one BatchGetSecretValue, which only the public
 * gateway has: used only if GetSecretValue would go there too, with the same AccessKey.
 */
export class Gatherer {
  readonly #client: SecretSource;
  readonly #gateway?: GatewayName;
  readonly #turns = new Limiter(requestsMax);
  #gathers?: Promise<boolean>;
  #questions: Question[] = [];
  /** Whether requests are known to contain several secrets. */
  batches = false;

  constructor({ client, gateway }: GatewaySource) {
    this.#client = client;
    this.#gateway = gateway;
  }

  async fetch(key: SecretKey, signal: AbortSignal): Promise<Secret> {
    this.#gathers ??= this.#asksPublicGateway(key);
    // The ARN of another account's secret is read alone: results of a batch are identified by name.
    if (!(await this.#gathers) || key.name.includes(':')) return this.#fetchOne(key, signal);
    return new Promise((resolve, reject) => {
      if (this.#questions.push({ key, signal, resolve, reject }) === 1) setImmediate(() => this.#askAll());
    });
  }

  async #asksPublicGateway(key: SecretKey): Promise<boolean> {
    const { batchGetSecretValue, describeCall } = this.#client;
    if (!batchGetSecretValue || !describeCall) return false;
    const options = this.#gateway && { gateway: this.#gateway };
    // A client that cannot make the call reports why when it is called.
    const target = await this.#client.describeCall?.('getSecretValue', requestFor(key), options).catch(() => undefined);
    this.batches = target?.gateway === 'public';
    return this.batches;
  }

  async #fetchOne(key: SecretKey, signal: AbortSignal): Promise<Secret> {
    const options = { signal, ...(this.#gateway && { gateway: this.#gateway }) };
    return secretOf(key, await this.#inTurn(() => this.#client.getSecretValue(requestFor(key), options)));
  }

  async #inTurn<KmsResponse>(ask: () => Promise<KmsResponse>): Promise<KmsResponse> {
    await this.#turns.enter(new CallSignal());
    try {
      return await ask();
    } finally {
      this.#turns.leave();
    }
  }

  #askAll(): void {
    const questions = this.#questions.filter(({ signal }) => !signal.aborted);
    this.#questions = [];
    for (const batch of batchesOf(questions)) {
      if (batch.length === 1) this.#askEach(batch);
      else void this.#askTogether(batch);
    }
  }

  #askEach(questions: readonly Question[]): void {
    for (const { key, signal, resolve, reject } of questions) this.#fetchOne(key, signal).then(resolve, reject);
  }

  async #askTogether(batch: readonly Question[]): Promise<void> {
    try {
      const request = { secretsList: batch.map(({ key }) => requestFor(key)) };
      const options = { signal: whenAll(batch.map(({ signal }) => signal)), gateway: this.#gateway };
      const client = this.#client as Required<SecretSource>;
      const answer = await this.#inTurn(() => client.batchGetSecretValue(request, options));
      for (const question of batch) settle(question, answer);
    } catch (error) {
      // Allowed to read secrets, but not in batches: from now on one by one.
      if (failureKind(error) !== 'away') {
        this.batches = false;
        this.#gathers = Promise.resolve(false);
        this.#askEach(batch);
      } else {
        for (const { reject } of batch) reject(error);
      }
    }
  }
}

/** As many as a request may have, and no name twice: errors in the response have a name but no stage. */
function batchesOf(questions: readonly Question[]): Question[][] {
  const batches: Question[][] = [];
  const open: { batch: Question[]; names: Set<string> }[] = [];
  for (const question of questions) {
    const { name } = question.key;
    let place = open.find(({ batch, names }) => batch.length < limits.secretsBatchMax && !names.has(name));
    if (!place) {
      place = { batch: [], names: new Set() };
      open.push(place);
      batches.push(place.batch);
    }
    place.batch.push(question);
    place.names.add(name);
    if (place.batch.length === limits.secretsBatchMax) open.splice(open.indexOf(place), 1);
  }
  return batches;
}

/** Aborts when all signals have aborted. */
function whenAll(signals: readonly AbortSignal[]): AbortSignal {
  const controller = new AbortController();
  let left = signals.length;
  for (const signal of signals) {
    const leave = () => {
      left -= 1;
      if (left === 0) controller.abort(signal.reason);
    };
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
  }
  return controller.signal;
}

function settle({ key, resolve, reject }: Question, { secretValues, errors, requestId }: BatchResponse): void {
  const isThis = ({ secretName }: { secretName: string }) => secretName === key.name;
  const failure = errors.find(isThis);
  try {
    if (failure) throw errorOf(failure, requestId);
    resolve(secretOf(key, secretValues.find(isThis)));
  } catch (error) {
    reject(error);
  }
}

const errorOf = (
  { code, httpStatus, message }: { code: string; httpStatus: number; message: string },
  requestId: string,
) =>
  new KmsServiceError(code, {
    api: 'BatchGetSecretValue',
    status: httpStatus,
    serviceMessage: message,
    requestId,
    attempts: 1,
  });
