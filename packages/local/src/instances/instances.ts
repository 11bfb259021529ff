import type { Selectable, Updateable } from 'kysely';
import type { Clock } from '../clock.js';
import { ServiceError } from '../service-error.js';
import type { Database, InstanceTable } from '../store/schema.js';
import type { Store } from '../store/store.js';

export type Instance = Selectable<InstanceTable>;

/** An additional VPC that may reach an instance. */
export interface BindVpc {
  VpcId: string;
  VSwitchId: string;
  RegionId: string;
  VpcOwnerId: string;
}

/** The VPC of an instance. */
export interface Connection {
  vpcId: string;
  vSwitchIds: string[];
  zoneIds: string[];
}

/** Quotas of an instance. Reported, but not enforced. */
export const quotas = { key: 100_000, secret: 100_000, qps: 10_000, vpc: 100 } as const;

/** The KMS instances of the account. Their keys and secrets name them. */
export class Instances {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor({ store, clock }: { store: Store; clock: Clock }) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Creates the initial instance of this KMS, unless it was released. */
  async makeFirst(id: string, db: Database = this.#store.db): Promise<void> {
    await db
      .insertInto('instances')
      .values({
        id,
        created_at: this.#clock.now(),
        bind_vpcs: '[]',
        deletion_protection: 0,
        deletion_protection_description: '',
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }

  /** @throws ServiceError Forbidden.DKMSInstanceNotFound */
  async find(id: string, db: Database = this.#store.db): Promise<Instance> {
    const instance = await this.list(db).selectAll().where('id', '=', id).executeTakeFirst();
    if (!instance) throw new ServiceError('Forbidden.DKMSInstanceNotFound');
    return instance;
  }

  /** Instances that were not released. */
  list(db: Database = this.#store.db) {
    return db.selectFrom('instances').where('released_at', 'is', null);
  }

  /**
   * @param db a transaction; default: a new one
   * @throws ServiceError Forbidden.DKMSInstanceNotFound
   */
  async update(id: string, changes: Updateable<InstanceTable>, db?: Database): Promise<void> {
    if (!db) return this.#store.transaction((transaction) => this.update(id, changes, transaction));
    await this.find(id, db);
    await db.updateTable('instances').set(changes).where('id', '=', id).execute();
  }

  /** How many keys and secrets are in an instance; null: outside instances. */
  async count(id: string | null, db: Database = this.#store.db): Promise<{ key: number; secret: number }> {
    const count = async (table: 'keys' | 'secrets'): Promise<number> => {
      const { total } = await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number | string>().as('total'))
        .where('instance_id', id === null ? 'is' : '=', id)
        .executeTakeFirstOrThrow();
      return Number(total);
    };
    return { key: await count('keys'), secret: await count('secrets') };
  }
}

export const connectionOf = ({ connection }: Instance): Connection | undefined =>
  connection === null ? undefined : JSON.parse(connection);

export const bindVpcsOf = ({ bind_vpcs }: Instance): BindVpc[] => JSON.parse(bind_vpcs);
