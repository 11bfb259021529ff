import { readStages, stagesOf } from '../../secrets/secret-stages.js';
import { readPage } from '../../store/page.js';
import { pageAnswer, wireDate } from '../answers.js';
import { flag, page, text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

export const listSecretVersionIds: OpenApiAction = async (parameters, { kms }) => {
  const asked = page(parameters);
  const { name } = await kms.secrets.find(text(parameters, 'SecretName'), 'ListSecretVersionIds');
  let query = kms.store.db
    .selectFrom('secret_versions')
    .select(['version_id', 'created_at'])
    .where('secret_name', '=', name);
  // A version without a stage counts as deprecated.
  if (!flag(parameters, 'IncludeDeprecated')) {
    query = query.where('version_id', 'in', (eb) =>
      eb.selectFrom('secret_stages').select('version_id').where('secret_name', '=', name),
    );
  }
  const { rows, total } = await readPage(query, asked);
  const stages = await readStages(kms.store.db, name);
  const versions = rows.map(({ version_id, created_at }) => ({
    VersionId: version_id,
    CreateTime: wireDate(created_at),
    VersionStages: { VersionStage: stagesOf(stages, version_id) },
  }));
  return { SecretName: name, VersionIds: { VersionId: versions }, ...pageAnswer(asked, total) };
};
