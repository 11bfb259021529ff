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
  const types = actions.map((action) => requestAndAnswer(action, writer));
  const methods = actions.map((action) => method(action, overlay, text));
  const empty = actions.some(({ parameters }) => parameters.length === 0) ? ['EmptyRequest'] : [];
  return `${header('model/management-api.json and model/apis.json')}
${writer.imports(['Answer', ...empty])}import type { OperationOptions } from '../call-options.js';
import { ${base.name} } from '${base.from}';

${types.join('\n')}
/** Calls about ${words.about}. */
export abstract class ${words.class} extends ${base.name} {
${methods.join('\n')}}
`;
}

function requestAndAnswer({ name, method: methodName, parameters, answer }, writer) {
  const members = writer.members(
    answer.filter((field) => field.name !== 'RequestId'),
    'answer',
  );
  const request =
    parameters.length === 0
      ? ''
      : `/** Request of \`${methodName}\`. */\nexport interface ${name}Request {\n${writer.members(parameters, 'request')}}\n\n`;
  const doc = `/** Answer of \`${methodName}\`. */\n`;
  return members
    ? `${request}${doc}export interface ${name}Answer extends Answer {\n${members}}\n`
    : `${request}${doc}export type ${name}Answer = Answer;\n`;
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
  const needed = parameters.some(({ required, name: parameter }) => required && parameter !== 'RegionId');
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
  const signature = lineOrBlock(`${methodName}(`, given, `): Promise<${name}Answer> {`, '  ');
  return `${doc}${signature}\n    return this.callAction('${name}', request, options);\n  }\n`;
}
