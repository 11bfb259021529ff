/** What a program needs to know of a running local KMS. */
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
}

export interface LocalKmsSecrets {
  accessKeySecret: string;
  clientKeyContent: string;
  clientKeyPassword: string;
}

/** Configuration for `new Client(…)` of alibabacloud-kms-sdk. */
export interface LocalClientConfig {
  kmsInstanceConfig: {
    endpoint: string;
    instanceId: string;
    clientKeyContent: string;
    password: string;
    ca: string;
  };
  openApiConfig: { endpoint: string; regionId: string; accessKeyId: string; accessKeySecret: string; ca: string };
}

/** A running local KMS. Printing it shows no secret. */
export class LocalKms {
  /** Both gateways, e.g. `https://127.0.0.1:8443`. */
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
  /** The one instance that this KMS has. */
  readonly instanceId: string;
  readonly accessKeyId: string;
  /** Client key as KMS hands it out: JSON with `KeyId` and `PrivateKeyData`. Opens with `clientKeyPassword`. */
  readonly clientKeyFile: string;
  /** Where everything is kept; undefined when it is in memory. */
  readonly dataDir?: string;
  readonly #secrets: LocalKmsSecrets;
  readonly #stop: () => Promise<void>;
  #closed?: Promise<void>;

  constructor(facts: LocalKmsFacts, secrets: LocalKmsSecrets, stop: () => Promise<void>) {
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
    this.#secrets = secrets;
    this.#stop = stop;
  }

  get accessKeySecret(): string {
    return this.#secrets.accessKeySecret;
  }

  /** Content of `clientKeyFile`. */
  get clientKeyContent(): string {
    return this.#secrets.clientKeyContent;
  }

  get clientKeyPassword(): string {
    return this.#secrets.clientKeyPassword;
  }

  /** Configuration of a client for both gateways: `new Client(kms.clientConfig())`. It holds secrets. */
  clientConfig(): LocalClientConfig {
    const { endpoint, instanceId, ca, regionId, accessKeyId } = this;
    const { accessKeySecret, clientKeyContent, clientKeyPassword } = this.#secrets;
    return {
      kmsInstanceConfig: { endpoint, instanceId, clientKeyContent, password: clientKeyPassword, ca },
      openApiConfig: { endpoint, regionId, accessKeyId, accessKeySecret, ca },
    };
  }

  /** Lets running requests end, at most 5 seconds, and releases everything; without `dataDir` all keys and secrets are gone. */
  close(): Promise<void> {
    this.#closed ??= this.#stop();
    return this.#closed;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
