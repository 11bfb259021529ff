// Joins the two tables of APIs: management-api.json (the wire) and apis.json (what an SDK adds to it).
import { fieldName } from './names.js';

/** Our names of the gateways; management-api.json uses those of the service's documentation. */
const gatewayNames = { shared: 'public', dedicated: 'instance' };

/** The entry for `Api.Name`, otherwise the one for `Name`. */
export function lookUp(table, api, name) {
  return table[`${api}.${name}`] ?? table[name];
}

/** Builds the actions: facts for the tables, and documentation for the methods. */
export function buildActions(management, overlay) {
  for (const api of Object.keys(overlay.apis)) {
    if (!management.apis[api]) throw new Error(`apis.json speaks of ${api}, which management-api.json does not have`);
  }
  return Object.entries(management.apis).map(([name, wire]) => {
    const words = overlay.apis[name];
    if (!words) throw new Error(`apis.json says nothing about ${name}`);
    const side = (where) => ({ api: name, where, overlay });
    return {
      ...words,
      name,
      method: fieldName(name),
      gateways: wire.gateways.map((gateway) => gatewayNames[gateway]),
      publicQps: wire.sharedQps,
      parameters: wire.request
        // An older spelling of what the dotted encoding of `ExtendedConfig` sends anyway.
        .filter((parameter) => parameter.note !== 'older metadata only')
        .map((parameter) => buildParameter(parameter, side('request'))),
      answer: buildFields(wire.response, side('answer')),
    };
  });
}

function buildParameter({ name, type, required, encoding, values }, side) {
  const { api, overlay } = side;
  return {
    ...buildField(name, type, side),
    required,
    encoding,
    values: overlay.booleans.includes(name) ? undefined : (lookUp(overlay.values, api, name) ?? values),
    ...lookUp(overlay.limits, api, name),
  };
}

const buildFields = (type, side) => Object.entries(type).map(([name, inner]) => buildField(name, inner, side));

export function buildField(name, type, side) {
  const { api, where, overlay } = side;
  const shape = buildShape(name, type, side);
  return {
    name,
    field: fieldName(name),
    shape,
    required: isGiven(name, shape, side),
    secret: overlay.secrets.includes(name),
    enumeration: lookUp(overlay.enumerated, api, name),
    object: lookUp(overlay.objects, api, name)?.name,
    essential: where === 'answer' ? lookUp(overlay.essential, api, name) : undefined,
    lengthAsked: where === 'answer' ? lookUp(overlay.lengths, api, name) : undefined,
    doc: lookUp(where === 'request' ? overlay.parameterDocs : overlay.answerDocs, api, name),
  };
}

/** In a response: always present. In an object of a request: required. An absent list reads as an empty one. */
function isGiven(name, shape, { where, overlay }) {
  if (where === 'request') return overlay.requiredMembers.includes(name);
  return Boolean(shape.list ?? shape.json?.list) || overlay.alwaysThere.includes(name);
}

/** `{"Keys": {"Key": [...]}}`: an object that only wraps an array. */
function isWrapped(type) {
  const members = typeof type === 'object' ? Object.values(type) : [];
  return members.length === 1 && Array.isArray(members[0]);
}

function buildShape(name, type, side) {
  const special =
    lookUp(side.overlay.shapes, `${side.api}.${side.where}`, name) ?? lookUp(side.overlay.shapes, side.api, name);
  if (type === 'string')
    return bytesOrText(name, special ? specialShape(special, side) : textShape(name, side.overlay), side);
  if (typeof type === 'string') return bytesOrText(name, type, side);
  if (Array.isArray(type)) return { list: buildShape('', type[0], side) };
  if (type.map) return 'map';
  if (side.where === 'answer' && isWrapped(type)) {
    const [[wrapper, [inner]]] = Object.entries(type);
    return { list: buildShape(wrapper, inner, side), wrapper };
  }
  return { fields: buildFields(type, side) };
}

/** Bytes that a request may give as text. */
const bytesOrText = (name, shape, { where, overlay }) =>
  shape === 'bytes' && where === 'request' && overlay.texts.includes(name) ? 'utf8' : shape;

/** Text on the wire with another type in the SDK, by name. */
function textShape(name, { bytes, dates, numbers, booleans }) {
  if (bytes.includes(name)) return 'bytes';
  if (dates.includes(name)) return 'date';
  if (numbers.includes(name)) return 'numberText';
  return booleans.includes(name) ? 'booleanText' : 'string';
}

/** Parses shapes of apis.json: the types of management-api.json, with `json` around a shape that is text on the wire. */
function specialShape(special, side) {
  return special.json ? { json: buildShape('', special.json, { ...side, where: 'request' }) } : special;
}
