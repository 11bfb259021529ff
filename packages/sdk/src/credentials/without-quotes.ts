import { isError } from '../util/value-kinds.js';

/** Words after which the library quotes: responses, output of commands, configuration files, commands with their arguments. */
const quoting =
  /(?<=failed:|fail:|result:|OIDC:|message =|credentials:|token:|command output:)(?! GET http)[\s\S]+|[{\n][\s\S]*/;

/**
 * An error of `@alicloud/credentials` without the quotes in its message: whole configuration files, output of commands
 * and responses of credential services, with the secrets in them, and addresses with tokens and signatures in their
 * query. The error code in such a response stays.
 *
 * @param who the source that failed, for the message
 */
export function withoutQuotes(failure: unknown, who = ''): Error {
  const original: NodeJS.ErrnoException = isError(failure) ? failure : new Error(String(failure));
  const { message, code } = original;
  const [, answerCode] = /"Code"\s*:\s*"([\w.-]+)"/.exec(message) ?? [];
  const text = who + readable(message).replace(quoting, ' …');
  const error = new Error(answerCode ? `${text} (${answerCode})` : text);
  return code === undefined ? error : Object.assign(error, { code });
}

const readable = (message: string): string =>
  message
    // From JSON.parse, which quotes its input.
    .replace(/Unexpected token[\s\S]*|[^:]*"[\s\S]*is not valid JSON.*/, 'not JSON …')
    // The library's message when the credentials URI is not set.
    .replace(/getaddrinfo \w+ undefined.*? failed\./, 'no credentials URI is set')
    .replace(/\?\S*/g, '?…')
    .replace(/\/\/[^\s/]*@/g, '//')
    // "connect ECONNREFUSED 127.0.0.1:1GET http://…": the library omits the space.
    .replace(/(\S)(GET|POST|PUT) (?=https?:)/, '$1: $2 ');
