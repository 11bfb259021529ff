import { Client } from 'alibabacloud-kms-sdk';
import type { LocalKms } from '../../src/start.js';

/** What programs of KMS 1.0 work with: keys of the instance, which both gateways reach, and a secret. */
export interface Things {
  instanceId: string;
  keyId: string;
  /** An EC key and its version. */
  signing: { keyId: string; keyVersionId: string };
  rsa: { keyId: string; keyVersionId: string };
  secretName: string;
}

export async function makeThings(kms: LocalKms): Promise<Things> {
  await using client = new Client(kms.clientConfig());
  const { instanceId } = kms;
  const make = async (request: object) => {
    const { keyMetadata } = await client.createKey({ dkmsInstanceId: instanceId, ...request });
    return { keyId: keyMetadata.keyId, keyVersionId: keyMetadata.primaryKeyVersion as string };
  };
  const { keyId } = await make({});
  const signing = await make({ keySpec: 'EC_P256', keyUsage: 'SIGN/VERIFY' });
  const rsa = await make({ keySpec: 'RSA_2048', keyUsage: 'ENCRYPT/DECRYPT' });
  const secretName = 'transfer/one';
  const secret = { secretName, versionId: 'v1', secretData: 'value & 密', encryptionKeyId: keyId };
  await client.createSecret({ ...secret, dkmsInstanceId: instanceId });
  return { instanceId, keyId, signing, rsa, secretName };
}

/** Configurations of a TransferClient for a local KMS, and changes to them. */
export function transferConfigs(kms: LocalKms) {
  const { publicConfig, instanceConfig } = kms.clientConfig();
  return { config: publicConfig, kmsConfig: instanceConfig };
}
