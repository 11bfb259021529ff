import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { instanceAnswer } from './instance-answer.js';

export const getKmsInstance: OpenApiAction = async (parameters, { kms }) => {
  const instance = await kms.instances.find(text(parameters, 'KmsInstanceId'));
  const { certificatePem } = await kms.access.authority();
  return { KmsInstance: instanceAnswer(instance, certificatePem) };
};
