// Joins the tables of the APIs that a client key can call: instance-messages.json (the wire), instance-apis.json and apis.json
// (what an SDK adds to it), and the equivalent APIs of the public gateway.
import { buildField, lookUp } from './actions.js';
import { fieldName } from './names.js';

/** Types of instance-messages.json in the spelling of management-api.json. */
const messageTypes = {
  string: 'string',
  bytes: 'bytes',
  bool: 'boolean',
  int32: 'number',
  'repeated string': ['string'],
};

/**
 * @returns for each API `message`, the fields of its request and response on the instance gateway, and `parameters` and
 * `answer`, those of the method, which either gateway may serve
 */
export function buildInstanceApis({ messages, overlay, words, actions }) {
  return Object.entries(overlay.instance).map(([name, requiredFields]) => {
    if (!words[name]) throw new Error(`instance-apis.json says nothing about ${name}`);
    const { request: requestDocs = {}, response: responseDocs = {}, ...rest } = words[name];
    const message = {
      request: messageFields(messages[`${name}Request`], { api: name, where: 'request', overlay }).map((field) => ({
        ...field,
        ...lookUp(overlay.limits, name, field.name),
        required: requiredFields.includes(field.name),
      })),
      answer: messageFields(messages[`${name}Response`], { api: name, where: 'answer', overlay }),
    };
    const forms = (rest.public ?? []).map((form) => ({ ...form, ...publicApi(actions, form) }));
    const documented = (docs, generic) => (field) => ({ ...field, doc: docs[field.name] ?? generic[field.name] });
    return {
      ...rest,
      name,
      method: fieldName(name),
      message,
      parameters: parameters(message.request, forms, rest).map(documented(requestDocs, overlay.parameterDocs)),
      answer: answer(message.answer, forms).map(documented(responseDocs, overlay.answerDocs)),
    };
  });
}

function messageFields(fields, side) {
  // Digest is the older form of Message with MessageType DIGEST.
  return fields
    .filter(([, name]) => name !== 'Digest')
    .map(([, name, type]) => buildField(name, messageTypes[type], side));
}

/** An API of the public gateway, with the method's names of its fields. */
function publicApi(actions, { api, renamed = {}, answers = {} }) {
  const action = actions.find(({ name }) => name === api);
  return { parameters: inOwnNames(action.parameters, renamed), answer: inOwnNames(action.answer, answers) };
}

function inOwnNames(fields, theirNames) {
  const ownNames = Object.fromEntries(Object.entries(theirNames).map(([own, theirs]) => [theirs, own]));
  return fields.map((field) => {
    const name = ownNames[field.name] ?? field.name;
    return { ...field, name, field: fieldName(name) };
  });
}

/** The parameters of the method: required if required on both gateways, and including those of only one gateway. */
function parameters(request, forms, { optional = [], defaults = {}, leftOut = [] }) {
  const others = forms.flatMap((form) => form.parameters);
  return byName([...request, ...others])
    .filter(({ name }) => !leftOut.includes(name))
    .map((field) => {
      const own = request.find(({ name }) => name === field.name);
      return {
        ...field,
        required: own?.required && !optional.includes(field.name) && defaults[field.name] === undefined,
      };
    });
}

/** The response: always present if so on both gateways. An instance may omit the key version, which is in a header. */
function answer(response, forms) {
  const sides = [response, ...forms.map((form) => form.answer)];
  const keyVersion = forms.length === 0 && response.some(({ name }) => name === 'KeyId') ? [keyVersionField] : [];
  return byName([...sides.flat(), ...keyVersion]).map((field) => ({
    ...field,
    required:
      field.name !== 'KeyVersionId' &&
      sides.every((fields) => fields.find(({ name }) => name === field.name)?.required),
  }));
}

const keyVersionField = { name: 'KeyVersionId', field: 'keyVersionId', shape: 'string' };

/** The first field of each name. */
const byName = (fields) =>
  fields.filter(({ name }, index) => fields.findIndex((field) => field.name === name) === index);
