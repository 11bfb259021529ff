import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { type KmsProcess, Refusal } from './kms-process.js';

export interface KeyState {
  description: string;
  state: string;
  tags: Record<string, string>;
  aliases: string[];
  versions: number;
}

export interface SecretState {
  current: SecretValue;
  previous?: SecretValue;
  tags: Record<string, string>;
}

export interface SecretValue {
  versionId: string;
  data: string;
}

/** Undefined: there is none. */
type State = KeyState | SecretState | undefined;

interface TagList {
  Tag: { TagKey: string; TagValue: string }[];
}

const tagsOf = ({ Tag }: TagList): Record<string, string> =>
  Object.fromEntries(Tag.map(({ TagKey, TagValue }) => [TagKey, TagValue]));

/** Undefined when the KMS says that there is no such thing. */
async function ifThere<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return undefined;
    throw error;
  }
}

/** A key or a secret: what was acknowledged of it, and what a call that was never answered would have made of it. */
abstract class Resource<S extends State> {
  /** Since it was last looked at. */
  isTouched = true;
  #acknowledged: S;
  #unanswered?: { state: S };

  constructor(acknowledged: S) {
    this.#acknowledged = acknowledged;
  }

  /** What it must be, as long as no call is on its way. */
  get state(): S {
    return this.#acknowledged;
  }

  /** Makes a change; when no answer comes, both states are right until it is looked at. */
  async change(after: S, call: () => Promise<unknown>): Promise<void> {
    this.isTouched = true;
    this.#unanswered = { state: after };
    await call();
    this.#acknowledged = after;
    this.#unanswered = undefined;
  }

  /**
   * Holds what the KMS has against what it must have: all that was acknowledged, and nothing half done.
   *
   * @param what of what was made with it
   */
  async check(kms: KmsProcess, what: 'newest' | 'all'): Promise<void> {
    const found = await this.read(kms);
    const isChanged = this.#unanswered !== undefined && !isDeepStrictEqual(found, this.#acknowledged);
    if (isChanged) this.#acknowledged = this.#unanswered?.state as S;
    expect(found).toEqual(this.#acknowledged);
    this.#unanswered = undefined;
    this.isTouched = false;
    if (found) await this.checkUse(kms, what === 'newest' ? -1 : 0);
  }

  protected abstract read(kms: KmsProcess): Promise<S>;
  protected abstract checkUse(kms: KmsProcess, from: number): Promise<void>;
}

export class KeyResource extends Resource<KeyState> {
  /** What was made with the key. */
  readonly #ciphertexts: { blob: string; plaintext: string }[] = [];
  readonly #signatures: { versionId: string; digest: string; value: string }[] = [];

  constructor(
    readonly id: string,
    readonly isSymmetric: boolean,
    /** When it was made. */
    readonly week: number,
    state: KeyState,
  ) {
    super(state);
  }

  async use(kms: KmsProcess): Promise<void> {
    if (this.isSymmetric) {
      const plaintext = Buffer.from(`${this.id}/${this.#ciphertexts.length}`).toString('base64');
      const { CiphertextBlob: blob } = await kms.call('Encrypt', { KeyId: this.id, Plaintext: plaintext });
      this.#ciphertexts.push({ blob, plaintext });
      return;
    }
    const versionId = (await kms.call('DescribeKey', { KeyId: this.id })).KeyMetadata.PrimaryKeyVersion;
    const digest = Buffer.alloc(32, this.#signatures.length).toString('base64');
    const { Value } = await kms.call('AsymmetricSign', { ...this.#signing(versionId), Digest: digest });
    this.#signatures.push({ versionId, digest, value: Value });
  }

  protected override async read(kms: KmsProcess): Promise<KeyState> {
    const { Description, KeyState: state } = (await kms.call('DescribeKey', { KeyId: this.id })).KeyMetadata;
    const { Tags } = await kms.call('ListResourceTags', { KeyId: this.id });
    const { Aliases } = await kms.call('ListAliasesByKeyId', { KeyId: this.id, PageSize: '100' });
    const { TotalCount } = await kms.call('ListKeyVersions', { KeyId: this.id });
    return {
      description: Description,
      state,
      tags: tagsOf(Tags),
      aliases: Aliases.Alias.map(({ AliasName }: { AliasName: string }) => AliasName),
      versions: TotalCount,
    };
  }

  protected override async checkUse(kms: KmsProcess, from: number): Promise<void> {
    if (this.state.state !== 'Enabled') return;
    for (const { blob, plaintext } of this.#ciphertexts.slice(from)) {
      expect(await kms.call('Decrypt', { CiphertextBlob: blob })).toMatchObject({ Plaintext: plaintext });
    }
    for (const { versionId, digest, value } of this.#signatures.slice(from)) {
      const verified = await kms.call('AsymmetricVerify', {
        ...this.#signing(versionId),
        Digest: digest,
        Value: value,
      });
      expect(verified).toMatchObject({ Value: true });
    }
  }

  #signing(versionId: string) {
    return { KeyId: this.id, KeyVersionId: versionId, Algorithm: 'ECDSA_SHA_256' };
  }
}

export class SecretResource extends Resource<SecretState | undefined> {
  constructor(
    readonly name: string,
    state?: SecretState,
  ) {
    super(state);
  }

  protected override async read(kms: KmsProcess): Promise<SecretState | undefined> {
    const value = (stage: string) =>
      ifThere(async () => {
        const answer = await kms.call('GetSecretValue', { SecretName: this.name, VersionStage: stage });
        return { versionId: answer.VersionId, data: answer.SecretData };
      });
    const described = await ifThere(() => kms.call('DescribeSecret', { SecretName: this.name, FetchTags: 'true' }));
    const current = await value('ACSCurrent');
    const previous = await value('ACSPrevious');
    if (!described) {
      expect(current).toBeUndefined();
      return undefined;
    }
    const tags = tagsOf(described.Tags);
    return { current: current as SecretValue, ...(previous && { previous }), tags };
  }

  protected override async checkUse(): Promise<void> {}
}
