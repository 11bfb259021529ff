import { type CallContext, KmsConnectionError, KmsServiceError } from '../errors.js';
import type { FieldFacts, FieldsFacts, Shape } from '../model/action-facts.js';
import { adviceFor, type RefusedCall } from '../model/advice.js';
import { oneLine } from '../util/text.js';
import { isBytes } from '../util/value-kinds.js';
import { onceFor } from '../util/work.js';
import type { ErrorBody, OpenApiErrorBody } from '../wire/error-body.js';

/** The part of an HTTP response that errors describe. */
export interface AnswerFacts {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Uint8Array;
}

/** The error of a response that is not a success: the service's own if the body is KMS's, otherwise that of a proxy or the like. */
export function errorOfResponse(
  answer: AnswerFacts,
  body: ErrorBody | OpenApiErrorBody | undefined,
  context: CallContext,
  call: RefusedCall,
): KmsServiceError | KmsConnectionError {
  if (body === undefined) return invalidResponse(answer, context);
  const { code, message: serviceMessage, requestId, recommend, description, accessDeniedDetail } = body;
  const { status } = answer;
  const advice = adviceFor(code, status, call, accessDeniedDetail);
  const details = { serviceMessage, requestId, recommend, description, accessDeniedDetail };
  const error = new KmsServiceError(code, { ...context, status, ...details, advice });
  if ('wire' in body && body.wire) wireBodies.set(error, body.wire);
  return error;
}

/** The error for a response that claims success but is incomplete. */
export function incompleteResponse(
  { status }: AnswerFacts,
  context: CallContext,
  missing: string,
  requestId: unknown,
): KmsConnectionError {
  const { api, endpoint } = context;
  const request = typeof requestId === 'string' && /^[\w-]{1,100}$/.test(requestId) ? `, request id ${requestId}` : '';
  return new KmsConnectionError(
    'Connection.InvalidResponse',
    `${api}: ${endpoint} answered with success, but with ${missing} (HTTP ${status}${request}); nothing of the answer is used. Check what stands in between (proxy, load balancer, test double)`,
    context,
  );
}

/** Kept outside the errors: logs that print every field would print the response twice. */
const wireBodies = new WeakMap<KmsServiceError, Readonly<Record<string, unknown>>>();

/** The body of the public gateway's response that an error was made from, as received. */
export const wireBodyOf = (error: KmsServiceError): Readonly<Record<string, unknown>> | undefined =>
  wireBodies.get(error);

/** The error for a response that is not KMS's. It says what it looked like, not what it contained. */
export function invalidResponse({ status, headers, body }: AnswerFacts, context: CallContext): KmsConnectionError {
  const { api, endpoint } = context;
  const type = oneLine(String(headers['content-type'] ?? 'no content type'), 100);
  const looks = `HTTP ${status}, ${type}, ${body.length} bytes`;
  return new KmsConnectionError(
    'Connection.InvalidResponse',
    `${api}: what answered at ${endpoint} is not KMS (${looks}); check the endpoint, and what stands in between (proxy, load balancer)`,
    context,
  );
}

type Wire = Readonly<Record<string, unknown>>;

const essentialsOf = onceFor((facts: FieldsFacts) => Object.entries(facts).filter(([, { essential }]) => essential));

const listsOf = onceFor((facts: FieldsFacts) =>
  Object.entries(facts).filter(([, { shape }]) => typeof shape === 'object' && 'list' in shape),
);

/**
 * What is missing in a successful response, in words, e.g. `no CiphertextBlob`; undefined: nothing. A caller that trusted
 * it would store nothing instead of a ciphertext, or encrypt with an empty key.
 *
 * @param answer fields by wire name: of a message, or JSON
 * @param request what was asked, by wire name
 */
export function missingIn(
  facts: FieldsFacts,
  answer: Wire,
  request: Wire,
  from: 'message' | 'json',
): string | undefined {
  // For an enclave the plaintext is sealed in another field.
  const isSealed = Boolean(request.Recipient) && facts.CiphertextForRecipient !== undefined;
  if (isSealed && !sizeOf('bytes', answer.CiphertextForRecipient)) return 'no CiphertextForRecipient';
  for (const [name, field] of essentialsOf(facts)) {
    if (isSealed && field.secret) continue;
    const value = answer[name];
    const size = sizeOf(field.shape, value);
    if (size === undefined && (from === 'json' || !isNothing(value)) && field.essential === 'given')
      return `no ${name}`;
    if (!size && isFilled(field, answer)) return `no ${name}`;
    const asked = field.lengthAsked && request[field.lengthAsked];
    if (asked && size !== Number(asked)) return `a ${name} of ${size} bytes in place of ${asked}`;
    const inner = typeof field.shape === 'object' && 'fields' in field.shape && field.shape.fields;
    const missing = inner && missingIn(inner, value as Wire, request, from);
    if (missing) return `${missing} in ${name}`;
  }
  for (const [name] of listsOf(facts)) if (isScalar(answer[name])) return `no list of ${name}`;
  return undefined;
}

/** Neither a list nor what JSON has for none: taken for an empty list, it would mean that there are no keys. */
const isScalar = (value: unknown): boolean =>
  typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value !== '');

const isFilled = ({ essential }: FieldFacts, { Algorithm }: Wire): boolean =>
  essential === 'filled' || (essential === 'filled by mode' && /_(GCM|CBC)$/.test(String(Algorithm)));

/** Bytes, characters, or 1 for what has no length; undefined for what is not of this shape. */
function sizeOf(shape: Shape, value: unknown): number | undefined {
  if (shape === 'bytes' && isBytes(value)) return value.length;
  if (shape === 'bytes') return typeof value === 'string' ? base64Size(value) : undefined;
  if (shape === 'string' || shape === 'secretData') return typeof value === 'string' ? value.length : undefined;
  if (shape === 'boolean') return typeof value === 'boolean' || value === 'true' || value === 'false' ? 1 : undefined;
  if (typeof shape === 'object' && 'json' in shape) return typeof value === 'string' ? value.length : undefined;
  if (typeof shape === 'object') return typeof value === 'object' && value !== null ? 1 : undefined;
  return undefined;
}

/** 0 for what is not base64: Node.js skips invalid characters and decodes the rest to other bytes. */
const base64Size = (text: string): number =>
  /^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text) ? Buffer.from(text, 'base64').length : 0;

const isNothing = (value: unknown): boolean => value === undefined || value === null;
