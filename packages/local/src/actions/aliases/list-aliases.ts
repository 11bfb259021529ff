import { readPage } from '../../store/page.js';
import { pageAnswer } from '../answers.js';
import { page } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { aliasesAnswer } from './aliases-answer.js';

export const listAliases: OpenApiAction = async (parameters, { kms }) => {
  const asked = page(parameters);
  await kms.keys.settleAll();
  const query = kms.store.db.selectFrom('aliases').select(['name', 'key_id']);
  const { rows, total } = await readPage(query, asked);
  return { Aliases: aliasesAnswer(rows, kms.identity), ...pageAnswer(asked, total) };
};
