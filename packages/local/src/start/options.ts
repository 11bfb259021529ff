import type { FaultRule } from '../admin/faults.js';
import type { LogFormat } from '../admin/request-line.js';
import type { ClockStart } from '../clock.js';
import type { TokenOptions } from '../identity/token-options.js';
import type { Seed } from '../seed/types.js';

/** Options of a local KMS; all have defaults. */
export interface StartOptions {
  /** Port to listen on, 0 to 65535; 0: a free one. Default 0. */
  port?: number | undefined;
  /** Address or host name to listen on. Default `127.0.0.1`: this machine only. */
  host?: string | undefined;
  /** Directory for the data; created if it does not exist. Default: all data is in memory, unless `database` is given. */
  dataDir?: string | undefined;
  /**
   * URL of a PostgreSQL database for the data, `postgres://user:password@host:port/name`; needs `passphrase`.
   * Several local KMS may use one database: each immediately sees what the others write.
   */
  database?: string | undefined;
  /** True: store nothing, the default without `dataDir` and `database`; an error together with one of them. */
  memory?: boolean | undefined;
  /**
   * Derives the root key of `dataDir` from this, instead of using a key file in the directory; all local KMS on one
   * `database` need the same. At least 12 characters.
   */
  passphrase?: string | undefined;
  /** Initial keys, secrets and access: path of a YAML or JSON file, or the seed itself. Existing resources stay unchanged. */
  seed?: string | Seed | undefined;
  /** Host names and IP addresses for the server's certificate, in addition to `127.0.0.1`, `localhost`, `::1` and `host`. */
  names?: readonly string[] | undefined;
  /** Region in ARNs. Default `cn-hangzhou`; existing data keeps its region. */
  regionId?: string | undefined;
  /**
   * Initial time of this KMS's clock: a Date or ISO 8601 text with a zone, or an offset from the machine's clock.
   * It runs on from there. Default: the machine's time, or the clock of existing data.
   */
  clock?: ClockStart | undefined;
  /** Faults to inject, as for `kms.faults.add`. Default: none. */
  faults?: readonly FaultRule[] | undefined;
  /** Seed of the random decisions of faults with a probability: the same requests meet the same faults again. Default: random. */
  faultSeed?: number | undefined;
  /** How many requests `kms.requests` keeps, 0 to 1,000,000. Default 10,000. */
  requestLogSize?: number | undefined;
  /**
   * Serves the admin API on a separate port, always on 127.0.0.1; true: a free port. Default: not served.
   */
  admin?: boolean | { port?: number /** At least 16 characters. Default: random. */; token?: string } | undefined;
  /**
   * Port for plain HTTP: health, readiness, the CA, metrics, and the credentials of `instanceRole`; 0: a free one.
   * Default: not served.
   */
  httpPort?: number | undefined;
  /** Address or host name for `httpPort`. Default: `host`. */
  httpHost?: string | undefined;
  /**
   * Name of a RAM role, which makes this machine act like an ECS instance with that role: `httpPort` then serves its metadata
   * service and a credentials URI. Default: none.
   */
  instanceRole?: string | undefined;
  /** OIDC tokens that AssumeRoleWithOIDC accepts: `any`, or those signed with a key of this set. Default: none. */
  oidc?: TokenOptions['oidc'] | undefined;
  /** Clients that get temporary AccessKeys without authentication: addresses and CIDR blocks. Default: this machine. */
  tokenClients?: readonly string[] | undefined;
  /** Directory for `ca.pem` and the client key. Default: `dataDir`, or a temporary directory that is removed on close. */
  filesDir?: string | undefined;
  /**
   * Also passes a line for each call, and for start and stop, to `log`, as text or JSON; with `json` every line is JSON.
   * Default: none.
   */
  logRequests?: LogFormat | undefined;
  /** Called with messages to the operator of this KMS, which never contain a secret. Default: writes to stderr. */
  log?: ((line: string) => void) | undefined;
}
