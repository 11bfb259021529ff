import { Secret, type SecretInit } from './secret.js';
import type { StoredSecret } from './store.js';

/** A secret as the text of an encrypted file. */
export function storedText({ secret, fetchedAt }: StoredSecret): string {
  const { name, versionId, versionStages, secretType, createTime, dataType } = secret;
  const { automaticRotation, rotationInterval, nextRotationDate, extendedConfig } = secret;
  const value = dataType === 'text' ? { text: secret.text } : { base64: Buffer.from(secret.bytes).toString('base64') };
  const settings = { automaticRotation, rotationInterval, nextRotationDate, extendedConfig };
  return JSON.stringify({ fetchedAt, name, versionId, versionStages, secretType, createTime, ...settings, ...value });
}

/** The text was authenticated, so it is as `storedText` wrote it. */
export function secretOfText(text: string): StoredSecret {
  const { fetchedAt, text: value, base64, ...init } = JSON.parse(text);
  const dateOf = (date: string | undefined) => (date === undefined ? undefined : new Date(date));
  const secret = new Secret({
    ...(init as SecretInit),
    value: value ?? Buffer.from(base64, 'base64'),
    createTime: dateOf(init.createTime),
    nextRotationDate: dateOf(init.nextRotationDate),
  });
  return { secret, fetchedAt };
}
