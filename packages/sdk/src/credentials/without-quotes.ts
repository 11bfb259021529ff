import { isError } from '../util/value-kinds.js';

/** Words after which the library quotes: answers, output of commands, configuration files, commands with their arguments. */
const quoting =
  /(?<=failed:|fail:|result:|OIDC:|message =|credentials:|token:|command output:)(?! GET http)[\s\S]+|[{\n][\s\S]*/;

/**
 * A failure of `@alicloud/credentials` without what its message quotes: configuration files, output of commands, answers
 * of credential services, whole, and with the secrets in them; addresses with tokens and signatures in their query. The
 * error code in such an answer stays.
 *
 * @param who failed, for the message
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
    // Of JSON.parse, which quotes what it reads.
    .replace(/Unexpected token[\s\S]*|[^:]*"[\s\S]*is not valid JSON.*/, 'not JSON …')
    // What the library makes of a credentials URI that nobody set.
    .replace(/getaddrinfo \w+ undefined.*? failed\./, 'no credentials URI is set')
    .replace(/\?\S*/g, '?…')
    .replace(/\/\/[^\s/]*@/g, '//')
    // "connect ECONNREFUSED 127.0.0.1:1GET http://…": it has no space there.
    .replace(/(\S)(GET|POST|PUT) (?=https?:)/, '$1: $2 ');
