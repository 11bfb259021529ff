import type { GatewayName, OperationOptions } from '../client/call-options.js';
import type {
  BatchGetSecretValueRequest,
  BatchGetSecretValueResponse,
  GetSecretValueRequest,
  GetSecretValueResponse,
} from '../client/generated/secrets.js';
import { KmsConnectionError } from '../errors.js';
import { isBytes } from '../util/value-kinds.js';
import { Secret } from './secret.js';
import type { SecretKey } from './which.js';

/** What a cache uses of a GetSecretValue response. */
export type SecretResponse = Pick<
  GetSecretValueResponse,
  'secretName' | 'secretData' | 'secretBytes' | 'secretDataType' | 'versionId'
> &
  Partial<GetSecretValueResponse>;

/** What a cache uses of a BatchGetSecretValue response. */
export type BatchResponse = Pick<BatchGetSecretValueResponse, 'secretValues' | 'errors' | 'requestId'>;

/** Where a cache reads secrets: a `Client`, or anything with the same methods. */
export interface SecretSource {
  /** Like `getSecretValue` of a `Client`. */
  getSecretValue(request: GetSecretValueRequest, options?: OperationOptions): Promise<SecretResponse>;
  /** Used for secrets requested at the same moment if `getSecretValue` goes to the public gateway. */
  batchGetSecretValue?(request: BatchGetSecretValueRequest, options?: OperationOptions): Promise<BatchResponse>;
  /** Says which gateway `getSecretValue` goes to. */
  describeCall?(
    method: 'getSecretValue',
    request: GetSecretValueRequest,
    options?: Pick<OperationOptions, 'gateway'>,
  ): Promise<{ gateway: GatewayName; endpoint: string }>;
}

/** A source, and the gateway to use if its client has both. */
export interface GatewaySource {
  client: SecretSource;
  /** Default: the instance's if it is configured, otherwise the public one. */
  gateway?: GatewayName | undefined;
}

/** Like all official cache clients, also requests the settings of managed secrets. */
export const requestFor = ({ name, stage, versionId }: SecretKey) => ({
  secretName: name,
  versionId,
  versionStage: stage,
  fetchExtendedConfig: true,
});

/** @throws KmsConnectionError if the response does not match the request */
export function secretOf(key: SecretKey, answer: SecretResponse | undefined): Secret {
  const isBinary = answer?.secretDataType === 'binary';
  const value = isBinary ? answer.secretBytes : answer?.secretData;
  const isValue = isBinary ? isBytes(value) : typeof value === 'string';
  if (!answer || value === undefined || !isValue || typeof answer.versionId !== 'string') {
    const message = `The response for ${key.name} is not a secret`;
    throw new KmsConnectionError('Connection.InvalidResponse', message, { api: 'GetSecretValue' });
  }
  return new Secret({ ...answer, name: key.name, value, secretType: answer.secretType });
}
