import type { IncomingHttpHeaders } from 'node:http';
import type { CallSignal } from './call-signal.js';

/** Who a call was signed as, and where that AccessKey came from; nothing in it is secret. */
export interface SigningAccessKey {
  accessKeyId: string;
  /** What gave it: `publicConfig`, `publicConfig.credential`, `default chain (ecs_ram_role)`. */
  source: string;
  /** When it ends; unknown for a permanent one, and where its source does not say. */
  expiration?: Date;
}

/** A signed request, ready for the socket. */
export interface WireRequest {
  /** Scheme, host and port, e.g. `https://kms.cn-hangzhou.aliyuncs.com`. */
  origin: string;
  /** Path with query. */
  path: string;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body: Uint8Array;
  /** Absent when a client key signed it. */
  accessKey?: SigningAccessKey;
}

/** A complete response. */
export interface WireResponse {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** One call as the transport sees it: how to make a request for it, and how to read an answer. */
export interface Exchange<Answer> {
  api: string;
  /** Host and port, for error messages. */
  endpoint: string;
  /** Executing it twice is harmless, so it can be retried after an attempt that may have been executed. */
  repeatable: boolean;
  /** Signs each attempt; `now` is this machine's time corrected by what is known of the server's. */
  prepare(now: Date, signal: CallSignal): WireRequest | Promise<WireRequest>;
  /** Decodes a 2xx answer; throws `KmsServiceError` for an error answer, `KmsConnectionError` for what is no answer of KMS. */
  read(response: WireResponse): Answer;
}

/** Metadata of a call. */
export interface CallMetadata {
  /** HTTP status of the answer. */
  status: number;
  /** Number of requests sent; one that met a dead pooled connection is not counted. */
  attempts: number;
  /** The response headers that the call asked for, names in lower case. */
  headers: Record<string, string>;
  /** The AccessKey that the call was signed with, and what gave it; absent for a call with a client key. */
  accessKey?: SigningAccessKey;
}
