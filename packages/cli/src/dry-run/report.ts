import type { CallDescription } from 'alibabacloud-kms-sdk';
import { details } from '../io/table.js';
import type { DescribedCall } from './dry-run.js';
import { accessPolicy, type RamPolicy, ramPolicy } from './ram-policy.js';

export interface DryRunReport {
  requests: Pick<CallDescription, 'api' | 'gateway' | 'endpoint' | 'credential' | 'parameters'>[];
  /** For calls with an AccessKey. */
  ramPolicy?: RamPolicy;
  /** For calls with a client key: what the policies of its access point must contain. */
  accessPolicy?: { permissions: string[]; resources: string[] };
}

/** What calls would send and need. Shows only the length of secrets, unless they may be shown. */
export function dryRunReport(
  calls: readonly DescribedCall[],
  { region, mayShow }: { region?: string; mayShow: boolean },
): DryRunReport {
  const byRam = calls.filter(({ credential }) => credential === 'accessKey');
  const byAccessPoint = calls.filter(({ credential }) => credential === 'clientKey');
  return {
    requests: calls.map(({ secrets, parameters, keyArn: _keyArn, ...call }) => ({
      ...call,
      parameters: mayShow ? parameters : withoutSecrets(parameters, secrets),
    })),
    ...(byRam.length > 0 && { ramPolicy: ramPolicy(byRam, region) }),
    ...(byAccessPoint.length > 0 && { accessPolicy: accessPolicy(byAccessPoint) }),
  };
}

const withoutSecrets = (parameters: Record<string, string>, secrets: readonly string[]) =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, text]) => [
      name,
      secrets.includes(name) ? `<${text.length} characters, not shown>` : text,
    ]),
  );

/** The same for people. */
export function dryRunText({ requests, ramPolicy: ram, accessPolicy: access }: DryRunReport): string {
  const blocks = requests.map(({ api, endpoint, gateway, credential, parameters }) => {
    const where = `${gateway === 'public' ? 'public gateway' : 'instance'} ${endpoint}`;
    const by = credential === 'clientKey' ? 'client key' : 'AccessKey';
    const list = Object.keys(parameters).length > 0 ? `\n${indent(details(parameters))}` : '';
    return `${api} to the ${where}, with the ${by}${list}`;
  });
  if (ram) blocks.push(`RAM policy that allows it:\n${JSON.stringify(ram, null, 2)}`);
  if (access) {
    blocks.push(`What the access point's policies must allow:\n${indent(details(access))}`);
  }
  return `Dry run: nothing was sent.\n\n${blocks.join('\n\n')}`;
}

const indent = (text: string): string => text.replace(/^/gm, '  ');
