import { arn, withoutArn } from '../../keys/key-ids.js';
import { checkAliasName } from '../../keys/key-rules.js';
import type { Identity } from '../../kms.js';
import { ServiceError } from '../../service-error.js';
import { readPage } from '../../store/page.js';
import { page, text } from '../parameters.js';
import { pageResponse } from '../responses.js';
import type { Parameters, PublicHandlers } from '../types.js';

export const aliasHandlers = {
  CreateAlias: async (parameters, { kms }) => {
    const name = aliasName(parameters, kms.identity);
    // A key that is gone by now must not keep its alias names taken.
    await kms.keys.settleAll();
    await kms.keys.change(text(parameters, 'KeyId'), 'CreateAlias', async (key, db) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('aliases')
        .values({ name, key_id: key.id })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows === 0n) throw new ServiceError('Rejected.ResourceExist');
    });
    return {};
  },

  UpdateAlias: async (parameters, { kms }) => {
    const name = aliasName(parameters, kms.identity);
    await kms.keys.settleAll();
    await kms.keys.change(text(parameters, 'KeyId'), 'UpdateAlias', async (key, db) => {
      const updated = db.updateTable('aliases').set({ key_id: key.id }).where('name', '=', name);
      const { numUpdatedRows } = await updated.executeTakeFirst();
      if (numUpdatedRows === 0n) throw new ServiceError('Forbidden.AliasNotFound');
    });
    return {};
  },

  DeleteAlias: async (parameters, { kms }) => {
    const name = aliasName(parameters, kms.identity);
    await kms.keys.settleAll();
    await kms.keys.change(name, 'DeleteAlias', async (_key, db) => {
      await db.deleteFrom('aliases').where('name', '=', name).execute();
    });
    return {};
  },

  ListAliases: async (parameters, { kms }) => {
    const asked = page(parameters);
    await kms.keys.settleAll();
    const query = kms.store.db.selectFrom('aliases').select(['name', 'key_id']);
    const { rows, total } = await readPage(query, asked);
    return { Aliases: aliasesResponse(rows, kms.identity), ...pageResponse(asked, total) };
  },

  ListAliasesByKeyId: async (parameters, { kms }) => {
    const asked = page(parameters);
    const key = await kms.keys.find(text(parameters, 'KeyId'), 'ListAliasesByKeyId');
    const { rows, total } = await readPage(
      kms.store.db.selectFrom('aliases').select(['name', 'key_id']).where('key_id', '=', key.id),
      asked,
    );
    return { Aliases: aliasesResponse(rows, kms.identity), ...pageResponse(asked, total) };
  },
} satisfies Partial<PublicHandlers>;

/** AliasName, in full or as the end of an ARN. */
function aliasName(parameters: Parameters, identity: Identity): string {
  const name = withoutArn(identity, text(parameters, 'AliasName'));
  checkAliasName(name);
  return name;
}

const aliasesResponse = (aliases: readonly { name: string; key_id: string }[], identity: Identity) => ({
  Alias: aliases.map(({ name, key_id }) => ({ AliasName: name, AliasArn: arn(identity, name), KeyId: key_id })),
});
