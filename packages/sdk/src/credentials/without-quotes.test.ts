import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { withoutQuotes } from './without-quotes.js';

/** Messages of `@alicloud/credentials` 2.4.7, each with a secret in the part it quotes. */
const messages: [string, string, string][] = [
  [
    'an answer that lacks a field',
    'error retrieving credentials from credentialsURI result: {"AccessKeySecret":"top-secret"}.',
    'error retrieving credentials from credentialsURI result: …',
  ],
  [
    'an answer that is no JSON',
    `get sts token failed, json parse failed: Unexpected token 't', "top-secret" is not valid JSON, result: top-secret.`,
    'get sts token failed, json parse failed: …',
  ],
  [
    'an error answer',
    'get sts token failed, httpStatus: 403, message = {"Code":"NoPermission","Token":"top-secret"}.',
    'get sts token failed, httpStatus: 403, message = … (NoPermission)',
  ],
  [
    'an error answer of STS',
    'get sts token failed with OIDC: {"Code":"AuthenticationFail.OIDCToken.Expired","Message":"top-secret"}',
    'get sts token failed with OIDC: … (AuthenticationFail.OIDCToken.Expired)',
  ],
  ['an answer of STS in no format', 'refresh session token failed: top-secret', 'refresh session token failed: …'],
  ['an answer of a login', 'failed to refresh OAuth token: top-secret', 'failed to refresh OAuth token: …'],
  [
    'an answer of a login without a session',
    'refresh session token from OAuth failed, fail to get credentials: top-secret',
    'refresh session token from OAuth failed, fail to get credentials: …',
  ],
  [
    'a configuration file',
    `parse aliyun cli config from '/home/a/.aliyun/config.json' failed: top-secret`,
    "parse aliyun cli config from '/home/a/.aliyun/config.json' failed: …",
  ],
  [
    'the output of a command that is no JSON',
    `failed to parse external command output: Unexpected token 't', "top-secret" is not valid JSON`,
    'failed to parse external command output: …',
  ],
  [
    'the output of a command that failed, and its arguments',
    'failed to execute external command: Command failed: tool --token top-secret\ntop-secret\n',
    'failed to execute external command: Command failed: …',
  ],
  ['JSON that was cut short, by the parser itself', `"top-secret" is not valid JSON`, 'not JSON …'],
  [
    'an address with a signature and a token in its query',
    'connect ECONNREFUSED 127.0.0.1:443POST https://sts.aliyuncs.com/?Signature=top-secret&SecurityToken=top-secret failed.',
    'connect ECONNREFUSED 127.0.0.1:443: POST https://sts.aliyuncs.com/?… failed.',
  ],
  [
    'an address with a password',
    'connect ECONNREFUSED 127.0.0.1:80GET http://me:top-secret@127.0.0.1/x failed.',
    'connect ECONNREFUSED 127.0.0.1:80: GET http://127.0.0.1/x failed.',
  ],
];

describe('a failure of @alicloud/credentials tells nothing of what it quotes', () => {
  test.each(messages)('%s', (_what, message, told) => {
    expect(withoutQuotes(new Error(message)).message).toBe(told);
  });
});

test('what an address of ECS metadata answered is told', () => {
  const message = 'get role name failed: GET http://100.100.100.200/latest/meta-data/ram/security-credentials/ 404';
  expect(withoutQuotes(new Error(message)).message).toBe(message);
});

test('a command that is not there is named', () => {
  const message = 'failed to execute external command: spawn /opt/tool ENOENT';
  expect(withoutQuotes(new Error(message)).message).toBe(message);
});

test('a credentials URI that nobody set is no host named "undefined"', () => {
  const failure = new Error('getaddrinfo ENOTFOUND undefinedGET https://undefined/ failed.');
  expect(withoutQuotes(failure).message).toBe('no credentials URI is set');
});

test('the code of a failed connection stays', () => {
  const failure = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  expect(withoutQuotes(failure)).toMatchObject({ message: 'connect ECONNREFUSED', code: 'ECONNREFUSED' });
});

test('an error of another realm, as in jest, keeps its code and gets no second "Error:"', () => {
  const foreign = runInNewContext("Object.assign(new Error('no such file'), { code: 'ENOENT' })");
  expect(foreign).not.toBeInstanceOf(Error);
  expect(withoutQuotes(foreign)).toMatchObject({ message: 'no such file', code: 'ENOENT' });
});
