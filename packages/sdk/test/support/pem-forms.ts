/** PEM as the world hands it over: RFC 7468 2 and 3 let a reader allow all but the last two, which environments make. */
export const pemForms: Record<string, (pem: string) => string> = {
  'as written': (text) => text,
  'without a line break at the end': (text) => text.trimEnd(),
  'line breaks of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'CR as line breaks': (text) => text.replaceAll('\n', '\r'),
  'indented, as in YAML': (text) => text.replaceAll(/^(?=.)/gm, '    '),
  'spaces for line breaks': (text) => text.trimEnd().replaceAll('\n', ' '),
  'nothing for line breaks': (text) => text.replaceAll('\n', ''),
  'text before and after it': (text) => `Bag Attributes\n  friendlyName: a = b\n\n${text}\nthe end: thanks!\n`,
  'a byte order mark before it': (text) => `\ufeff${text}`,
  'blank lines in it': (text) => text.replaceAll('\n', '\n\n'),
  'literal \\n, as an environment variable holds it': (text) => text.replaceAll('\n', '\\n'),
  'literal \\r\\n in quotes': (text) => `"${text.replaceAll('\n', '\\r\\n')}"`,
};
