import { getSystemErrorMap } from 'node:util';

/** Longest path that systems open (PATH_MAX of Linux, with its end). */
const pathMaxChars = 4095;

/**
 * The content of a file where its path belongs: JSON, PEM, several lines, base64 of DER. No message may show it, as it may
 * be a key; nor may an error of node:fs be a cause, which quotes it as the path.
 */
export const looksLikeContent = (text: string): boolean =>
  text.length > pathMaxChars ||
  /[\r\n\0]|-----BEGIN|^\s*[{[]/.test(text.trim()) ||
  /^M[A-Za-z0-9+/]{63,}={0,2}$/.test(text.trim());

/** Why a file cannot be had, in words: `no such file or directory (ENOENT)`. */
export function fileProblem({ code, errno }: NodeJS.ErrnoException): string {
  const [, words] = (errno !== undefined && getSystemErrorMap().get(errno)) || [];
  return words === undefined ? (code ?? 'for an unknown reason') : `${words} (${code})`;
}
