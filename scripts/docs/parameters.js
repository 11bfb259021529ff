// What the local KMS makes of each parameter of each API.
import { modelTable } from '../generate.js';
import { code, codes, tableOf } from './markdown.js';

const levels = {
  implemented: 'has the effect that it has in the service',
  enforced: 'decides what later calls may do; they are refused with the code of the service',
  stored: 'checked, kept and told again; nothing else depends on it',
  checked: 'checked; only one value is possible',
  refused: 'refused with `UnsupportedOperation`, as there is nothing here that it could work with',
  ignored: 'checked against the table of APIs, and then ignored',
};

/** Names alone, or with what there is to say of them. */
const namesOf = (names) => (Array.isArray(names) ? names : Object.keys(names));

/** Api → parameter → level. */
function coverage() {
  const { '//': _, ...lists } = modelTable('local-kms.json');
  const levelOf = new Map(
    Object.entries(lists).flatMap(([level, names]) => namesOf(names).map((name) => [name, level])),
  );
  const used = new Set();
  const find = (name) => {
    if (levelOf.has(name)) used.add(name);
    return levelOf.get(name);
  };
  const apis = Object.entries(modelTable('management-api.json').apis).map(([api, { request }]) => {
    const names = request.filter(({ note }) => note !== 'older metadata only').map(({ name }) => name);
    return [
      api,
      Object.fromEntries(names.map((name) => [name, find(`${api}.${name}`) ?? find(name) ?? 'implemented'])),
    ];
  });
  const unknown = [...levelOf.keys()].filter((name) => !used.has(name));
  if (unknown.length > 0) throw new Error(`local-kms.json speaks of ${unknown.join(', ')}, which no API has`);
  return Object.fromEntries(apis);
}

/** @param {unknown} _facts @param {(text: string) => string} say */
export function parameters(_facts, say) {
  const [whole, ...others] = Object.keys(levels);
  const rows = Object.entries(coverage()).map(([api, parameters]) => {
    const at = (level) => codes(Object.keys(parameters).filter((name) => parameters[name] === level));
    const exceptions = others
      .filter((level) => at(level) !== '')
      .map((level) => `${say(level)}${say(': ')}${at(level)}`);
    return [code(api), at(whole), exceptions.join('<br>')];
  });
  const words = Object.entries(levels).map(([level, meaning]) => `- **${say(level)}**${say(': ')}${say(meaning)}`);
  return `${words.join('\n')}\n\n${tableOf(['API', say(whole), say('other')], rows)}`;
}
