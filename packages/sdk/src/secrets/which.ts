import { KmsConfigurationError } from '../errors.js';
import { checkNames, checkObject, checkText } from '../util/option-checks.js';

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
  const found = typeof name === 'string' ? 'has characters that no secret has' : `is of type ${typeof name}`;
  throw requestError(`the name of the secret ${found}: 1 to 192 letters, digits and _/+=.-@`);
}

/** @param stage what is meant when nobody says */
export function checkSelection(options: unknown, known: readonly string[], stage: string): SecretSelection {
  const given = checkObject('options', options) as SecretSelection;
  checkNames('options', given, known);
  if (given.versionId === undefined) {
    return { stage: given.stage === undefined ? stage : checkText('options.stage', given.stage) };
  }
  if (given.stage !== undefined) throw requestError('give stage or versionId, not both');
  return { versionId: checkText('options.versionId', given.versionId) };
}

/** Unambiguous: neither stages nor ids of versions share the first letter. */
export const selectionText = ({ stage, versionId }: SecretSelection): string =>
  versionId === undefined ? `stage ${stage}` : `version ${versionId}`;

const requestError = (message: string) => new KmsConfigurationError('Request.Invalid', message, { attempts: 0 });
