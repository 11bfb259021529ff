// Common to generated files.

export const header = (source) => `// Generated from ${source}: do not edit; run npm run generate.\n`;

/** Breaks a text into lines of at most `width` characters. */
function wrap(text, width) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}

/** A documentation comment of paragraphs and tags; `code` paragraphs are not wrapped. */
export function docComment(paragraphs, indent = '') {
  const lines = paragraphs.filter(Boolean).flatMap((paragraph) => {
    if (paragraph.code) return ['@example', '```ts', ...paragraph.code.split('\n'), '```'];
    // A link must stay on one line.
    return paragraph.startsWith('@see') ? [paragraph] : wrap(paragraph, 116 - indent.length);
  });
  if (lines.length === 0) return '';
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} *${line ? ` ${line}` : ''}\n`).join('')}${indent} */\n`;
}

/** A single line, or one line for each part if that is too long. */
export function lineOrBlock(start, parts, end, indent = '') {
  const line = `${indent}${start}${parts.join(', ')}${end}`;
  if (line.length <= 120) return line;
  return `${indent}${start.trimEnd()}\n${parts.map((part) => `${indent}  ${part},\n`).join('')}${indent}${end.trimStart()}`;
}
