// Joins the tables about what a client key can call: instance-messages.json (the wire), instance-apis.json and apis.json (what
// a program sees of it), and the APIs of the public gateway that do the same.
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
  // Digest is the older way to say Message with MessageType DIGEST.
  return fields
    .filter(([, name]) => name !== 'Digest')
    .map(([, name, type]) => buildField(name, messageTypes[type], side));
}

/** An API of the public gateway, its fields by the names that the method has for them. */
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

/** Required is what each way needs. The method takes what only one of them knows too. */
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

/** Always there is what each way gives. The key version of an instance is in a header, which an older one leaves out. */
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

/** The first of each name. */
const byName = (fields) =>
  fields.filter(({ name }, index) => fields.findIndex((field) => field.name === name) === index);
