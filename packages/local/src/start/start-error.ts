import { OperatorError } from '../operator-error.js';

/** Why it cannot start. */
export type StartErrorCode = 'Start.InvalidOption' | 'Start.DirectoryUnusable' | 'Start.AddressUnavailable';

/** The local KMS cannot start as it was told to. */
export class StartError extends OperatorError<StartErrorCode> {
  override readonly name = 'StartError';
}

/** @param value quoted in the message: give none that is a secret */
export function invalidOption(option: string, rule: string, value?: unknown): StartError {
  const given = value === undefined ? '' : `, not ${JSON.stringify(value)}`;
  return new StartError('Start.InvalidOption', `${option} ${rule}${given}`);
}
