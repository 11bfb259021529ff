import type { FaultRule } from '../admin/faults.js';
import type { LogFormat } from '../admin/request-line.js';
import type { ClockStart } from '../clock.js';
import type { TokenOptions } from '../identity/token-options.js';
import type { Seed } from '../seed/types.js';

/** How a local KMS starts; it needs none of these. */
export interface StartOptions {
  /** Port to listen on, 0 to 65535; 0 takes a free one. Default 0. */
  port?: number | undefined;
  /** Address or host name to listen on. Default `127.0.0.1`: this machine only. */
  host?: string | undefined;
  /** Directory that keeps everything; made when it does not exist. Without it, and without `database`, everything is in memory. */
  dataDir?: string | undefined;
  /**
   * URL of a PostgreSQL database that keeps everything, `postgres://user:password@host:port/name`; needs `passphrase`.
   * Several local KMS may use one database: each sees at once what the others write.
   */
  database?: string | undefined;
  /** True says that nothing is kept, which is the default without `dataDir` and `database`; with one of them it is an error. */
  memory?: boolean | undefined;
  /**
   * Derives the root key of `dataDir` from this, in place of a key file in the directory; all that use one `database` must
   * be given the same. At least 12 characters.
   */
  passphrase?: string | undefined;
  /** Keys, secrets and access to begin with: path of a YAML or JSON file, or the seed itself. What exists already stays as it is. */
  seed?: string | Seed | undefined;
  /** Host names and IP addresses that the server's certificate is for, besides `127.0.0.1`, `localhost`, `::1` and `host`. */
  names?: readonly string[] | undefined;
  /** Region that ARNs carry. Default `cn-hangzhou`; a data directory keeps the one that it was made with. */
  regionId?: string | undefined;
  /**
   * Where this KMS's clock begins: a Date or ISO 8601 text with a zone, or a duration that it is ahead of the machine's.
   * It runs on from there. Default: the machine's time, or where the clock of existing data was moved to.
   */
  clock?: ClockStart | undefined;
  /** Rules for faults, as `kms.faults.add` takes them. Default: none. */
  faults?: readonly FaultRule[] | undefined;
  /** Of what draws whether a fault with a probability strikes: the same requests meet the same faults again. Default: random. */
  faultSeed?: number | undefined;
  /** How many requests `kms.requests` remembers, 0 to 1,000,000. Default 10,000. */
  requestLogSize?: number | undefined;
  /**
   * Serves the admin API on a port of its own, on 127.0.0.1 whatever `host` is: true for a free port. Default: not served.
   */
  admin?: boolean | { port?: number /** At least 16 characters. Default: random. */; token?: string } | undefined;
  /**
   * Port for plain HTTP: health, readiness, the CA, metrics, and the credentials of `instanceRole`; 0 takes a free one.
   * Default: not served.
   */
  httpPort?: number | undefined;
  /** Address or host name for `httpPort`. Default: `host`. */
  httpHost?: string | undefined;
  /**
   * Name of the RAM role that this machine is taken to have as an ECS instance: `httpPort` then has its metadata service
   * and a credentials URI. Default: none.
   */
  instanceRole?: string | undefined;
  /** Whose tokens AssumeRoleWithOIDC takes: `any`, or those signed with a key of this set. Default: nobody's. */
  oidc?: TokenOptions['oidc'] | undefined;
  /** Who gets temporary AccessKeys without proving who they are: addresses and CIDR blocks. Default: this machine. */
  tokenClients?: readonly string[] | undefined;
  /** Where `ca.pem` and the client key are written. Default: `dataDir`, or a temporary directory that goes with this KMS. */
  filesDir?: string | undefined;
  /**
   * Also hands `log` a line for each call, and for start and stop, as text or JSON; with `json` every line is JSON.
   * Default: none.
   */
  logRequests?: LogFormat | undefined;
  /** Gets a line for what the person who runs this KMS should know, never with a secret in it. Default: stderr. */
  log?: ((line: string) => void) | undefined;
}
