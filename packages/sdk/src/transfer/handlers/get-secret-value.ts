import type { Handler } from './handler.js';

export const getSecretValue: Handler = async (call) => {
  const { answer, metadata } = await call.send('GetSecretValue', {
    SecretName: call.text('SecretName'),
    VersionId: call.optionalText('VersionId'),
    VersionStage: call.optionalText('VersionStage'),
    FetchExtendedConfig: call.flag('FetchExtendedConfig'),
  });
  const { VersionStages, ...fields } = answer;
  return { body: { ...fields, VersionStages: { VersionStage: VersionStages ?? [] } }, metadata };
};
