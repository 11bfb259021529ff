import { arch, type } from 'node:os';
import { version } from '../model/generated/version.js';

const ownUserAgent = `AlibabaCloud (${type()}; ${arch()}) Node.js/${process.versions.node} alibabacloud-kms-sdk/${version}`;

/** The header's value, with the caller's own part at the end. */
export const userAgentHeader = (own?: string) => (own ? `${ownUserAgent} ${own}` : ownUserAgent);
