import { startLocalKms } from 'alibabacloud-kms-local';
import { Client, KmsServiceError } from 'alibabacloud-kms-sdk';
import { Envelope } from 'alibabacloud-kms-sdk/envelope';
import { PublicKey } from 'alibabacloud-kms-sdk/public-key';
import { SecretCache } from 'alibabacloud-kms-sdk/secrets';
import { TransferClient } from 'alibabacloud-kms-sdk/transfer';
// @ts-expect-error JavaScript without types
import { expected, useEverything } from './everything.mjs';

test('every entry of the packages works from TypeScript', async () => {
  const entries = { startLocalKms, Client, KmsServiceError, Envelope, PublicKey, SecretCache, TransferClient };
  const config: ConstructorParameters<typeof Client>[0] = { publicConfig: { regionId: 'cn-hangzhou' } };
  expect(new Client(config)).toBeInstanceOf(Client);
  expect(await useEverything(entries)).toEqual(expected);
});
