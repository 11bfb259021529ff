/** A key of KMS, resolved. */
export interface KeyName {
  /** `acs:kms:<region>:<account>:key/<id>`. */
  readonly arn: string;
  readonly regionId: string;
  readonly keyId: string;
}

/** The parts of a key's ARN; undefined for anything else, such as the ARN of an alias. */
export function parseKeyArn(arn: string): KeyName | undefined {
  const [, regionId, keyId] = /^acs:kms:([^:/\s]+):[^:/\s]+:key\/([^:/\s]+)$/.exec(arn) ?? [];
  return regionId && keyId ? { arn, regionId, keyId } : undefined;
}

/** Region of an ARN of a key or an alias. */
export const regionOfArn = (text: string): string | undefined =>
  /^acs:kms:([^:/\s]+):[^:/\s]+:(?:key|alias)\/\S+$/.exec(text)?.[1];
