import { knownApis } from './fault-rule.js';
import type { RequestEntry } from './request-log.js';

/** How a call is logged; neither form holds data or a secret. */
export type LogFormat = 'text' | 'json';

/** One line of a log for a call. */
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

/** What a client sent must not begin a line of its own. */
const quoted = (text: string | undefined): string | undefined => text && visible(JSON.stringify(text));

/** JSON escapes some control characters only; the others, and marks that turn text around, must not reach a terminal. */
const visible = (json: string): string =>
  json.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
