import { readPage } from '../../store/page.js';
import { pageAnswer } from '../answers.js';
import { page, text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { keyVersionAnswer } from './key-version-answer.js';

export const listKeyVersions: OpenApiAction = async (parameters, { kms }) => {
  const asked = page(parameters);
  const key = await kms.keys.find(text(parameters, 'KeyId'), 'ListKeyVersions');
  const { rows, total } = await readPage(
    kms.store.db.selectFrom('key_versions').select(['id', 'key_id', 'created_at']).where('key_id', '=', key.id),
    asked,
  );
  return { KeyVersions: { KeyVersion: rows.map(keyVersionAnswer) }, ...pageAnswer(asked, total) };
};
