import { type ActionName, actions } from '../model/generated/actions.js';
import type { PublicGateway } from '../public/public-gateway.js';
import type { CallOptions } from '../transport/options.js';
import { encodeParameters } from '../wire/parameters.js';
import { decodeResponse } from './decode-fields.js';
import { encodeRequest } from './encode-fields.js';
import { checkSignatureForm } from './signature-checks.js';

/** One action of the table: checked and encoded, sent, and its answer in a program's names. */
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

/** A request as the texts that travel. */
export function actionParameters(action: ActionName, request: Record<string, unknown>): Record<string, string> {
  const { parameters } = actions[action];
  if (action === 'AsymmetricVerify') checkSignatureForm(action, request.value);
  return encodeParameters(parameters, encodeRequest(action, parameters, request, 'base64'));
}
