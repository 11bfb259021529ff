import type { Kysely } from 'kysely';
import type { Engine } from './engine.js';

/** Access points, what they refer to (which cannot be deleted while in use), and instances. */
export async function accessAndInstances(
  { schema }: Kysely<unknown>,
  { sequenceType, sequenceColumn }: Engine,
): Promise<void> {
  await schema
    .createTable('network_rules')
    .addColumn('seq', sequenceType, sequenceColumn)
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('source_private_ip', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('policies')
    .addColumn('seq', sequenceType, sequenceColumn)
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('instance_id', 'text')
    .addColumn('permissions', 'text', (column) => column.notNull())
    .addColumn('resources', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('policy_network_rules')
    .addColumn('seq', sequenceType, sequenceColumn)
    .addColumn('policy', 'text', (column) => column.notNull().references('policies.name').onDelete('cascade'))
    .addColumn('network_rule', 'text', (column) => column.notNull().references('network_rules.name'))
    .addUniqueConstraint('policy_network_rules_unique', ['policy', 'network_rule'])
    .execute();
  await schema
    .createTable('access_points')
    .addColumn('seq', sequenceType, sequenceColumn)
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('authentication_method', 'text', (column) => column.notNull())
    .addColumn('description', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('access_point_policies')
    .addColumn('seq', sequenceType, sequenceColumn)
    .addColumn('access_point', 'text', (column) =>
      column.notNull().references('access_points.name').onDelete('cascade'),
    )
    .addColumn('policy', 'text', (column) => column.notNull().references('policies.name'))
    .addUniqueConstraint('access_point_policies_unique', ['access_point', 'policy'])
    .execute();
  await schema
    .createTable('client_keys')
    .addColumn('seq', sequenceType, sequenceColumn)
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('access_point', 'text', (column) => column.notNull().references('access_points.name'))
    .addColumn('certificate_pem', 'text', (column) => column.notNull())
    .addColumn('not_before', 'bigint', (column) => column.notNull())
    .addColumn('not_after', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('instances')
    .addColumn('seq', sequenceType, sequenceColumn)
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('bind_vpcs', 'text', (column) => column.notNull())
    .addColumn('connection', 'text')
    .addColumn('deletion_protection', 'integer', (column) => column.notNull())
    .addColumn('deletion_protection_description', 'text', (column) => column.notNull())
    .addColumn('released_at', 'bigint')
    .execute();
}
