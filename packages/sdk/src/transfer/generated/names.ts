// Generated from model/apis.json: do not edit; run npm run generate.

/** Names that the models of KMS 1.0 leave as on the wire; all others start with a lower-case letter there. */
export const unchangedNames: readonly string[] = ['DKMSInstanceId', 'KMProvider'];
