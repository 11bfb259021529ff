// The typed methods: one class for each group of APIs, each extending the one before.
import { docComment, header, lineOrBlock } from './text.js';
import { TypeWriter } from './types.js';

export function operations(actions, overlay, text) {
  const order = Object.keys(overlay.apis);
  let base = { name: 'Operations', from: '../operations.js' };
  return Object.entries(overlay.groups).map(([group, words]) => {
    const own = actions
      .filter((action) => action.group === group)
      .sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
    const file = { group, text: groupFile(own, { words, base, overlay, text }) };
    base = { name: words.class, from: `./${group}.js` };
    return file;
  });
}

function groupFile(actions, { words, base, overlay, text }) {
  const writer = new TypeWriter(overlay, text);
  const types = actions.map((action) => requestAndResponse(action, writer));
  const methods = actions.flatMap((action) => [method(action, overlay, text), ...iterator(action, writer, text)]);
  const walks = [...new Set(actions.map(walkOf))].filter(Boolean).sort();
  const empty = actions.some(({ parameters }) => parameters.length === 0) ? ['EmptyRequest'] : [];
  return `${header('model/management-api.json and model/apis.json')}
${writer.imports(['KmsResponse', ...empty])}import type { OperationOptions } from '../call-options.js';
${walks.length > 0 ? `import { ${walks.join(', ')} } from '../list-entries.js';\n` : ''}import { ${base.name} } from '${base.from}';

${types.join('\n')}
/** Calls about ${words.about}. */
export abstract class ${words.class} extends ${base.name} {
${methods.join('\n')}}
`;
}

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

/** Which gateways serve a call, in a sentence. */
function served({ gateways, sharedQps }) {
  const most = sharedQps ? `, up to ${sharedQps.toLocaleString('en-US')} calls a second in an account` : '';
  return gateways.includes('dedicated')
    ? `Served by the public gateway${most}, and by an instance’s for a client that reaches it with an AccessKey.`
    : `Served by the public gateway${most}.`;
}

function method(action, overlay, text) {
  const { name, method: methodName, parameters, summary, details, errors, example, repeatable } = action;
  const request = parameters.length === 0 ? 'EmptyRequest' : `${name}Request`;
  const needed = needsRequest(action);
  const again = repeatable ? undefined : 'Not sent a second time when the first may have been executed.';
  const doc = docComment(
    [
      text(summary),
      ' ',
      [details && text(details), served(action), again].filter(Boolean).join(' '),
      ' ',
      errors && `@throws {KmsServiceError} ${errors.map((code) => `\`${code}\``).join(', ')}`,
      example && { code: example },
      `@see ${overlay.help}${name.toLowerCase()}`,
    ],
    '  ',
  );
  const given = [`request: ${request}${needed ? '' : ' = {}'}`, 'options?: OperationOptions'];
  const signature = lineOrBlock(`${methodName}(`, given, `): Promise<${name}Response> {`, '  ');
  return `${doc}${signature}\n    return this.callAction('${name}', request, options);\n  }\n`;
}

/** The region is known, everything else that is required must be given. */
const needsRequest = ({ parameters }) => parameters.some(({ required, name }) => required && name !== 'RegionId');

/** How a list is walked through: by page number or by token; undefined for what is no paged list. */
function walkOf({ parameters }) {
  const has = (parameter) => parameters.some(({ name }) => name === parameter);
  if (has('PageNumber')) return 'entriesOfPages';
  return has('NextToken') ? 'entriesOfTokens' : undefined;
}

/** `keys` for ListKeys: the entries of all pages. */
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
      ? '`pageSize` is {pageSize.max} by default, `pageNumber` the page to begin with.'
      : '`nextToken` says where to begin.';
  const doc = docComment(
    [
      `The entries of all pages of {@link ${list}}: the next page is asked for when those of one are used up.`,
      ' ',
      `${text(begin)} The options hold for the call of each page. An entry may be left out or come twice when the list changes meanwhile.`,
      ' ',
      `@throws as {@link ${list}}, out of the loop`,
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
