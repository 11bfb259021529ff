import { limits } from 'alibabacloud-kms-sdk/internal';
import { ServiceError } from '../service-error.js';
import type { Database } from '../store/schema.js';
import { stages } from './secret-record.js';

/** The version of each stage of a secret. */
export async function readStages(db: Database, secretName: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('secret_stages')
    .select(['stage', 'version_id'])
    .where('secret_name', '=', secretName)
    .orderBy('stage')
    .execute();
  return new Map(rows.map(({ stage, version_id }) => [stage, version_id]));
}

export const stagesOf = (onVersions: ReadonlyMap<string, string>, versionId: string): string[] =>
  [...onVersions].filter(([, version]) => version === versionId).map(([stage]) => stage);

/** Whether ACSCurrent can move, which leaves ACSPrevious behind. */
export const hasRoomToRotate = (onVersions: ReadonlyMap<string, string>): boolean =>
  onVersions.has(stages.previous) || onVersions.size < limits.secretStagesMax;

/** Moves stages to a version. Moving ACSCurrent leaves ACSPrevious on the version that had it. */
export async function moveStages(
  db: Database,
  secretName: string,
  versionId: string,
  moved: readonly string[],
): Promise<void> {
  const before = await readStages(db, secretName);
  const formerCurrent = before.get(stages.current);
  const after = new Map(before);
  if (moved.includes(stages.current) && formerCurrent !== undefined && formerCurrent !== versionId) {
    after.set(stages.previous, formerCurrent);
  }
  for (const stage of moved) after.set(stage, versionId);
  if (after.size > limits.secretStagesMax) {
    throw new ServiceError('Rejected.LimitExceeded', {
      message: `A secret has at most ${limits.secretStagesMax} stages.`,
    });
  }
  for (const [stage, version_id] of after) {
    if (before.get(stage) === version_id) continue;
    await db
      .insertInto('secret_stages')
      .values({ secret_name: secretName, stage, version_id })
      .onConflict((conflict) => conflict.columns(['secret_name', 'stage']).doUpdateSet({ version_id }))
      .execute();
  }
}

export async function removeStage(db: Database, secretName: string, stage: string): Promise<void> {
  await db.deleteFrom('secret_stages').where('secret_name', '=', secretName).where('stage', '=', stage).execute();
}
