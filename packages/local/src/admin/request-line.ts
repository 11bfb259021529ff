import { knownApis } from './fault-rule.js';
import type { RequestEntry } from './request-log.js';

/** Format of the request log; neither format contains data or secrets. */
export type LogFormat = 'text' | 'json';

/** The log line for a call. */
export function requestLine(entry: RequestEntry, format: LogFormat): string {
  if (format === 'json') return visible(JSON.stringify({ level: 'info', event: 'request', ...entry }));
  const { time, gateway, api = 'unknown', status, code, durationMs, fault, disruption, keyId, secretName } = entry;
  const parts = [
    time,
    gateway,
    knownApis.has(api) ? api : quoted(api),
    quoted(keyId),
    quoted(secretName),
    status ?? disruption ?? 'unanswered',
    code,
    `${durationMs.toFixed(1)} ms`,
    fault,
    entry.requestId,
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}

/** Escapes what a client sent, so that it cannot start a line of its own. */
const quoted = (text: string | undefined): string | undefined => text && visible(JSON.stringify(text));

/** Escapes what JSON leaves: other control characters and bidirectional marks, which must not reach a terminal. */
const visible = (json: string): string =>
  json.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
