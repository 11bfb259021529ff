import { lookup } from 'node:dns/promises';
import { readFile } from 'node:fs/promises';
import { connect as connectTcp } from 'node:net';
import { connect as connectTls, type PeerCertificate, type TLSSocket } from 'node:tls';
import { fileError } from '../failures.js';
import type { Finding } from './finding.js';

interface Target {
  /** Host or URL, with or without a port. */
  endpoint: string;
  caFile?: string;
  /** The CA comes from the public gateway if none is given. */
  fetchesCa?: boolean;
  env: Readonly<Record<string, string | undefined>>;
}

const timeoutMs = 5000;
/** KMS refuses requests whose date differs more. */
const clockSkewMs = 15 * 60_000;

const proxyVariables = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'];

/** Checks DNS, TCP, TLS and the clock, each only if the previous one succeeded. */
export async function* examineNetwork(
  name: string,
  { endpoint, caFile, fetchesCa, env }: Target,
): AsyncGenerator<Finding> {
  const { hostname, port } = new URL(/^https:\/\//.test(endpoint) ? endpoint : `https://${endpoint}`);
  const host = hostname.replace(/^\[|\]$/g, '');
  const target = { host, port: Number(port || 443) };
  const proxy = proxyVariables.find((variable) => env[variable]);
  if (proxy !== undefined && !(env.NO_PROXY ?? env.no_proxy)) {
    yield { check: `${name}: proxy`, status: 'ok', detail: `${proxy} is set: DNS, TCP and TLS are up to the proxy` };
    return;
  }
  const addresses = await resolve(host);
  yield dnsFinding(name, host, addresses);
  if (addresses instanceof Error) return;
  const tcp = await failureOf(reach(target));
  yield tcpFinding(name, target, tcp);
  if (tcp) return;
  const ca = caFile === undefined ? undefined : await readFile(caFile).catch((error: Error) => error);
  if (ca instanceof Error) {
    yield {
      check: `${name}: CA`,
      status: 'failed',
      detail: fileError(`${caFile} cannot be read`, ca).message,
      remedy: 'give a PEM file',
    };
    return;
  }
  const handshake = await shakeHands(target, ca).catch((error: Error) => error);
  if (handshake instanceof Error) {
    const remedy = 'is this the port of a KMS gateway, and does nothing on the way break TLS?';
    yield { check: `${name}: TLS`, status: 'failed', detail: `no TLS: ${codeOf(handshake)}`, remedy };
    return;
  }
  yield tlsFinding(name, handshake, { caFile, fetchesCa });
  if (handshake.date !== undefined) yield clockFinding(name, handshake.date);
}

const resolve = async (host: string): Promise<string[] | Error> =>
  lookup(host, { all: true }).then(
    (found) => found.map(({ address }) => address),
    (error: Error) => error,
  );

function dnsFinding(name: string, host: string, addresses: string[] | Error): Finding {
  const check = `${name}: DNS`;
  if (!(addresses instanceof Error)) return { check, status: 'ok', detail: `${host} → ${addresses.join(', ')}` };
  const isInstance = host.startsWith('kst-');
  const remedy = isInstance
    ? 'the host of an instance is known in the VPCs that it is bound to only: run this there'
    : 'is the region spelt rightly, and does this machine have a name server?';
  return { check, status: 'failed', detail: `${host} is not known: ${codeOf(addresses)}`, remedy };
}

function tcpFinding(name: string, { host, port }: { host: string; port: number }, error: Error | undefined): Finding {
  const check = `${name}: TCP`;
  if (!error) return { check, status: 'ok', detail: `port ${port} answers` };
  return { check, status: 'failed', detail: `${host} port ${port}: ${codeOf(error)}`, remedy: tcpRemedy(host, error) };
}

function tcpRemedy(host: string, error: Error): string {
  if (codeOf(error) !== 'ECONNREFUSED') {
    return 'a firewall, a security group, or a network that is not bound to the instance is in the way';
  }
  const isOwn = host === 'localhost' || host === '::1' || host.startsWith('127.');
  if (!isOwn) return 'nothing listens there: check host and port';
  return 'nothing listens on this port: kms local env starts a local KMS, and says where it is';
}

interface Handshake {
  problem?: string;
  protocol: string | null;
  certificate: PeerCertificate;
  /** From the response to a request without an API. */
  date?: Date;
}

function tlsFinding(
  name: string,
  { problem, protocol, certificate }: Handshake,
  { caFile, fetchesCa }: Pick<Target, 'caFile' | 'fetchesCa'>,
): Finding {
  const check = `${name}: TLS`;
  const issuer = certificate.issuer?.CN ?? 'somebody without a name';
  const until = `${protocol}, certificate valid until ${certificate.valid_to}`;
  if (problem === undefined) return { check, status: 'ok', detail: until };
  if (caFile === undefined && fetchesCa) {
    return { check, status: 'ok', detail: `${until}, signed by "${issuer}"; its CA is fetched by the public gateway` };
  }
  const detail = `the server's certificate is signed by "${issuer}": ${problem}`;
  const flag = name === 'instance' ? '--ca-file' : '--public-ca-file';
  const remedy = caFile
    ? `${caFile} is not the CA of this server, or it is for another name`
    : `give its CA: ${flag}${name === 'instance' ? ', or configure the public gateway (--region), so that it can be fetched' : ''}`;
  return { check, status: 'failed', detail, remedy };
}

function clockFinding(name: string, date: Date): Finding {
  const check = `${name}: clock`;
  const skewMs = Date.now() - date.getTime();
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  if (seconds <= 2) return { check, status: 'ok', detail: 'this machine and the server agree' };
  const detail = `this machine is ${seconds} s ${skewMs > 0 ? 'ahead' : 'behind'}`;
  if (Math.abs(skewMs) < clockSkewMs / 3) return { check, status: 'ok', detail };
  const remedy = 'set the clock of this machine (NTP)';
  return { check, status: Math.abs(skewMs) < clockSkewMs ? 'warning' : 'failed', detail, remedy };
}

function reach({ host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolveReach, reject) => {
    const socket = connectTcp({ host, port, timeout: timeoutMs });
    socket.once('connect', () => resolveReach()).once('error', reject);
    socket.once('timeout', () => reject(Object.assign(new Error('timeout'), { code: 'no answer within 5 s' })));
    for (const event of ['connect', 'error', 'timeout']) socket.once(event, () => socket.destroy());
  });
}

