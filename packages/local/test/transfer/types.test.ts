import type { DescribeKeyResponse, EncryptRequest, ListKeysRequest } from '@alicloud/kms20160120';
import type { Config as OpenApiConfig } from '@alicloud/openapi-client';
import type { Config } from '@alicloud/rpc-client';
import type { RuntimeOptions } from '@alicloud/tea-util';
import {
  type Kms10Requests,
  type Kms10Responses,
  type KmsRuntimeOptions,
  type ReEncryptedEntry,
  TransferClient,
  type TransferConfig,
  type TransferResponse,
  type WithMetadata,
} from 'alibabacloud-kms-sdk/transfer';
import { expectTypeOf, test } from 'vitest';

test('what the official classes are is what a TransferClient takes', () => {
  expectTypeOf<Config>().toExtend<TransferConfig>();
  expectTypeOf<OpenApiConfig>().toExtend<TransferConfig>();
  expectTypeOf<RuntimeOptions>().toExtend<KmsRuntimeOptions>();
  expectTypeOf<EncryptRequest>().toExtend<Kms10Requests['Encrypt']>();
  expectTypeOf<ListKeysRequest>().toExtend<Kms10Requests['ListKeys']>();
});

test('answers have the type of the generation', () => {
  const config = { regionId: 'cn-hangzhou' };
  const first = new TransferClient({ config, apiGeneration: 1 });
  const third = new TransferClient({ config });
  expectTypeOf(first.describeKey).returns.resolves.toEqualTypeOf<Kms10Responses['DescribeKey'] & WithMetadata>();
  expectTypeOf(third.describeKey).returns.resolves.toEqualTypeOf<TransferResponse<Kms10Responses['DescribeKey']>>();
  expectTypeOf<Kms10Responses['DescribeKey']>().toExtend<DescribeKeyResponse>();
  expectTypeOf(third.describeRegionsWithOptions).toBeCallableWith({ readTimeout: 1_000 });
});

test('a walk that throws gives no errors', () => {
  const client = new TransferClient({ config: { regionId: 'cn-hangzhou' } });
  const walk = client.reEncryptAll(['AAAA'], { keyId: 'k' });
  expectTypeOf(walk).toEqualTypeOf<AsyncGenerator<ReEncryptedEntry<unknown>, void, undefined>>();
});
