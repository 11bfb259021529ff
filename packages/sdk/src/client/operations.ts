import type { ActionName } from '../model/generated/actions.js';
import type { OperationOptions } from './call-options.js';
import type { KmsResponse } from './response.js';

/** What the generated methods build on. */
export abstract class Operations {
  protected abstract callAction<A extends KmsResponse>(
    action: ActionName,
    request: object,
    options: OperationOptions | undefined,
  ): Promise<A>;
}
