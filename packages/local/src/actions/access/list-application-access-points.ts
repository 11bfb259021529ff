import { readPage } from '../../store/page.js';
import { pageAnswer } from '../answers.js';
import { page } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

export const listApplicationAccessPoints: OpenApiAction = async (parameters, { kms }) => {
  const asked = page(parameters);
  const query = kms.store.db.selectFrom('access_points').select(['name', 'authentication_method']);
  const { rows, total } = await readPage(query, asked);
  const points = rows.map(({ name, authentication_method }) => ({
    Name: name,
    AuthenticationMethod: authentication_method,
  }));
  return { ApplicationAccessPoints: { ApplicationAccessPoint: points }, ...pageAnswer(asked, total) };
};
