/** Patterns for placeholders, by their name without trailing digits. */
const kinds: Readonly<Record<string, string>> = {
  key: 'key-\\w+',
  version: '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
  name: 'example-[a-z]+-[0-9a-f]{8}',
  clientKey: 'KAAP\\.[0-9a-f-]{36}',
  instance: 'kst-[\\w-]+',
  account: '\\d{16}',
  time: '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.000Z',
  date: '\\d{4}-\\d\\d-\\d\\d',
  number: '\\d+',
  hash: '[0-9a-f]{64}',
  pem: '[\\w+/=\\n]+',
  text: '.+',
  lines: '[\\s\\S]+',
};

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/**
 * A regular expression for the whole output of an example.
 *
 * @param expected the output, with `<key>`, `<time>` and so on where it differs between runs: the same name means
 * the same text each time, `<key1>` and `<key2>` are two different keys
 */
export function outputPattern(expected: string): RegExp {
  const seen: string[] = [];
  const source = expected.split(/<(\w+)>/).map((part, index) => {
    if (index % 2 === 0) return escaped(part);
    if (seen.includes(part)) return `\\k<${part}>`;
    const kind = kindOf(part);
    const others = differing.includes(kind) ? seen.filter((other) => kindOf(other) === kind) : [];
    seen.push(part);
    return `${others.map((other) => `(?!\\k<${other}>)`).join('')}(?<${part}>${kinds[kind]})`;
  });
  return new RegExp(`^${source.join('')}\\n$`);
}

/** Placeholders of these kinds with different numbers must differ. */
const differing = ['key', 'version', 'name'];

function kindOf(placeholder: string): string {
  const kind = placeholder.replace(/\d+$/, '');
  if (Object.hasOwn(kinds, kind)) return kind;
  throw new Error(`<${placeholder}> is not among ${Object.keys(kinds).join(', ')}`);
}
