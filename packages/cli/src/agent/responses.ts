import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Secret } from 'alibabacloud-kms-sdk/secrets';

/** A response to send. */
export interface Answer {
  status: number;
  type: string;
  body: string | Uint8Array;
  more?: readonly string[];
}

const json = 'application/json';

/** A secret as in a GetSecretValue response, but without a request id, because there was no request. */
export function secretResponse(secret: Secret): Answer {
  const { name, versionId, versionStages, secretType, dataType, createTime, nextRotationDate } = secret;
  const value = {
    SecretName: name,
    SecretType: secretType,
    SecretDataType: dataType,
    SecretData: dataType === 'binary' ? Buffer.from(secret.bytes).toString('base64') : secret.text,
    VersionId: versionId,
    VersionStages: { VersionStage: versionStages },
    CreateTime: timeOf(createTime),
    AutomaticRotation: secret.automaticRotation,
    RotationInterval: secret.rotationInterval,
    NextRotationDate: timeOf(nextRotationDate),
    ExtendedConfig: secret.extendedConfig && JSON.stringify(secret.extendedConfig),
  };
  return { status: 200, type: json, body: Buffer.from(JSON.stringify(value)) };
}

const timeOf = (date: Date | undefined): string | undefined => date?.toISOString().replace(/\.\d+Z$/, 'Z');

/** Only the value. */
export const valueResponse = (secret: Secret): Answer => ({
  status: 200,
  type: secret.dataType === 'binary' ? 'application/octet-stream' : 'text/plain; charset=utf-8',
  body: secret.bytes,
});

export const textResponse = (body: string, type = 'text/plain; charset=utf-8'): Answer => ({ status: 200, type, body });

export const jsonResponse = (status: number, value: object): Answer => ({
  status,
  type: json,
  body: `${JSON.stringify(value)}\n`,
});

/** An error in KMS's format. */
export function failureResponse(status: number, code: string, message: string, requestId?: string): Answer {
  const answer = jsonResponse(status, { Code: code, Message: message, RequestId: requestId });
  if (status === 401) return { ...answer, more: ['WWW-Authenticate', 'Bearer'] };
  if (status === 405) return { ...answer, more: ['Allow', 'GET, HEAD'] };
  if (status === 503) return { ...answer, more: ['Retry-After', '1'] };
  return answer;
}

/** @param close whether to close the connection afterwards */
export function send(response: ServerResponse, { status, type, body, more = [] }: Answer, close: boolean): void {
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
  const headers = [
    ...['Content-Type', type, 'Content-Length', String(length)],
    ...['Cache-Control', 'no-store', 'X-Content-Type-Options', 'nosniff'],
    ...more,
  ];
  if (close) headers.push('Connection', 'close');
  response.writeHead(status, STATUS_CODES[status], headers).end(body);
}
