/**
 * Names of the members of a JSON object, one that is there twice twice: `JSON.parse` keeps the last of them in silence.
 *
 * @param text that `JSON.parse` has read as an object
 */
export function memberNames(text: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let last = '';
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]/g)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (token !== ':') last = token;
    else if (depth === 1) names.push(JSON.parse(last));
  }
  return names;
}
