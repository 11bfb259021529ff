import { OperatorError } from '../operator-error.js';
import { InvalidParameter, ServiceError } from '../service-error.js';

/** What is wrong: the seed itself, or its file. */
export type SeedErrorCode = 'Seed.Invalid' | 'Seed.Unreadable';

/** A seed that cannot be loaded. The message says where and why; it quotes no secret and no material. */
export class SeedError extends OperatorError<SeedErrorCode> {
  override readonly name = 'SeedError';
}

/** @param path such as `keys[0].spec`; empty for the whole seed */
export const wrong = (path: string, why: string): SeedError =>
  new SeedError('Seed.Invalid', path === '' ? why : `${path}: ${why}`);

/** Runs a check that API calls use too, and converts its error about a parameter to one about a place in the seed. */
export async function checkedAt(path: string, check: () => Promise<void>): Promise<void> {
  try {
    await check();
  } catch (error) {
    throw reworded(path, error);
  }
}

/** {@link checkedAt} for a synchronous check. */
export function valid<T>(path: string, check: () => T): T {
  try {
    return check();
  } catch (error) {
    throw reworded(path, error);
  }
}

function reworded(path: string, error: unknown): unknown {
  if (!(error instanceof ServiceError)) return error;
  if (!(error instanceof InvalidParameter)) return wrong(path, error.message);
  // ExtendedConfig.CustomData becomes CustomData of the value at the path.
  return wrong(path + error.parameter.replace(/^[^.]*/, ''), error.why);
}
