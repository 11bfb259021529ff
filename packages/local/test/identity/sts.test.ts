import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/store.js';
import { send } from '../support/send.js';
import { assumeRole, callKms, callSts, jsonOf, request, roleParameters, signatures } from './sts-calls.js';
import { accountId, roleArn, type TokenServer, tokenServer } from './token-server.js';

let server: TokenServer;
beforeAll(async () => {
  server = await tokenServer();
});
afterAll(() => server.close());

describe('AssumeRole', () => {
  test.each(signatures)('gives a temporary AccessKey when it is signed with %s', async (by) => {
    const before = Math.floor(server.clock.now() / 1000) * 1000;
    const answer = await callSts(server, server, 'AssumeRole', { ...roleParameters, DurationSeconds: '900' }, by);
    expect(answer).toEqual({
      RequestId: expect.any(String),
      AssumedRoleUser: { Arn: `${roleArn}/tests`, AssumedRoleId: expect.stringMatching(/^3\d{17}:tests$/) },
      Credentials: {
        AccessKeyId: expect.stringMatching(/^STS\.\w{25}$/),
        AccessKeySecret: expect.stringMatching(/^\w{44}$/),
        SecurityToken: expect.stringMatching(/^[\w+/]{100,}=*$/),
        Expiration: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      },
    });
    const expiry = Date.parse(answer.Credentials.Expiration);
    expect(expiry).toBeGreaterThanOrEqual(before + 900_000);
    expect(expiry).toBeLessThanOrEqual(server.clock.now() + 900_000);
  });

  test.each([
    ['no role', { RoleArn: undefined }, 400, 'MissingParameter', 'RoleArn'],
    ['what is no role', { RoleArn: 'acs:ram::1:user/app' }, 400, 'InvalidParameter.RoleArn', 'RoleArn is wrongly'],
    ['a role without a name', { RoleArn: `acs:ram::${accountId}:role/` }, 400, 'InvalidParameter.RoleArn', 'RoleArn'],
    ['a role of another account', { RoleArn: 'acs:ram::77:role/app' }, 404, 'EntityNotExist.Role', accountId],
    ['no session name', { RoleSessionName: undefined }, 400, 'MissingParameter', 'RoleSessionName'],
    [
      'a session name of one letter',
      { RoleSessionName: 'a' },
      400,
      'InvalidParameter.RoleSessionName',
      'wrongly formed',
    ],
    [
      'a session name with a space',
      { RoleSessionName: 'a b' },
      400,
      'InvalidParameter.RoleSessionName',
      'wrongly formed',
    ],
    ['fewer than 900 seconds', { DurationSeconds: '899' }, 400, 'InvalidParameter.DurationSeconds', '15min/1hr'],
    ['more than an hour', { DurationSeconds: '3601' }, 400, 'InvalidParameter.DurationSeconds', '15min/1hr'],
    ['no number of seconds', { DurationSeconds: '1e3' }, 400, 'InvalidParameter.DurationSeconds', '15min/1hr'],
    ['a policy that is no JSON', { Policy: '{' }, 400, 'InvalidParameter.PolicyGrammar', 'grammar'],
    ['a policy that is too long', { Policy: ' '.repeat(2049) }, 400, 'InvalidParameter.PolicySize', '2048'],
    [
      'a policy with a condition, which nobody could check',
      { Policy: '{"Version":"1","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{}}]}' },
      400,
      'InvalidParameter.PolicyGrammar',
      'Statement 1: a local KMS knows Sid, Effect, Action, Resource only, not Condition',
    ],
    [
      'a policy that neither allows nor denies',
      { Policy: '{"Version":"1","Statement":[{"Effect":"Maybe","Action":"*","Resource":"*"}]}' },
      400,
      'InvalidParameter.PolicyGrammar',
      'Effect',
    ],
  ])('with %s is refused', async (_why, changes, status, code, message) => {
    const parameters = Object.entries({ ...roleParameters, ...changes }).filter(([, value]) => value !== undefined);
    const answer = await callSts(
      server,
      server,
      'AssumeRole',
      Object.fromEntries(parameters) as Record<string, string>,
    );
    expect(answer).toMatchObject({ HttpStatus: status, Code: code, Message: expect.stringContaining(message) });
  });

  test('cannot be had without an AccessKey, nor with a wrong secret', async () => {
    const wrong = { ...server, accessKeySecret: 'wrong' };
    expect(await callSts(server, wrong, 'AssumeRole', roleParameters)).toMatchObject({ Code: 'SignatureDoesNotMatch' });
    const unsigned = request(server, 'rpc', 'AssumeRole', roleParameters, '2015-04-01');
    const path = unsigned.path.replace(/&Signature=[^&]*/, '');
    expect(jsonOf(await send(server, { ...unsigned, path }))).toMatchObject({ Code: 'MissingParameter' });
  });

  test('another API of STS is not found', async () => {
    expect(await callSts(server, server, 'AssumeRoleWithSAML')).toMatchObject({ Code: 'InvalidAction.NotFound' });
  });
});

