import type { ApiDescription, CallMethod, Client, OperationOptions, ParameterDescription } from 'alibabacloud-kms-sdk';
import { usageError } from '../failures.js';
import { quoted } from '../printable.js';

type Method = (request: object, options: OperationOptions) => Promise<object>;

/** Calls an API of the instance gateway, with parameters by wire name, as text. */
export function callOperation(
  client: Client,
  { name, method, clientKeyParameters: known = [] }: ApiDescription,
  parameters: Readonly<Record<string, unknown>>,
  options: OperationOptions,
): Promise<object> {
  const fields = Object.entries(parameters).map(([wireName, text]) => {
    const facts = known.find((parameter) => parameter.name === wireName);
    if (!facts) throw usageError(`${name} with a client key has no parameter ${wireName}`);
    return [facts.field, fieldValue(facts, String(text))];
  });
  return (client[method as CallMethod] as unknown as Method).call(client, Object.fromEntries(fields), options);
}

function fieldValue({ name, type }: ParameterDescription, text: string): unknown {
  if (type === 'bytes') {
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text))
      throw usageError(`${name} must be base64; ${name}=@FILE takes bytes as they are`);
    return Buffer.from(text, 'base64');
  }
  if (type === 'number') {
    if (!/^-?\d{1,15}$/.test(text)) throw usageError(`${name} must be a whole number, not ${quoted(text)}`);
    return Number(text);
  }
  if (type === 'boolean') {
    if (text !== 'true' && text !== 'false') throw usageError(`${name} must be true or false, not ${quoted(text)}`);
    return text === 'true';
  }
  return text;
}

/** A response with wire names. */
export function wireResponse(answer: object): Record<string, unknown> {
  const members = Object.entries(answer).filter(([name]) => name !== 'secretBytes');
  return Object.fromEntries(
    members.map(([name, value]) => [name.startsWith('$') ? name : name.charAt(0).toUpperCase() + name.slice(1), value]),
  );
}
