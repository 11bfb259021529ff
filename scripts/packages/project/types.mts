// What users write, type-checked as strictly as TypeScript can.
import { type LocalKms, type Seed, startLocalKms } from 'alibabacloud-kms-local';
import { useLocalKms } from 'alibabacloud-kms-local/node-test';
import { localKmsTest } from 'alibabacloud-kms-local/vitest';
import { Client, KmsServiceError } from 'alibabacloud-kms-sdk';
import { PublicKey } from 'alibabacloud-kms-sdk/public-key';
import { SecretCache } from 'alibabacloud-kms-sdk/secrets';
import { TransferClient } from 'alibabacloud-kms-sdk/transfer';

const seed: Seed = { keys: [{ id: 'app', spec: 'Aliyun_AES_256', aliases: ['alias/app'] }] };
const kms: LocalKms = await startLocalKms({ seed });
await using client = new Client(kms.clientConfig());

const { ciphertextBlob } = await client.advanceEncrypt({ keyId: 'alias/app', plaintext: 'hello', aad: 'order-17' });
const bytes: Uint8Array = ciphertextBlob;
const { plaintext } = await client.advanceDecrypt(
  { ciphertextBlob: bytes, aad: 'order-17' },
  { timeoutMs: 2_000, signal: AbortSignal.timeout(5_000) },
);
export const opened: string = new TextDecoder().decode(plaintext);

for await (const { keyId } of client.keys()) console.log(keyId satisfies string | undefined);

try {
  // @ts-expect-error the id of a key is text
  await client.describeKey({ keyId: 17 });
} catch (error) {
  if (error instanceof KmsServiceError) console.log(error.code satisfies string, error.requestId);
}
const publicKey = await PublicKey.fromPem('…');
export const verified: boolean = publicKey.verify({ message: 'm', signature: bytes });

await using secrets = new SecretCache({ client });
const { user } = await secrets.getJson<{ user: string }>('app/db');
export const login: string = user;

const transfer = new TransferClient({ config: { regionId: 'cn-hangzhou' } });
export const sealed: string | undefined = (await transfer.encrypt({ keyId: 'app', plaintext: '' })).body.ciphertextBlob;
export const inTests: () => LocalKms = useLocalKms({ seed });
localKmsTest({ seed })('a test', async ({ kms }) => console.log(kms.port satisfies number));
