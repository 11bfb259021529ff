import { dataKeyNotFound } from '../../keys/managed-data-keys.js';
import { readPage } from '../../store/page.js';
import { pageAnswer } from '../answers.js';
import { page, text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { dataKeyVersionAnswer } from './data-key-version-answer.js';

export const listManagedDataKeyVersions: OpenApiAction = async (parameters, { kms }) => {
  const asked = page(parameters);
  const name = text(parameters, 'DataKeyName');
  const versions = kms.store.db.selectFrom('data_key_versions').where('data_key_name', '=', name);
  const { rows, total } = await readPage(versions.select('id'), asked);
  if (total === 0) throw dataKeyNotFound();
  return {
    DataKeyName: name,
    ManagedDataKeyVersions: { ManagedDataKeyVersion: rows.map(({ id }) => dataKeyVersionAnswer(name, id)) },
    ...pageAnswer(asked, total),
  };
};
