import { expect, test } from 'vitest';
import { credentialsOf } from './credentials-of.js';
import { Secret } from './secret.js';

const of = (value: string) => credentialsOf(new Secret({ name: 'app/db', versionId: 'v1', value }));

test.each([
  ['{"user":"app","password":"p"}', 'app', 'p'],
  ['{"username":"app","password":"p","host":"db"}', 'app', 'p'],
  ['{"AccountName":"app","AccountPassword":"p"}', 'app', 'p'],
  ['{"Accounts":[{"AccountName":"app","AccountPassword":"p"}]}', 'app', 'p'],
  ['{"password":"p"}', '', 'p'],
  ['just a password', '', 'just a password'],
  ['20261201', '', '20261201'],
  ['["a","list"]', '', '["a","list"]'],
  ['{"half":', '', '{"half":'],
])('%s: user %s, password %s', (text, user, password) => {
  expect(of(text)).toEqual({ user, password });
});

test.each(['{"user":"app","pin":"s3cret"}', '{"user":"app","password":42}', '{"Accounts":[]}', '{"Accounts":[null]}'])(
  '%s has no password, and the error does not quote it',
  (text) => {
    expect(() => of(text)).toThrow(expect.objectContaining({ code: 'Secret.NotCredentials', secretName: 'app/db' }));
    expect(() => of(text)).not.toThrow('s3cret');
  },
);
