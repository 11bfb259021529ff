import { describe, expect, test } from 'vitest';
import { checkFaultRule, FaultError, type FaultRule } from './fault-rule.js';

describe('a rule that can be followed is accepted:', () => {
  test.each<[FaultRule]>([
    [{ code: 'Rejected.Throttling' }],
    [{ code: 'My.Own', message: 'No.', status: 599, delayMs: 5 }],
    [{ delayMs: 0.5 }],
    [{ hang: true, reset: false }],
    [{ reset: true, api: ['Decrypt', 'AdvanceDecrypt', 'AssumeRole'], gateway: 'public', probability: 1e-9 }],
    [{ qps: 0.1, code: 'Throttling', status: 429, after: 0, times: 0 }],
    [{ hang: true, keyId: 'alias/a', secretName: 's', api: undefined }],
  ])('%j', (rule) => {
    expect(() => checkFaultRule(rule)).not.toThrow();
  });
});

describe('a rule that cannot be followed is refused, and the error says why:', () => {
  const throttled = { code: 'Rejected.Throttling' };
  test.each<[rule: unknown, message: string]>([
    [null, 'a fault must be an object'],
    [[], 'a fault must be an object'],
    ['Decrypt', 'a fault must be an object'],
    [{}, 'a fault has one of code, qps, hang, reset and delayMs'],
    [{ hang: false, api: 'Decrypt' }, 'a fault has one of code, qps, hang, reset and delayMs'],
    [{ hang: true, reset: true }, 'a fault has only one of code, hang and reset'],
    [{ code: 'X', reset: true }, 'a fault has only one of code, hang and reset'],
    [{ qps: 1, hang: true }, 'a fault has only one of code, hang and reset'],
    [{ qps: 1, probability: 0.5 }, 'a fault with qps has no probability'],
    [{ hang: true, message: 'late' }, 'message and status need a code'],
    [{ qps: 1, status: 429 }, 'message and status need a code'],
    [{ ...throttled, probabilty: 1 }, 'fault.probabilty is unknown; did you mean probability?'],
    [JSON.parse('{"__proto__":1}'), 'fault.__proto__ is unknown'],
    [{ ...throttled, api: 'Decript' }, 'fault.api Decript is unknown; did you mean Decrypt?'],
    [{ ...throttled, api: ['Decrypt', 'toString'] }, 'fault.api toString is unknown'],
    [{ ...throttled, api: [] }, 'fault.api must be the name of an API, or several, not []'],
    [{ ...throttled, api: 5 }, 'fault.api must be the name of an API, or several, not 5'],
    [{ ...throttled, gateway: 'kms' }, 'fault.gateway must be instance or public, not "kms"'],
    [{ ...throttled, keyId: '' }, 'fault.keyId must be the id, alias or ARN of a key, not ""'],
    [{ ...throttled, secretName: 1 }, 'fault.secretName must be the name of a secret, not 1'],
    [{ ...throttled, after: -1 }, 'fault.after must be a whole number from 0, not -1'],
    [{ ...throttled, times: 1.5 }, 'fault.times must be a whole number from 0, not 1.5'],
    [{ ...throttled, times: '2' }, 'fault.times must be a whole number from 0, not "2"'],
    [{ ...throttled, probability: 0 }, 'fault.probability must be above 0 and at most 1, not 0'],
    [{ ...throttled, probability: 1.1 }, 'fault.probability must be above 0 and at most 1, not 1.1'],
    [{ ...throttled, probability: Number.NaN }, 'fault.probability must be above 0 and at most 1, not null'],
    [{ code: 'no spaces' }, 'fault.code must be an error code, not "no spaces"'],
    [{ code: 'A\r\nB' }, 'fault.code must be an error code, not "A\\r\\nB"'],
    [{ ...throttled, message: '' }, 'fault.message must be text, not ""'],
    [{ ...throttled, status: 200 }, 'fault.status must be 400 to 599, not 200'],
    [{ delayMs: -1 }, 'fault.delayMs must be 0 to 600000, not -1'],
    [{ delayMs: 600_001 }, 'fault.delayMs must be 0 to 600000, not 600001'],
    [{ hang: 'yes' }, 'fault.hang must be true or false, not "yes"'],
    [{ reset: 1 }, 'fault.reset must be true or false, not 1'],
    [{ qps: 0 }, 'fault.qps must be above 0 and at most 1000000, not 0'],
  ])('%j', (rule, message) => {
    const refused = () => checkFaultRule(rule as FaultRule);
    expect(refused).toThrow(FaultError);
    expect(refused).toThrow(message);
    expect(refused).toThrow(expect.objectContaining({ code: 'Fault.Invalid' }));
  });
});
