import { KmsSecretError } from '../errors.js';
import { tryParseJson } from '../util/encodings.js';
import { isObject } from '../util/value-kinds.js';
import type { Secret } from './secret.js';

/** User and password for a login. */
export interface Credentials {
  /** Empty if the secret is only a password. */
  user: string;
  password: string;
}

const userNames = ['user', 'username', 'userName', 'UserName', 'AccountName'];
const passwordNames = ['password', 'passwd', 'Password', 'AccountPassword'];

/**
 * User and password of a secret: members of its JSON object (`user` or `username`, `password`; in managed secrets
 * `AccountName` and `AccountPassword`, inside `Accounts` or not). Otherwise the whole text is the password, even if it is a
 * number.
 *
 * @throws KmsSecretError `Secret.NotCredentials`
 */
export function credentialsOf(secret: Secret): Credentials {
  const members = tryParseJson(secret.text);
  if (!isObject(members)) return { user: '', password: secret.text };
  const [account = members] = Array.isArray(members.Accounts) ? members.Accounts : [];
  const password = firstText(account, passwordNames);
  if (password === undefined) {
    const message = `${secret.name} has no password: a member ${passwordNames.join(', ')}. Give rotatingCredentials a parse()`;
    throw new KmsSecretError('Secret.NotCredentials', message, { secretName: secret.name });
  }
  return { user: firstText(account, userNames) ?? '', password };
}

function firstText(members: unknown, names: readonly string[]): string | undefined {
  const given = Object(members) as Record<string, unknown>;
  const name = names.find((candidate) => typeof given[candidate] === 'string');
  return name === undefined ? undefined : (given[name] as string);
}
