import { endpoints } from 'alibabacloud-kms-sdk/internal';
import type { PublicHandlers } from '../types.js';

export const accountHandlers = {
  /** The account of a local KMS is open from the start, and nothing closes it. */
  DescribeAccountKmsStatus: async () => ({ AccountStatus: 'Enabled' }),

  /** All regions of the service, and this KMS's own when it was given a name of its own. */
  DescribeRegions: async (_request, { kms }) => {
    const regions = new Set([...Object.keys(endpoints), kms.identity.regionId]);
    return { Regions: { Region: [...regions].map((id) => ({ RegionId: id })) } };
  },

  /** What is open already stays open. */
  OpenKmsService: async () => ({}),
} satisfies Partial<PublicHandlers>;
