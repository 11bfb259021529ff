import type { IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { setImmediate } from 'node:timers';
import type { CallSignal } from './call-signal.js';
import type { CallPolicy } from './options.js';
import type { Pool } from './pool.js';
import { answerTooLong, connectionFailure, type Progress, type SendFailure, timedOut } from './send-failure.js';
import type { TunnelHook, TunnelRequest } from './tunnel.js';
import type { WireRequest, WireResponse } from './types.js';

/** Responses of KMS are far shorter; anything longer comes from something else. */
const answerMaxBytes = 16 * 1024 * 1024;

class Answer implements WireResponse {
  readonly status: number;
  readonly #response: IncomingMessage;

  constructor(
    response: IncomingMessage,
    readonly body: Buffer,
  ) {
    this.status = response.statusCode ?? 0;
    this.#response = response;
  }

  /** Node.js makes them on first use; few calls need them. */
  get headers() {
    return this.#response.headers;
  }
}

/**
 * Sends one request on one connection and reads the whole response.
 * @throws SendFailure, or the signal's reason
 */
export function attempt(
  pool: Pool,
  { path, method, headers, body }: WireRequest,
  policy: CallPolicy,
  signal: CallSignal,
  fresh: boolean,
): Promise<WireResponse> {
  return new Promise((resolve, reject) => {
    const tunnel: TunnelHook = {};
    const options: TunnelRequest = {
      agent: fresh ? pool.fresh : pool.shared,
      host: pool.host,
      port: pool.port,
      method,
      path,
      headers: { 'user-agent': policy.userAgent, ...headers },
      tunnel,
    };
    const request = https.request(options);
    const progress: Progress = { connected: false, reused: request.reusedSocket, answered: false };
    const chunks: Buffer[] = [];
    let receivedBytes = 0;
    let socket: Socket | undefined;
    let connectTimer: NodeJS.Timeout | undefined;
    let settled = false;

    // The first event settles the promise. No listener stays on what outlives the attempt: socket and signal.
    const finish = () => {
      settled = true;
      clearTimeout(connectTimer);
      socket?.off('timeout', onSilence);
      signal.offAbort(onAbort);
    };
    const fail = (reason: unknown) => {
      if (settled) return;
      finish();
      reject(reason);
      request.destroy();
      tunnel.cancel?.();
    };
    const failWith = (failure: SendFailure) => fail(failure);
    const onAbort = () => fail(signal.reason);
    const onSilence = () => failWith(timedOut('Timeout.Read', pool, policy.readTimeoutMs, policy.peer));
    const onError = (error: Error) => failWith(connectionFailure(error, pool, progress, policy.peer));
    const onClose = () => {
      if (!settled) onError(Object.assign(new Error('socket closed'), { code: 'ECONNRESET' }));
    };
    const onConnected = () => {
      if (settled) return;
      progress.connected = true;
      clearTimeout(connectTimer);
      socket?.setTimeout(policy.readTimeoutMs);
      socket?.on('timeout', onSilence);
    };

    const onResponse = (response: IncomingMessage) => {
      progress.answered = true;
      response.on('data', (chunk: Buffer) => {
        receivedBytes += chunk.length;
        if (receivedBytes > answerMaxBytes) failWith(answerTooLong(pool, answerMaxBytes));
        else chunks.push(chunk);
      });
      response.on('error', onError);
      response.on('end', () => {
        if (!response.complete) return onClose();
        finish();
        // Data that came with the response is handled before the connection is used again: see OneHostAgent.
        setImmediate(resolve, new Answer(response, Buffer.concat(chunks, receivedBytes)));
      });
    };

    if (!progress.reused && policy.connectTimeoutMs > 0) {
      const onSlow = () => failWith(timedOut('Timeout.Connect', pool, policy.connectTimeoutMs, policy.peer));
      connectTimer = setTimeout(onSlow, policy.connectTimeoutMs);
    }
    signal.onAbort(onAbort);
    request.on('response', onResponse);
    // This listener stays: a destroyed request may report another error, which must not be unhandled.
    request.on('error', onError);
    // node:http does not report every end as an error, e.g. an upgrade that was not requested.
    request.on('close', onClose);
    request.once('socket', (assigned: Socket) => {
      socket = assigned;
      if (progress.reused) onConnected();
      else assigned.once('secureConnect', onConnected);
    });
    request.end(body);
  });
}
