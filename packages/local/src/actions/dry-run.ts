import { ServiceError } from '../service-error.js';
import { flag } from './parameters.js';
import type { OpenApiAction } from './types.js';

/**
 * DryRun=true always fails: DryRunOperationError when the call would have succeeded, else ValidationError or
 * AccessDeniedError. For actions that change nothing: they are carried out to see.
 */
export const dryRunnable =
  (action: OpenApiAction): OpenApiAction =>
  async (parameters, context) => {
    if (!flag(parameters, 'DryRun')) return action(parameters, context);
    try {
      await action(parameters, context);
    } catch (error) {
      if (!(error instanceof ServiceError) || error.status >= 500) throw error;
      throw error.status === 403
        ? new ServiceError('AccessDeniedError')
        : new ServiceError('ValidationError', { subject: `${error.code}: ${error.message}` });
    }
    throw new ServiceError('DryRunOperationError');
  };
