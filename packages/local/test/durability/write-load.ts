import { expect } from 'vitest';
import { type KmsProcess, NoAnswer } from './kms-process.js';
import type { Random } from './random.js';
import { KeyResource, type KeyState, SecretResource } from './resources.js';

interface Run {
  /** An answer came. */
  acknowledged(): void;
  isOver(): boolean;
}

/** A client that writes without a pause, and remembers what of it was acknowledged. Each has resources of its own. */
export class Writer {
  readonly #name: string;
  readonly #random: Random;
  readonly #keys: KeyResource[] = [];
  readonly #secrets: SecretResource[] = [];
  /** A key of which nobody knows whether it was made. */
  #unansweredKey?: { isSymmetric: boolean; state: KeyState };
  #count = 0;
  /** Of the KMS's clock: asymmetric keys get a version at most once in one. */
  week = 0;

  constructor(name: string, random: Random) {
    this.#name = name;
    this.#random = random;
  }

  get keys(): number {
    return this.#keys.length;
  }

  get secrets(): number {
    return this.#secrets.filter(({ state }) => state !== undefined).length;
  }

  /** Writes until the run is over or the KMS answers no more. */
  async write(kms: KmsProcess, run: Run): Promise<void> {
    try {
      while (!run.isOver()) {
        await this.#writeOnce(kms);
        run.acknowledged();
      }
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
    }
  }

  /** Holds what was touched since it was last looked at, or simply everything, against what the KMS has. */
  async check(kms: KmsProcess, what: 'touched' | 'all'): Promise<void> {
    if (this.#unansweredKey) await this.#findUnansweredKey(kms, this.#unansweredKey);
    for (const resource of [...this.#keys, ...this.#secrets]) {
      if (what === 'all' || resource.isTouched) await resource.check(kms, what === 'all' ? 'all' : 'newest');
    }
  }

  async #writeOnce(kms: KmsProcess): Promise<void> {
    this.#count += 1;
    const key = this.#random.pick([undefined, ...this.#keys.slice(-5)]);
    if (!key) return this.#createKey(kms);
    const secret = this.#random.pick([undefined, ...this.#secrets.filter(({ state }) => state).slice(-3)]);
    const writes: (() => Promise<void>)[] = [() => this.#writeKey(kms, key), () => this.#writeKey(kms, key)];
    writes.push(() => (secret ? this.#writeSecret(kms, secret) : this.#createSecret(kms)));
    return this.#random.pick(writes)();
  }

  /** Two tags: of a write that was half done only one would be there. */
  #tags(): Record<string, string> {
    const value = `${this.#name}-${this.#count}`;
    return { one: value, two: value };
  }

  async #createKey(kms: KmsProcess): Promise<void> {
    const isSymmetric = this.#random.next() < 0.7;
    const tags = this.#tags();
    const description = tags.one as string;
    this.#unansweredKey = { isSymmetric, state: { description, state: 'Enabled', tags, aliases: [], versions: 1 } };
    const { KeyMetadata } = await kms.call('CreateKey', {
      KeySpec: isSymmetric ? 'Aliyun_AES_256' : 'EC_P256',
      KeyUsage: isSymmetric ? 'ENCRYPT/DECRYPT' : 'SIGN/VERIFY',
      Description: description,
      Tags: tagList(tags),
    });
    const key = new KeyResource(KeyMetadata.KeyId, isSymmetric, this.week, this.#unansweredKey.state);
    this.#keys.push(key);
    this.#unansweredKey = undefined;
    await key.use(kms);
  }

  async #findUnansweredKey(kms: KmsProcess, { isSymmetric, state }: { isSymmetric: boolean; state: KeyState }) {
    const { TagResources } = await kms.call('ListTagResources', {
      RegionId: 'cn-hangzhou',
      ResourceType: 'key',
      'Tag.1.Key': 'one',
      'Tag.1.Value': state.description,
    });
    const [found] = TagResources.TagResource;
    if (found) this.#keys.push(new KeyResource(found.ResourceId, isSymmetric, this.week, state));
    this.#unansweredKey = undefined;
  }

  async #writeKey(kms: KmsProcess, key: KeyResource): Promise<void> {
    const { state } = key;
    const change = (after: Partial<KeyState>, api: string, parameters: Record<string, string> = {}) =>
      key.change({ ...state, ...after }, () => kms.call(api, { KeyId: key.id, ...parameters }));
    if (state.state === 'PendingDeletion') return change({ state: 'Enabled' }, 'CancelKeyDeletion');
    if (state.state === 'Disabled') return change({ state: 'Enabled' }, 'EnableKey');

    const tags = this.#tags();
    const description = tags.one as string;
    const alias = `alias/${description}`;
    const [oldAlias] = state.aliases;
    const canHaveVersion = !key.isSymmetric && state.versions === 1 && key.week < this.week;
    const changes: (() => Promise<void>)[] = [
      () => change({ aliases: [...state.aliases, alias] }, 'CreateAlias', { AliasName: alias }),
      () => change({ tags: { ...state.tags, ...tags } }, 'TagResource', { Tags: tagList(tags) }),
      () => change({ tags: {} }, 'UntagResource', { TagKeys: JSON.stringify(Object.keys(state.tags)) }),
      () => change({ description }, 'UpdateKeyDescription', { Description: description }),
      () => change({ state: 'Disabled' }, 'DisableKey'),
      () => change({ state: 'PendingDeletion' }, 'ScheduleKeyDeletion', { PendingWindowInDays: '366' }),
    ];
    if (oldAlias !== undefined) {
      const aliases = state.aliases.slice(1);
      changes.push(() => key.change({ ...state, aliases }, () => kms.call('DeleteAlias', { AliasName: oldAlias })));
    }
    if (canHaveVersion) changes.push(() => change({ versions: 2 }, 'CreateKeyVersion'));
    await this.#random.pick(changes)();
    if (key.state.state === 'Enabled') await key.use(kms);
  }

  async #createSecret(kms: KmsProcess): Promise<void> {
    const tags = this.#tags();
    const name = `secret/${tags.one}`;
    const current = { versionId: 'v1', data: `first of ${name}` };
    const secret = new SecretResource(name);
    this.#secrets.push(secret);
    await secret.change({ current, tags }, () =>
      kms.call('CreateSecret', {
        SecretName: name,
        SecretData: current.data,
        VersionId: current.versionId,
        Tags: tagList(tags),
      }),
    );
  }

