import { readPage } from '../../store/page.js';
import { pageAnswer } from '../answers.js';
import { filters, page } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { instanceArn } from './instance-answer.js';

export const listKmsInstances: OpenApiAction = async (parameters, { kms }) => {
  const asked = page(parameters);
  const { KmsInstanceId: ids } = filters(parameters, ['KmsInstanceId']);
  const all = kms.instances.list().select('id');
  const { rows, total } = await readPage(ids ? all.where('id', 'in', ids) : all, asked);
  const instances = rows.map(({ id }) => ({ KmsInstanceId: id, KmsInstanceArn: instanceArn(kms.identity, id) }));
  return { KmsInstances: { KmsInstance: instances }, ...pageAnswer(asked, total) };
};
