/** The three scenes of the Client: an instance's gateway only, the public gateway only, or both. */
import { Client, type InstanceConfig, type PublicConfig } from 'alibabacloud-kms-sdk';
import { env, envOr } from './env.js';

/** The gateway of a KMS instance: cryptography and secrets, from inside of its VPC. The credential is a client key. */
const instanceConfig = (): InstanceConfig => ({
  endpoint: env('KMS_INSTANCE_ENDPOINT'),
  // The host of an instance begins with its id; only another host, such as that of a local KMS, needs this.
  instanceId: envOr('KMS_INSTANCE_ID', undefined),
  clientKeyFile: env('KMS_CLIENT_KEY_FILE'),
  password: env('KMS_CLIENT_KEY_PASSWORD'),
});

/** The public gateway: management, and cryptography too where the instance allows it. The credential is an AccessKey. */
const publicConfig = (): PublicConfig => ({
  regionId: env('ALIBABA_CLOUD_REGION_ID'),
  // No credential here: the default chain takes it from the environment, a configuration file, or the role of the machine.
  // Only a local KMS needs the rest.
  endpoint: envOr('KMS_ENDPOINT', undefined),
  caFilePath: envOr('KMS_PUBLIC_CA_FILE', undefined),
});

/** Scene 1: an application that encrypts, signs and reads secrets. The instance has a CA of its own, to be downloaded. */
export const instanceClient = (): Client =>
  new Client({ instanceConfig: { ...instanceConfig(), caFilePath: env('KMS_CA_FILE') } });

/** Scene 2: an operator who manages keys and secrets. */
export const publicClient = (): Client => new Client({ publicConfig: publicConfig() });

/**
 * Scene 3: both. Each call goes to the gateway that serves it; where both do, to the instance. Without a CA file the
 * client fetches the instance's CA through the public gateway.
 */
export const client = (): Client =>
  new Client({
    instanceConfig: { ...instanceConfig(), caFilePath: envOr('KMS_CA_FILE', undefined) },
    publicConfig: publicConfig(),
  });
