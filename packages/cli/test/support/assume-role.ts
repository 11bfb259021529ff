import { createHash, createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:https';
import type { LocalKms } from 'alibabacloud-kms-local';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A temporary AccessKey that may do what a policy says, as environment; see AssumeRole of STS. */
export async function assumeRole(kms: LocalKms, policy: object): Promise<Record<string, string>> {
  const query = new URLSearchParams({
    Policy: JSON.stringify(policy),
    RoleArn: `acs:ram::${kms.accountId}:role/tester`,
    RoleSessionName: 'test',
  });
  const text = query.toString().replaceAll('+', '%20').replaceAll('*', '%2A');
  const headers: Record<string, string> = {
    host: `${kms.host}:${kms.port}`,
    'x-acs-action': 'AssumeRole',
    'x-acs-content-sha256': sha256(''),
    'x-acs-date': new Date().toISOString().replace(/\.\d+/, ''),
    'x-acs-signature-nonce': randomUUID(),
    'x-acs-version': '2015-04-01',
  };
  const names = Object.keys(headers);
  const lines = names.map((name) => `${name}:${headers[name]}\n`).join('');
  const canonical = ['POST', '/', text, lines, names.join(';'), sha256('')].join('\n');
  const toSign = `ACS3-HMAC-SHA256\n${sha256(canonical)}`;
  const signature = createHmac('sha256', kms.accessKeySecret).update(toSign).digest('hex');
  headers.authorization = `ACS3-HMAC-SHA256 Credential=${kms.accessKeyId},SignedHeaders=${names.join(';')},Signature=${signature}`;
  const { host, port, ca } = kms;
  const outgoing = request({ host, port, ca, method: 'POST', path: `/?${text}`, headers, agent: false });
  outgoing.end();
  const [response] = await once(outgoing, 'response');
  let body = '';
  for await (const chunk of response) body += chunk;
  const { Credentials: made } = JSON.parse(body);
  if (!made) throw new Error(`AssumeRole: ${body}`);
  return {
    ALIBABA_CLOUD_ACCESS_KEY_ID: made.AccessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: made.AccessKeySecret,
    ALIBABA_CLOUD_SECURITY_TOKEN: made.SecurityToken,
  };
}