/** Does not verify the certificate, in order to report what is wrong with it; sends nothing secret. */
function shakeHands({ host, port }: { host: string; port: number }, ca: Buffer | undefined): Promise<Handshake> {
  return new Promise((resolveShake, reject) => {
    const servername = /^[\d.]+$|:/.test(host) ? undefined : host;
    const socket = connectTls({ host, port, servername, ca, rejectUnauthorized: false, timeout: timeoutMs });
    socket.once('error', reject).once('timeout', () => {
      reject(Object.assign(new Error('timeout'), { code: 'no answer within 5 s' }));
      socket.destroy();
    });
    socket.once('secureConnect', () => {
      const certificate = socket.getPeerCertificate();
      const problem = socket.authorized
        ? undefined
        : String((socket.authorizationError as { code?: string })?.code ?? socket.authorizationError);
      const found = { problem, protocol: socket.getProtocol(), certificate };
      dateOf(socket, host).then((date) => resolveShake({ ...found, date }), reject);
    });
  });
}

function dateOf(socket: TLSSocket, host: string): Promise<Date | undefined> {
  return new Promise((resolveDate) => {
    let text = '';
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
    });
    const end = () => {
      const [, value] = /^date:\s*(.+?)\r?$/im.exec(text) ?? [];
      const date = new Date(value ?? '');
      resolveDate(Number.isNaN(date.getTime()) ? undefined : date);
    };
    socket.removeAllListeners('timeout');
    socket.removeAllListeners('error');
    socket
      .once('timeout', () => socket.destroy())
      .once('error', end)
      .once('close', end);
    socket.write(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  });
}

const failureOf = (attempt: Promise<void>): Promise<Error | undefined> =>
  attempt.then(
    () => undefined,
    (error: Error) => error,
  );

const codeOf = (error: Error): string => (error as NodeJS.ErrnoException).code ?? error.message;
