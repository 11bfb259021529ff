/** An error for the operator of this KMS, never for its clients: what is wrong, and what to do about it. */
export abstract class OperatorError<Code extends string> extends Error {
  /** @param message must not contain a secret */
  constructor(
    readonly code: Code,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
