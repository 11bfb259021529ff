import { type ConnectionCode, KmsConnectionError, KmsTimeoutError, type TimeoutCode } from '../errors.js';
import type { Peer } from '../model/advice.js';
import { oneLine } from '../util/text.js';
import { nameAdvice, portAdvice, routeAdvice, trustAdvice } from './peer.js';
import type { Pool } from './pool.js';
import { hostAndPort } from './proxy.js';
import { ProxyError } from './tunnel.js';

/** An attempt without a response: the error for the caller, and what decides about a retry. */
export class SendFailure extends Error {
  readonly error: KmsConnectionError | KmsTimeoutError;
  /** The server cannot have seen the request. */
  readonly unsent: boolean;
  /** A retry would fail the same way. */
  readonly lasting: boolean;
  /** The connection was an idle one from the pool, and was dead. */
  readonly stale: boolean;

  constructor(
    error: KmsConnectionError | KmsTimeoutError,
    facts: { unsent?: boolean; lasting?: boolean; stale?: boolean } = {},
  ) {
    super(error.message);
    this.error = error;
    this.unsent = facts.unsent ?? false;
    this.lasting = facts.lasting ?? false;
    this.stale = facts.stale ?? false;
  }
}

/** How far an attempt got. */
export interface Progress {
  /** There was a connection, so the request may have reached the server. */
  connected: boolean;
  /** The connection had served another request before. */
  reused: boolean;
  /** A response had begun. */
  answered: boolean;
}

const nameOf = ({ host, port }: Pool) => (port === 443 ? host : hostAndPort(host, port));

export function timedOut(code: TimeoutCode, pool: Pool, timeoutMs: number, peer: Peer): SendFailure {
  const unsent = code === 'Timeout.Connect';
  const through = pool.proxy ? ` through proxy ${pool.proxy}` : '';
  const message = unsent
    ? `No connection to ${nameOf(pool)}${through} within ${timeoutMs} ms (connectTimeoutMs)${routeAdvice(peer)}`
    : `${nameOf(pool)} was silent for ${timeoutMs} ms (readTimeoutMs)`;
  return new SendFailure(new KmsTimeoutError(code, message, timeoutMs), { unsent });
}

export function answerTooLong(pool: Pool, maxBytes: number): SendFailure {
  const message = `The answer of ${nameOf(pool)} is longer than ${maxBytes} bytes: that is no answer of KMS`;
  return new SendFailure(new KmsConnectionError('Connection.InvalidResponse', message), { lasting: true });
}

export function connectionFailure(
  cause: NodeJS.ErrnoException,
  pool: Pool,
  progress: Progress,
  peer: Peer,
): SendFailure {
  const { code, message, lasting } = diagnosis(cause, pool, { ...progress, peer });
  // The parser of node:http attaches the bytes it could not read: an answer, with a plaintext or secret in it.
  Reflect.deleteProperty(cause, 'rawPacket');
  return new SendFailure(new KmsConnectionError(code, message, { cause }), {
    unsent: !progress.connected,
    stale: code === 'Connection.Reset' && progress.reused && !progress.answered,
    lasting,
  });
}

interface Diagnosis {
  code: ConnectionCode;
  message: string;
  lasting?: boolean;
}

const tlsError =
  /^(ERR_TLS_|ERR_SSL_|ERR_OSSL_|EPROTO|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_|PATH_LENGTH_|HOSTNAME_)/;

function diagnosis(
  cause: NodeJS.ErrnoException,
  pool: Pool,
  { connected, answered, peer }: Progress & { peer: Peer },
): Diagnosis {
  const { code: errno = '' } = cause;
  const server = nameOf(pool);
  if (cause instanceof ProxyError) {
    return { code: 'Connection.Proxy', message: `No way to ${server}: ${cause.message}`, lasting: cause.lasting };
  }
  if (errno === 'ENOTFOUND') {
    const message = `There is no host ${pool.host}: ${nameAdvice(peer, pool.host)}`;
    return { code: 'Connection.Dns', message, lasting: true };
  }
  if (errno === 'EAI_AGAIN') return { code: 'Connection.Dns', message: `DNS did not answer for ${pool.host}` };
  if (errno === 'ECONNREFUSED') {
    const message = `${server} refused the connection: ${portAdvice(pool.host, pool.port)}`;
    return { code: 'Connection.Refused', message };
  }
  if (errno === 'ECONNRESET' || errno === 'EPIPE') {
    const moment = answered ? 'in the middle of its answer' : connected ? 'before it answered' : 'during the handshake';
    return { code: 'Connection.Reset', message: `${server} closed the connection ${moment}` };
  }
  if (tlsError.test(errno)) {
    return {
      code: 'Connection.Tls',
      message: `TLS with ${server} failed: ${tlsAdvice(cause, pool, peer)}`,
      lasting: true,
    };
  }
  if (errno.startsWith('HPE_')) {
    return {
      code: 'Connection.InvalidResponse',
      message: `What ${server} answered is not HTTP (${errno})`,
      lasting: true,
    };
  }
  return {
    code: 'Connection.Failed',
    message: `The connection to ${server} failed (${errno || oneLine(cause.message, 500)})`,
  };
}

function tlsAdvice(cause: NodeJS.ErrnoException, { settings }: Pool, peer: Peer): string {
  switch (cause.code) {
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return `${oneLine(cause.message, 500)}. The server's certificate is for another name: check endpoint and DNS`;
    case 'CERT_HAS_EXPIRED':
    case 'CERT_NOT_YET_VALID':
      return `the server's certificate ${cause.code === 'CERT_HAS_EXPIRED' ? 'has expired' : 'is not valid yet'}, or the clock of this machine is wrong`;
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN': {
      if (settings.caFilePath !== undefined) return `its certificate is not signed by the CA in ${settings.caFilePath}`;
      if (settings.ca !== undefined) return 'its certificate is not signed by the given ca';
      if (settings.fetchCa) {
        return 'its certificate is not signed by the CA that GetKmsInstance gave. Check endpoint and instanceId, or give caFilePath or ca';
      }
      return `its certificate is signed by an authority that is not trusted here. ${trustAdvice(peer)}`;
    }
    default:
      return `${cause.code}. Check endpoint, port and proxy`;
  }
}
