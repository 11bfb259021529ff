// A program of a project with `module: commonjs` and the oldest way to find modules, which reads no `exports`.

import * as local from 'alibabacloud-kms-local';

import { useLocalKms } from 'alibabacloud-kms-local/node-test';
import { Client, type ClientOptions, KmsError, KmsServiceError, keySpecs } from 'alibabacloud-kms-sdk';
import { Envelope } from 'alibabacloud-kms-sdk/envelope';
import { derToJose, type PublicJwk, PublicKey } from 'alibabacloud-kms-sdk/public-key';
import { SecretCache } from 'alibabacloud-kms-sdk/secrets';
import { type Kms10Responses, TransferClient } from 'alibabacloud-kms-sdk/transfer';

export const start: Promise<local.LocalKms> = local.startLocalKms();
const options: ClientOptions = { publicConfig: { regionId: 'cn-hangzhou' } };
export const client: Client = new Client(options);
export class OwnClient extends Client {}
export const cache: SecretCache = new SecretCache({ client });
export const envelope: Envelope = new Envelope({ kms: client, keys: ['alias/app'] });
export const transfer: TransferClient = new TransferClient({ config: { regionId: 'cn-hangzhou' } });
export const first = new TransferClient<1>({ apiGeneration: 1, config: { regionId: 'cn-hangzhou' } });
export const told = (error: unknown) =>
  error instanceof KmsServiceError ? error.requestId : error instanceof KmsError && error.code;
export const jwkOf = async (pem: string): Promise<PublicJwk> => (await PublicKey.fromPem(pem)).toJwk();
export const specs: string[] = Object.keys(keySpecs);
export { derToJose, type Kms10Responses, useLocalKms };
// @ts-expect-error a client is no number
export const clientIsTyped: number = client;
// @ts-expect-error nor is a public key
export const keyIsTyped: number = PublicKey.fromJwk({ kty: 'EC' });
