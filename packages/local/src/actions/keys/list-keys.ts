import { keyArn } from '../../keys/key-ids.js';
import { readPage } from '../../store/page.js';
import type { KeyTable } from '../../store/schema.js';
import { pageAnswer } from '../answers.js';
import { filters, page } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

const filterColumns = {
  KeyState: 'state',
  KeySpec: 'spec',
  KeyUsage: 'usage',
  ProtectionLevel: 'protection_level',
  DKMSInstanceId: 'instance_id',
} as const satisfies Record<string, keyof KeyTable>;
type FilterName = keyof typeof filterColumns;

export const listKeys: OpenApiAction = async (parameters, { kms }) => {
  const asked = page(parameters);
  const wanted = filters(parameters, [...(Object.keys(filterColumns) as FilterName[]), 'CreatorType']);
  await kms.keys.settleAll();
  let query = kms.store.db.selectFrom('keys').select('id');
  for (const [name, column] of Object.entries(filterColumns)) {
    const values = wanted[name as FilterName];
    if (values) query = query.where(column, 'in', values);
  }
  // Cloud services make keys of their own in an account; nothing here does.
  if (wanted.CreatorType && !wanted.CreatorType.includes('User')) query = query.where((eb) => eb.lit(false));
  const { rows, total } = await readPage(query, asked);
  const keys = rows.map(({ id }) => ({ KeyId: id, KeyArn: keyArn(kms.identity, id) }));
  return { Keys: { Key: keys }, ...pageAnswer(asked, total) };
};
