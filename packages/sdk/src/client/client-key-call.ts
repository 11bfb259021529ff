import { invalidRequest } from '../checks.js';
import type { InstanceGateway } from '../instance/instance-gateway.js';
import { fieldNames } from '../model/action-facts.js';
import type { InstanceApi } from '../model/generated/instance-messages.js';
import { instanceOperations } from '../model/generated/instance-operations.js';
import type { CallOptions } from '../transport/options.js';
import { onceFor } from '../util/work.js';
import { instanceHeaders } from '../wire/instance-signature.js';
import { decodeResponse } from './decode-fields.js';
import { encodeRequest } from './encode-fields.js';
import { onlyPublic, operationFields } from './public-forms.js';
import { checkDigest, checkSignatureForm } from './signature-checks.js';

/** Makes one call to the instance gateway. */
export async function callWithClientKey(
  gateway: InstanceGateway,
  api: InstanceApi,
  request: Record<string, unknown>,
  options: CallOptions,
): Promise<Record<string, unknown>> {
  const { message, keyVersionId } = operationMessage(api, request);
  const {
    answer,
    keyVersionId: usedVersion,
    metadata,
  } = await gateway.call(
    api,
    message,
    keyVersionId === undefined ? options : withKeyVersion(api, keyVersionId, options),
  );
  const decoded = decodeResponse(instanceOperations[api].answer, answer, 'raw');
  if (usedVersion !== undefined) decoded.keyVersionId = usedVersion;
  return Object.assign(decoded, { $metadata: metadata });
}

/** The fields of the message for a request, and the key version that goes into a header. */
export function operationMessage(
  api: InstanceApi,
  request: Record<string, unknown>,
): { message: Record<string, unknown>; keyVersionId: unknown } {
  // Decrypt uses one key version, and only a header can name it.
  const keyVersionId = api === 'Decrypt' ? request.keyVersionId : undefined;
  if (api === 'Sign' || api === 'Verify') checkDigest(api, request.message, request.messageType);
  if (api === 'Verify') checkSignatureForm(api, request.signature);
  const fields = ownFields(api, api === 'Decrypt' ? { ...request, keyVersionId: undefined } : request);
  return { message: encodeRequest(api, instanceOperations[api].request, fields, 'raw'), keyVersionId };
}

/** Refuses fields that only calls with an AccessKey have; undefined and null count as absent. */
function ownFields(api: InstanceApi, request: Record<string, unknown>): Record<string, unknown> {
  const foreign = foreignFields(api);
  const given = foreign.find((name) => request[name] !== undefined && request[name] !== null);
  if (given !== undefined) throw onlyPublic(api, given);
  return Object.fromEntries(Object.entries(request).filter(([name]) => !foreign.includes(name)));
}

const foreignFields = onceFor((api: InstanceApi): string[] => {
  const own = fieldNames(instanceOperations[api].request);
  return operationFields(api).filter((name) => !own.includes(name));
});

function withKeyVersion(api: InstanceApi, keyVersionId: unknown, options: CallOptions): CallOptions {
  if (typeof keyVersionId !== 'string') throw invalidRequest(api, 'keyVersionId must be a string');
  return { ...options, requestHeaders: { ...options.requestHeaders, [instanceHeaders.keyVersionId]: keyVersionId } };
}
