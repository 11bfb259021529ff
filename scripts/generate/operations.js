// The typed methods: their requests and responses by group of APIs, and one class with all of them.
import { docComment, header, lineOrBlock } from './text.js';
import { TypeWriter } from './types.js';

const source = 'model/management-api.json, model/instance-messages.json, model/apis.json and model/instance-apis.json';

/** Types of requests and responses, one file for each group. */
export function groupTypes(apis, overlay, text) {
  return Object.keys(overlay.groups).map((group) => {
    const writer = new TypeWriter(overlay, text);
    const types = inOrder(apis, overlay)
      .filter((api) => api.group === group)
      .map((api) => requestAndResponse(api, writer));
    return { group, text: `${header(source)}\n${writer.imports(['KmsResponse'])}\n${types.join('\n')}` };
  });
}

/** The class that `Client` extends: a method for each API, and an iterator for each paged list. */
export function operations(instanceApis, actions, overlay, text) {
  const writer = new TypeWriter(overlay, text);
  const named = new Map(Object.keys(overlay.groups).map((group) => [group, []]));
  const methods = [];
  for (const api of inOrder([...instanceApis, ...actions.filter(({ group }) => group)], overlay)) {
    named.get(api.group).push(...typeNames(api));
    methods.push(method(api, overlay, text), ...iterator(api, writer, text));
  }
  const imports = [...named].map(([group, names]) =>
    lineOrBlock('import type { ', names.sort(), ` } from './${group}.js';`),
  );
  const empty = actions.some(({ parameters }) => parameters.length === 0)
    ? ['EmptyRequest', 'KmsResponse']
    : ['KmsResponse'];
  return `${header(source)}
import type { ActionName } from '../../model/generated/actions.js';
import type { InstanceApi } from '../../model/generated/instance-messages.js';
${writer.imports(empty)}import type { OperationOptions } from '../call-options.js';
import { entriesOfPages, entriesOfTokens } from '../list-entries.js';
${imports.join('\n')}

/** A method for each API of KMS. */
export abstract class Operations {
  /** Makes a call that a client key can make too. */
  protected abstract callOperation<R extends KmsResponse>(
    api: InstanceApi,
    request: object,
    options: OperationOptions | undefined,
  ): Promise<R>;

  /** Makes a call that needs an AccessKey. */
  protected abstract callAction<R extends KmsResponse>(
    api: ActionName,
    request: object,
    options: OperationOptions | undefined,
  ): Promise<R>;

${methods.join('\n')}}
`;
}

const isInstanceApi = ({ message }) => message !== undefined;

/** By group; the APIs that a client key can call come first, the others in the order of apis.json. */
function inOrder(apis, overlay) {
  const groups = Object.keys(overlay.groups);
  const names = Object.keys(overlay.apis);
  const place = (api) => [
    groups.indexOf(api.group),
    isInstanceApi(api) ? 0 : 1,
    isInstanceApi(api) ? 0 : names.indexOf(api.name),
  ];
  return [...apis].sort((a, b) => {
    const [x, y] = [place(a), place(b)];
    const differs = x.findIndex((value, index) => value !== y[index]);
    return differs < 0 ? 0 : x[differs] - y[differs];
  });
}

const typeNames = ({ name, parameters }) => [...(parameters.length > 0 ? [`${name}Request`] : []), `${name}Response`];

function requestAndResponse({ name, method: methodName, parameters, answer }, writer) {
  const members = writer.members(
    answer.filter((field) => field.name !== 'RequestId'),
    'answer',
  );
  const request =
    parameters.length === 0
      ? ''
      : `/** Request of \`${methodName}\`. */\nexport interface ${name}Request {\n${writer.members(parameters, 'request')}}\n\n`;
  const doc = `/** Response of \`${methodName}\`. */\n`;
  return members
    ? `${request}${doc}export interface ${name}Response extends KmsResponse {\n${members}}\n`
    : `${request}${doc}export type ${name}Response = KmsResponse;\n`;
}

