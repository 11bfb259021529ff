// Types of requests and responses.
import { docComment, header, lineOrBlock } from './text.js';

/** `string`, for which editors still suggest the known values. */
const open = (values) => [...values.map((value) => `'${value}'`), 'FutureValue'].join(' | ');

export function enumerations(overlay) {
  const types = Object.entries(overlay.enumerations).map(
    ([name, { doc, values }]) => `${docComment([doc])}export type ${name} = ${open(values)};\n`,
  );
  return `${header('model/apis.json')}
import type { FutureValue } from '../../model/future-value.js';

${types.join('\n')}`;
}

/** Writes types, and remembers the names that they use. */
export class TypeWriter {
  /** Names of the shared objects and enumerations in use. */
  used = { enumerations: new Set(), objects: new Set(), keySpecs: new Set(), futureValue: false, context: false };

  constructor(overlay, text) {
    this.overlay = overlay;
    this.text = text;
  }

  typeOf(field, where) {
    return this.#shape(field.shape, field, where);
  }

  #shape(shape, field, where) {
    const request = where === 'request';
    if (shape.list) return this.#list(shape.list, field, where);
    if (shape.commas) return 'readonly string[]';
    if (shape.json === 'map') return request ? 'Readonly<Record<string, unknown>> | string' : 'Record<string, unknown>';
    if (shape.json) return this.#shape(shape.json, field, where);
    if (shape.fields) return this.#object(field);
    if (shape === 'map') return this.#map(field);
    if (shape === 'bytes') return 'Uint8Array';
    if (shape === 'utf8') return 'Uint8Array | string';
    if (shape === 'secretData') return request ? 'Uint8Array | string' : 'string';
    if (shape === 'string') return this.#string(field);
    return { date: 'Date', number: 'number', numberText: 'number', boolean: 'boolean', booleanText: 'boolean' }[shape];
  }

  #list(inner, field, where) {
    const element = this.#shape(inner, field, where);
    const list = element.includes(' ') ? `(${element})[]` : `${element}[]`;
    return where === 'request' ? `readonly ${list}` : list;
  }

  #object(field) {
    if (!field.object) throw new Error(`apis.json gives no name to the object ${field.name}`);
    this.used.objects.add(field.object);
    return field.object;
  }

  #map({ name }) {
    if (!name.endsWith('EncryptionContext')) return 'Readonly<Record<string, unknown>>';
    this.used.context = true;
    return 'EncryptionContext';
  }

  #string({ enumeration, values }) {
    if (enumeration === 'KeySpec' || enumeration === 'KeyPairSpec') {
      this.used.keySpecs.add(enumeration);
      this.used.futureValue = true;
      return `${enumeration} | FutureValue`;
    }
    if (enumeration) {
      this.used.enumerations.add(enumeration);
      return enumeration;
    }
    if (!values) return 'string';
    this.used.futureValue = true;
    return open(values);
  }

  /** Members of an interface, with their documentation. */
  members(fields, where) {
    // The client knows its region.
    const isRequired = (field) =>
      field.required && !(where === 'request' && field.name === 'RegionId' && !field.nested);
    return [...fields.filter(isRequired), ...fields.filter((field) => !isRequired(field))]
      .map((field) => {
        const required = isRequired(field);
        const doc = docComment([field.doc && this.text(field.doc)], '  ');
        // Allows undefined under exactOptionalPropertyTypes too, so that programs can pass on optional values.
        const absent = where === 'request' && !required ? ' | undefined' : '';
        const member = `${doc}  ${field.field}${required ? '' : '?'}: ${this.typeOf(field, where)}${absent};\n`;
        if (where === 'request' || field.shape !== 'secretData') return member;
        return `${member}${docComment(['The value as bytes, whichever type it has.'], '  ')}  secretBytes: Uint8Array;\n`;
      })
      .join('');
  }

  /** Import lines for all names in use. */
  imports(own = []) {
    const { enumerations: names, objects, keySpecs, futureValue, context } = this.used;
    const line = (list, from) =>
      list.length === 0 ? '' : `${lineOrBlock('import type { ', [...list].sort(), ` } from '${from}';`)}\n`;
    const shared = [...own, ...(context ? ['EncryptionContext'] : [])];
    return [
      line(futureValue ? ['FutureValue'] : [], '../../model/future-value.js'),
      line([...keySpecs], '../../model/key-specs.js'),
      line(shared, '../response.js'),
      line([...names], './enumerations.js'),
      line([...objects], './objects.js'),
    ].join('');
  }
}

/** Objects inside requests and responses: a name means the same type everywhere. */
export function objects(actions, overlay, text) {
  const found = new Map();
  const collect = (fields, where) => {
    for (const field of fields) {
      const inner = innerFields(field.shape);
      if (!inner) continue;
      const entry = found.get(field.object) ?? { sides: [] };
      entry.sides.push({ where, fields: inner });
      found.set(field.object, entry);
      collect(inner, where);
    }
  };
  for (const action of actions.filter(({ group }) => group)) {
    collect(action.parameters, 'request');
    collect(action.answer, 'answer');
  }
  const writer = new TypeWriter(overlay, text);
  const docs = new Map(
    Object.values(overlay.objects)
      .map(({ name, doc }) => [name, doc])
      .filter(([, doc]) => doc),
  );
  const types = [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { sides }]) => {
      const where = sides.some((side) => side.where === 'request') ? 'request' : 'answer';
      return `${docComment([text(docs.get(name) ?? '')])}export interface ${name} {\n${writer.members(merge(sides), where)}}\n`;
    });
  writer.used.objects.clear();
  return `${header('model/management-api.json and model/apis.json')}
${writer.imports()}
${types.join('\n')}`;
}

function innerFields(shape) {
  if (shape.fields) return shape.fields;
  if (shape.list) return innerFields(shape.list);
  return shape.json && innerFields(shape.json);
}

/** Merges fields: required are those that requests require, and those that responses always contain. */
function merge(sides) {
  const requests = sides.filter(({ where }) => where === 'request');
  const deciding = requests.length > 0 ? requests : sides;
  const merged = new Map();
  for (const { fields } of sides) for (const field of fields) merged.set(field.name, merged.get(field.name) ?? field);
  return [...merged.values()].map((field) => ({
    ...field,
    nested: true,
    required: deciding.every(({ fields }) => fields.find(({ name }) => name === field.name)?.required),
  }));
}
