/**
 * Signature algorithms for headers, under their names in the official clients: ACS3 signs with the AccessKey secret, ACS4
 * (`signatureVersion` v4) with a key derived from it for one day, region and product.
 */
export const acsAlgorithms = ['ACS3-HMAC-SHA256', 'ACS3-HMAC-SM3', 'ACS4-HMAC-SHA256', 'ACS4-HMAC-SM3'] as const;

/** How calls with an AccessKey can be signed. */
export type AcsAlgorithm = (typeof acsAlgorithms)[number];

export const defaultAcsAlgorithm: AcsAlgorithm = 'ACS3-HMAC-SHA256';
