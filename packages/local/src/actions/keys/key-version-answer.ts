import type { KeyVersion } from '../../keys/key-service.js';
import { wireDate } from '../answers.js';

export const keyVersionAnswer = (version: Pick<KeyVersion, 'id' | 'key_id' | 'created_at'>) => ({
  KeyId: version.key_id,
  KeyVersionId: version.id,
  CreationDate: wireDate(version.created_at),
});
