import type { ActionName } from '../model/generated/actions.js';
import type { Answer } from './answer.js';
import type { OperationOptions } from './call-options.js';

/** What the generated methods build on. */
export abstract class Operations {
  protected abstract callAction<A extends Answer>(
    action: ActionName,
    request: object,
    options: OperationOptions | undefined,
  ): Promise<A>;
}
