import { expect, test } from 'vitest';
import { requestLine } from './request-line.js';
import { type RequestEntry, RequestLog } from './request-log.js';

const entry = (changes: Partial<RequestEntry> = {}): RequestEntry => ({
  requestId: 'id',
  time: '2026-01-01T00:00:00.000Z',
  gateway: 'public',
  api: 'Decrypt',
  status: 200,
  durationMs: 1,
  remoteAddress: '127.0.0.1',
  ...changes,
});

const ids = (entries: RequestEntry[]) => entries.map(({ requestId }) => requestId).join('');

test('the latest calls are remembered, oldest first', () => {
  const log = new RequestLog(3);
  for (const requestId of 'ab') log.add(entry({ requestId }));
  expect(ids(log.find())).toBe('ab');
  for (const requestId of 'cdefg') log.add(entry({ requestId }));
  expect(ids(log.find())).toBe('efg');
  log.clear();
  expect(log.find()).toEqual([]);
  log.add(entry({ requestId: 'h' }));
  expect(ids(log.find())).toBe('h');
});

test('a log of no entries remembers none', () => {
  const log = new RequestLog(0);
  log.add(entry());
  expect(log.find()).toEqual([]);
});

test('calls are found by what they were', () => {
  const log = new RequestLog(9);
  log.add(entry({ requestId: 'a', keyId: 'k', caller: 'c' }));
  log.add(entry({ requestId: 'b', api: 'Encrypt', gateway: 'instance', keyId: 'k' }));
  log.add(entry({ requestId: 'c', status: 429, code: 'Rejected.Throttling', time: '2026-01-02T00:00:00.000Z' }));
  expect(ids(log.find({ api: 'Decrypt' }))).toBe('ac');
  expect(ids(log.find({ api: 'Decrypt', keyId: 'k' }))).toBe('a');
  expect(ids(log.find({ gateway: 'instance' }))).toBe('b');
  expect(ids(log.find({ caller: 'c' }))).toBe('a');
  expect(ids(log.find({ status: 429 }))).toBe('c');
  expect(ids(log.find({ code: 'Rejected.Throttling' }))).toBe('c');
  expect(ids(log.find({ since: '2026-01-02T08:00:00+08:00' }))).toBe('c');
  expect(ids(log.find({ api: undefined }))).toBe('abc');
});

test('what was found is the finder’s own', () => {
  const log = new RequestLog(1);
  log.add(entry());
  for (const found of log.find()) found.api = 'Encrypt';
  expect(log.find()[0]?.api).toBe('Decrypt');
});

test('a line of the log holds what a call was, in one line whatever a client sent', () => {
  const hostile = entry({ api: 'Nope\nDecrypt', keyId: 'a\nb', code: 'X', fault: 'fault-1', durationMs: 1.26 });
  expect(requestLine(hostile, 'text')).toBe(
    '2026-01-01T00:00:00.000Z public "Nope\\nDecrypt" "a\\nb" 200 X 1.3 ms fault-1 id',
  );
  expect(requestLine(entry({ status: undefined, disruption: 'hang', secretName: 's' }), 'text')).toBe(
    '2026-01-01T00:00:00.000Z public Decrypt "s" hang 1.0 ms id',
  );
  expect(JSON.parse(requestLine(hostile, 'json'))).toEqual({ level: 'info', event: 'request', ...hostile });
  expect(requestLine(hostile, 'json')).not.toContain('\n');
});