  async #writeSecret(kms: KmsProcess, secret: SecretResource): Promise<void> {
    const { name, state } = secret;
    if (!state) throw new Error(`${name} is gone`);
    const tags = this.#tags();
    const next = { versionId: `v${this.#count}`, data: `${this.#count} of ${name}` };
    const put = { SecretName: name, VersionId: next.versionId, SecretData: next.data };
    const gone = { SecretName: name, ForceDeleteWithoutRecovery: 'true' };
    const changes: (() => Promise<void>)[] = [
      () => secret.change({ ...state, current: next, previous: state.current }, () => kms.call('PutSecretValue', put)),
      () =>
        secret.change({ ...state, tags: { ...state.tags, ...tags } }, () =>
          kms.call('TagResource', { SecretName: name, Tags: tagList(tags) }),
        ),
      () => secret.change(undefined, () => kms.call('DeleteSecret', gone)),
    ];
    await this.#random.pick(changes)();
  }
}

const tagList = (tags: Record<string, string>): string =>
  JSON.stringify(Object.entries(tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue })));

/** Checks what all writers have written; nothing else may be there. */
export async function checkAll(writers: readonly Writer[], kms: KmsProcess, what: 'touched' | 'all'): Promise<void> {
  await Promise.all(writers.map((writer) => writer.check(kms, what)));
  const sum = (count: (writer: Writer) => number) => writers.reduce((total, writer) => total + count(writer), 0);
  const keys = await kms.call('ListKeys', { PageSize: '1' });
  expect(keys.TotalCount).toBe(sum((writer) => writer.keys));
  const secrets = await kms.call('ListSecrets', { PageSize: '1' });
  expect(secrets.TotalCount).toBe(sum((writer) => writer.secrets));
}
