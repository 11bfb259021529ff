import { checkOptions, checkText, invalidInput, kindOf, mustBe } from '../checks.js';

/** Which version of a secret: the one with a stage label, or a certain one. */
export interface SecretSelection {
  /** Stage label. Default: `stage` of the cache, which is `ACSCurrent` unless it was given another. */
  stage?: string | undefined;
  /** Id of a version, in place of a stage. */
  versionId?: string | undefined;
}

/** A secret and the stage or version of it: what a cache keeps one value for. */
export interface SecretKey extends SecretSelection {
  /** Name of the secret, or its ARN. */
  name: string;
}

/** A name that KMS refuses anyway is refused here: it would be asked for again and again. */
export function checkName(name: unknown): string {
  // An ARN names a secret of another account: acs:kms:cn-hangzhou:1234:secret/app/db
  if (typeof name === 'string' && /^[\w/+=.@:-]{1,512}$/.test(name)) return name;
  const found = typeof name === 'string' ? 'a text with other characters' : kindOf(name);
  throw invalidInput(mustBe('the name of the secret', '1 to 192 letters, digits and _/+=.-@', found));
}

/** @param stage what is meant when nobody says */
export function checkSelection(options: unknown, known: readonly string[], stage: string): SecretSelection {
  checkOptions('options', options, known);
  const given = options as SecretSelection;
  if (given.versionId === undefined) {
    return { stage: given.stage === undefined ? stage : checkText('options.stage', given.stage) };
  }
  if (given.stage !== undefined) throw invalidInput('give stage or versionId, not both');
  return { versionId: checkText('options.versionId', given.versionId) };
}

/** Unambiguous: neither stages nor ids of versions share the first letter. */
export const selectionText = ({ stage, versionId }: SecretSelection): string =>
  versionId === undefined ? `stage ${stage}` : `version ${versionId}`;
