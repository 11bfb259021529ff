import { limits } from 'alibabacloud-kms-sdk/internal';
import { invalidParameter, ServiceError } from '../../service-error.js';
import type { OpenApiAction, Parameters } from '../types.js';
import { getSecretValue } from './get-secret-value.js';

/** Each entry is a GetSecretValue of its own: what one may not read leaves the others alone. */
export const batchGetSecretValue: OpenApiAction = async (parameters, context) => {
  const values: object[] = [];
  const errors: object[] = [];
  for (const entry of secretsList(parameters)) {
    try {
      values.push({ ...(await getSecretValue(entry, context)), RequestId: context.requestId });
    } catch (error) {
      if (!(error instanceof ServiceError) || error.status >= 500) throw error;
      const { code, status, message } = error;
      errors.push({ SecretName: entry.SecretName, Code: code, HttpStatus: status, Message: message });
    }
  }
  return { SecretValues: values, Errors: errors };
};

function secretsList({ SecretsList: list }: Parameters): Parameters[] {
  if (list === undefined) throw new ServiceError('MissingParameter', { subject: 'SecretsList' });
  const isEntry = (entry: unknown): entry is Parameters =>
    typeof entry === 'object' && entry !== null && typeof (entry as Parameters).SecretName === 'string';
  if (!Array.isArray(list) || list.length === 0 || !list.every(isEntry)) {
    throw invalidParameter('SecretsList', 'it must be a JSON array of {"SecretName":"…"}');
  }
  if (list.length > limits.secretsBatchMax) {
    throw invalidParameter('SecretsList', `at most ${limits.secretsBatchMax} secrets are possible`);
  }
  // In JSON it may be a boolean as well as its text; anything else is what the entry is refused for.
  return list.map((entry) =>
    typeof entry.FetchExtendedConfig === 'boolean'
      ? { ...entry, FetchExtendedConfig: String(entry.FetchExtendedConfig) }
      : entry,
  );
}
