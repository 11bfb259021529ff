import { arn, withoutArn } from '../../keys/key-ids.js';
import { checkAliasName } from '../../keys/key-rules.js';
import type { Identity } from '../../kms.js';
import { ServiceError } from '../../service-error.js';
import { readPage } from '../../store/page.js';
import { pageOf, pageResponse } from '../fields.js';
import type { PublicHandlers } from '../types.js';

export const aliasHandlers = {
  CreateAlias: async (request, { kms }) => {
    const name = aliasName(request.AliasName, kms.identity);
    // A deleted key must not keep its aliases.
    await kms.keys.settleAll();
    await kms.keys.change(request.KeyId, 'CreateAlias', async (key, db) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('aliases')
        .values({ name, key_id: key.id })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows === 0n) throw new ServiceError('Rejected.ResourceExist');
    });
    return {};
  },

  UpdateAlias: async (request, { kms }) => {
    const name = aliasName(request.AliasName, kms.identity);
    await kms.keys.settleAll();
    await kms.keys.change(request.KeyId, 'UpdateAlias', async (key, db) => {
      const updated = db.updateTable('aliases').set({ key_id: key.id }).where('name', '=', name);
      const { numUpdatedRows } = await updated.executeTakeFirst();
      if (numUpdatedRows === 0n) throw new ServiceError('Forbidden.AliasNotFound');
    });
    return {};
  },

  DeleteAlias: async (request, { kms }) => {
    const name = aliasName(request.AliasName, kms.identity);
    await kms.keys.settleAll();
    await kms.keys.change(name, 'DeleteAlias', async (_key, db) => {
      await db.deleteFrom('aliases').where('name', '=', name).execute();
    });
    return {};
  },

  ListAliases: async (request, { kms }) => {
    const asked = pageOf(request);
    await kms.keys.settleAll();
    const query = kms.store.db.selectFrom('aliases').select(['name', 'key_id']);
    const { rows, total } = await readPage(query, asked);
    return { Aliases: aliasesResponse(rows, kms.identity), ...pageResponse(asked, total) };
  },

  ListAliasesByKeyId: async (request, { kms }) => {
    const asked = pageOf(request);
    const key = await kms.keys.find(request.KeyId, 'ListAliasesByKeyId');
    const { rows, total } = await readPage(
      kms.store.db.selectFrom('aliases').select(['name', 'key_id']).where('key_id', '=', key.id),
      asked,
    );
    return { Aliases: aliasesResponse(rows, kms.identity), ...pageResponse(asked, total) };
  },
} satisfies Partial<PublicHandlers>;

/** The alias, given in full or at the end of an ARN. */
function aliasName(given: string, identity: Identity): string {
  const name = withoutArn(identity, given);
  checkAliasName(name);
  return name;
}

const aliasesResponse = (aliases: readonly { name: string; key_id: string }[], identity: Identity) => ({
  Alias: aliases.map(({ name, key_id }) => ({ AliasName: name, AliasArn: arn(identity, name), KeyId: key_id })),
});
