import { stages, updateSecret } from '../../secrets/secret-record.js';
import { checkStages } from '../../secrets/secret-rules.js';
import { moveStages, readStages, removeStage } from '../../secrets/secret-stages.js';
import { invalidParameter, ServiceError } from '../../service-error.js';
import { optionalText, text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

export const updateSecretVersionStage: OpenApiAction = async (parameters, { kms }) => {
  const stage = text(parameters, 'VersionStage');
  checkStages('VersionStage', [stage]);
  const moveTo = optionalText(parameters, 'MoveToVersion');
  const removeFrom = optionalText(parameters, 'RemoveFromVersion');
  if (moveTo === undefined && removeFrom === undefined) {
    throw new ServiceError('MissingParameter', { subject: 'MoveToVersion' });
  }
  if (moveTo === undefined && (stage === stages.current || stage === stages.previous)) {
    throw invalidParameter('RemoveFromVersion', `${stage} can be moved, not removed`);
  }
  const name = text(parameters, 'SecretName');
  await kms.secrets.change(name, 'UpdateSecretVersionStage', async (secret, db) => {
    for (const versionId of [moveTo, removeFrom]) {
      if (versionId !== undefined) await kms.secrets.version(db, secret, versionId);
    }
    if (removeFrom !== undefined && (await readStages(db, name)).get(stage) !== removeFrom) {
      throw invalidParameter('RemoveFromVersion', `${stage} is not on this version`);
    }
    if (moveTo === undefined) await removeStage(db, name, stage);
    else await moveStages(db, name, moveTo, [stage]);
    await updateSecret(db, secret, { updated_at: kms.clock.now() });
  });
  return { SecretName: name };
};
