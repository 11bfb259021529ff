import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { type Clock, systemClock } from '../clock.js';
import { StartError } from './start-error.js';

export interface StartOptions {
  /** Port to listen on, 0 to 65535; 0 takes a free one. Default 0. */
  port?: number;
  /** Address or host name to listen on. Default `127.0.0.1`: this machine only. */
  host?: string;
  /** Directory that keeps everything; made when it does not exist. Without it, everything is in memory. */
  dataDir?: string;
  /** True says that without `dataDir` nothing is kept, which is the default; both together are an error. */
  memory?: boolean;
  /** Derives the root key of `dataDir` from this, in place of a key file in the directory. */
  passphrase?: string;
  /** Host names and IP addresses that the server's certificate is for, besides `127.0.0.1`, `localhost`, `::1` and `host`. */
  names?: readonly string[];
  /** Region that ARNs carry. Default `cn-hangzhou`; a data directory keeps the one that it was made with. */
  regionId?: string;
  /** Where keys, secrets and requests take the time from. Default: this machine's clock. */
  clock?: Clock;
  /** Gets a line for what the person who runs this KMS should know, never with a secret in it. Default: stderr. */
  log?: (line: string) => void;
}

export interface ResolvedOptions {
  port: number;
  host: string;
  dataDir?: string;
  passphrase?: string;
  /** All names of the server's certificate. */
  names: string[];
  regionId?: string;
  clock: Clock;
  log: (line: string) => void;
}

export const startDefaults = { port: 0, host: '127.0.0.1', regionId: 'cn-hangzhou' } as const;

const ownNames = ['127.0.0.1', 'localhost', '::1'];
const wildcardAddresses = ['0.0.0.0', '::'];
const hostName = /^(\*\.)?[a-z0-9_]([a-z0-9_-]{0,62}\.?)+$/i;

/** @throws StartError Start.InvalidOption */
export function resolveOptions(options: StartOptions): ResolvedOptions {
  const { port = startDefaults.port, host = startDefaults.host, dataDir, memory, passphrase, names = [] } = options;
  const { regionId, clock = systemClock, log = console.error } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw invalid('port', 'must be 0 to 65535', port);
  if (!isHost(host)) throw invalid('host', 'must be an address or a host name', host);
  if (dataDir !== undefined && (typeof dataDir !== 'string' || dataDir === '')) {
    throw invalid('dataDir', 'must be a path', dataDir);
  }
  if (memory && dataDir !== undefined) throw invalid('memory', 'and dataDir exclude each other', memory);
  if (memory === false && dataDir === undefined) throw invalid('memory', 'must not be false without dataDir', memory);
  if (passphrase !== undefined && dataDir === undefined) throw invalid('passphrase', 'needs dataDir');
  if (passphrase !== undefined && (typeof passphrase !== 'string' || passphrase === '')) {
    throw invalid('passphrase', 'must not be empty');
  }
  for (const name of names) {
    if (!isHost(name)) throw invalid('names', 'must be host names or IP addresses', name);
  }
  if (regionId !== undefined && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(regionId)) {
    throw invalid('regionId', 'must be a region like cn-hangzhou', regionId);
  }
  const bound = wildcardAddresses.includes(host) ? [] : [host];
  return {
    port,
    host,
    dataDir: dataDir === undefined ? undefined : resolve(dataDir),
    passphrase,
    names: [...new Set([...ownNames, ...bound, ...names])],
    regionId,
    clock,
    log,
  };
}

/** Host part of the endpoint for a program on this machine. */
export function endpointHost(host: string): string {
  if (wildcardAddresses.includes(host)) return '127.0.0.1';
  return isIP(host) === 6 ? `[${host}]` : host;
}

const isHost = (value: unknown): boolean =>
  typeof value === 'string' && (isIP(value) !== 0 || (value.length <= 253 && hostName.test(value)));

function invalid(option: keyof StartOptions, rule: string, value?: unknown): StartError {
  const given = value === undefined ? '' : `, not ${JSON.stringify(value)}`;
  return new StartError('Start.InvalidOption', `${option} ${rule}${given}`);
}
