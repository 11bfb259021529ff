/** Bytes or text that do not follow the format they should have. Its message never carries what they hold. */
export class WireFormatError extends Error {
  override readonly name = 'WireFormatError';
}
