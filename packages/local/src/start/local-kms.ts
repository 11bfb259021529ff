import type { Admin } from '../admin/admin.js';
import type { Faults } from '../admin/faults.js';
import type { RequestEntry, RequestFilter } from '../admin/request-log.js';
import type { KmsClock } from '../clock.js';
import type { Seed, SeedReport } from '../seed/types.js';

/** Facts about a running local KMS. */
export interface LocalKmsFacts {
  host: string;
  port: number;
  caFile: string;
  ca: string;
  regionId: string;
  accountId: string;
  instanceId: string;
  accessKeyId: string;
  clientKeyFile: string;
  dataDir?: string;
  /** Without user and password. */
  database?: string;
  httpEndpoint?: string;
  adminEndpoint?: string;
}

export interface LocalKmsSecrets {
  accessKeySecret: string;
  clientKeyContent: string;
  clientKeyPassword: string;
  adminToken?: string;
}

/** Configuration for `new Client(…)` of alibabacloud-kms-sdk. */
export interface LocalClientConfig {
  instanceConfig: {
    endpoint: string;
    instanceId: string;
    clientKeyContent: string;
    password: string;
    ca: string;
  };
  publicConfig: { endpoint: string; regionId: string; accessKeyId: string; accessKeySecret: string; ca: string };
}

/** A running local KMS. Printing it shows no secret. */
export class LocalKms {
  /** Endpoint of both gateways, e.g. `https://127.0.0.1:8443`. */
  readonly endpoint: string;
  /** Host part of the endpoint. */
  readonly host: string;
  readonly port: number;
  /** PEM file of the CA that clients must trust. */
  readonly caFile: string;
  /** The CA's certificate, PEM. */
  readonly ca: string;
  readonly regionId: string;
  readonly accountId: string;
  /** The instance of this KMS. */
  readonly instanceId: string;
  readonly accessKeyId: string;
  /** Client key file as KMS issues it: JSON with `KeyId` and `PrivateKeyData`, encrypted with `clientKeyPassword`. */
  readonly clientKeyFile: string;
  /** Directory of the data; undefined if it is in memory or in a database. */
  readonly dataDir?: string;
  /** Host and name of the PostgreSQL database with the data, if any. */
  readonly database?: string;
  /** Health, readiness, the CA and metrics, e.g. `http://127.0.0.1:8080`; undefined without `httpPort`. */
  readonly httpEndpoint?: string;
  /** The admin API, for other processes and languages; undefined without `admin`. */
  readonly adminEndpoint?: string;
  readonly #secrets: LocalKmsSecrets;
  readonly #admin: Admin;
  readonly #stop: () => Promise<void>;
  #closed?: Promise<void>;

  /** @internal */
  constructor(facts: LocalKmsFacts, secrets: LocalKmsSecrets, admin: Admin, stop: () => Promise<void>) {
    this.endpoint = `https://${facts.host}:${facts.port}`;
    this.host = facts.host;
    this.port = facts.port;
    this.caFile = facts.caFile;
    this.ca = facts.ca;
    this.regionId = facts.regionId;
    this.accountId = facts.accountId;
    this.instanceId = facts.instanceId;
    this.accessKeyId = facts.accessKeyId;
    this.clientKeyFile = facts.clientKeyFile;
    this.dataDir = facts.dataDir;
    this.database = facts.database;
    this.httpEndpoint = facts.httpEndpoint;
    this.adminEndpoint = facts.adminEndpoint;
    this.#secrets = secrets;
    this.#admin = admin;
    this.#stop = stop;
  }

  /** The secret of `accessKeyId`. */
  get accessKeySecret(): string {
    return this.#secrets.accessKeySecret;
  }

  /** Content of `clientKeyFile`. */
  get clientKeyContent(): string {
    return this.#secrets.clientKeyContent;
  }

  /** Password of `clientKeyFile` and `clientKeyContent`. */
  get clientKeyPassword(): string {
    return this.#secrets.clientKeyPassword;
  }

  /** Token of the admin API. */
  get adminToken(): string | undefined {
    return this.#secrets.adminToken;
  }

  /** The clock of this KMS: `await kms.clock.advance({ days: 8 })`. */
  get clock(): KmsClock {
    return this.#admin.clock;
  }

  /** Injected faults: `kms.faults.add({ api: 'Decrypt', code: 'Rejected.Throttling', times: 2 })`. */
  get faults(): Faults {
    return this.#admin.faults;
  }

  /**
   * The processed requests, oldest first, at most `requestLogSize`. They contain no data.
   *
   * @example
   * expect(kms.requests({ api: 'Decrypt' })).toHaveLength(3);
   */
  requests(filter?: RequestFilter): RequestEntry[] {
    return this.#admin.requests.find(filter);
  }

  /** Forgets all requests. */
  clearRequests(): void {
    this.#admin.requests.clear();
  }

  /**
   * Restores the state after creation: deletes all keys, secrets and access, loads the seed again, forgets faults and
   * requests, and resets the clock to its start. AccessKey, client key and CA stay the same.
   */
  reset(): Promise<void> {
    return this.#admin.reset();
  }

  /** Current keys, secrets, access and clock, for `restore` of this KMS; sealed with its root key. */
  snapshot(): Promise<Uint8Array> {
    return this.#admin.snapshot();
  }

  /**
   * Replaces everything by a snapshot.
   *
   * @throws StoreError with `Store.SnapshotUnusable` for a snapshot of another KMS, or other bytes
   */
  restore(snapshot: Uint8Array): Promise<void> {
    return this.#admin.restore(snapshot);
  }

  /** Everything as a seed, with key material and secrets in plaintext. */
  exportSeed(): Promise<Seed> {
    return this.#admin.exportSeed();
  }

  /** {@link exportSeed} as the text of a file. */
  async exportText(format: 'yaml' | 'json'): Promise<string> {
    const { formatSeed } = await import('../seed/export-seed.js');
    return formatSeed(await this.exportSeed(), format);
  }

  /**
   * Adds everything in a seed that does not exist yet: all of it or nothing.
   *
   * @throws SeedError with `Seed.Invalid`
   */
  loadSeed(seed: Seed): Promise<SeedReport> {
    return this.#admin.loadSeed(seed);
  }

  /** Configuration of a client for both gateways: `new Client(kms.clientConfig())`. Contains secrets. */
  clientConfig(): LocalClientConfig {
    const { endpoint, instanceId, ca, regionId, accessKeyId } = this;
    const { accessKeySecret, clientKeyContent, clientKeyPassword } = this.#secrets;
    return {
      instanceConfig: { endpoint, instanceId, clientKeyContent, password: clientKeyPassword, ca },
      publicConfig: { endpoint, regionId, accessKeyId, accessKeySecret, ca },
    };
  }

  /** Waits for running requests, at most 5 seconds, and releases everything. Data is lost without `dataDir` and `database`. */
  close(): Promise<void> {
    this.#closed ??= this.#stop();
    return this.#closed;
  }

  /** {@link close}, for `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
