// Wire types of requests and responses, for the handlers of the local KMS, and the rules by which its gateways read
// requests.
import { olderApis } from './rules.js';
import { header } from './text.js';

const sources = 'model/';

/** `{KeyId: string; Description?: string | undefined}` for every API of the public gateway. */
export function publicTypes(actions, rules) {
  return `${header(sources)}
/** Requests of the public gateway, checked and decoded. */
export interface PublicRequests {
${actions.map((action) => `  ${action.name}: ${object(requestMembers(action.name, action.parameters, rules, '  '), '  ')};\n`).join('')}}

/** Responses of the public gateway, spelled as in their JSON, without RequestId. */
export interface PublicResponses {
${actions.map(({ name, answer }) => `  ${name}: ${object(responseMembers(withoutRequestId(answer), '  '), '  ')};\n`).join('')}}
`;
}

const messageTypes = {
  string: 'string',
  bytes: 'Uint8Array',
  bool: 'boolean',
  int32: 'number',
  'repeated string': 'readonly string[]',
};

/** The same for the instance gateway, whose messages omit empty fields. */
export function instanceTypes(messages, operations, overlay, rules) {
  const apis = instanceApis(overlay, rules);
  const side = (name, isRequired) =>
    messages[name]
      .filter(([, field]) => field !== 'RequestId' && field !== 'Digest')
      .map(([, field, type]) => member(field, messageTypes[type], isRequired(field)));
  const response = (api) => {
    const known = operations.find(({ name }) => name === api)?.answer;
    return side(
      `${api}Response`,
      (field) => known?.find(({ name }) => name === field)?.required ?? known === undefined,
    );
  };
  const request = (api) => side(`${api}Request`, (field) => requiredFields(api, overlay, rules).includes(field));
  return `${header(sources)}
/** Requests of the instance gateway, checked. */
export interface InstanceRequests {
${apis.map((api) => `  ${api}: ${object(request(api), '  ')};\n`).join('')}}

/** Its responses, without RequestId. */
export interface InstanceResponses {
${apis.map((api) => `  ${api}: ${object(response(api), '  ')};\n`).join('')}}
`;
}

/** How the gateways of the local KMS read requests, beside what the table of APIs says. */
export function requestRules(operations, overlay, rules, local) {
  const parameters = { ...rules.parameters };
  const add = (name, rule) => {
    parameters[name] = { ...parameters[name], ...rule };
  };
  for (const [name, value] of Object.entries(local.checked)) add(name, { only: value });
  for (const [name, why] of Object.entries(local.refused)) add(name, { refused: why });
  const lines = Object.entries(parameters).map(([name, rule]) => `  '${name}': ${rulesText(rule)},`);
  const instance = instanceApis(overlay, rules).map((api) => {
    const required = requiredFields(api, overlay, rules).map((name) => `'${name}'`);
    const ranges = (operations.find(({ name }) => name === api)?.request ?? [])
      .filter(({ range }) => range)
      .map(({ name, range: { min, max } }) => `${name}: { min: ${min}, max: limits.${max} }`);
    return `  ${api}: { required: [${required.join(', ')}]${ranges.length > 0 ? `, ranges: { ${ranges.join(', ')} }` : ''} },`;
  });
  return `${header(sources)}
import { limits } from 'alibabacloud-kms-sdk/internal';
import type { InstanceRequests } from '../../handlers/generated/instance-types.js';
import type { InstanceRules, ParameterRules } from '../request-rules.js';

/** Rules of individual parameters of the public gateway: \`Api.Name\`, or \`Name\` for all APIs. */
export const parameterRules: Readonly<Record<string, ParameterRules>> = {
${lines.join('\n')}
};

/** Required fields of messages of the instance gateway. */
export const instanceRules: Readonly<Record<keyof InstanceRequests, InstanceRules>> = {
${instance.join('\n')}
};
`;
}

const instanceApis = (overlay, rules) => [...Object.keys(overlay.instance), ...olderApis(rules, overlay)];

/** The fields that our client requires, except those that the service does not. */
function requiredFields(api, overlay, rules) {
  const names = overlay.instance[api] ?? rules.apis[api].required;
  return names.filter((name) => !(rules.parameters[`${api}.${name}`] ?? rules.parameters[name])?.optional);
}

function rulesText(rule) {
  const texts = Object.entries(rule).map(([name, value]) => `${name}: ${value === true ? true : `'${value}'`}`);
  return `{ ${texts.join(', ')} }`;
}

const withoutRequestId = (fields) => fields.filter(({ name }) => name !== 'RequestId');

const member = (name, type, required) =>
  `${/^\w+$/.test(name) ? name : `'${name}'`}${required ? '' : '?'}: ${type}${required ? '' : ' | undefined'};`;

const object = (members, indent) =>
  members.length === 0
    ? 'Record<string, never>'
    : `{\n${members.map((line) => `${indent}  ${line}\n`).join('')}${indent}}`;

const requestMembers = (api, fields, rules, indent) =>
  fields.map((field) => {
    const { asText, optional } = rules.parameters[`${api}.${field.name}`] ?? rules.parameters[field.name] ?? {};
    const type = asText ? 'string' : requestType(field.shape, { api, field, rules }, `${indent}  `);
    return member(field.name, type, field.required && !optional);
  });

/** Type of a decoded parameter. */
function requestType(shape, { api, field, rules }, indent) {
  if (shape.commas) return 'readonly string[]';
  if (shape.json) return requestType(shape.json, { api, field, rules }, indent);
  if (shape.list) return `readonly ${listOf(requestType(shape.list, { api, field, rules }, indent))}`;
  if (shape.fields) return object(requestMembers(api, shape.fields, rules, indent), indent);
  if (shape === 'map') {
    return `Readonly<Record<string, ${field.name.endsWith('EncryptionContext') ? 'string' : 'unknown'}>>`;
  }
  if (shape === 'string' && field.values) return field.values.map((value) => `'${value}'`).join(' | ');
  return {
    string: 'string',
    secretData: 'string',
    number: 'number',
    numberText: 'number',
    boolean: 'boolean',
    booleanText: 'boolean',
    bytes: 'Uint8Array',
    utf8: 'Uint8Array',
    date: 'Date',
  }[shape];
}

/** Handlers must set every list, if only to undefined; an absent one reads as empty. */
const responseMembers = (fields, indent) =>
  fields.map(({ name, shape, required }) => {
    const type = responseType(shape, `${indent}  `);
    return shape.list ? `${name}: ${type} | undefined;` : member(name, type, required);
  });

function responseType(shape, indent) {
  if (shape.list) {
    const list = `readonly ${listOf(responseType(shape.list, indent))}`;
    return shape.wrapper ? `{ ${shape.wrapper}: ${list} }` : list;
  }
  if (shape.fields) return object(responseMembers(shape.fields, indent), indent);
  if (shape === 'map') return 'Readonly<Record<string, unknown>>';
  return shape === 'number' || shape === 'boolean' ? shape : 'string';
}

const listOf = (type) => (type.includes('|') && !type.startsWith('{') ? `(${type})[]` : `${type}[]`);
