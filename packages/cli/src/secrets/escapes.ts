type Refuse = (why: string) => Error;

/** Converts a secret to the syntax of a file. */
type EscapeFunction = (value: string | Uint8Array, refuse: Refuse) => string;

function textOf(value: string | Uint8Array, refuse: Refuse): string {
  if (typeof value === 'string') return value;
  throw refuse('is binary: write | base64');
}

/** A JSON string with its quotes. */
const json: EscapeFunction = (value, refuse) => JSON.stringify(textOf(value, refuse));

/** One word of a POSIX shell. */
const shell: EscapeFunction = (value, refuse) => {
  const text = textOf(value, refuse);
  if (text.includes('\0')) throw refuse('has a NUL, which no shell can hold');
  return `'${text.replaceAll("'", "'\\''")}'`;
};

/**
 * A quoted value of a .env file, in a form that all readers agree on: dotenv 18, Node.js 20, python-dotenv 1.2 and shells.
 * On some values they do not agree: python-dotenv interprets `\\` and `${` even between single quotes, dotenv changes line
 * breaks with a CR, and between double quotes no two of them have the same escapes.
 */
const dotenv: EscapeFunction = (value, refuse) => {
  const text = textOf(value, refuse);
  if (/[\0\r]|\\\\|\\$|\$\{/.test(text)) throw refuse(disagreed);
  if (!text.includes("'")) return `'${text}'`;
  if (/["\\$`!\n]/.test(text)) throw refuse(disagreed);
  return `"${text}"`;
};

const disagreed =
  'has characters that programs read differently from a .env file (quotes of both kinds, \\\\, ${, CR); write | base64 or another file';

/** For a user, a password or a path inside a URL. */
const url: EscapeFunction = (value, refuse) =>
  encodeURIComponent(textOf(value, refuse).toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const base64: EscapeFunction = (value) => Buffer.from(value as string).toString('base64');

/** Every escape of templates by name. */
export const escapes = { json, dotenv, shell, url, base64 } satisfies Record<string, EscapeFunction>;

export type Escape = keyof typeof escapes;
