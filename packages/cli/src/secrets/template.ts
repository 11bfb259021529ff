import { usageError } from '../failures.js';
import { quoted } from '../printable.js';
import { type Escape, escapes } from './escapes.js';
import { fieldText, type SecretValue } from './value.js';

/** A placeholder for a secret in a template. */
interface Place {
  name: string;
  field?: string;
  escapes: readonly Escape[];
  /** `nginx.conf:3:14`, for messages. */
  where: string;
}

const token = /\s*("(?:[^"\\\r\n]|\\["\\])*"|[A-Za-z_][\w-]*|\||\S)/y;

/**
 * A text with placeholders `{{ secret "name" "field" | escape }}`. These, and `{{ "text" }}` for literal text, are the only
 * syntax: a template cannot run anything, and reads nothing but secrets.
 */
export class Template {
  readonly #parts: (string | Place)[] = [];

  /**
   * @param file its name in messages
   * @throws CliError with line and column
   */
  constructor(text: string, file: string) {
    let at = 0;
    for (let open = text.indexOf('{{'); open >= 0; open = text.indexOf('{{', at)) {
      this.#parts.push(text.slice(at, open));
      const where = `${file}:${lineAndColumn(text, open)}`;
      const words = new Words(text, open + 2, where);
      this.#parts.push(readAction(words, where));
      at = words.at;
    }
    this.#parts.push(text.slice(at));
  }

  /** The secrets that it uses. */
  get secretNames(): string[] {
    return [...new Set(this.#parts.flatMap((part) => (typeof part === 'string' ? [] : [part.name])))];
  }

  /** @throws CliError for a missing field, and for a value that the requested escape cannot represent */
  async render(read: (name: string) => Promise<SecretValue & { bytes: Uint8Array }>): Promise<string> {
    const secrets = new Map(await Promise.all(this.secretNames.map(async (name) => [name, await read(name)] as const)));
    return this.#parts
      .map((part) => {
        if (typeof part === 'string') return part;
        const secret = secrets.get(part.name) as SecretValue & { bytes: Uint8Array };
        return valueAt(part, secret);
      })
      .join('');
  }
}

function valueAt(
  { field, escapes: wanted, where, name: secretName }: Place,
  secret: SecretValue & { bytes: Uint8Array },
): string {
  const refuse = (why: string) => usageError(`${where}: secret ${secretName} ${why}`);
  let value: string | Uint8Array = secret.dataType === 'binary' ? secret.bytes : secret.text;
  if (field !== undefined) value = fieldText(secret, field);
  for (const name of wanted) value = escapes[name](value, refuse);
  if (typeof value === 'string') return value;
  throw refuse('is binary: write | base64');
}

function readAction(words: Words, where: string): string | Place {
  const first = words.next();
  if (isString(first)) {
    words.end();
    return stringOf(first);
  }
  if (first !== 'secret') throw words.unexpected(first, 'secret "NAME" or a text in double quotes');
  const name = words.next();
  if (!isString(name)) throw words.unexpected(name, 'the name of a secret in double quotes');
  let field: string | undefined;
  const wanted: Escape[] = [];
  for (let word = words.next(); ; word = words.next()) {
    if (word === '}') {
      words.closing();
      return { name: stringOf(name), ...(field !== undefined && { field }), escapes: wanted, where };
    }
    if (isString(word) && field === undefined && wanted.length === 0) field = stringOf(word);
    else if (word === '|') wanted.push(escapeOf(words));
    else throw words.unexpected(word, '| and an escape, or }}');
  }
}

function escapeOf(words: Words): Escape {
  const word = words.next();
  if (Object.hasOwn(escapes, word)) return word as Escape;
  throw words.unexpected(word, `an escape: ${Object.keys(escapes).join(', ')}`);
}

/** A lone quote is not terminated in its line. */
const isString = (word: string): boolean => word.startsWith('"') && word.length > 1;

const stringOf = (word: string): string => word.slice(1, -1).replace(/\\(["\\])/g, '$1');

/** The words of a placeholder. */
class Words {
  readonly #text: string;
  readonly #where: string;
  at: number;

  constructor(text: string, at: number, where: string) {
    this.#text = text;
    this.at = at;
    this.#where = where;
  }

  next(): string {
    token.lastIndex = this.at;
    const [all = '', word] = token.exec(this.#text) ?? [];
    if (word === undefined) throw usageError(`${this.#where}: {{ has no }}`);
    this.at += all.length;
    return word;
  }

  /** The second closing brace. */
  closing(): void {
    if (this.#text[this.at] !== '}') throw this.unexpected('}', '}}');
    this.at += 1;
  }

  end(): void {
    const word = this.next();
    if (word !== '}') throw this.unexpected(word, '}}');
    this.closing();
  }

  /** A file that is not a template may be a secret, so messages quote only words. */
  unexpected(word: string, expected: string) {
    const found = /^[A-Za-z]/.test(word) ? quoted(word, 20) : 'something else';
    return usageError(`${this.#where}: ${found} stands where ${expected} belongs`);
  }
}

function lineAndColumn(text: string, at: number): string {
  const lines = text.slice(0, at).split('\n');
  return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}
