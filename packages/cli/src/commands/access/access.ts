import type { Command } from 'commander';
import type { CliContext } from '../../context.js';
import { catalog } from '../catalog.js';
import { addGroup } from '../command.js';
import { registerAccessPoints } from './access-points.js';
import { registerClientKeys } from './client-keys.js';
import { registerAccessCreate } from './create.js';
import { registerNetworkRules } from './network-rules.js';
import { registerPolicies } from './policies.js';

export function register(program: Command, context: CliContext): void {
  const access = addGroup(program, 'access', catalog.access.summary);
  registerAccessCreate(access, context);
  registerNetworkRules(addGroup(access, 'network-rule', 'manage the addresses that calls may come from'), context);
  registerPolicies(addGroup(access, 'policy', 'manage what is allowed with which keys and secrets'), context);
  registerAccessPoints(addGroup(access, 'access-point', 'manage applications and their policies'), context);
  registerClientKeys(addGroup(access, 'client-key', 'manage what applications sign their calls with'), context);
}
