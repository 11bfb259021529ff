import { randomBytes } from 'node:crypto';
import { toBase64 } from 'alibabacloud-kms-sdk/internal';
import { wrapKey } from '../../keys/key-wrapping.js';
import { dataKeyNotFound } from '../../keys/managed-data-keys.js';
import { invalidParameter } from '../../service-error.js';
import { readPage } from '../../store/page.js';
import { decodeBase64 } from '../../text-checks.js';
import { pageOf, pageResponse } from '../fields.js';
import type { PublicRequests } from '../generated/public-types.js';
import type { PublicHandlers } from '../types.js';
import { openText, sealText } from './cryptography.js';

const bytesOfSpec = { AES_256: 32, AES_128: 16 };

export const dataKeyHandlers = {
  GenerateDataKey: async (request, { kms }) => {
    const plaintext = toBase64(newDataKey(request));
    const key = await kms.keys.find(request.KeyId, 'GenerateDataKey');
    return { ...(await sealText(kms, key, plaintext, request.EncryptionContext)), Plaintext: plaintext };
  },

  GenerateDataKeyWithoutPlaintext: async (request, { kms }) => {
    const plaintext = toBase64(newDataKey(request));
    const key = await kms.keys.find(request.KeyId, 'GenerateDataKeyWithoutPlaintext');
    return sealText(kms, key, plaintext, request.EncryptionContext);
  },

  GenerateAndExportDataKey: async (request, { kms }) => {
    const dataKey = newDataKey(request);
    const key = await kms.keys.find(request.KeyId, 'GenerateAndExportDataKey');
    const sealed = await sealText(kms, key, toBase64(dataKey), request.EncryptionContext);
    return { ...sealed, ExportedDataKey: await exportedDataKey(request, dataKey) };
  },

  ExportDataKey: async (request, { kms }) => {
    const { key, keyVersionId, text } = await openText(
      kms,
      request.CiphertextBlob,
      'ExportDataKey',
      request.EncryptionContext,
    );
    const dataKey = decodeBase64('CiphertextBlob', text);
    return { KeyId: key.id, KeyVersionId: keyVersionId, ExportedDataKey: await exportedDataKey(request, dataKey) };
  },

  /** Returns the requested version; without one, the newest, whatever UseLatest says. */
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

/** Length from NumberOfBytes, otherwise from KeySpec, otherwise 32 bytes. */
const newDataKey = ({ NumberOfBytes, KeySpec = 'AES_256' }: PublicRequests['GenerateDataKeyWithoutPlaintext']) =>
  randomBytes(NumberOfBytes ?? bytesOfSpec[KeySpec]);

type Wrapping = Pick<PublicRequests['ExportDataKey'], 'PublicKeyBlob' | 'WrappingKeySpec' | 'WrappingAlgorithm'>;

/** A data key encrypted with PublicKeyBlob, in base64. */
async function exportedDataKey(request: Wrapping, dataKey: Uint8Array): Promise<string> {
  const wrapped = await wrapKey({
    publicKey: request.PublicKeyBlob,
    wrappingKeySpec: request.WrappingKeySpec,
    wrappingAlgorithm: request.WrappingAlgorithm,
    plaintext: dataKey,
  });
  return toBase64(wrapped);
}

const dataKeyVersionResponse = (name: string, id: string) => ({
  DataKeyVersionId: id,
  DataKeyVersionName: `${name}@${id}`,
});
