import { readPage } from '../../store/page.js';
import { pageAnswer } from '../answers.js';
import { page, text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { aliasesAnswer } from './aliases-answer.js';

export const listAliasesByKeyId: OpenApiAction = async (parameters, { kms }) => {
  const asked = page(parameters);
  const key = await kms.keys.find(text(parameters, 'KeyId'), 'ListAliasesByKeyId');
  const { rows, total } = await readPage(
    kms.store.db.selectFrom('aliases').select(['name', 'key_id']).where('key_id', '=', key.id),
    asked,
  );
  return { Aliases: aliasesAnswer(rows, kms.identity), ...pageAnswer(asked, total) };
};
