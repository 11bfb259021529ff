// One Encrypt, as a command or a function makes it: everything is loaded, opened and connected for it.
import { readFileSync } from 'node:fs';
import { Client } from 'alibabacloud-kms-sdk';

const { endpoint, clientKeyFile, clientKeyPassword, caFile, keyIds } = JSON.parse(readFileSync(0, 'utf8'));
const client = new Client({
  instanceConfig: { endpoint, clientKeyFile, password: clientKeyPassword, caFilePath: caFile },
});
await client.encrypt({ keyId: keyIds[0], plaintext: new Uint8Array(32) });
await client.close();
