import { nearestName } from '../util/unknown-names.js';
import { endpoints } from './generated/endpoints.js';

/** `cn-hangzhou` for the zone `cn-hangzhou-a`, `ap-southeast-1` for `ap-southeast-1b`. */
export const withoutZone = (text: string): string => text.replace(/-?[a-z]$/, '');

/** The known region meant by `CN-Hangzhou`, `hangzhou`, `cn-hangzhou-a`, `kms.cn-hangzhou.aliyuncs.com`, `cn-hangzhuo`. */
export function regionLike(text: string): string | undefined {
  const given = text.toLowerCase().replaceAll('_', '-');
  const regions = Object.keys(endpoints);
  const labels = [...given.split('.'), withoutZone(given)];
  const named = regions.find((region) => labels.includes(region));
  return named ?? regions.find((region) => region.endsWith(`-${given}`)) ?? nearestName(given, regions);
}
