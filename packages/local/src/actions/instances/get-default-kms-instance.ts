import type { OpenApiAction } from '../types.js';

/** The oldest one; none when all were released. */
export const getDefaultKmsInstance: OpenApiAction = async (_parameters, { kms }) => {
  const oldest = await kms.instances.list().select('id').orderBy('seq').executeTakeFirst();
  return { DefaultKmsInstanceId: oldest?.id };
};
