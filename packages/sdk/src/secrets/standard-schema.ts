import { KmsSecretError } from '../errors.js';

/**
 * The common interface of validation libraries (Zod, Valibot, ArkType, …), so that any of them can be used.
 *
 * @see https://standardschema.dev
 */
export interface StandardSchema<Output = unknown> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    /** Validates a value. */
    readonly validate: (value: unknown) => StandardResult<Output> | Promise<StandardResult<Output>>;
    readonly types?: { readonly input: unknown; readonly output: Output };
  };
}

/** Result of a validation. */
export type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

/** Where a value is invalid. Its message may quote the value, so it is not passed on. */
export interface StandardIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
}

/** @throws KmsSecretError `Secret.SchemaMismatch`: names the members, never their values */
export async function validated<Output>(
  secretName: string,
  schema: StandardSchema<Output>,
  value: unknown,
): Promise<Output> {
  const result = await schema['~standard'].validate(value);
  if (result.issues === undefined) return result.value;
  const places = [...new Set(result.issues.map(({ path = [] }) => path.map(partOf).join('.') || 'the whole value'))];
  throw new KmsSecretError('Secret.SchemaMismatch', `${secretName} does not fit its schema: ${places.join(', ')}`, {
    secretName,
  });
}

const partOf = (part: PropertyKey | { readonly key: PropertyKey }): string =>
  String(typeof part === 'object' ? part.key : part);

/** @throws KmsSecretError `Secret.NotJson`, without the parser's message, which quotes the text */
export function parsedJson(secretName: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new KmsSecretError('Secret.NotJson', `${secretName} is not JSON: read its text`, { secretName });
  }
}
