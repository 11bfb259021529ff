import { type ActionName, actions } from '../model/generated/actions.js';
import type { PublicGateway } from '../public/public-gateway.js';
import type { CallOptions } from '../transport/options.js';
import { encodeParameters } from '../wire/parameters.js';
import { decodeResponse } from './decode-fields.js';
import { encodeRequest } from './encode-fields.js';
import { checkSignatureForm } from './signature-checks.js';

/** Makes one call of an action from the table: checks and encodes the request, sends it, decodes the response. */
export async function callAction(
  gateway: PublicGateway,
  action: ActionName,
  request: Record<string, unknown>,
  options: CallOptions,
): Promise<{ answer: Record<string, unknown>; wire: Record<string, unknown> }> {
  const facts = actions[action];
  const flat = actionParameters(action, request);
  const { answer: wire, metadata } = await gateway.call(action, flat, { repeatable: facts.repeatable }, options);
  const answer = Object.assign(decodeResponse(facts.answer, wire), { $metadata: metadata });
  return { answer, wire };
}

/** A request as wire parameters. */
export function actionParameters(action: ActionName, request: Record<string, unknown>): Record<string, string> {
  const { parameters } = actions[action];
  if (action === 'AsymmetricVerify') checkSignatureForm(action, request.value);
  return encodeParameters(parameters, encodeRequest(action, parameters, request, 'base64'));
}