/** The gateways that serve a call, as a sentence. */
function served({ gateways, publicQps }) {
  const most = publicQps ? `, up to ${publicQps.toLocaleString('en-US')} calls per second and account` : '';
  return gateways.includes('instance')
    ? `Served by the public gateway${most}, and by an instance for clients with an AccessKey.`
    : `Served by the public gateway${most}.`;
}

function method(api, overlay, text) {
  const { name, method: methodName, parameters, summary, errors = [], example, help } = api;
  const request = parameters.length === 0 ? 'EmptyRequest' : `${name}Request`;
  const needed = needsRequest(api);
  const own = isInstanceApi(api);
  const doc = docComment(
    [
      text(summary),
      ' ',
      ...(own ? [api.details?.map(text).join(' ')] : [actionDetails(api, text)]),
      ' ',
      errors.length > 0 && `@throws {KmsServiceError} ${errors.map((code) => `\`${code}\``).join(', ')}`,
      own && `@throws {KmsConfigurationError} \`Request.Invalid\`${api.public ? '' : ', `Config.Unsupported`'}`,
      example && { code: example },
      (!own || help) && `@see ${overlay.help}${name.toLowerCase()}`,
    ],
    '  ',
  );
  const given = [`request: ${request}${needed ? '' : ' = {}'}`, 'options?: OperationOptions'];
  const signature = lineOrBlock(`${methodName}(`, given, `): Promise<${name}Response> {`, '  ');
  return `${doc}${signature}\n    return this.${own ? 'callOperation' : 'callAction'}('${name}', request, options);\n  }\n`;
}

function actionDetails(action, text) {
  const again = action.repeatable ? undefined : 'Not retried if an attempt may have been executed.';
  return [action.details && text(action.details), served(action), again].filter(Boolean).join(' ');
}

/** The region has a default, every other required parameter must be given. */
const needsRequest = ({ parameters }) => parameters.some(({ required, name }) => required && name !== 'RegionId');

/** How a list is paged: by page number or by token; undefined if it is not. */
function walkOf({ parameters }) {
  const has = (parameter) => parameters.some(({ name }) => name === parameter);
  if (has('PageNumber')) return 'entriesOfPages';
  return has('NextToken') ? 'entriesOfTokens' : undefined;
}

/** The iterator of a list: `keys` for ListKeys. */
function iterator(action, writer, text) {
  const walk = walkOf(action);
  if (!walk) return [];
  const {
    name,
    method: list,
    iterator: iteratorName = name.replace(/^List./, (start) => start.at(-1).toLowerCase()),
  } = action;
  const [entries, ...others] = action.answer.filter(({ shape }) => shape.list);
  if (!entries || others.length > 0) throw new Error(`${name} has pages, but not one list of entries`);
  const needed = needsRequest(action);
  const begin =
    walk === 'entriesOfPages'
      ? '`pageSize` is {pageSize.max} by default, `pageNumber` the first page to request.'
      : '`nextToken` determines the start.';
  const doc = docComment(
    [
      `Iterates over the entries of all pages of {@link ${list}}, requesting each page when it is needed.`,
      ' ',
      `${text(begin)} The options apply to the call for each page. If the list changes meanwhile, entries may be missed or repeated.`,
      ' ',
      `@throws the errors of {@link ${list}}, while iterating`,
      { code: `for await (const entry of client.${iteratorName}(${needed ? 'request' : ''})) console.log(entry);` },
    ],
    '  ',
  );
  const given = [`request: ${name}Request${needed ? '' : ' = {}'}`, 'options?: OperationOptions'];
  const entry = writer.typeOf(entries, 'answer').replace(/\[\]$/, '');
  const signature = lineOrBlock(`${iteratorName}(`, given, `): AsyncGenerator<${entry}, void, undefined> {`, '  ');
  const call = lineOrBlock(
    `return ${walk}(`,
    [`(page) => this.${list}(page, options)`, 'request', `({ ${entries.field} }) => ${entries.field}`],
    ');',
    '    ',
  );
  return [`${doc}${signature}\n${call}\n  }\n`];
}
