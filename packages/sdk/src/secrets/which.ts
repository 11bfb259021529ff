import { checkOptions, checkText, invalidInput, kindOf, mustBe } from '../checks.js';

/** Which version of a secret: the one with a stage label, or a specific one. */
export interface SecretSelection {
  /** Stage label. Default: `stage` of the cache, which is `ACSCurrent` by default. */
  stage?: string | undefined;
  /** Id of a version, instead of a stage. */
  versionId?: string | undefined;
}

/** A secret and its stage or version: the key of a cached value. */
export interface SecretKey extends SecretSelection {
  /** Name of the secret, or its ARN. */
  name: string;
}

/** Refuses a name that KMS would refuse anyway: the cache would request it again and again. */
export function checkName(name: unknown): string {
  // An ARN names a secret of another account: acs:kms:cn-hangzhou:1234:secret/app/db
  if (typeof name === 'string' && /^[\w/+=.@:-]{1,512}$/.test(name)) return name;
  const found = typeof name === 'string' ? 'a text with other characters' : kindOf(name);
  throw invalidInput(mustBe('the name of the secret', '1 to 192 letters, digits and _/+=.-@', found));
}

/** @param stage the default */
export function checkSelection(options: unknown, known: readonly string[], stage: string): SecretSelection {
  checkOptions('options', options, known);
  const given = options as SecretSelection;
  if (given.versionId === undefined) {
    return { stage: given.stage === undefined ? stage : checkText('options.stage', given.stage) };
  }
  if (given.stage !== undefined) throw invalidInput('give stage or versionId, not both');
  return { versionId: checkText('options.versionId', given.versionId) };
}

/** Unambiguous: the prefixes of stages and version ids differ. */
export const selectionText = ({ stage, versionId }: SecretSelection): string =>
  versionId === undefined ? `stage ${stage}` : `version ${versionId}`;
