import { checkObject, invalidRequest, requestOf } from '../checks.js';
import type { FieldFacts, FieldsFacts } from '../model/action-facts.js';
import { actionFacts } from '../model/generated/actions.js';
import { toBase64 } from '../util/encodings.js';
import { hideSecrets } from '../util/hide-secrets.js';
import { isBytes, isDate } from '../util/value-kinds.js';
import { encodeParameters } from '../wire/parameters.js';
import { formatTimestamp } from '../wire/timestamps.js';

/** Parameters by wire name: text, numbers, booleans; dates, bytes, arrays and objects are encoded as the API expects. */
export type ActionParameters = Readonly<Record<string, unknown>>;

/** Refuses anything that is not a name: it would break the header that carries it. */
export function checkAction(action: unknown): void {
  if (typeof action === 'string' && /^[A-Za-z][A-Za-z0-9]*$/.test(action)) return;
  throw invalidRequest('doAction', 'the action must be the name of an API, e.g. CreateKey');
}

/**
 * Encodes the parameters of any action as text. Parameters that are not in the table are sent as text, arrays and objects
 * as JSON.
 */
export function encodeActionParameters(action: string, parameters: ActionParameters): Record<string, string> {
  checkObject('the parameters', parameters, requestOf(action));
  const known: FieldsFacts = actionFacts(action)?.parameters ?? {};
  const table: Record<string, FieldFacts> = {};
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined || value === null) continue;
    const facts = Object.hasOwn(known, name) ? known[name] : undefined;
    const structured = facts?.encoding !== undefined && typeof value === 'object';
    // Callers may give a structured parameter as the text that it would become.
    table[name] = structured && facts ? facts : { field: name, shape: 'string' };
    values[name] = structured ? value : plainText(value, facts);
  }
  return encodeParameters(table, values);
}

function plainText(value: unknown, facts: FieldFacts | undefined): string {
  if (isBytes(value)) return toBase64(value);
  if (isDate(value)) return formatTimestamp(value);
  if (typeof value !== 'object') return String(value);
  const commas = typeof facts?.shape === 'object' && 'commas' in facts.shape;
  return commas && Array.isArray(value) ? value.join(',') : JSON.stringify(value);
}

/** Whether a call may be repeated: from the table, otherwise from the verb of its name. */
export const isRepeatable = (action: string): boolean =>
  actionFacts(action)?.repeatable ?? /^(Get|List|Describe|Batch)/.test(action);

/** A response as received, whose secrets `util.inspect` does not show. */
export function hideActionSecrets(action: string, answer: object): Record<string, unknown> {
  return hideIn(actionFacts(action)?.answer ?? {}, answer);
}

function hideIn(facts: FieldsFacts, answer: object): Record<string, unknown> {
  const shown = Object.entries(answer).map(([name, value]) => {
    const shape = facts[name]?.shape;
    const inner = typeof shape === 'object' && 'list' in shape && typeof shape.list === 'object' ? shape.list : shape;
    const nested = typeof inner === 'object' && 'fields' in inner ? inner.fields : undefined;
    return [name, nested && Array.isArray(value) ? value.map((item) => hideIn(nested, item ?? {})) : value];
  });
  const secrets = Object.keys(facts).filter((name) => facts[name]?.secret);
  return hideSecrets(Object.fromEntries(shown), secrets);
}
