// Writes the tables of rules and permissions of APIs, from model/api-rules.json.
import { header } from './text.js';

/** The rules, in separate tables, so that an application pays only for the one it reads. */
export function apiRules(rules, management, overlay) {
  checkNames(rules, management, overlay);
  const entries = Object.entries(rules.apis);
  const having = (fact) => entries.filter(([, row]) => row[fact] !== undefined);
  const record = (fact) => having(fact).map(([api, row]) => `  ${api}: '${row[fact]}',`);
  const names = (fact) => having(fact).map(([api]) => `'${api}'`);
  const keyActions = Object.entries(rules.keyActions).map(([action, row]) => `  ${action}: '${row}',`);
  return `${header('model/api-rules.json')}
import type { PermissionFacts, RamFacts } from '../api-rules.js';
import type { ActionName } from './actions.js';
import type { InstanceApi } from './instance-messages.js';

/** The error by state of a key, if the state does not allow an API. */
export const keyStateRules = {
${Object.entries(rules.keyStates).map(stateLine).join('\n')}
} as const;

/** The key states that an API, or an action of RAM, requires. */
export const keyActions = {
${[...record('keyState'), ...keyActions].join('\n')}
} as const satisfies Record<string, keyof typeof keyStateRules>;

/** Whether an API is allowed on a secret that is being deleted. */
export const secretActions = {
${record('secretState').join('\n')}
} as const satisfies Record<string, 'always' | 'unlessDeleted'>;

/** The permission for each API of the instance gateway, by kind of resource. */
export const clientKeyPermissions: Readonly<Record<InstanceApi | OlderInstanceApi, 'key' | 'secret'>> = {
${record('clientKey').join('\n')}
};

/** APIs of the instance gateway that only older clients call. */
export type OlderInstanceApi = ${olderApis(rules, overlay)
    .map((api) => `'${api}'`)
    .join(' | ')};

/** APIs of the public gateway that a client key can sign too. */
export const publicClientKeyApis: ReadonlySet<string> = new Set([${names('publicByClientKey').join(', ')}]);

/** APIs that the policy of a key or secret cannot deny. */
export const policyApis: ReadonlySet<string> = new Set([${names('keepsPolicy').join(', ')}]);

/** The algorithms for the condition key kms:EncryptionAlgorithm. */
export const conditionAlgorithms: Readonly<Partial<Record<string, 'symmetric' | 'asymmetric'>>> = {
${record('conditionAlgorithm').join('\n')}
};

const nothing: readonly PermissionFacts[] = [];

/** What RAM checks for each API of the public gateway. */
export const ramFacts: Readonly<Record<ActionName, RamFacts>> = {
${Object.keys(management.apis)
  .map((api) => `  ${api}: ${ramText(rules.apis[api])},`)
  .join('\n')}
};
`;
}

/** Names of the APIs of the instance gateway that only older clients call. */
export const olderApis = (rules, overlay) =>
  Object.keys(rules.apis).filter((api) => rules.apis[api].clientKey && !overlay.instance[api]);

function checkNames(rules, management, overlay) {
  for (const api of Object.keys(management.apis)) {
    if (!rules.apis[api]?.ram) throw new Error(`api-rules.json does not say what RAM is asked about ${api}`);
  }
  for (const api of Object.keys(overlay.instance)) {
    if (!rules.apis[api]?.clientKey) throw new Error(`api-rules.json has no clientKey for ${api}`);
  }
  for (const [api, { keyState, ram }] of Object.entries(rules.apis)) {
    if (keyState && !rules.keyStates[keyState]) throw new Error(`api-rules.json: ${api}: no keyState ${keyState}`);
    if (ram && !management.apis[api]) throw new Error(`api-rules.json speaks of ${api}, which there is not`);
  }
}

const stateLine = ([name, errors]) => {
  const texts = Object.entries(errors).map(([state, code]) => `${state}: '${code}'`);
  return `  ${name}: {${texts.length > 0 ? ` ${texts.join(', ')} ` : ''}},`;
};

function ramText({ ram, ramAllBeside }) {
  const beside = ramAllBeside ? `, allBeside: [${ramAllBeside.map((name) => `'${name}'`).join(', ')}]` : '';
  if (ram === 'none') return "{ permissions: 'none' }";
  const permissions = ram.length === 0 ? 'nothing' : `[${ram.map(permissionText).join(', ')}]`;
  return `{ permissions: ${permissions}${beside} }`;
}

/** `Decrypt key:SecretName`: action, type, and the parameter with the name. */
function permissionText(text) {
  const [, action, type, by] = /^(?:(\w+) )?(\w+)(?::([\w,]+))?$/.exec(text) ?? [];
  if (!['key', 'secret', 'alias', 'ResourceType'].includes(type)) throw new Error(`api-rules.json: what is ${text}?`);
  const behind = type === 'key' && by && behindOf(by);
  const texts = [
    action && `action: '${action}'`,
    `type: '${type}'`,
    by &&
      `by: [${by
        .split(',')
        .map((name) => `'${name}'`)
        .join(', ')}]`,
    behind && `behind: '${behind}'`,
  ];
  return `{ ${texts.filter(Boolean).join(', ')} }`;
}

function behindOf(parameters) {
  if (parameters === 'AliasName') return 'alias';
  if (parameters.startsWith('Secret')) return 'secret';
  return parameters.endsWith('CiphertextBlob') ? 'ciphertext' : undefined;
}
