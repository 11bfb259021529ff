import type { ActionParameters, ApiDescription, ParameterDescription } from 'alibabacloud-kms-sdk';
import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { usageError } from '../failures.js';
import { readGivenFile } from '../io/files.js';
import { pair } from '../io/option-values.js';
import type { Session } from '../session.js';
import { callOperation, wireResponse } from './api-operation.js';
import { catalog } from './catalog.js';
import { addCommand, option } from './command.js';

const help = `Names are those of the wire. Name=@FILE takes the value from a file, Name=@- from stdin: for secrets, which do not belong
in a command line. Bytes are base64 in requests and responses; a file is taken as it is.

  kms api DescribeKey KeyId=alias/app
  kms api CreateKey KeySpec=Aliyun_SM4 Tags='[{"TagKey":"a","TagValue":"b"}]'
  kms api CreateSecret SecretName=app/db VersionId=v1 SecretData=@password.txt
  kms api --list                       every API
  kms api CreateKey --describe         what it takes`;

export function register(program: Command, context: CliContext): void {
  addCommand<{ list?: boolean; describe?: boolean }>(
    context,
    program,
    {
      ...catalog.api,
      options: [option('--list', 'list all APIs'), option('--describe', 'show the parameters of the API')],
      help,
    },
    async (session, { list, describe }, action, ...given) => {
      const { apiNames, describeApi } = await import('alibabacloud-kms-sdk');
      if (list)
        return session.print(
          apiNames.map((name) => ({ name })),
          { text: apiNames.join('\n') },
        );
      if (action === undefined) throw usageError('say which API: kms api --list names them');
      const api = describeApi(action);
      if (describe) return printApi(session, action, api);
      checkKnown(action, api, apiNames);
      const { byClientKey, known } = await wayOf(session, api);
      const parameters = await readParameters(session, given.flat(), { action, known });
      const client = await session.client();
      const options = await session.callOptions();
      const answer =
        api && byClientKey
          ? wireResponse(await callOperation(client, api, parameters, options))
          : await client.doAction(action, parameters as ActionParameters, options).catch((error) => {
              throw api ? error : withSuggestion(error, nearest(action, apiNames));
            });
      await session.print(answer);
    },
  );
}

/** A name that differs only in case is a mistake; an unknown one may be a new API. */
function checkKnown(action: string, api: ApiDescription | undefined, names: readonly string[]): void {
  if (api) return;
  const meant = names.find((name) => name.toLowerCase() === action.toLowerCase());
  if (meant) throw usageError(`${action} is not an API; did you mean ${meant}?`);
}

/** The name that differs in case only, or of which one is the beginning of the other: KeyIds, keyid. */
function nearest(given: string, names: readonly string[]): string | undefined {
  const text = given.toLowerCase();
  const candidates = names.filter((name) => {
    const other = name.toLowerCase();
    return other.startsWith(text) || text.startsWith(other);
  });
  return candidates.sort((a, b) => Math.abs(a.length - given.length) - Math.abs(b.length - given.length))[0];
}

/** KMS did not know the API. */
function withSuggestion(error: unknown, meant: string | undefined): unknown {
  const { code } = error as { code?: unknown };
  if (meant && error instanceof Error && /^InvalidAction\b/.test(String(code)))
    error.message += `; did you mean ${meant}?`;
  return error;
}

/** The route of a call, and its parameters there. */
async function wayOf(session: Session, api: ApiDescription | undefined) {
  const { clientKeyParameters, gateways = [], parameters } = api ?? {};
  const byClientKey = clientKeyParameters && (gateways.length === 0 || (await session.usesClientKey()));
  return { byClientKey: Boolean(byClientKey), known: byClientKey ? clientKeyParameters : parameters };
}

async function readParameters(
  session: Session,
  texts: readonly string[],
  { action, known }: { action: string; known?: readonly ParameterDescription[] },
): Promise<Record<string, unknown>> {
  const parameters: Record<string, unknown> = {};
  for (const text of texts) {
    const [name, value] = pair('a parameter', text);
    const facts = known?.find((parameter) => parameter.name === name.split('.')[0]);
    if (known && !facts) {
      const meant = nearest(
        name,
        known.map((parameter) => parameter.name),
      );
      const advice = meant ? `; did you mean ${meant}?` : `: kms api ${action} --describe names them`;
      throw usageError(`${action} has no parameter ${name}${advice}`);
    }
    parameters[name] = value.startsWith('@') ? await fromFile(session, value.slice(1), facts?.type === 'bytes') : value;
  }
  return parameters;
}

async function fromFile(session: Session, file: string, isBytes: boolean): Promise<string> {
  const { readInput } = await import('../io/files.js');
  const bytes =
    file === '-' ? await readInput(session.context, undefined, 'Type the value') : await readGivenFile(file);
  return Buffer.from(bytes).toString(isBytes ? 'base64' : 'utf8');
}

async function printApi(session: Session, action: string, api: ApiDescription | undefined): Promise<void> {
  if (!api) {
    const { apiNames } = await import('alibabacloud-kms-sdk');
    const meant = nearest(action, apiNames);
    throw usageError(
      `${action} is not a known API${meant ? `; did you mean ${meant}?` : ': kms api --list names them'}`,
    );
  }
  const blocks = [
    ...(api.gateways.length > 0
      ? [block(`with an AccessKey (gateway: ${api.gateways.join(', ')})`, api.parameters)]
      : []),
    ...(api.clientKeyParameters ? [block('with a client key (gateway: instance)', api.clientKeyParameters)] : []),
  ];
  await session.print(api, { text: `${api.name}\n${blocks.join('\n')}` });
}

function block(title: string, parameters: readonly ParameterDescription[]): string {
  const lines = parameters.map(({ name, type, required, values }) => {
    const choice = values ? `: ${values.join(', ')}` : '';
    return `  ${name}  ${type}${required ? ', required' : ''}${choice}`;
  });
  return [title, ...lines].join('\n');
}
