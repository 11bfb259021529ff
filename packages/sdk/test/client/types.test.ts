import type {
  Client,
  CreateKeyRequest,
  DecryptResponse,
  KeyEntry,
  KeyMetadata,
  KeyState,
  OperationOptions,
  Tag,
  TaggedResource,
} from 'alibabacloud-kms-sdk';
import { describe, expectTypeOf, test } from 'vitest';

type KmsResponse<Method extends keyof Client> = Client[Method] extends (...given: never[]) => Promise<infer Result>
  ? Result
  : never;

describe('types tell the truth', () => {
  test('required is required, optional is optional', () => {
    expectTypeOf<Client['describeKey']>().parameter(0).toEqualTypeOf<{ keyId: string }>();
    expectTypeOf<CreateKeyRequest['description']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Client['listKeys']>().toBeCallableWith();
    expectTypeOf<Client['describeRegions']>().toBeCallableWith({}, { timeoutMs: 1_000 });
    // @ts-expect-error keyId is required
    expectTypeOf<Client['describeKey']>().toBeCallableWith({});
  });

  test('enumerations offer today’s values and admit later ones', () => {
    expectTypeOf<'Enabled'>().toExtend<KeyState>();
    expectTypeOf<string>().toExtend<KeyState>();
    expectTypeOf<number>().not.toExtend<KeyState>();
    expectTypeOf<KeyMetadata['keyState']>().toEqualTypeOf<KeyState>();
  });

  test('bytes go in as bytes or text and come out as bytes', () => {
    expectTypeOf<Parameters<Client['encrypt']>[0]['plaintext']>().toEqualTypeOf<Uint8Array | string>();
    expectTypeOf<DecryptResponse['plaintext']>().toEqualTypeOf<Uint8Array>();
    expectTypeOf<KmsResponse<'asymmetricSign'>['value']>().toEqualTypeOf<Uint8Array>();
    expectTypeOf<KmsResponse<'asymmetricVerify'>['value']>().toEqualTypeOf<boolean>();
  });

  test('dates, numbers, booleans and lists are what they are', () => {
    expectTypeOf<KeyMetadata['creationDate']>().toEqualTypeOf<Date>();
    expectTypeOf<KeyMetadata['deleteDate']>().toEqualTypeOf<Date | undefined>();
    expectTypeOf<KmsResponse<'listKeys'>['totalCount']>().toEqualTypeOf<number>();
    expectTypeOf<KmsResponse<'getSecretValue'>['versionStages']>().toEqualTypeOf<string[]>();
    expectTypeOf<KmsResponse<'getSecretValue'>['secretBytes']>().toEqualTypeOf<Uint8Array>();
    expectTypeOf<NonNullable<CreateKeyRequest['tags']>[number]>().toEqualTypeOf<Tag>();
    expectTypeOf<Parameters<Client['deleteSecret']>[0]['forceDeleteWithoutRecovery']>().toEqualTypeOf<
      boolean | undefined
    >();
  });

  test('lists give their entries, and need what the list needs', () => {
    expectTypeOf<Client['keys']>().toBeCallableWith();
    expectTypeOf<ReturnType<Client['keys']>>().toEqualTypeOf<AsyncGenerator<KeyEntry, void, undefined>>();
    expectTypeOf<ReturnType<Client['taggedResources']>>().toExtend<AsyncIterable<TaggedResource>>();
    // @ts-expect-error keyId is required
    expectTypeOf<Client['keyVersions']>().toBeCallableWith({});
  });

  test('every call takes the same options and says how it went', () => {
    expectTypeOf<Client['createKey']>().parameter(1).toEqualTypeOf<OperationOptions | undefined>();
    expectTypeOf<Client['encrypt']>().parameter(1).toEqualTypeOf<OperationOptions | undefined>();
    expectTypeOf<KmsResponse<'enableKey'>['requestId']>().toEqualTypeOf<string>();
    expectTypeOf<KmsResponse<'encrypt'>['$metadata']['attempts']>().toEqualTypeOf<number>();
  });
});
