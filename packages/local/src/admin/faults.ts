import { randomInt } from 'node:crypto';
import type { ServiceErrorCode } from 'alibabacloud-kms-sdk/internal';
import type { Clock } from '../clock.js';
import type { CallFacts, Disruption, Gateway } from '../gateways/http.js';
import { ServiceError } from '../service-error.js';
import { checkFaultRule, type FaultRule } from './fault-rule.js';

export { FaultError, type FaultRule } from './fault-rule.js';

/** A rule and its counters. */
export interface Fault extends FaultRule {
  /** `fault-1`, `fault-2`, … in the order in which they were added. */
  id: string;
  /** How many calls matched it. */
  matched: number;
  /** How many faults it injected. */
  struck: number;
}

/** What is to happen to a call. */
export interface Strike {
  /** The rule that ends the call, otherwise the first that delays it. */
  faultId: string;
  delayMs: number;
  error?: ServiceError;
  disruption?: Disruption;
}

const throttling = 'Rejected.Throttling';
const secondMs = 1000;

/**
 * Injects faults. Rules apply in the order in which they were added; delays add up, and the first rule that ends a call is
 * the last one to apply. With the same seed, the same calls in the same order meet the same faults.
 */
export class Faults {
  /** Seed of all random decisions; pass it as `faultSeed` to repeat a run. */
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
   * Adds a rule, which applies from the next call on.
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

  /** Returns whether the rule existed. */
  remove(id: string): boolean {
    return this.#rules.delete(id);
  }

  /** Removes all rules and restarts the random sequence. */
  clear(): void {
    this.#rules.clear();
    this.#added = 0;
  }

  /** The rules in the order in which they were added. */
  list(): Fault[] {
    return [...this.#rules.values()].map((rule) => rule.shown());
  }

  /** @internal The fault for a call, if any. */
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

/** Copies a rule, which is JSON; jsdom lacks structuredClone. */
const copyOf = (rule: FaultRule): FaultRule => JSON.parse(JSON.stringify(rule)) as FaultRule;

class ActiveRule {
  readonly id: string;
  readonly #rule: FaultRule;
  readonly #apis: readonly string[] | undefined;
  readonly #draw: () => number;
  #matched = 0;
  #struck = 0;
  /** For a quota: the remaining calls at a time. */
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

  /** What it does instead of a response; undefined if it only delays. */
  end(): Pick<Strike, 'error' | 'disruption'> | undefined {
    const { code, qps, message, status, hang, reset } = this.#rule;
    if (hang || reset) return { disruption: hang ? 'hang' : 'reset' };
    const shown = code ?? (qps === undefined ? undefined : throttling);
    if (shown === undefined) return undefined;
    // Users may test their client with an invented code.
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

  /** A token bucket for the calls of one second, at least one, which refills over time. */
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
 * Pseudo-random numbers from 0 to 1, the same for the same seed: the generator mulberry32. Not for cryptography.
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
