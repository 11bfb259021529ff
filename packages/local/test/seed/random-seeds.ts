import { randomBytes } from 'node:crypto';
import { defaultKeyUsage, type KeySpec, type KeyUsage, keyPairSpecs, keySpecs } from 'alibabacloud-kms-sdk/internal';
import fc from 'fast-check';
import { formatMaterial } from '../../src/seed/material-text.js';
import { ownInstance } from '../../src/seed/placeholders.js';
import type { Seed, SeedKey, SeedSecret } from '../../src/seed/types.js';
import { testPkcs8 } from '../crypto-vectors.js';

const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,20}$/);
const name = fc.stringMatching(/^[A-Za-z0-9_/+=.@-]{1,30}$/).filter((text) => !text.startsWith('acs/'));
const line = fc.string({ unit: 'grapheme', maxLength: 40 });
const seconds = (min: string, max: string) =>
  fc
    .integer({ min: Date.parse(min), max: Date.parse(max) })
    .map((ms) => new Date(ms).toISOString().replace('.000Z', 'Z'));
/** The clock of the tests' KMS stands at the beginning of 2026. */
const past = fc.oneof(seconds('2001-01-01', '2025-12-31'), fc.constantFrom('-1h', '-90m', '-400d', '+0s'));
const future = fc.oneof(seconds('2026-02-01', '2099-12-31'), fc.constantFrom('+1h', '+7d', '+3600s'));

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const listOf = <T>(entry: fc.Arbitrary<T>, nameOf: (entry: T) => string, maxLength = 4) =>
  fc.uniqueArray(entry, { selector: nameOf, maxLength });

const tags = fc.dictionary(
  fc.stringMatching(/^[B-Zb-z0-9_.+=@-]{1,20}$/),
  fc.stringMatching(/^[A-Za-z0-9/\\_.+=:@-]{0,20}$/),
  { maxKeys: 3 },
);
const policy = fc
  .record({
    Effect: fc.constantFrom('Allow', 'Deny'),
    Principal: fc.constantFrom({ RAM: ['acs:ram::{{accountId}}:*'] }, { RAM: '*' }),
    Action: fc.constantFrom('kms:*', ['kms:Encrypt', 'kms:Decrypt']),
    Resource: fc.constantFrom('*', ['acs:kms:{{regionId}}:{{accountId}}:key/*']),
    Condition: fc.record(
      {
        StringLike: fc.dictionary(
          fc.string({ minLength: 1 }).map((name) => `kms:tag/${name}`),
          fc.array(fc.string(), { minLength: 1, maxLength: 2 }),
          { maxKeys: 2 },
        ),
        IpAddress: fc.constantFrom({ 'acs:SourceIp': ['10.0.0.0/8', 'fd00::1'] }),
      },
      { requiredKeys: [] },
    ),
  })
  .map((statement) => ({ Version: '1', Statement: [statement] }));

const secretMaterial = (spec: KeySpec): string => randomBytes(keySpecs[spec].bits / 8).toString('base64');

/** RSA keys that a test makes would take most of its time; here each spec has one that is always the same. */
function materialOf(spec: KeySpec): string {
  const pairSpec = keyPairSpecs.find((known) => known === spec);
  return pairSpec ? formatMaterial(spec, testPkcs8(pairSpec)) : secretMaterial(spec);
}

const isPair = (spec: KeySpec): boolean => keyPairSpecs.some((known) => known === spec);

const instances = fc.subarray([
  { id: ownInstance, deletionProtection: true, deletionProtectionDescription: 'ours' },
  { id: 'kst-second', createdAt: '-9d', connection: { vpcId: 'vpc-1', vSwitchIds: ['vsw-1'], zoneIds: ['a', 'b'] } },
  {
    id: 'kst-third',
    releasedAt: '-1d',
    bindVpcs: [{ vpcId: 'v', vSwitchId: 's', regionId: 'cn-hangzhou', vpcOwnerId: '119' }],
  },
]);

