import { arch, type } from 'node:os';

/** Of this package; a test holds it against package.json, which a bundled application does not have at hand. */
export const sdkVersion = '0.1.0';

const ownUserAgent = `AlibabaCloud (${type()}; ${arch()}) Node.js/${process.versions.node} alibabacloud-kms-sdk/${sdkVersion}`;

/** The header's value, with the caller's own part at the end. */
export const userAgentHeader = (own?: string) => (own ? `${ownUserAgent} ${own}` : ownUserAgent);
