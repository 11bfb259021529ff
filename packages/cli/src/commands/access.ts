import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { registerAccessCreate } from './access-create.js';
import { registerAccessPoints } from './access-points.js';
import { registerPolicies } from './access-policies.js';
import { registerClientKeys } from './client-keys.js';
import { addGroup } from './command.js';
import { registerNetworkRules } from './network-rules.js';

export function register(program: Command, context: CliContext): void {
  const access = addGroup(
    program,
    'access',
    'who may use an instance: network rules, policies, access points, client keys',
  );
  registerAccessCreate(access, context);
  registerNetworkRules(addGroup(access, 'network-rule', 'addresses that calls may come from'), context);
  registerPolicies(addGroup(access, 'policy', 'what is allowed, of which keys and secrets'), context);
  registerAccessPoints(addGroup(access, 'access-point', 'applications, and the policies that they have'), context);
  registerClientKeys(addGroup(access, 'client-key', 'what an application signs its calls with'), context);
}
