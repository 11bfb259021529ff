// Diagrams are drawn once, with English text; the Chinese ones have other words in the same places.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup.js';

const folder = 'docs/public';
const isChinese = (name) => name.endsWith('.zh.svg');

/** Words that are code stay: `<text class="code">`. @param {(text: string) => string} say @returns {Record<string, string>} path → text */
export function translatedDiagrams(say) {
  const drawn = readdirSync(join(root, folder)).filter((name) => /^diagram-.*\.svg$/.test(name) && !isChinese(name));
  return Object.fromEntries(
    drawn.map((name) => {
      const svg = readFileSync(join(root, folder, name), 'utf8');
      const translated = svg.replace(
        /<(text|tspan|title)((?:(?!class="code")[^>])*)>([^<>]*\p{L}{2}[^<>]*)<\/\1>/gu,
        (_, tag, attributes, text) => `<${tag}${attributes}>${say(text)}</${tag}>`,
      );
      return [`${folder}/${name.replace('.svg', '.zh.svg')}`, translated];
    }),
  );
}
