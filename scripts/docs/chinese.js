// The Chinese of what is generated: docs/zh.json, by the English text. A text that changes needs its translation again.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup.js';

const dictionaryFile = 'docs/zh.json';

/** Two functions from English text to that of the language, and what they found wrong. */
export function languages(dictionary = JSON.parse(readFileSync(join(root, dictionaryFile), 'utf8'))) {
  const used = new Set();
  const missing = new Set();
  const zh = (text) => {
    used.add(text);
    if (!Object.hasOwn(dictionary, text)) missing.add(text);
    return dictionary[text] ?? text;
  };
  const problems = () => [
    ...[...missing].map((text) => `${dictionaryFile} has no Chinese for: ${text}`),
    ...Object.keys(dictionary)
      .filter((text) => !used.has(text))
      .map((text) => `${dictionaryFile} has what nobody needs: ${text}`),
  ];
  return { en: (text) => text, zh, problems };
}
