import type { LocalKms } from 'alibabacloud-kms-local';

/** State of a background local KMS. Contains secrets: its file is for its owner only. */
export interface LocalState {
  pid: number;
  endpoint: string;
  regionId: string;
  caFile: string;
  instanceId: string;
  accessKeyId: string;
  accessKeySecret: string;
  clientKeyFile: string;
  clientKeyPassword: string;
  dataDir?: string;
  adminEndpoint: string;
  adminToken: string;
}

export const stateOf = (kms: LocalKms): LocalState => ({
  pid: process.pid,
  endpoint: kms.endpoint,
  regionId: kms.regionId,
  caFile: kms.caFile,
  instanceId: kms.instanceId,
  accessKeyId: kms.accessKeyId,
  accessKeySecret: kms.accessKeySecret,
  clientKeyFile: kms.clientKeyFile,
  clientKeyPassword: kms.clientKeyPassword,
  ...(kms.dataDir !== undefined && { dataDir: kms.dataDir }),
  adminEndpoint: kms.adminEndpoint as string,
  adminToken: kms.adminToken as string,
});
