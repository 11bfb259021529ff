import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { checkPath, configurationError, fileError } from '../failures.js';
import { writeGivenFile } from '../io/files.js';

/**
 * The token that programs must send to the agent. Creates a missing file with a random token, for its owner only.
 *
 * @throws CliError for a file that other users can read, or that contains no token
 */
export async function readToken(file: string): Promise<string> {
  checkPath('--token-file', file);
  try {
    const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (found === undefined) return await makeToken(file);
    checkAccess(file, found);
    return tokenIn(file, await readFile(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof Error && 'errno' in error)) throw error;
    throw fileError(`${file} cannot be read`, error);
  }
}

async function makeToken(file: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await writeGivenFile(file, Buffer.from(`${token}\n`), { secret: true });
  return token;
}

/** Group access may be intended, for programs that run as other users than the agent. */
function checkAccess(file: string, { mode, uid }: { mode: number; uid: number }): void {
  if (process.platform === 'win32') return;
  if ((mode & 0o027) !== 0) {
    throw configurationError(`${file} may be read or changed by others, and holds the token: chmod 600 ${file}`);
  }
  const own = process.getuid?.();
  if (uid !== own && uid !== 0)
    throw configurationError(`${file} holds the token, and belongs to another user (${uid})`);
}

function tokenIn(file: string, text: string): string {
  const token = text.trim();
  if (/^[\x21-\x7e]{16,1024}$/.test(token)) return token;
  throw configurationError(`${file} must hold the token: 16 to 1024 visible ASCII characters, on one line`);
}
