import { expect, test } from 'vitest';
import { Logs } from './logs.js';
import type { LogFormat } from './request-line.js';

const entry = {
  requestId: 'id',
  time: '2026-01-01T00:00:00.000Z',
  gateway: 'public',
  api: 'Decrypt',
  status: 200,
  durationMs: 1,
  remoteAddress: '127.0.0.1',
} as const;

function written(format?: LogFormat): string[] {
  const lines: string[] = [];
  const logs = new Logs((line) => lines.push(line), format);
  logs.event('start', { endpoint: 'https://127.0.0.1:1', httpEndpoint: undefined });
  logs.message('The disk is full.\nMake room.');
  logs.request(entry);
  return lines;
}

test('without a format only messages are written, as they are', () => {
  expect(written()).toEqual(['The disk is full.\nMake room.']);
});

test('as text there is a line for each event', () => {
  expect(written('text')).toEqual([
    expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z start endpoint=https:\/\/127\.0\.0\.1:1$/),
    'The disk is full.\nMake room.',
    '2026-01-01T00:00:00.000Z public Decrypt 200 1.0 ms id',
  ]);
});

test('as JSON every line is an object with a level, an event and a time', () => {
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  const lines = written('json');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { level: 'info', event: 'start', time, endpoint: 'https://127.0.0.1:1' },
    { level: 'warning', event: 'message', time, message: 'The disk is full.\nMake room.' },
    { level: 'info', event: 'request', ...entry },
  ]);
  expect(lines.join('')).not.toContain('\n');
});

test('what a client calls an API, a key or itself reaches no terminal as anything but letters', () => {
  const hostile = '\u001b[2J\u009b31m\r\nfake\u202e\u2028\u200b\u{e0041}';
  for (const format of ['text', 'json'] as const) {
    const lines: string[] = [];
    new Logs((line) => lines.push(line), format).request({
      ...entry,
      api: hostile,
      keyId: hostile,
      userAgent: hostile,
    });
    expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(lines.join('')).toContain('\\u009b31m');
    if (format === 'json') expect(JSON.parse(lines[0] as string)).toMatchObject({ api: hostile, userAgent: hostile });
  }
});
