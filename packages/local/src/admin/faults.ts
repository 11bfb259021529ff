import { randomInt } from 'node:crypto';
import type { ServiceErrorCode } from 'alibabacloud-kms-sdk/internal';
import type { Clock } from '../clock.js';
import type { CallFacts, Disruption, Gateway } from '../gateways/http.js';
import { ServiceError } from '../service-error.js';
import { checkFaultRule, type FaultRule } from './fault-rule.js';

export { FaultError, type FaultRule } from './fault-rule.js';

/** A rule and what has come of it. */
export interface Fault extends FaultRule {
  /** `fault-1`, `fault-2`, … in the order in which they were added. */
  id: string;
  /** How many calls it was for. */
  matched: number;
  /** How many of them it struck. */
  struck: number;
}

/** What is to happen to a call. */
export interface Strike {
  /** The rule that ends the call, else the first that delays it. */
  faultId: string;
  delayMs: number;
  error?: ServiceError;
  disruption?: Disruption;
}

const throttling = 'Rejected.Throttling';
const secondMs = 1000;

/**
 * What goes wrong on purpose. Rules are asked in the order in which they were added; delays add up, and the first that
 * ends a call is the last that is asked. The same calls in the same order meet the same faults when the seed is the same.
 */
export class Faults {
  /** Of everything that is drawn; `faultSeed` of another run repeats it. */
  readonly seed: number;
  readonly #clock: Clock;
  readonly #rules = new Map<string, ActiveRule>();
  #added = 0;

  /** @internal */
  constructor({ clock, seed = randomInt(2 ** 32) }: { clock: Clock; seed?: number }) {
    this.seed = seed;
    this.#clock = clock;
  }

  /**
   * Adds a rule, which holds from the next call on.
   *
   * @returns its id, for `remove`
   * @throws FaultError `Fault.Invalid`
   * @example
   * kms.faults.add({ api: 'Decrypt', code: 'Rejected.Throttling', times: 2 });
   * kms.faults.add({ gateway: 'instance', delayMs: 200, probability: 0.1 });
   */
  add(rule: FaultRule): string {
    checkFaultRule(rule);
    this.#added += 1;
    const id = `fault-${this.#added}`;
    this.#rules.set(id, new ActiveRule(id, copyOf(rule), drawsOf(this.seed + this.#added)));
    return id;
  }

  /** Whether there was such a rule. */
  remove(id: string): boolean {
    return this.#rules.delete(id);
  }

  /** Removes all rules; the next one begins to draw anew. */
  clear(): void {
    this.#rules.clear();
    this.#added = 0;
  }

  /** The faults that are there, in the order in which they were added. */
  list(): Fault[] {
    return [...this.#rules.values()].map((rule) => rule.shown());
  }

  /** @internal What happens to a call; undefined when nothing does. */
  strike(gateway: Gateway['name'], facts: CallFacts): Strike | undefined {
    let strike: Strike | undefined;
    for (const rule of this.#rules.values()) {
      if (!rule.strikes(gateway, facts, this.#clock.now())) continue;
      const delayMs = (strike?.delayMs ?? 0) + rule.delayMs;
      const end = rule.end();
      strike = end ? { faultId: rule.id, delayMs, ...end } : { faultId: strike?.faultId ?? rule.id, delayMs };
      if (end) break;
    }
    return strike;
  }
}

/** A rule is JSON; not structuredClone, which jsdom does not have. */
const copyOf = (rule: FaultRule): FaultRule => JSON.parse(JSON.stringify(rule)) as FaultRule;

class ActiveRule {
  readonly id: string;
  readonly #rule: FaultRule;
  readonly #apis: readonly string[] | undefined;
  readonly #draw: () => number;
  #matched = 0;
  #struck = 0;
  /** Of a quota: what is left of it, at which time. */
  #bucket?: { calls: number; at: number };

  constructor(id: string, rule: FaultRule, draw: () => number) {
    this.id = id;
    this.#rule = rule;
    this.#apis = rule.api === undefined ? undefined : [rule.api].flat();
    this.#draw = draw;
  }

  get delayMs(): number {
    return this.#rule.delayMs ?? 0;
  }

  shown(): Fault {
    return { id: this.id, ...copyOf(this.#rule), matched: this.#matched, struck: this.#struck };
  }

  strikes(gateway: Gateway['name'], facts: CallFacts, now: number): boolean {
    const { after = 0, times = 0, probability = 1, qps } = this.#rule;
    if (!this.#isFor(gateway, facts)) return false;
    this.#matched += 1;
    if (this.#matched <= after || (times > 0 && this.#struck >= times)) return false;
    const strikes = qps === undefined ? probability === 1 || this.#draw() < probability : this.#isOver(qps, now);
    if (strikes) this.#struck += 1;
    return strikes;
  }

  /** What it puts in place of an answer; undefined when it only delays. */
  end(): Pick<Strike, 'error' | 'disruption'> | undefined {
    const { code, qps, message, status, hang, reset } = this.#rule;
    if (hang || reset) return { disruption: hang ? 'hang' : 'reset' };
    const shown = code ?? (qps === undefined ? undefined : throttling);
    if (shown === undefined) return undefined;
    // Whoever tries a client out may invent a code.
    return { error: new ServiceError(shown as ServiceErrorCode, { message, status }) };
  }

  #isFor(gateway: Gateway['name'], { api, keyId, secretName }: CallFacts): boolean {
    const rule = this.#rule;
    return (
      (rule.gateway === undefined || rule.gateway === gateway) &&
      (this.#apis === undefined || (api !== undefined && this.#apis.includes(api))) &&
      (rule.keyId === undefined || rule.keyId === keyId) &&
      (rule.secretName === undefined || rule.secretName === secretName)
    );
  }

  /** A bucket that holds the calls of one second, or one, and fills up as time goes by. */
  #isOver(qps: number, now: number): boolean {
    const capacity = Math.max(1, qps);
    const { calls, at } = this.#bucket ?? { calls: capacity, at: now };
    const filled = Math.min(capacity, calls + (Math.max(0, now - at) / secondMs) * qps);
    const isOver = filled < 1;
    this.#bucket = { calls: isOver ? filled : filled - 1, at: now };
    return isOver;
  }
}

/**
 * Numbers from 0 to 1 that look random and are the same for the same seed: the generator mulberry32. Not for
 * cryptography.
 */
export function drawsOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
