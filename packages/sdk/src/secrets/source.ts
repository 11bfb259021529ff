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

/** What a cache takes of an answer of GetSecretValue. */
export type SecretResponse = Pick<
  GetSecretValueResponse,
  'secretName' | 'secretData' | 'secretBytes' | 'secretDataType' | 'versionId'
> &
  Partial<GetSecretValueResponse>;

/** What a cache takes of an answer of BatchGetSecretValue. */
export type BatchResponse = Pick<BatchGetSecretValueResponse, 'secretValues' | 'errors' | 'requestId'>;

/** Where a cache reads secrets: a `Client`, or anything that answers like one. */
export interface SecretSource {
  /** As `getSecretValue` of a `Client`. */
  getSecretValue(request: GetSecretValueRequest, options?: OperationOptions): Promise<SecretResponse>;
  /** Used for secrets that are asked for at the same moment, where `getSecretValue` goes to the public gateway. */
  batchGetSecretValue?(request: BatchGetSecretValueRequest, options?: OperationOptions): Promise<BatchResponse>;
  /** Tells which gateway `getSecretValue` goes to. */
  describeCall?(
    method: 'getSecretValue',
    request: GetSecretValueRequest,
    options?: Pick<OperationOptions, 'gateway'>,
  ): Promise<{ gateway: GatewayName; endpoint: string }>;
}

/** A source, and the gateway that it is asked through when its client has both. */
export interface GatewaySource {
  client: SecretSource;
  /** Default: the instance's when it is configured, else the public one. */
  gateway?: GatewayName | undefined;
}

/** As all official cache clients ask: with the settings of managed secrets. */
export const requestFor = ({ name, stage, versionId }: SecretKey) => ({
  secretName: name,
  versionId,
  versionStage: stage,
  fetchExtendedConfig: true,
});

/** @throws KmsConnectionError when it is no answer to the question */
export function secretOf(key: SecretKey, answer: SecretResponse | undefined): Secret {
  const isBinary = answer?.secretDataType === 'binary';
  const value = isBinary ? answer.secretBytes : answer?.secretData;
  const isValue = isBinary ? isBytes(value) : typeof value === 'string';
  if (!answer || value === undefined || !isValue || typeof answer.versionId !== 'string') {
    const message = `What was answered for ${key.name} is no secret`;
    throw new KmsConnectionError('Connection.InvalidResponse', message, { api: 'GetSecretValue' });
  }
  return new Secret({ ...answer, name: key.name, value, secretType: answer.secretType });
}
