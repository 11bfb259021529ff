import { toBase64 } from 'alibabacloud-kms-sdk/internal';
import { dataKeyNotFound } from '../../keys/managed-data-keys.js';
import { invalidParameter } from '../../service-error.js';
import { readPage } from '../../store/page.js';
import { pageOf, pageResponse } from '../fields.js';
import type { PublicHandlers } from '../types.js';

export const managedDataKeyHandlers = {
  /** The version that is asked for; without one the newest, with UseLatest or not. */
  GetManagedDataKey: async (request, { kms }) => {
    const name = request.DataKeyName;
    const versionId = request.DataKeyVersionId;
    const useLatest = request.UseLatest === true;
    if (useLatest && versionId !== undefined) {
      throw invalidParameter('UseLatest', 'it cannot be true for a DataKeyVersionId');
    }
    const { id, plaintext } = await (versionId === undefined
      ? kms.dataKeys.newest(name)
      : kms.dataKeys.version(name, versionId));
    return { DataKeyName: name, ...dataKeyVersionResponse(name, id), Plaintext: toBase64(plaintext) };
  },

  ListManagedDataKeyVersions: async (request, { kms }) => {
    const asked = pageOf(request);
    const name = request.DataKeyName;
    const versions = kms.store.db.selectFrom('data_key_versions').where('data_key_name', '=', name);
    const { rows, total } = await readPage(versions.select('id'), asked);
    if (total === 0) throw dataKeyNotFound();
    return {
      DataKeyName: name,
      ManagedDataKeyVersions: { ManagedDataKeyVersion: rows.map(({ id }) => dataKeyVersionResponse(name, id)) },
      ...pageResponse(asked, total),
    };
  },
} satisfies Partial<PublicHandlers>;

const dataKeyVersionResponse = (name: string, id: string) => ({
  DataKeyVersionId: id,
  DataKeyVersionName: `${name}@${id}`,
});
