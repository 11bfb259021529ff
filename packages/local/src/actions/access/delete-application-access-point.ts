import { ServiceError } from '../../service-error.js';
import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { findAccessPoint } from './access-point.js';

export const deleteApplicationAccessPoint: OpenApiAction = async (parameters, { kms }) => {
  const name = text(parameters, 'Name');
  await kms.access.change(async (db) => {
    await findAccessPoint(db, name);
    const clientKeys = db.selectFrom('client_keys').select('id').where('access_point', '=', name);
    const clientKey = await clientKeys.executeTakeFirst();
    if (clientKey) {
      const message = `Client key ${clientKey.id} belongs to this application access point.`;
      throw new ServiceError('Rejected.ResourceInUse', { message });
    }
    await db.deleteFrom('access_points').where('name', '=', name).execute();
  });
  return {};
};
