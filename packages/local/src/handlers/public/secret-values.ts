import { limits } from 'alibabacloud-kms-sdk/internal';
import { passwordAlphabets, randomPassword } from '../../secrets/random-password.js';
import { stages, updateSecret } from '../../secrets/secret-record.js';
import { checkStages } from '../../secrets/secret-rules.js';
import { moveStages, readStages, removeStage, stagesOf } from '../../secrets/secret-stages.js';
import { invalidParameter, ServiceError } from '../../service-error.js';
import { readPage } from '../../store/page.js';
import {
  flag,
  isText,
  optionalFlag,
  optionalInteger,
  optionalJsonArray,
  optionalText,
  page,
  refuseRecipient,
  text,
} from '../parameters.js';
import { pageResponse, wireDate } from '../responses.js';
import { readSecret, secretValue } from '../secret-fields.js';
import type { CallContext, Parameters, PublicHandlers } from '../types.js';

const characterTypes = {
  ExcludeLowercase: passwordAlphabets.lowercase,
  ExcludeUppercase: passwordAlphabets.uppercase,
  ExcludeNumbers: passwordAlphabets.numbers,
  ExcludePunctuation: passwordAlphabets.punctuation,
};

export const secretValueHandlers = {
  PutSecretValue: async (parameters, { kms }) => {
    const name = text(parameters, 'SecretName');
    const value = secretValue(parameters);
    const given = optionalJsonArray(parameters, 'VersionStages', 'stages', isText) ?? [];
    checkStages('VersionStages', given);
    const onVersion = await kms.secrets.put(name, value, given.length > 0 ? given : [stages.current]);
    return { SecretName: name, VersionId: value.versionId, VersionStages: { VersionStage: onVersion } };
  },

  GetSecretValue: getSecretValue,

  /** Each entry is a GetSecretValue of its own: what one may not read leaves the others alone. */
  BatchGetSecretValue: async (parameters, context) => {
    const values: object[] = [];
    const errors: object[] = [];
    for (const entry of secretsList(parameters)) {
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

  ListSecretVersionIds: async (parameters, { kms }) => {
    const asked = page(parameters);
    const { name } = await kms.secrets.find(text(parameters, 'SecretName'), 'ListSecretVersionIds');
    let query = kms.store.db
      .selectFrom('secret_versions')
      .select(['version_id', 'created_at'])
      .where('secret_name', '=', name);
    // A version without a stage counts as deprecated.
    if (!flag(parameters, 'IncludeDeprecated')) {
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

  UpdateSecretVersionStage: async (parameters, { kms }) => {
    const stage = text(parameters, 'VersionStage');
    checkStages('VersionStage', [stage]);
    const moveTo = optionalText(parameters, 'MoveToVersion');
    const removeFrom = optionalText(parameters, 'RemoveFromVersion');
    if (moveTo === undefined && removeFrom === undefined) {
      throw new ServiceError('MissingParameter', { subject: 'MoveToVersion' });
    }
    if (moveTo === undefined && (stage === stages.current || stage === stages.previous)) {
      throw invalidParameter('RemoveFromVersion', `${stage} can be moved, not removed`);
    }
    const name = text(parameters, 'SecretName');
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

  GetRandomPassword: async (parameters) => {
    const bounds = limits.randomPasswordChars;
    const length = optionalInteger(parameters, 'PasswordLength', bounds) ?? bounds.default;
    const excluded = optionalText(parameters, 'ExcludeCharacters') ?? '';
    const alphabets = Object.entries(characterTypes)
      .filter(([name]) => !flag(parameters, name))
      .map(([, alphabet]) => [...alphabet].filter((character) => !excluded.includes(character)).join(''))
      .filter((alphabet) => alphabet !== '');
    if (alphabets.length === 0) throw invalidParameter('ExcludeCharacters', 'no character is left');
    const eachType = optionalFlag(parameters, 'RequireEachIncludedType') ?? true;
    return { RandomPassword: randomPassword(alphabets, length, eachType) };
  },
} satisfies Partial<PublicHandlers>;

async function getSecretValue(parameters: Parameters, { kms }: CallContext) {
  refuseRecipient(parameters);
  const secret = await kms.secrets.find(text(parameters, 'SecretName'), 'GetSecretValue');
  const { VersionStages, ...value } = await readSecret(kms, secret, {
    versionId: optionalText(parameters, 'VersionId'),
    stage: optionalText(parameters, 'VersionStage'),
    fetchExtendedConfig: flag(parameters, 'FetchExtendedConfig'),
  });
  return { ...value, VersionStages: { VersionStage: VersionStages } };
}

function secretsList({ SecretsList: list }: Parameters): Parameters[] {
  if (list === undefined) throw new ServiceError('MissingParameter', { subject: 'SecretsList' });
  const isEntry = (entry: unknown): entry is Parameters =>
    typeof entry === 'object' && entry !== null && typeof (entry as Parameters).SecretName === 'string';
  if (!Array.isArray(list) || list.length === 0 || !list.every(isEntry)) {
    throw invalidParameter('SecretsList', 'it must be a JSON array of {"SecretName":"…"}');
  }
  if (list.length > limits.secretsBatchMax) {
    throw invalidParameter('SecretsList', `at most ${limits.secretsBatchMax} secrets are possible`);
  }
  // In JSON it may be a boolean as well as its text; anything else is what the entry is refused for.
  return list.map((entry) =>
    typeof entry.FetchExtendedConfig === 'boolean'
      ? { ...entry, FetchExtendedConfig: String(entry.FetchExtendedConfig) }
      : entry,
  );
}
