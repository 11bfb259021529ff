// Generated from model/apis.json: do not edit; run npm run generate.

/** Names that the models of KMS 1.0 leave as they are on the wire; all others begin with a small letter there. */
export const unchangedNames: readonly string[] = ['DKMSInstanceId', 'KMProvider'];
