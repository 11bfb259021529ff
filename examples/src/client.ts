/** Three ways to configure the Client: an instance gateway only, the public gateway only, or both. */
import { Client, type InstanceConfig, type PublicConfig } from 'alibabacloud-kms-sdk';
import { env, envOr } from './env.js';

/** The gateway of a KMS instance: cryptography and secrets, from inside its VPC. The credential is a client key. */
const instanceConfig = (): InstanceConfig => ({
  endpoint: env('KMS_INSTANCE_ENDPOINT'),
  // The host of an instance starts with its id; only other hosts, such as that of a local KMS, need this.
  instanceId: envOr('KMS_INSTANCE_ID', undefined),
  clientKeyFile: env('KMS_CLIENT_KEY_FILE'),
  password: env('KMS_CLIENT_KEY_PASSWORD'),
});

/** The public gateway: management, and cryptography too if the instance allows it. The credential is an AccessKey. */
const publicConfig = (): PublicConfig => ({
  regionId: env('ALIBABA_CLOUD_REGION_ID'),
  // No credential here: the default chain gets it from the environment, a configuration file, or the role of the machine.
  // Only a local KMS needs the rest.
  endpoint: envOr('KMS_ENDPOINT', undefined),
  caFilePath: envOr('KMS_PUBLIC_CA_FILE', undefined),
});

/** Scenario 1: an application that encrypts, signs and reads secrets. The instance has its own CA, which you download. */
export const instanceClient = (): Client =>
  new Client({ instanceConfig: { ...instanceConfig(), caFilePath: env('KMS_CA_FILE') } });

/** Scenario 2: an operator who manages keys and secrets. */
export const publicClient = (): Client => new Client({ publicConfig: publicConfig() });

/**
 * Scenario 3: both. Each call goes to the gateway that serves it; if both do, to the instance. Without a CA file the
 * client fetches the instance's CA through the public gateway.
 */
export const client = (): Client =>
  new Client({
    instanceConfig: { ...instanceConfig(), caFilePath: envOr('KMS_CA_FILE', undefined) },
    publicConfig: publicConfig(),
  });
