import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import type { CallFacts } from '../gateways/http.js';
import { type FaultRule, Faults } from './faults.js';

let now = 0;
let faults: Faults;

beforeEach(() => {
  now = 0;
  faults = new Faults({ clock: { now: () => now }, seed: 7 });
});

const decrypt: CallFacts = { api: 'Decrypt', keyId: 'alias/a' };

/** The outcome of a call: an error code, a disruption, a delay, or nothing. */
function outcome(facts = decrypt, gateway: 'instance' | 'public' = 'public', of = faults): string {
  const strike = of.strike(gateway, facts);
  if (!strike) return 'ok';
  return strike.error?.code ?? strike.disruption ?? `${strike.delayMs} ms`;
}

const outcomes = (count: number, of = faults): string[] =>
  Array.from({ length: count }, () => outcome(decrypt, 'public', of));

test('a fault strikes the calls that it is for', () => {
  faults.add({ api: ['Decrypt', 'Encrypt'], gateway: 'public', keyId: 'alias/a', code: 'InternalFailure' });
  faults.add({ secretName: 's', hang: true });
  expect(outcome()).toBe('InternalFailure');
  expect(outcome({ ...decrypt, api: 'Encrypt' })).toBe('InternalFailure');
  expect(outcome(decrypt, 'instance')).toBe('ok');
  expect(outcome({ ...decrypt, keyId: 'alias/b' })).toBe('ok');
  expect(outcome({ api: 'DescribeKey', keyId: 'alias/a' })).toBe('ok');
  expect(outcome({})).toBe('ok');
  expect(outcome({ api: 'GetSecretValue', secretName: 's' })).toBe('hang');
});

test('a fault strikes after so many calls, and so many times', () => {
  faults.add({ code: 'Rejected.Throttling', after: 2, times: 3 });
  const [t, ok] = ['Rejected.Throttling', 'ok'];
  expect(outcomes(7)).toEqual([ok, ok, t, t, t, ok, ok]);
  expect(faults.list()).toEqual([{ id: 'fault-1', code: t, after: 2, times: 3, matched: 7, struck: 3 }]);
});

test('an error has the service’s words and status unless it is given others', () => {
  faults.add({ code: 'Rejected.Throttling', times: 1 });
  faults.add({ code: 'Rejected.Throttling', message: 'mine', status: 599, times: 1 });
  expect(faults.strike('public', decrypt)?.error).toMatchObject({
    status: 429,
    message: expect.stringContaining('QPS'),
  });
  expect(faults.strike('public', decrypt)?.error).toMatchObject({ status: 599, message: 'mine' });
});

test('delays add up, and the first fault that ends a call is the last that is asked', () => {
  faults.add({ delayMs: 5 });
  faults.add({ delayMs: 6 });
  expect(outcome()).toBe('11 ms');
  faults.add({ delayMs: 7, reset: true });
  faults.add({ code: 'InternalFailure' });
  expect(faults.strike('public', decrypt)).toEqual({ faultId: 'fault-3', delayMs: 18, disruption: 'reset' });
  expect(faults.list().map(({ matched }) => matched)).toEqual([2, 2, 1, 0]);
});

test('a quota lets so many calls through in a second of this KMS’s clock', () => {
  faults.add({ qps: 3 });
  const [t, ok] = ['Rejected.Throttling', 'ok'];
  expect(outcomes(5)).toEqual([ok, ok, ok, t, t]);
  now += 334;
  expect(outcomes(2)).toEqual([ok, t]);
  now += 1000;
  expect(outcomes(4)).toEqual([ok, ok, ok, t]);
  now -= 5000;
  expect(outcomes(1)).toEqual([t]);
});

test('a quota of less than one call in a second lets one through, and the next when it is due', () => {
  faults.add({ qps: 0.5, code: 'InternalFailure' });
  expect(outcomes(2)).toEqual(['ok', 'InternalFailure']);
  now += 1999;
  expect(outcomes(1)).toEqual(['InternalFailure']);
  now += 1;
  expect(outcomes(1)).toEqual(['ok']);
});

test('a probability is how often it strikes', () => {
  faults.add({ code: 'InternalFailure', probability: 0.25 });
  const struck = outcomes(4000).filter((result) => result !== 'ok').length;
  expect(struck).toBeGreaterThan(900);
  expect(struck).toBeLessThan(1100);
});

const anyRule: fc.Arbitrary<FaultRule> = fc
  .tuple(
    fc.constantFrom<FaultRule>({ code: 'InternalFailure' }, { hang: true }, { reset: true }, { delayMs: 3 }),
    fc.record({ probability: fc.double({ min: 0.01, max: 1, noNaN: true }), after: fc.nat(5), times: fc.nat(20) }),
  )
  .map(([effect, when]) => ({ ...effect, ...when }));

