import { type Received, type Sent, send } from '../support/send.js';
import { type AccessKeyOwner, acs3Request, rpcRequest } from '../support/signed-requests.js';
import { roleArn, type TokenServer } from './token-server.js';

/** An AccessKey, with its security token when it is a temporary one. */
export interface Credentials extends AccessKeyOwner {
  securityToken?: string;
}

export type Signature = 'acs3' | 'rpc';
export const signatures: Signature[] = ['acs3', 'rpc'];

type Parameters = Record<string, string>;

// biome-ignore lint/suspicious/noExplicitAny: answers are checked by what tests expect of them
type Json = any;

export const jsonOf = ({ body }: Received): Json => JSON.parse(body.toString());

/** A call of KMS (`version` left out) or of another service. */
export function request(who: Credentials, by: Signature, api: string, parameters: Parameters, version?: string): Sent {
  const { securityToken } = who;
  if (by === 'acs3') {
    const signed = {
      'x-acs-security-token': securityToken,
      ...(securityToken && { 'x-acs-accesskey-id': who.accessKeyId }),
      ...(version && { 'x-acs-version': version }),
    };
    return acs3Request(who, api, parameters, { signed });
  }
  return rpcRequest(who, api, parameters, {
    signed: { SecurityToken: securityToken, ...(version && { Version: version }) },
  });
}

export const callKms = async (
  server: TokenServer,
  who: Credentials,
  api: string,
  parameters: Parameters = {},
  by: Signature = 'acs3',
): Promise<Json> => jsonOf(await send(server, request(who, by, api, parameters)));

export const callSts = async (
  server: TokenServer,
  who: Credentials,
  api: string,
  parameters: Parameters = {},
  by: Signature = 'rpc',
): Promise<Json> => jsonOf(await send(server, request(who, by, api, parameters, '2015-04-01')));

export const roleParameters = { RoleArn: roleArn, RoleSessionName: 'tests' };

/** Credentials of a role that the account assumed. */
export async function assumeRole(
  server: TokenServer,
  parameters: Parameters = {},
  who: Credentials = server,
): Promise<Required<Credentials>> {
  const { Credentials, Message } = await callSts(server, who, 'AssumeRole', { ...roleParameters, ...parameters });
  if (!Credentials) throw new Error(Message);
  return {
    accessKeyId: Credentials.AccessKeyId,
    accessKeySecret: Credentials.AccessKeySecret,
    securityToken: Credentials.SecurityToken,
  };
}
