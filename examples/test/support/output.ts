/** The bytes at the end of a line of an example's output, as base64; the line begins with `label`. */
export function bytesAfter(label: string, output: string): Buffer {
  const line = output.split('\n').find((candidate) => candidate.startsWith(label));
  if (line === undefined) throw new Error(`no line begins with "${label}":\n${output}`);
  return Buffer.from(line.split(' ').at(-1) ?? '', 'base64');
}

export const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
