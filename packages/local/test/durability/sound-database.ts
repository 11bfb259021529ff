import { expect } from 'vitest';

/** Runs one query of SQL. */
export type Query = (sql: string) => Promise<Record<string, unknown>[]>;

/** What a write that was done by half would leave behind; each must find nothing. */
const traces: Record<string, string> = {
  'a key without its version': `
    select k.id from keys k where not exists
      (select 1 from key_versions v where v.id = k.primary_version_id and v.key_id = k.id and v.sealed_material is not null)`,
  'a version without its key': 'select id from key_versions where key_id not in (select id from keys)',
  'an alias without its key': 'select name from aliases where key_id not in (select id from keys)',
  'a secret without a current version': `
    select s.name from secrets s where not exists
      (select 1 from secret_stages g where g.secret_name = s.name and g.stage = 'ACSCurrent')`,
  'a stage without its version': `
    select g.stage from secret_stages g where not exists
      (select 1 from secret_versions v where v.secret_name = g.secret_name and v.version_id = g.version_id)`,
  'a value without its secret':
    'select version_id from secret_versions where secret_name not in (select name from secrets)',
  'tags of nothing': `
    select tag_key from tags where (resource_type = 'key' and resource_id not in (select id from keys))
      or (resource_type = 'secret' and resource_id not in (select name from secrets))`,
  'half of the tags of one call': `
    select one.resource_id from tags one left join tags two on two.resource_type = one.resource_type
      and two.resource_id = one.resource_id and two.tag_key <> one.tag_key and two.tag_value = one.tag_value
    where two.tag_key is null`,
};

export async function expectSound(query: Query): Promise<void> {
  for (const [what, sql] of Object.entries(traces)) expect(await query(sql), what).toEqual([]);
}
