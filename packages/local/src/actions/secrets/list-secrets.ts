import { readPage } from '../../store/page.js';
import type { SecretTable } from '../../store/schema.js';
import { pageAnswer } from '../answers.js';
import { filters, flag, page } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { secretAnswer, secretTagsAnswer } from './secret-answer.js';

const filterColumns = {
  SecretName: 'name',
  Description: 'description',
  SecretType: 'type',
  DKMSInstanceId: 'instance_id',
} as const satisfies Record<string, keyof SecretTable>;
const tagFilterColumns = { TagKey: 'tag_key', TagValue: 'tag_value' } as const;
const filterNames = Object.keys({ ...filterColumns, ...tagFilterColumns }) as (
  | keyof typeof filterColumns
  | keyof typeof tagFilterColumns
)[];

export const listSecrets: OpenApiAction = async (parameters, { kms }) => {
  const asked = page(parameters);
  const wanted = filters(parameters, filterNames);
  await kms.secrets.settleAll();
  let query = kms.store.db.selectFrom('secrets').selectAll();
  for (const [name, column] of Object.entries(filterColumns)) {
    const values = wanted[name as keyof typeof filterColumns];
    if (values) query = query.where(column, 'in', values);
  }
  for (const [name, column] of Object.entries(tagFilterColumns)) {
    const values = wanted[name as keyof typeof tagFilterColumns];
    if (!values) continue;
    query = query.where('name', 'in', (eb) =>
      eb.selectFrom('tags').select('resource_id').where('resource_type', '=', 'secret').where(column, 'in', values),
    );
  }
  const { rows, total } = await readPage(query, asked);
  const withTags = flag(parameters, 'FetchTags');
  const list = rows.map(async (secret) => ({
    ...secretAnswer(secret),
    Tags: withTags ? await secretTagsAnswer(kms, secret.name) : undefined,
  }));
  return { SecretList: { Secret: await Promise.all(list) }, ...pageAnswer(asked, total) };
};
