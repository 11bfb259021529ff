import { readPage } from '../../store/page.js';
import { pageAnswer } from '../answers.js';
import { page } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

export const listPolicies: OpenApiAction = async (parameters, { kms }) => {
  const asked = page(parameters);
  const query = kms.store.db.selectFrom('policies').select('name');
  const { rows, total } = await readPage(query, asked);
  return { Policies: { Policy: rows.map(({ name }) => ({ Name: name })) }, ...pageAnswer(asked, total) };
};
