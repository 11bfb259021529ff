import { looksLikeContent } from 'alibabacloud-kms-sdk/internal';
import { OperatorError } from '../operator-error.js';

/** Why a local KMS cannot start. */
export type StartErrorCode = 'Start.InvalidOption' | 'Start.DirectoryUnusable' | 'Start.AddressUnavailable';

/** A local KMS cannot start with its options. */
export class StartError extends OperatorError<StartErrorCode> {
  override readonly name = 'StartError';
}

/** Longest value that a message quotes. */
const quotedMaxChars = 100;

/** @param value quoted in the message unless it looks like the content of a file; must not be a secret */
export function invalidOption(option: string, rule: string, value?: unknown): StartError {
  return new StartError(
    'Start.InvalidOption',
    `${option} ${rule}${value === undefined ? '' : `, not ${quoted(value)}`}`,
  );
}

function quoted(value: unknown): string {
  if (typeof value === 'string' && looksLikeContent(value)) return 'the content of a file';
  const text = JSON.stringify(value);
  return text.length > quotedMaxChars ? `${text.slice(0, quotedMaxChars)}…` : text;
}
