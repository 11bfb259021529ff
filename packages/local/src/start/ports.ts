import type { Admin } from '../admin/admin.js';
import { infoPages } from '../admin/info-pages.js';
import { Metrics } from '../admin/metrics.js';
import type { RequestEntry } from '../admin/request-log.js';
import { createTokenEndpoints } from '../gateways/token-endpoints.js';
import type { Kms } from '../kms.js';
import type { CertifiedKey } from '../pki/certificates.js';
import { createApp } from '../server/app.js';
import { type Listener, type ListenOptions, listen } from '../server/listen.js';
import { createSite, type Site } from '../server/site.js';
import { endpointHost } from './hosts.js';
import type { ResolvedOptions } from './resolve-options.js';
import { StartError } from './start-error.js';
import { exposureWarning } from './warnings.js';

/** Registers a cleanup for when this KMS stops; the latest runs first. */
export type OnStop = (cleanUp: () => void | Promise<void>) => void;

interface Parts {
  options: ResolvedOptions;
  kms: Kms;
  admin: Admin;
  server: CertifiedKey;
  /** PEM */
  ca: string;
}

const adminHost = '127.0.0.1';
/** A snapshot of 10,000 keys has about 10 MiB. */
const adminBodyMaxBytes = 64 * 1024 * 1024;

/** The open ports of a local KMS. */
interface Ports {
  host: string;
  port: number;
  httpEndpoint?: string;
  adminEndpoint?: string;
}

/** Opens the requested ports; that of the gateways closes first, so that the others can report it. */
export async function openPorts({ options, kms, admin, server, ca }: Parts, onStop: OnStop): Promise<Ports> {
  const { host, httpHost, httpPort, tokens, logs, log } = options;
  let closing = false;
  let ended = false;
  const listeners: Listener[] = [];
  const open = async (site: Site, at: Pick<ListenOptions, 'host' | 'port' | 'certificate' | 'limits'>) => {
    const listener = await listen(site, { ...at, log }).catch((cause: Error) => {
      throw new StartError('Start.AddressUnavailable', `cannot listen on ${at.host}:${at.port}: ${cause.message}`, {
        cause,
      });
    });
    onStop(() => listener.close());
    listeners.push(listener);
    return listener.port;
  };

  const metrics = new Metrics(kms);
  const info = infoPages({ store: kms.store, ca, metrics, isClosing: () => closing });
  const ports: Ports = { host: endpointHost(host), port: 0 };
  if (httpPort !== undefined) {
    const site = createSite([info, createTokenEndpoints(kms, tokens)], log);
    ports.httpEndpoint = endpoint(httpHost, await open(site, { host: httpHost, port: httpPort }));
  }
  if (options.admin) {
    const { port, token } = options.admin;
    const { adminApi, adminErrorPage } = await import('../admin/admin-api.js');
    const site = createSite([adminApi(admin, token)], log, adminErrorPage);
    const limits = { bodyMaxBytes: adminBodyMaxBytes };
    ports.adminEndpoint = endpoint(adminHost, await open(site, { host: adminHost, port, limits }));
  }
  const observe = (entry: RequestEntry) => {
    admin.requests.add(entry);
    metrics.observe(entry);
    logs.request(entry);
  };
  const app = createApp(kms, {
    log,
    tokens,
    faults: admin.faults,
    observe,
    routes: [info],
    isEnded: () => ended,
  });
  onStop(() => {
    ended = true;
    logs.event('stop', {});
  });
  ports.port = await open(app, { host, port: options.port, certificate: server });
  onStop(() => {
    closing = true;
  });
  const warning = exposureWarning(listeners);
  if (warning) log(warning);
  const { httpEndpoint, adminEndpoint } = ports;
  logs.event('start', { endpoint: `https://${ports.host}:${ports.port}`, httpEndpoint, adminEndpoint });
  return ports;
}

const endpoint = (host: string, port: number): string => `http://${endpointHost(host)}:${port}`;
