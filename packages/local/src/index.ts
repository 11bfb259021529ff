export type { Clock } from './clock.js';
export {
  type LocalClientConfig,
  type LocalKms,
  StartError,
  type StartErrorCode,
  type StartOptions,
  StoreError,
  type StoreErrorCode,
  startLocalKms,
} from './start.js';