function keyOf(spec: KeySpec, instanceIds: readonly string[]): fc.Arbitrary<SeedKey> {
  const usages = Object.keys(keySpecs[spec].algorithms) as KeyUsage[];
  const version = fc.record(
    {
      id: fc.uuid(),
      material: isPair(spec)
        ? fc.constant(0).map(() => materialOf(spec))
        : maybe(fc.constant(0).map(() => materialOf(spec))),
      createdAt: past,
    },
    { requiredKeys: ['material'] },
  );
  const common = {
    id: fc.constant(''),
    spec: spec === 'Aliyun_AES_256' ? maybe(fc.constant(spec)) : fc.constant(spec),
    usage: maybe(fc.constantFrom(...usages, defaultKeyUsage(keySpecs[spec]))),
    instance: fc.constantFrom(undefined, null, ...instanceIds),
    protectionLevel: fc.constantFrom(undefined, 'SOFTWARE' as const, 'HSM' as const),
    description: maybe(line),
    policy: maybe(policy),
    tags: maybe(tags),
    createdAt: maybe(past),
  };
  const life = fc.oneof(
    fc.record({ state: fc.constantFrom(undefined, 'Enabled' as const, 'Disabled' as const) }),
    fc.record({ deleteAt: future, state: fc.constantFrom(undefined, 'PendingDeletion' as const) }),
  );
  const protection = fc.oneof(
    fc.constant({}),
    fc.record({ deletionProtection: fc.constant(true), deletionProtectionDescription: maybe(line) }),
  );
  const rotation = fc.record({
    rotation: fc.oneof(
      fc.constant(undefined),
      fc.record({ interval: fc.constantFrom('7d', '720h', '31536000s'), nextAt: maybe(future) }),
      fc.record({ interval: fc.constant('30d'), enabled: fc.constant(false) }),
    ),
  });
  const ours = fc.record({ versions: fc.array(version, { minLength: 1, maxLength: 4 }) });
  const imported = fc.oneof(
    fc.record({
      materialExpiresAt: maybe(future),
      versions: fc.constant(0).map(() => [{ material: materialOf(spec) }]),
    }),
    fc.record({ versions: fc.constantFrom(undefined, [{}], [{ materialSha256: 'ab'.repeat(32) }]) }),
  );
  const external = fc.tuple(imported, fc.record({ origin: fc.constant('EXTERNAL' as const) }));
  const made = fc.tuple(ours, keySpecs[spec].family === 'aes' ? rotation : fc.constant({}), life);
  const special = keySpecs[spec].family === 'rsa' ? made : fc.oneof(made, external);
  return fc
    .tuple(fc.record(common), protection, special)
    .map(([fields, kept, parts]) => Object.assign({}, fields, kept, ...parts) as SeedKey);
}

const secretVersion = fc
  .tuple(
    fc.record({ id: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), createdAt: maybe(past) }),
    fc.oneof(
      fc.record({ data: fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }) }),
      fc.record({ dataBase64: fc.uint8Array({ minLength: 1 }).map((bytes) => Buffer.from(bytes).toString('base64')) }),
    ),
  )
  .map(([version, data]) => ({ ...version, ...data }));

function secretOf(encryptionKeys: readonly string[]): fc.Arbitrary<SeedSecret> {
  const generic = fc.record({
    versions: fc
      .tuple(
        listOf(secretVersion, (version) => version.id, 5),
        fc.boolean(),
      )
      .filter(([versions]) => versions.length > 0)
      .map(([versions, says]) =>
        says
          ? versions.map((version, at) => ({ ...version, stages: at === 0 ? ['ACSCurrent', 'mine'] : [`s${at}`] }))
          : versions,
      ),
    extendedConfig: maybe(fc.record({ CustomData: fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 2 }) })),
  });
  const managed = fc.record({
    type: fc.constantFrom('Rds' as const, 'PolarDB' as const),
    versions: fc.constant([
      { id: 'v1', data: '{"Accounts":[{"AccountName":"app","AccountPassword":"one"}]}', stages: ['ACSPrevious'] },
      { id: 'v2', data: '{"Accounts":[{"AccountName":"app","AccountPassword":"two"}]}', stages: ['ACSCurrent'] },
    ]),
    rotation: fc.constantFrom(
      undefined,
      { interval: '7d', nextAt: '+3d', lastAt: '-4d' },
      { interval: '6h', enabled: false },
      { lastAt: '2025-07-01T00:00:00.5Z' },
    ),
  });
  const place = fc.oneof(
    fc.record({ encryptionKey: fc.constantFrom(undefined, ...encryptionKeys) }),
    fc.record({
      encryptionKey: fc.constant('key-of-old'),
      encryptionKeyDeleted: fc.constant(true),
      instance: fc.constantFrom(undefined, null, ownInstance),
    }),
  );
  const common = fc.record({
    name,
    description: maybe(line),
    policy: maybe(policy),
    tags: maybe(tags),
    createdAt: maybe(past),
    updatedAt: maybe(past),
    deleteAt: maybe(future),
  });
  return fc.tuple(common, place, fc.oneof(generic, managed)).map((parts) => Object.assign({}, ...parts) as SeedSecret);
}

