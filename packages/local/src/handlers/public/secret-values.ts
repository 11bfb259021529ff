import { limits } from 'alibabacloud-kms-sdk/internal';
import { passwordAlphabets, randomPassword } from '../../secrets/credentials.js';
import { stages, updateSecret } from '../../secrets/secret-record.js';
import { checkStages } from '../../secrets/secret-rules.js';
import { moveStages, readStages, removeStage, stagesOf } from '../../secrets/secret-stages.js';
import { invalidParameter, ServiceError } from '../../service-error.js';
import { readPage } from '../../store/page.js';
import { pageOf, pageResponse, wireDate } from '../fields.js';
import type { PublicRequests, PublicResponses } from '../generated/public-types.js';
import { readSecret, secretValue } from '../secret-fields.js';
import type { CallContext, PublicHandlers } from '../types.js';

const characterTypes = {
  ExcludeLowercase: passwordAlphabets.lowercase,
  ExcludeUppercase: passwordAlphabets.uppercase,
  ExcludeNumbers: passwordAlphabets.numbers,
  ExcludePunctuation: passwordAlphabets.punctuation,
};

type WhichValue = Pick<
  PublicRequests['GetSecretValue'],
  'SecretName' | 'VersionId' | 'VersionStage' | 'FetchExtendedConfig'
>;
type Batch = {
  readonly [List in 'SecretValues' | 'Errors']: NonNullable<PublicResponses['BatchGetSecretValue'][List]>;
};

export const secretValueHandlers = {
  PutSecretValue: async (request, { kms }) => {
    const name = request.SecretName;
    const value = secretValue(request);
    const { VersionStages: given = [] } = request;
    checkStages('VersionStages', given);
    const onVersion = await kms.secrets.put(name, value, given.length > 0 ? given : [stages.current]);
    return { SecretName: name, VersionId: value.versionId, VersionStages: { VersionStage: onVersion } };
  },

  GetSecretValue: getSecretValue,

  /** Each entry is a separate GetSecretValue: a refused one does not affect the others. */
  BatchGetSecretValue: async (request, context) => {
    const { SecretsList: list } = request;
    if (list === undefined) throw new ServiceError('MissingParameter', { subject: 'SecretsList' });
    if (list.length === 0) throw invalidParameter('SecretsList', 'must name a secret');
    const values: Batch['SecretValues'][number][] = [];
    const errors: Batch['Errors'][number][] = [];
    for (const entry of list) {
      try {
        values.push({ ...(await getSecretValue(entry, context)), RequestId: context.requestId });
      } catch (error) {
        if (!(error instanceof ServiceError) || error.status >= 500) throw error;
        const { code, status, message } = error;
        errors.push({ SecretName: entry.SecretName, Code: code, HttpStatus: status, Message: message });
      }
    }
    return { SecretValues: values, Errors: errors };
  },

  ListSecretVersionIds: async (request, { kms }) => {
    const asked = pageOf(request);
    const { name } = await kms.secrets.find(request.SecretName, 'ListSecretVersionIds');
    let query = kms.store.db
      .selectFrom('secret_versions')
      .select(['version_id', 'created_at'])
      .where('secret_name', '=', name);
    // A version without a stage counts as deprecated.
    if (request.IncludeDeprecated !== true) {
      query = query.where('version_id', 'in', (eb) =>
        eb.selectFrom('secret_stages').select('version_id').where('secret_name', '=', name),
      );
    }
    const { rows, total } = await readPage(query, asked);
    const stages = await readStages(kms.store.db, name);
    const versions = rows.map(({ version_id, created_at }) => ({
      VersionId: version_id,
      CreateTime: wireDate(created_at),
      VersionStages: { VersionStage: stagesOf(stages, version_id) },
    }));
    return { SecretName: name, VersionIds: { VersionId: versions }, ...pageResponse(asked, total) };
  },

  UpdateSecretVersionStage: async (request, { kms }) => {
    const stage = request.VersionStage;
    checkStages('VersionStage', [stage]);
    const moveTo = request.MoveToVersion;
    const removeFrom = request.RemoveFromVersion;
    if (moveTo === undefined && removeFrom === undefined) {
      throw new ServiceError('MissingParameter', { subject: 'MoveToVersion' });
    }
    if (moveTo === undefined && (stage === stages.current || stage === stages.previous)) {
      throw invalidParameter('RemoveFromVersion', `${stage} can be moved, not removed`);
    }
    const name = request.SecretName;
    await kms.secrets.change(name, 'UpdateSecretVersionStage', async (secret, db) => {
      for (const versionId of [moveTo, removeFrom]) {
        if (versionId !== undefined) await kms.secrets.version(db, secret, versionId);
      }
      if (removeFrom !== undefined && (await readStages(db, name)).get(stage) !== removeFrom) {
        throw invalidParameter('RemoveFromVersion', `${stage} is not on this version`);
      }
      if (moveTo === undefined) await removeStage(db, name, stage);
      else await moveStages(db, name, moveTo, [stage]);
      await updateSecret(db, secret, { updated_at: kms.clock.now() });
    });
    return { SecretName: name };
  },

  GetRandomPassword: async (request) => {
    const bounds = limits.randomPasswordChars;
    const length = request.PasswordLength ?? bounds.default;
    const excluded = request.ExcludeCharacters ?? '';
    const alphabets = Object.entries(characterTypes)
      .filter(([name]) => request[name as keyof typeof characterTypes] !== true)
      .map(([, alphabet]) => [...alphabet].filter((character) => !excluded.includes(character)).join(''))
      .filter((alphabet) => alphabet !== '');
    if (alphabets.length === 0) throw invalidParameter('ExcludeCharacters', 'no character is left');
    const eachType = request.RequireEachIncludedType ?? true;
    return { RandomPassword: randomPassword(alphabets, length, eachType) };
  },
} satisfies Partial<PublicHandlers>;

async function getSecretValue(request: WhichValue, { kms }: CallContext): Promise<PublicResponses['GetSecretValue']> {
  const secret = await kms.secrets.find(request.SecretName, 'GetSecretValue');
  const { VersionStages, ...value } = await readSecret(kms, secret, {
    versionId: request.VersionId,
    stage: request.VersionStage,
    fetchExtendedConfig: request.FetchExtendedConfig === true,
  });
  return { ...value, VersionStages: { VersionStage: VersionStages } };
}
