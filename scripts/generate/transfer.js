// The types of the KMS 1.0 client: those of the wire, in its own spelling of names.
import { docComment, header } from './text.js';

const source = 'model/management-api.json and model/apis.json';
const lowerFirst = (name) => name[0].toLowerCase() + name.slice(1);
const member = (name) => (/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`);

/** Files of transfer/generated: names, requests, responses, methods. */
export function transferFiles(management, overlay, text) {
  const spelling = (name) => (overlay.kms10.spelling.includes(name) ? name : lowerFirst(name));
  const writer = new Writer(overlay, spelling);
  const apis = Object.entries(management.apis);
  return {
    names: namesFile(overlay),
    requests: requestsFile(apis, writer),
    responses: responsesFile(apis, writer),
    methods: methodsFile(apis, overlay, text),
  };
}

class Writer {
  constructor(overlay, spelling) {
    this.overlay = overlay;
    this.spelling = spelling;
  }

  /** Type of a parameter: text, and everything that this client converts to it. */
  parameter({ name, type }) {
    const { numbers, booleans, bytes } = this.overlay;
    if (type !== 'string') return this.#type(type, { request: true });
    if (numbers.includes(name)) return 'string | number';
    if (booleans.includes(name)) return 'string | boolean';
    return bytes.includes(name) ? 'string | Uint8Array' : 'string';
  }

  answer(type) {
    return this.#type(type, { request: false });
  }

  #type(type, side) {
    if (typeof type === 'string') return type;
    if (Array.isArray(type)) return this.#list(this.#type(type[0], side), side);
    if (type.map) return '{ readonly [name: string]: unknown } | string';
    const members = Object.entries(type).map(
      ([name, inner]) => `${member(this.spelling(name))}${side.request ? '?' : ''}: ${this.#type(inner, side)}`,
    );
    return side.request ? `{ ${members.join('; ')} }` : `Kms10Model & { ${members.join('; ')} }`;
  }

  #list(inner, { request }) {
    const list = inner.includes(' ') ? `(${inner})[]` : `${inner}[]`;
    return request ? `readonly ${list}` : list;
  }
}

const namesFile = ({ kms10 }) => `${header('model/apis.json')}
/** Names that the models of KMS 1.0 leave as on the wire; all others start with a lower-case letter there. */
export const unchangedNames: readonly string[] = [${kms10.spelling.map((name) => `'${name}'`).join(', ')}];
`;

function requestsFile(apis, writer) {
  const entries = apis.map(([name, { request }]) => {
    const members = request
      .filter(({ note }) => !note)
      .map(
        (parameter) => `    ${member(writer.spelling(parameter.name))}?: ${writer.parameter(parameter)} | undefined;\n`,
      );
    return members.length === 0
      ? `  ${name}: { readonly [name: string]: unknown };\n`
      : `  ${name}: {\n${members.join('')}  };\n`;
  });
  return `${header(source)}
/**
 * Requests of the KMS 1.0 client by action, such as \`Kms10Requests['Encrypt']\`: its models, or plain objects with the
 * same fields. As in its current models, all fields are optional in the types, and KMS checks the required ones.
 */
export interface Kms10Requests {
${entries.join('')}}
`;
}

function responsesFile(apis, writer) {
  const entries = apis.map(([name, { response }]) => {
    const members = Object.entries(response).map(
      ([field, type]) => `    ${member(writer.spelling(field))}: ${writer.answer(type)};\n`,
    );
    return `  ${name}: Kms10Model & {\n${members.join('')}  };\n`;
  });
  return `${header(source)}
/** Method of every object in a response, as in the models of KMS 1.0. */
export interface Kms10Model {
  /** The same object with wire names. */
  toMap(): Record<string, unknown>;
}

/**
 * Responses of KMS 1.0 by action, such as \`Kms10Responses['Encrypt']\`: bytes are base64, dates are text. Typed as in
 * its models, although a field that does not apply is undefined.
 */
export interface Kms10Responses {
${entries.join('')}}
`;
}

function methodsFile(apis, overlay, text) {
  const known = apis.map(([name, { request }]) => ({ name, request, words: overlay.apis[name] }));
  const retired = overlay.kms10.retired.map((name) => ({
    name,
    request: [],
    retired: true,
    words: { summary: 'Is not there any more: KMS answers `InvalidAction.NotFound`.' },
  }));
  const methods = [...known, ...retired].map((api) => methodText(api, overlay, text));
  return `${header(source)}
import type { ApiGeneration, Kms10Response } from '../api-generation.js';
import type { KmsRuntimeOptions } from '../runtime-options.js';
import type { Kms10Model } from './responses.js';
import type { Kms10Requests } from './requests.js';

type Empty = { readonly [name: string]: unknown };

/** Every method of the KMS 1.0 client, under the names of all its generations. */
export abstract class Kms10Methods<G extends ApiGeneration> {
  /** Makes the call of a method. */
  protected abstract callKms10<R>(api: string, request: unknown, runtime?: KmsRuntimeOptions): Promise<R>;

${methods.join('\n')}}
`;
}

function methodText({ name, request, retired, words }, overlay, text) {
  const method = lowerFirst(name);
  const type = retired ? 'Empty' : `Kms10Requests['${name}']`;
  const answer = `Promise<Kms10Response<G, ${retired ? 'Kms10Model' : `'${name}'`}>>`;
  const needed = request.some(({ required }) => required);
  const given = `request${needed ? '' : '?'}: ${type}`;
  const doc = docComment(
    [
      words.summary ? text(words.summary) : `As in KMS 1.0.`,
      retired ? '' : `@see ${overlay.help}${name.toLowerCase()}`,
    ],
    '  ',
  );
  const withRuntime = docComment([`{@link ${method}} with options of the call.`], '  ');
  const call = (runtime) => `{\n    return this.callKms10('${name}', request${runtime});\n  }\n`;
  // For an API without parameters, generation 3 takes only the options.
  const withOptions =
    request.length === 0
      ? `${withRuntime}  ${method}WithOptions(runtime?: KmsRuntimeOptions): ${answer};
${withRuntime}  ${method}WithOptions(request?: ${type}, runtime?: KmsRuntimeOptions): ${answer};
  ${method}WithOptions(...given: [${type}?, KmsRuntimeOptions?]): ${answer} {
    const [request, runtime] = given.length === 1 ? [undefined, given[0]] : given;
    return this.callKms10('${name}', request, runtime);
  }
`
      : `${withRuntime}  ${method}WithOptions(${given}, runtime?: KmsRuntimeOptions): ${answer} ${call(', runtime')}`;
  return `${doc}  ${method}(${given}): ${answer} ${call('')}
${withOptions}
${withRuntime}  ${method}Ex(${given}, runtime?: KmsRuntimeOptions): ${answer} ${call(', runtime')}`;
}