const dataKeys = listOf(
  fc.record({
    name,
    versions: listOf(
      fc.record({
        id: fc.stringMatching(/^[A-Za-z0-9]{1,8}$/),
        material: maybe(fc.constant(0).map(() => randomBytes(32).toString('base64'))),
        createdAt: maybe(past),
      }),
      (version) => version.id,
    ).filter((versions) => versions.length > 0),
  }),
  (dataKey) => dataKey.name,
);

const accessKeys = listOf(
  fc.record({ id, secret: fc.stringMatching(/^[\x21-\x7e]{1,40}$/), createdAt: maybe(past) }),
  (accessKey) => accessKey.id,
);

const networkRules = listOf(
  fc.record({
    name,
    description: maybe(line),
    addresses: maybe(fc.array(fc.constantFrom('10.0.0.0/8', '::1', '127.0.0.1'))),
  }),
  (rule) => rule.name,
);

function accessWith(rules: readonly { name: string }[], instanceIds: readonly string[]) {
  const policies = listOf(
    fc.record({
      name,
      description: maybe(line),
      instance: fc.constantFrom(undefined, ownInstance, ...instanceIds),
      permissions: maybe(fc.constantFrom(['RbacPermission/Template/CryptoServiceSecretUser'])),
      resources: fc.subarray(['key/*', 'secret/*', 'key/key-app', 'secret/app/db'], { minLength: 1 }),
      networkRules: fc.subarray(rules.map((rule) => rule.name)),
    }),
    (policy) => policy.name,
  );
  return policies.chain((made) =>
    fc.record({
      networkRules: fc.constant([...rules]),
      policies: fc.constant(made),
      accessPoints: listOf(
        fc.record({
          name,
          description: maybe(line),
          policies: fc.subarray(
            made.map((policy) => policy.name),
            { maxLength: Math.min(3, made.length) },
          ),
        }),
        (accessPoint) => accessPoint.name,
      ),
    }),
  );
}

/** Seeds that use everything that a seed can say, but for client keys, which take a certificate. */
export const randomSeed: fc.Arbitrary<Seed> = instances.chain((chosen) => {
  const all = chosen.map((instance) => instance.id).filter((instance) => instance !== ownInstance);
  const usable = all.filter((instance) => instance !== 'kst-third');
  const keys = fc
    .array(fc.constantFrom(...(Object.keys(keySpecs) as KeySpec[])), { maxLength: 6 })
    .chain((specs) => fc.tuple(...specs.map((spec) => keyOf(spec, usable))))
    .map((made) =>
      made.map((key, at) => ({ ...key, id: `key-${at}`, aliases: at % 2 ? [`alias/k${at}`, `alias/k/${at}`] : [] })),
    );
  return keys.chain((made) => {
    const symmetric = made.filter(({ spec = 'Aliyun_AES_256' }) => ['aes', 'sm4'].includes(keySpecs[spec].family));
    const references = symmetric.flatMap((key) => [key.id, ...key.aliases]);
    return fc.record({
      keys: fc.constant(made),
      instances: fc.constant(chosen),
      secrets: listOf(secretOf(references), (secret) => secret.name),
      dataKeys,
      accessKeys,
      access: networkRules.chain((rules) => accessWith(rules, all)),
    }) as fc.Arbitrary<Seed>;
  });
});
