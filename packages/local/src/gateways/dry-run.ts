import { ServiceError } from '../service-error.js';

/**
 * What DryRun=true makes of a call, which always fails: DryRunOperationError when it would have succeeded, else
 * AccessDeniedError or ValidationError.
 *
 * @param call carried out to see: only APIs that change nothing have the parameter
 */
export async function dryRun(call: () => Promise<unknown>): Promise<never> {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof ServiceError) || error.status >= 500) throw error;
    throw error.status === 403
      ? new ServiceError('AccessDeniedError', { denial: error.denial })
      : new ServiceError('ValidationError', { subject: `${error.code}: ${error.message}` });
  }
  throw new ServiceError('DryRunOperationError');
}
