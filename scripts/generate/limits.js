// Numbers for the documentation, from the table that the code reads.
import { readFileSync } from 'node:fs';

/** The limits of limits.ts. That file is one literal, read as JavaScript, because Node.js 20 cannot import TypeScript. */
export function readLimits(file) {
  const text = readFileSync(file, 'utf8');
  const literal = /export const limits = (\{[\s\S]*\}) as const;/.exec(text);
  if (!literal) throw new Error(`${file} is not one literal any more`);
  return new Function(`return ${literal[1]}`)();
}

/** Replaces names of limits by their values: `up to {tagsMax} tags`, `{pageSize.min} to {pageSize.max}`. */
export function fillIn(text, limits) {
  return text.replace(/\{([a-z]\w*(?:\.\w+)?)\}/g, (_, path) => {
    const value = path.split('.').reduce((inner, name) => inner?.[name], limits);
    if (typeof value !== 'number') throw new Error(`apis.json: there is no limit ${path}`);
    return value.toLocaleString('en-US');
  });
}