test('the same seed and the same calls meet the same faults again', () => {
  fc.assert(
    fc.property(fc.array(anyRule, { maxLength: 6 }), fc.nat(2 ** 32 - 1), (rules, seed) => {
      const [one, other] = [0, 0].map(() => {
        const run = new Faults({ clock: { now: () => 0 }, seed });
        for (const rule of rules) run.add(rule);
        return run;
      }) as [Faults, Faults];
      expect(outcomes(50, one)).toEqual(outcomes(50, other));
      one.clear();
      for (const rule of rules) one.add(rule);
      const third = new Faults({ clock: { now: () => 0 }, seed });
      for (const rule of rules) third.add(rule);
      expect(outcomes(50, one)).toEqual(outcomes(50, third));
    }),
  );
});

test('another seed meets others; without one it is drawn', () => {
  const runs = [1, 2].map((seed) => {
    const run = new Faults({ clock: { now: () => 0 }, seed });
    run.add({ hang: true, probability: 0.5 });
    return outcomes(64, run).join();
  });
  expect(runs[0]).not.toBe(runs[1]);
  const drawn = [1, 2].map(() => new Faults({ clock: { now: () => 0 } }).seed);
  expect(drawn[0]).not.toBe(drawn[1]);
});

test('a fault that was removed strikes no more', () => {
  const id = faults.add({ hang: true });
  faults.add({ reset: true });
  expect(faults.remove(id)).toBe(true);
  expect(faults.remove(id)).toBe(false);
  expect(outcome()).toBe('reset');
  faults.clear();
  expect(outcome()).toBe('ok');
});

test.each<[rule: unknown, message: string]>([
  [undefined, 'must be an object'],
  [[], 'must be an object'],
  [{}, 'has one of code, qps, hang, reset and delayMs'],
  [{ hang: false }, 'has one of code'],
  [{ hang: true, reset: true }, 'only one of'],
  [{ code: 'X', hang: true }, 'only one of'],
  [{ hangs: true }, 'fault.hangs is unknown; did you mean hang?'],
  [{ api: 'Decrpyt', hang: true }, 'Decrpyt is unknown; did you mean Decrypt?'],
  [{ api: [], hang: true }, 'fault.api must be'],
  [{ gateway: 'shared', hang: true }, 'instance or public, not "shared"'],
  [{ code: 'a b' }, 'must be an error code, not "a b"'],
  [{ code: 'X', status: 200 }, '400 to 599, not 200'],
  [{ qps: 1, status: 500 }, 'need a code'],
  [{ delayMs: -1 }, '0 to 600000, not -1'],
  [{ hang: true, probability: 0 }, 'above 0 and at most 1, not 0'],
  [{ qps: 0 }, 'above 0'],
  [{ qps: 1, probability: 0.5 }, 'no probability'],
  [{ hang: true, times: 1.5 }, 'whole number from 0, not 1.5'],
  [{ hang: 'yes' }, 'true or false, not "yes"'],
])('%j is refused', (rule, message) => {
  expect(() => faults.add(rule as FaultRule)).toThrow(
    expect.objectContaining({ name: 'FaultError', code: 'Fault.Invalid', message: expect.stringContaining(message) }),
  );
  expect(faults.list()).toEqual([]);
});

test('what was given or listed is a copy', () => {
  const apis = ['Decrypt'];
  const rule = { api: apis, hang: true };
  faults.add(rule);
  apis.push('Encrypt');
  rule.hang = false;
  for (const { api } of faults.list()) (api as string[]).push('Encrypt');
  expect([outcome(), outcome({ api: 'Encrypt' })]).toEqual(['hang', 'ok']);
  expect(faults.list()).toMatchObject([{ api: ['Decrypt'], hang: true }]);
});

test('a rule draws from numbers of its own, whatever others do', () => {
  faults.add({ hang: true, probability: 0.5 });
  const alone = outcomes(200);
  faults.clear();
  faults.add({ hang: true, probability: 0.5 });
  faults.add({ reset: true, probability: 0.5 });
  const together = outcomes(200);
  expect(together.map((found) => found === 'hang')).toEqual(alone.map((found) => found === 'hang'));
  expect(together).toContain('reset');
});

test('after a clear the same faults come again', () => {
  const run = () => {
    faults.add({ hang: true, probability: 0.3 });
    faults.add({ code: 'InternalFailure', probability: 0.3, after: 3, times: 9 });
    return outcomes(100);
  };
  const first = run();
  faults.clear();
  expect(run()).toEqual(first);
});

test('a quota is not confused by a clock that goes back', () => {
  faults.add({ qps: 1 });
  now = 10_000;
  outcome();
  now = 5_000;
  expect(outcome()).toBe('Rejected.Throttling');
  now = 6_000;
  expect(outcomes(2)).toEqual(['ok', 'Rejected.Throttling']);
});
