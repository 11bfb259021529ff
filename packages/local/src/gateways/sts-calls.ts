import { acsHeaders } from 'alibabacloud-kms-sdk/internal';
import { type Sts, stsVersion } from '../identity/sts.js';
import { ServiceError } from '../service-error.js';
import { required } from './access-key-check.js';
import type { ProvenCall } from './kms-calls.js';
import type { FlatParameters } from './parameters.js';

/** The STS API of a request, if it is one: named in headers, or in parameters. */
export function stsApiOf(
  headers: Readonly<Record<string, string | undefined>>,
  flat: FlatParameters,
): string | undefined {
  const inHeaders = headers[acsHeaders.version];
  if ((inHeaders ?? flat.Version) !== stsVersion) return undefined;
  return inHeaders === undefined
    ? required('Action', flat.Action)
    : required(acsHeaders.action, headers[acsHeaders.action]);
}

/** Runs an STS call that is signed with an AccessKey. */
export async function callSts(sts: Sts, api: string, { flat, session, clientKey }: ProvenCall): Promise<object> {
  if (clientKey) throw new ServiceError('Forbidden.NoPermission');
  return sts.call(api, flat, session);
}
