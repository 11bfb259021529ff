// Writes what stands between `<!-- generated: NAME -->` and `<!-- end -->` in docs/, in both languages, and the Chinese
// diagrams. With --check it writes nothing, names what is not current and exits with 1.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { languages } from './docs/chinese.js';
import { translatedDiagrams } from './docs/diagrams.js';
import { readFacts } from './docs/facts.js';
import { languageOf, pageFiles } from './docs/pages.js';
import { sections } from './docs/sections.js';
import { stale } from './generate.js';
import { root } from './setup.js';

const marked = /<!-- generated: ([a-z ]+) -->\n[\s\S]*?<!-- end -->/g;

const every = (facts, say) =>
  Object.fromEntries(Object.entries(sections).map(([name, section]) => [name, section(facts, say)]));

/** Every file with a generated part, as it should be: path → text; and what else is wrong. */
export async function generatedDocs() {
  const facts = await readFacts();
  const { problems, ...say } = languages();
  // All of them in both languages, so that the dictionary is complete before a page asks.
  const texts = { en: every(facts, say.en), zh: every(facts, say.zh) };
  const files = {};
  const seen = { en: new Set(), zh: new Set() };
  for (const path of pageFiles()) {
    const language = languageOf(path);
    const text = readFileSync(join(root, path), 'utf8');
    files[path] = text.replace(marked, (_, name) => {
      if (!sections[name])
        throw new Error(`${path}: nobody generates "${name}"; there are ${Object.keys(sections).join(', ')}`);
      seen[language].add(name);
      return `<!-- generated: ${name} -->\n\n${texts[language][name]}\n\n<!-- end -->`;
    });
  }
  Object.assign(files, translatedDiagrams(say.zh));
  const unused = Object.keys(seen).flatMap((language) =>
    Object.keys(sections)
      .filter((name) => !seen[language].has(name))
      .map((name) => `no page (${language}) has <!-- generated: ${name} -->`),
  );
  return { files, problems: [...problems(), ...unused] };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { files, problems } = await generatedDocs();
  const changed = stale(files);
  for (const problem of problems) console.error(problem);
  if (process.argv.includes('--check')) {
    for (const path of changed) console.error(`${path} is not current: run npm run generate`);
    process.exit(changed.length + problems.length === 0 ? 0 : 1);
  }
  for (const path of changed) {
    writeFileSync(join(root, path), files[path]);
    console.log(`wrote ${path}`);
  }
  process.exit(problems.length === 0 ? 0 : 1);
}
