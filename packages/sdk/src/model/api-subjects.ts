import { oneLine } from '../util/text.js';

/** What an API is about. `other`: the account, or something without a name. */
export type Subject =
  | 'key'
  | 'alias'
  | 'secret'
  | 'dataKey'
  | 'tags'
  | 'clientKey'
  | 'accessPoint'
  | 'networkRule'
  | 'policy'
  | 'instance'
  | 'other';

/** The first match decides. */
const subjects: readonly (readonly [name: RegExp, subject: Subject])[] = [
  [/Secret/, 'secret'],
  [/^(Create|Update|Delete)Alias$|^ListAliases$/, 'alias'],
  [/ManagedDataKey/, 'dataKey'],
  [/tag/i, 'tags'],
  [/ClientKeys?$/, 'clientKey'],
  [/ApplicationAccessPoints?$/, 'accessPoint'],
  [/NetworkRules?$/, 'networkRule'],
  [/^(Create|Describe|Update|Delete|List)Polic(y|ies)$/, 'policy'],
  [/KmsInstance/, 'instance'],
  [/^GenerateRandom$|RandomPassword|DescribeRegions|AccountKmsStatus|OpenKmsService/, 'other'],
];

export const subjectOf = (api: string): Subject => subjects.find(([name]) => name.test(api))?.[1] ?? 'key';

/** The noun for a resource, and the parameters that name it; the first one present counts. */
const resources: Readonly<Record<Subject, readonly [noun: string, ...parameters: string[]]>> = {
  key: ['key', 'KeyId', 'DestinationKeyId', 'ProtectedResourceArn'],
  alias: ['alias', 'AliasName'],
  secret: ['secret', 'SecretName'],
  dataKey: ['managed data key', 'DataKeyName'],
  tags: ['resource', 'KeyId', 'SecretName'],
  clientKey: ['client key', 'ClientKeyId'],
  accessPoint: ['access point', 'Name'],
  networkRule: ['network rule', 'Name'],
  policy: ['policy', 'Name'],
  instance: ['instance', 'KmsInstanceId'],
  other: ['resource'],
};

/** Longest name that is quoted; those of KMS are shorter. */
const nameMaxChars = 256;

type Parameters = Readonly<Record<string, unknown>>;

/** The resource of a call in words: `alias "alias/app"`, or `the key` if the request does not name it. */
export function resourceOf(subject: Subject, parameters: Parameters): string {
  const { noun, name } = named(subject, parameters);
  return name === undefined ? `the ${noun}` : `${noun} ${name}`;
}

/** The same in the negative: `no alias "alias/app"`, or `no such key`. */
export function noResourceOf(subject: Subject, parameters: Parameters): string {
  const { noun, name } = named(subject, parameters);
  return name === undefined ? `no such ${noun}` : `no ${noun} ${name}`;
}

function named(subject: Subject, parameters: Parameters): { noun: string; name?: string } {
  const [noun, ...names] = resources[subject];
  const given = names
    .map((parameter) => parameters[parameter])
    .find((value) => typeof value === 'string' && value !== '');
  if (typeof given !== 'string') return { noun };
  const isAlias = noun === 'key' && given.startsWith('alias/');
  return { noun: isAlias ? 'alias' : noun, name: `"${oneLine(given, nameMaxChars)}"` };
}
