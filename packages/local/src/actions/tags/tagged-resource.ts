import { invalidParameter, ServiceError } from '../../service-error.js';
import type { ResourceType } from '../../store/schema.js';
import type { Database } from '../../store/store.js';
import type { TaggedResource } from '../../store/tags.js';
import { numberedTexts, optionalText } from '../parameters.js';
import type { Kms, Parameters } from '../types.js';

/** Changes the tags of resources, of all or none, while they are known to be there and in a state that allows it. */
export function changeTags(
  kms: Kms,
  resources: readonly TaggedResource[],
  action: 'TagResource' | 'TagResources' | 'UntagResource' | 'UntagResources',
  work: (db: Database, resource: TaggedResource) => Promise<void>,
): Promise<void> {
  return kms.store.transaction(async (db) => {
    for (const { type, id } of resources) {
      const found =
        type === 'key' ? (await kms.keys.findIn(db, id, action)).id : (await kms.secrets.findIn(db, id, action)).name;
      await work(db, { type, id: found });
    }
  });
}

/** The one resource that KeyId, SecretName or CertificateId names. */
export function namedResource(parameters: Parameters): TaggedResource {
  if (parameters.CertificateId) {
    throw new ServiceError('UnsupportedOperation', { message: 'CertificateId: there are no certificates here.' });
  }
  const keyId = optionalText(parameters, 'KeyId');
  const secretName = optionalText(parameters, 'SecretName');
  if (keyId && secretName) throw invalidParameter('SecretName', 'give either KeyId or SecretName');
  if (secretName) return { type: 'secret', id: secretName };
  if (keyId) return { type: 'key', id: keyId };
  throw new ServiceError('MissingParameter', { subject: 'KeyId' });
}

export function resourceType(parameters: Parameters): ResourceType {
  const type = optionalText(parameters, 'ResourceType');
  if (type === 'key' || type === 'secret') return type;
  throw invalidParameter('ResourceType', 'it must be key or secret');
}

/** Several resources of one type, named by ResourceType and ResourceId.1, ResourceId.2, … */
export function numberedResources(parameters: Parameters): TaggedResource[] {
  const type = resourceType(parameters);
  return numberedTexts(parameters, 'ResourceId').map((id) => ({ type, id }));
}
