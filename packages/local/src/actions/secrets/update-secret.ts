import { limits } from 'alibabacloud-kms-sdk/internal';
import { updateSecret as writeSecret } from '../../secrets/secret-record.js';
import { invalidParameter } from '../../service-error.js';
import { boundedText, text } from '../parameters.js';
import type { OpenApiAction, Parameters } from '../types.js';

export const updateSecret: OpenApiAction = async (parameters, { kms }) => {
  const name = text(parameters, 'SecretName');
  // Here an empty text is a value: it takes the description away.
  const description = parameters.Description as string | undefined;
  if (description !== undefined) boundedText('Description', description, limits.descriptionMaxChars);
  const customData = newCustomData(parameters);
  await kms.secrets.change(name, 'UpdateSecret', (secret, db) => {
    const config = { ...(JSON.parse(secret.extended_config ?? '{}') as object), CustomData: customData };
    return writeSecret(db, secret, {
      description,
      extended_config: customData === undefined ? undefined : JSON.stringify(config),
      updated_at: kms.clock.now(),
    });
  });
  return { SecretName: name };
};

/** ExtendedConfig.CustomData: a JSON object, in one parameter of that name. */
function newCustomData(parameters: Parameters): object | undefined {
  const config = parameters.ExtendedConfig as { CustomData?: unknown } | undefined;
  const given = config?.CustomData;
  if (given === undefined || given === '') return undefined;
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given;
  throw invalidParameter('ExtendedConfig.CustomData', 'it must be a JSON object');
}
