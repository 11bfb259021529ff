import { invalidParameter } from '../../service-error.js';
import { flag, optionalText, text, toBase64 } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { dataKeyVersionAnswer } from './data-key-version-answer.js';

/** The version that is asked for; without one the newest, with UseLatest or not. */
export const getManagedDataKey: OpenApiAction = async (parameters, { kms }) => {
  const name = text(parameters, 'DataKeyName');
  const versionId = optionalText(parameters, 'DataKeyVersionId');
  const useLatest = flag(parameters, 'UseLatest');
  if (useLatest && versionId !== undefined) {
    throw invalidParameter('UseLatest', 'it cannot be true for a DataKeyVersionId');
  }
  const { id, plaintext } = await (versionId === undefined
    ? kms.dataKeys.newest(name)
    : kms.dataKeys.version(name, versionId));
  return { DataKeyName: name, ...dataKeyVersionAnswer(name, id), Plaintext: toBase64(plaintext) };
};