describe('GetCallerIdentity', () => {
  test('says that an AccessKey is the account’s own', async () => {
    expect(await callSts(server, server, 'GetCallerIdentity')).toMatchObject({
      AccountId: accountId,
      Arn: `acs:ram::${accountId}:root`,
      IdentityType: 'Account',
    });
  });

  test.each(signatures)('says which role a temporary AccessKey is of, signed with %s', async (by) => {
    expect(await callSts(server, await assumeRole(server), 'GetCallerIdentity', {}, by)).toEqual({
      RequestId: expect.any(String),
      AccountId: accountId,
      Arn: `acs:ram::${accountId}:assumed-role/app/tests`,
      IdentityType: 'AssumedRoleUser',
      PrincipalId: expect.stringMatching(/^3\d{17}:tests$/),
      RoleId: expect.stringMatching(/^3\d{17}$/),
    });
  });
});

describe('a temporary AccessKey', () => {
  test.each(signatures)('calls KMS with its security token, signed with %s', async (by) => {
    const role = await assumeRole(server);
    const { KeyMetadata } = await callKms(server, role, 'CreateKey', {}, by);
    const { CiphertextBlob } = await callKms(
      server,
      role,
      'Encrypt',
      { KeyId: KeyMetadata.KeyId, Plaintext: 'aGk=' },
      by,
    );
    expect(await callKms(server, role, 'Decrypt', { CiphertextBlob }, by)).toMatchObject({ Plaintext: 'aGk=' });
  });

  test('assumes another role', async () => {
    const first = await assumeRole(server);
    const second = await assumeRole(server, { RoleArn: `acs:ram::${accountId}:role/other` }, first);
    expect(await callSts(server, second, 'GetCallerIdentity')).toMatchObject({
      Arn: `acs:ram::${accountId}:assumed-role/other/tests`,
    });
  });

  test.each(signatures)('is refused without its token, signed with %s', async (by) => {
    const { securityToken: _, ...role } = await assumeRole(server);
    const answer = await callKms(server, role, 'ListKeys', {}, by);
    expect(answer).toMatchObject({ HttpStatus: 400, Code: 'MissingSecurityToken' });
  });

  test('is refused with a wrong secret', async () => {
    const role = { ...(await assumeRole(server)), accessKeySecret: 'wrong' };
    expect(await callKms(server, role, 'ListKeys')).toMatchObject({ Code: 'SignatureDoesNotMatch' });
  });

  test('is refused with the token of another one, which the client is told', async () => {
    const [one, other] = await Promise.all([assumeRole(server), assumeRole(server)]);
    const answer = await callKms(server, { ...one, securityToken: other.securityToken }, 'ListKeys');
    expect(answer).toMatchObject({ HttpStatus: 400, Code: 'InvalidSecurityToken.MismatchWithAccessKey' });
  });

  test('is refused with any byte of its token changed, and with what is no token', async () => {
    const role = await assumeRole(server);
    const bytes = Buffer.from(role.securityToken, 'base64');
    const changed = [0, 5, 40, bytes.length - 1].map((at) => {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] as number) ^ 1;
      return copy.toString('base64');
    });
    const noTokens = ['x', `${role.securityToken} `, bytes.subarray(0, 20).toString('base64'), '{}', '%00'];
    for (const securityToken of [...changed, ...noTokens]) {
      const answer = await callKms(server, { ...role, securityToken }, 'ListKeys', {}, 'rpc');
      expect(answer).toMatchObject({ HttpStatus: 400, Code: 'InvalidSecurityToken.Malformed' });
    }
  });

  test('expires by the clock of the KMS, while requests are dated by the machine', async () => {
    const own = await tokenServer();
    const role = await assumeRole(own, { DurationSeconds: '900' });
    await own.clock.advance({ minutes: 14 });
    expect(await callKms(own, role, 'ListKeys')).toMatchObject({ TotalCount: 0 });
    await own.clock.advance({ minutes: 1 });
    for (const by of signatures) {
      const answer = await callKms(own, role, 'ListKeys', {}, by);
      expect(answer).toMatchObject({ HttpStatus: 403, Code: 'InvalidSecurityToken.Expired' });
    }
    expect(await callSts(own, role, 'AssumeRole', roleParameters)).toMatchObject({
      Code: 'InvalidSecurityToken.Expired',
    });
    expect(await callKms(own, await assumeRole(own), 'ListKeys')).toMatchObject({ TotalCount: 0 });
    await own.close();
  });

  test('is good after a restart on its data, and nowhere else; nothing of it is kept', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'kms-sts-'));
    const data = { file: join(directory, 'kms.db'), rootKey: { keyFile: join(directory, 'root.key') } };
    const first = await tokenServer({}, data);
    const role = await assumeRole(first);
    await first.close();
    const again = await tokenServer({}, data);
    expect(await callKms(again, role, 'ListKeys')).toMatchObject({ TotalCount: 0 });
    await again.close();

    expect(await callKms(server, role, 'ListKeys')).toMatchObject({ Code: 'InvalidSecurityToken.Malformed' });
    const store = await openStore(data);
    const rows = await store.db.selectFrom('access_keys').select('id').execute();
    expect(rows.map(({ id }) => id)).toEqual([expect.stringMatching(/^LTAI/)]);
    await store.close();
    rmSync(directory, { recursive: true });
  });
});
