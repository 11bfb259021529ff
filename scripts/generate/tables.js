// Writes the tables that client and local KMS read at run time.
import { fieldName } from './names.js';
import { header } from './text.js';

export function instanceMessages(messages, overlay) {
  const names = Object.keys(messages).filter((name) => name !== '//');
  const apis = Object.keys(overlay.instance);
  const lines = names.map((name) => {
    const fields = messages[name].map(([number, field, type]) => `[${number}, '${field}', '${type}']`);
    return fields.join(', ').length > 90
      ? `  ${name}: [\n${fields.map((field) => `    ${field},\n`).join('')}  ],`
      : `  ${name}: [${fields.join(', ')}],`;
  });
  return `${header('model/instance-messages.json and model/apis.json')}
/** Type of a field on the wire. */
export type FieldType = 'string' | 'bytes' | 'bool' | 'int32' | 'repeated string';

/** One field of a message: number, name, type. */
export type MessageField = readonly [number: number, name: string, type: FieldType];

/** Messages of the instance gateway (proto3): their fields, in the order of their numbers. */
export const instanceMessages = {
${lines.join('\n')}
} as const satisfies Record<string, readonly MessageField[]>;

export type MessageName = keyof typeof instanceMessages;

/** APIs that a client key can call. */
export const instanceApis = [
${apis.map((api) => `  '${api}',\n`).join('')}] as const;

/** An API of the instance gateway. */
export type InstanceApi = (typeof instanceApis)[number];
`;
}

export function endpoints(management) {
  const lines = Object.entries(management.endpoints)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([region, host]) => `  '${region}': '${host}',`);
  return `${header('model/management-api.json')}
/** Version of the OpenAPI, sent with every call. */
export const apiVersion = '${management.version}';

/** Host of the public gateway by region. */
export const endpoints: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`;
}

const key = (name) => (/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`);

function shapeText(shape, indent) {
  if (typeof shape === 'string') return `'${shape}'`;
  if (shape.commas) return `{ commas: '${shape.commas}' }`;
  if (shape.json) return `{ json: ${shapeText(shape.json, indent)} }`;
  if (shape.list) {
    const wrapper = shape.wrapper ? `, wrapper: '${shape.wrapper}'` : '';
    return `{ list: ${shapeText(shape.list, indent)}${wrapper} }`;
  }
  return `{ fields: ${fieldsText(shape.fields, indent)} }`;
}

/** A range from the limits, or explicit bounds: numbers, or names of limits. */
function rangeText(range) {
  if (typeof range === 'string') return `limits.${range}`;
  const bounds = Object.entries(range).map(
    ([end, bound]) => `${end}: ${typeof bound === 'string' ? `limits.${bound}` : bound}`,
  );
  return `{ ${bounds.join(', ')} }`;
}

function fieldText(facts, indent) {
  const { field, shape, required, essential, lengthAsked, secret, encoding, values, ignoredBeside } = facts;
  const { range, maxChars, maxBytes, maxItems } = facts;
  const texts = [
    `field: '${field}'`,
    `shape: ${shapeText(shape, indent)}`,
    required && 'required: true',
    essential && `essential: '${essential}'`,
    lengthAsked && `lengthAsked: '${lengthAsked}'`,
    secret && 'secret: true',
    encoding && `encoding: '${encoding}'`,
    values && `values: [${values.map((value) => `'${value}'`).join(', ')}]`,
    ignoredBeside && `ignoredBeside: '${ignoredBeside}'`,
    range && `range: ${rangeText(range)}`,
    maxChars && `maxChars: limits.${maxChars}`,
    maxBytes && `maxBytes: limits.${maxBytes}`,
    maxItems && `maxItems: limits.${maxItems}`,
  ];
  return `{ ${texts.filter(Boolean).join(', ')} }`;
}

function fieldsText(fields, indent) {
  if (fields.length === 0) return '{}';
  const inner = `${indent}  `;
  return `{\n${fields.map((field) => `${inner}${key(field.name)}: ${fieldText(field, inner)},\n`).join('')}${indent}}`;
}

const actionText = (action) => `  ${action.name}: {
    method: '${action.method}',
    gateways: [${action.gateways.map((gateway) => `'${gateway}'`).join(', ')}],
${action.publicQps ? `    publicQps: ${action.publicQps},\n` : ''}    repeatable: ${action.repeatable},
    parameters: ${fieldsText(action.parameters, '    ')},
    answer: ${fieldsText(action.answer, '    ')},
  },
`;

function formText({ api, renamed, ignored }) {
  const fields = (names) => names.map((name) => `'${fieldName(name)}'`).join(', ');
  const parts = [
    `api: '${api}'`,
    renamed &&
      `renamed: { ${Object.entries(renamed)
        .map(([own, theirs]) => `${fieldName(own)}: '${fieldName(theirs)}'`)
        .join(', ')} }`,
    ignored && `ignored: [${fields(ignored)}]`,
  ];
  return `{ ${parts.filter(Boolean).join(', ')} }`;
}

export function instanceOperations(apis) {
  const lines = apis.map(({ name, message, defaults = {}, public: forms = [] }) => {
    const given = Object.entries(defaults).map(([field, limit]) => `${fieldName(field)}: limits.${limit}`);
    return `  ${name}: {
    request: ${fieldsText(message.request, '    ')},
    answer: ${fieldsText(message.answer, '    ')},
${given.length > 0 ? `    defaults: { ${given.join(', ')} },\n` : ''}    public: [${forms.map(formText).join(', ')}],
  },
`;
  });
  return `${header('model/instance-messages.json, model/instance-apis.json and model/apis.json')}
import type { OperationFacts } from '../action-facts.js';
import { limits } from '../limits.js';
import type { ActionName } from './actions.js';
import type { InstanceApi } from './instance-messages.js';

/** Requests and responses of the instance gateway with their SDK names and types. Bytes travel raw. */
export const instanceOperations: Readonly<Record<InstanceApi, OperationFacts<ActionName>>> = {
${lines.join('')}};
`;
}

export function actionsTable(actions) {
  return `${header('model/management-api.json and model/apis.json')}
import type { ActionFacts } from '../action-facts.js';
import { limits } from '../limits.js';

/** An API of the public gateway. */
export type ActionName =
${actions.map(({ name }) => `  | '${name}'`).join('\n')};

/** The APIs of the public gateway. */
export const actions: Readonly<Record<ActionName, ActionFacts>> = {
${actions.map(actionText).join('')}};

/** The facts of an API; undefined if it is not in the table. */
export function actionFacts(name: string): ActionFacts | undefined {
  return Object.hasOwn(actions, name) ? actions[name as ActionName] : undefined;
}
`;
}
