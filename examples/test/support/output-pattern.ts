/** What stands for something that differs from run to run, by its name without the digits at its end. */
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
 * @param expected what it prints, with `<key>`, `<time>` and so on where it differs from run to run: the same name means
 * the same text each time, `<key1>` and `<key2>` two keys that are not the same
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

/** Of these, two with different numbers are not the same. */
const differing = ['key', 'version', 'name'];

function kindOf(placeholder: string): string {
  const kind = placeholder.replace(/\d+$/, '');
  if (Object.hasOwn(kinds, kind)) return kind;
  throw new Error(`<${placeholder}> is not among ${Object.keys(kinds).join(', ')}`);
}
