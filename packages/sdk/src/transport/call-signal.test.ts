import { expect, test, vi } from 'vitest';
import { CallSignal } from './call-signal.js';

test('whoever listens hears of the end once, with the first reason', () => {
  const signal = new CallSignal();
  const heard = vi.fn();
  signal.onAbort(() => heard(signal.reason));
  signal.abort('first');
  signal.abort('second');
  expect(heard.mock.calls).toEqual([['first']]);
  expect(signal.aborted).toBe(true);
});

test('whoever stopped listening hears nothing', () => {
  const signal = new CallSignal();
  const heard = vi.fn();
  signal.onAbort(heard);
  signal.offAbort(heard);
  signal.abort('over');
  expect(heard).not.toHaveBeenCalled();
});

test('after the end it throws the reason, whatever that is, and listeners come too late', () => {
  const signal = new CallSignal();
  signal.throwIfAborted();
  signal.abort(undefined);
  const late = vi.fn();
  signal.onAbort(late);
  let thrown: unknown = 'nothing';
  try {
    signal.throwIfAborted();
  } catch (reason) {
    thrown = reason;
  }
  expect(thrown).toBeUndefined();
  expect(late).not.toHaveBeenCalled();
});
