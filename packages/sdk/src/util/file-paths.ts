import { getSystemErrorMap } from 'node:util';

/** Longest path that systems open (PATH_MAX of Linux, without the final NUL). */
const pathMaxChars = 4095;

/**
 * Whether a path is really the content of a file: JSON, PEM, several lines, base64 of DER. It may be a key, so no message
 * may show it, and no error of node:fs, which quotes the path, may become a cause.
 */
export const looksLikeContent = (text: string): boolean =>
  text.length > pathMaxChars ||
  /[\r\n\0]|-----BEGIN|^\s*[{[]/.test(text.trim()) ||
  /^M[A-Za-z0-9+/]{63,}={0,2}$/.test(text.trim());

/** Why a file is inaccessible, in words: `no such file or directory (ENOENT)`. */
export function fileProblem({ code, errno }: NodeJS.ErrnoException): string {
  const [, words] = (errno !== undefined && getSystemErrorMap().get(errno)) || [];
  return words === undefined ? (code ?? 'for an unknown reason') : `${words} (${code})`;
}
