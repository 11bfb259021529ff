import { readPage } from '../../store/page.js';
import { pageAnswer } from '../answers.js';
import { page } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

export const listNetworkRules: OpenApiAction = async (parameters, { kms }) => {
  const asked = page(parameters);
  const query = kms.store.db.selectFrom('network_rules').select(['name', 'type']);
  const { rows, total } = await readPage(query, asked);
  const rules = rows.map(({ name, type }) => ({ Name: name, Type: type }));
  return { NetworkRules: { NetworkRule: rules }, ...pageAnswer(asked, total) };
};
