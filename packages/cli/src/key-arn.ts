/** Whether it is the ARN of a key, which needs no lookup. */
export const isKeyArn = (text: string): boolean => /^acs:kms:[^:/\s]+:[^:/\s]+:key\/[^:/\s]+$/.test(text);

/** Region in the ARN of a key or an alias. */
export const regionOf = (text: string): string | undefined => /^acs:kms:([^:/\s]+):/.exec(text)?.[1];
