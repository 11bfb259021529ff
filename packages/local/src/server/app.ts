import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { formatHttpDate, instanceHeaders } from 'alibabacloud-kms-sdk/internal';
import type { Faults } from '../admin/faults.js';
import type { RequestEntry } from '../admin/request-log.js';
import { systemClock } from '../clock.js';
import type {
  AcceptedCall,
  AppResponse,
  Call,
  CallFacts,
  Disruption,
  Gateway,
  RequestHead,
  Routes,
} from '../gateways/http.js';
import { createInstanceGateway } from '../gateways/instance.js';
import { createPublicGateway } from '../gateways/public.js';
import type { TokenOptions } from '../identity/token-options.js';
import type { Kms } from '../kms.js';
import { ServiceError } from '../service-error.js';
import { StorageError } from '../store/storage-failure.js';
import { type Log, type Site, safeRoutes, withoutData } from './site.js';

export interface AppOptions {
  log: Log;
  /** Serve requests that are not calls of KMS. */
  routes?: readonly Routes[];
  tokens?: TokenOptions;
  faults?: Faults;
  /** Whether calls can no longer be executed: a delayed call is then dropped. */
  isEnded?: () => boolean;
  /** Called with every call after it has ended. */
  observe?: (entry: RequestEntry) => void;
}

/** The whole KMS without a socket. */
export function createApp(kms: Kms, options: AppOptions): Site {
  const { log, routes = [], tokens, faults, isEnded = () => false, observe = () => {} } = options;
  const pages = safeRoutes(routes, log);
  const instance = createInstanceGateway(kms);
  const publicGateway = createPublicGateway(kms, tokens);
  const gatewayOf = (head: RequestHead): Gateway =>
    head.headers[instanceHeaders.apiName] === undefined ? publicGateway : instance;

  return {
    async handle(request) {
      const page = isCall(request) ? undefined : await pages(request);
      if (page) return page;
      const gateway = gatewayOf(request);
      const call = new RunningCall(kms, gateway, request, isEnded, faults);
      try {
        await call.arrive();
        const accepted = await gateway.accept(request, call);
        await call.strike(accepted);
        return call.ended(await accepted.run(), observe);
      } catch (error) {
        if (error instanceof Disrupted) return call.disrupted(error.disruption, observe);
        const foreseen = asServiceError(error);
        if (!foreseen) log(`request ${call.requestId} failed: ${withoutData(error)}`);
        return call.refused(foreseen ?? new ServiceError('InternalFailure'), observe);
      }
    },
    refuse(head, error) {
      return new RunningCall(kms, gatewayOf(head), head, isEnded).refused(error, observe);
    },
  };
}

/** Calls of KMS go to the root; pages have names. */
const isCall = ({ path }: RequestHead): boolean => path === '/' || path.startsWith('/?');

/** Ends a call without a response. */
class Disrupted extends Error {
  constructor(readonly disruption: Disruption) {
    super(disruption);
  }
}

type Observe = (entry: RequestEntry) => void;

class RunningCall implements Call {
  readonly requestId = randomUUID();
  readonly facts: CallFacts = {};
  readonly #gateway: Gateway;
  readonly #head: RequestHead;
  readonly #isEnded: () => boolean;
  readonly #faults: Faults | undefined;
  readonly #kms: Kms;
  readonly #startedAt = performance.now();
  #time?: number;
  #fault?: string;

  constructor(kms: Kms, gateway: Gateway, head: RequestHead, isEnded: () => boolean, faults?: Faults) {
    this.#kms = kms;
    this.#gateway = gateway;
    this.#head = head;
    this.#isEnded = isEnded;
    this.#faults = faults;
  }

  async arrive(): Promise<void> {
    await this.#kms.store.state.refresh();
    this.#time = this.#kms.clock.now();
  }

  /** Injects faults, once the facts are known and before anything is done. Throws if the call is to fail. */
  async strike(accepted: AcceptedCall): Promise<void> {
    const disrupt = async (disruption: Disruption): Promise<never> => {
      await accepted.forget?.();
      throw new Disrupted(disruption);
    };
    const strike = this.#faults?.strike(this.#gateway.name, this.facts);
    if (!strike) return;
    this.#fault = strike.faultId;
    // The delay of a call does not keep the process alive.
    if (strike.delayMs > 0) await delay(strike.delayMs, undefined, { ref: false });
    if (this.#isEnded()) await disrupt('reset');
    if (strike.disruption) await disrupt(strike.disruption);
    if (strike.error) throw strike.error;
  }

  ended(response: AppResponse, observe: Observe, code?: string): AppResponse {
    observe(this.#entry({ status: response.status, code }));
    // Clients compare it with their own clock, so it is the machine's time.
    const date = formatHttpDate(new Date(systemClock.now()));
    return { ...response, headers: { ...response.headers, date, 'x-acs-request-id': this.requestId } };
  }

  refused(error: ServiceError, observe: Observe): AppResponse {
    return this.ended(this.#gateway.refuse(error, this.#head, this.requestId), observe, error.code);
  }

  disrupted(disruption: Disruption, observe: Observe): Disruption {
    observe(this.#entry({ disruption }));
    return disruption;
  }

  #entry(outcome: Pick<RequestEntry, 'status' | 'code' | 'disruption'>): RequestEntry {
    const { api, caller, keyId, secretName } = this.facts;
    return {
      requestId: this.requestId,
      time: new Date(this.#time ?? this.#kms.clock.now()).toISOString(),
      gateway: this.#gateway.name,
      api: shortCopy(api),
      caller,
      keyId: shortCopy(keyId),
      secretName: shortCopy(secretName),
      ...outcome,
      durationMs: performance.now() - this.#startedAt,
      fault: this.#fault,
      remoteAddress: this.#head.remoteAddress,
      userAgent: shortCopy(this.#head.headers['user-agent']),
    };
  }
}

/** Longer than any valid name. */
const shortMaxChars = 512;

/** Entries are stored, so they must be short, and must not keep the whole request in memory as a substring of it. */
const shortCopy = (text: string | undefined): string | undefined =>
  text && Buffer.from(text.slice(0, shortMaxChars)).toString();

/** Undefined for an unexpected error; the store logs its own problems. */
function asServiceError(error: unknown): ServiceError | undefined {
  if (error instanceof StorageError) return new ServiceError(error.serviceCode, { message: error.message });
  return error instanceof ServiceError ? error : undefined;
}
