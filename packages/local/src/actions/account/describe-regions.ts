import { endpoints } from 'alibabacloud-kms-sdk/internal';
import type { OpenApiAction } from '../types.js';

/** All regions of the service, and this KMS's own when it was given a name of its own. */
export const describeRegions: OpenApiAction = async (_parameters, { kms }) => {
  const regions = new Set([...Object.keys(endpoints), kms.identity.regionId]);
  return { Regions: { Region: [...regions].map((id) => ({ RegionId: id })) } };
};
