import type { OpenApiAction } from '../types.js';

/** The account of a local KMS is open from the start, and nothing closes it. */
export const describeAccountKmsStatus: OpenApiAction = async () => ({ AccountStatus: 'Enabled' });
