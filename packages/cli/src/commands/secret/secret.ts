import type { Command } from 'commander';
import type { CliContext } from '../../context.js';
import { wholeNumber } from '../../io/option-values.js';
import { catalog } from '../catalog.js';
import { addCall, addGroup, option, required } from '../command.js';
import { registerPolicy } from '../policy.js';
import { registerSecretFiles } from './files.js';
import { registerSecretLists } from './lists.js';
import { registerSecretValues } from './values.js';

export function register(program: Command, context: CliContext): void {
  const secret = addGroup(program, 'secret', catalog.secret.summary);
  registerSecretValues(secret, context);
  registerSecretLists(secret, context);
  registerSecretFiles(secret, context);

  addCall<'updateSecret', { description: string }>(context, secret, {
    usage: 'update <secret>',
    summary: 'change the description of a secret',
    options: [required('--description <TEXT>', 'what the secret is for')],
    call: 'updateSecret',
    request: ([secretName = ''], { description }) => ({ secretName, description }),
    text: ([secretName]) => `Changed the description of ${secretName}`,
  });

  addCall<'updateSecretVersionStage', { stage: string; to?: string; from?: string }>(context, secret, {
    usage: 'move-stage <secret>',
    summary: 'move a stage label to another version, e.g. ACSCurrent back to an older one',
    options: [
      required('--stage <LABEL>', 'ACSCurrent, ACSPrevious or one of your own'),
      option('--to <VERSION>', 'version that gets the label'),
      option('--from <VERSION>', 'version that loses the label'),
    ],
    call: 'updateSecretVersionStage',
    request: ([secretName = ''], { stage, to, from }) => ({
      secretName,
      versionStage: stage,
      moveToVersion: to,
      removeFromVersion: from,
    }),
    text: ([secretName], _response, { stage, to, from }) =>
      to === undefined ? `Removed ${stage} of ${secretName} from ${from}` : `Moved ${stage} of ${secretName} to ${to}`,
  });

  addCall<'rotateSecret', { versionId?: string }>(context, secret, {
    usage: 'rotate <secret>',
    summary: 'rotate a managed secret now',
    options: [option('--version-id <ID>', 'id of the new version (default random)')],
    call: 'rotateSecret',
    request: ([secretName = ''], { versionId = crypto.randomUUID() }) => ({ secretName, versionId }),
    text: ([secretName], { versionId }) => `Rotating ${secretName}; the new version is ${versionId}`,
  });

  addCall<'updateSecretRotationPolicy', { every?: string; off?: boolean }>(context, secret, {
    usage: 'rotation <secret>',
    summary: 'turn automatic rotation of a managed secret on or off',
    options: [option('--every <INTERVAL>', 'e.g. 7d or 604800s (default 7d)'), option('--off', 'turn rotation off')],
    call: 'updateSecretRotationPolicy',
    request: ([secretName = ''], { every = '7d', off }) => ({
      secretName,
      enableAutomaticRotation: !off,
      ...(!off && { rotationInterval: every }),
    }),
    text: ([secretName], _response, { every = '7d', off }) =>
      off ? `Turned off the rotation of ${secretName}` : `${secretName} is rotated every ${every}`,
  });

  addCall<'deleteSecret', { days?: string; forever?: boolean }>(context, secret, {
    usage: 'delete <secret>',
    summary: 'delete a secret; it can be restored for some days',
    options: [
      option('--days <N>', 'days in which it can be restored, 7 to 30 (default 30)'),
      option('--forever', 'delete it at once, without a way back'),
    ],
    call: 'deleteSecret',
    request: ([secretName = ''], { forever, ...options }) => {
      const recoveryWindowInDays = daysOf(options);
      return { secretName, ...(forever ? { forceDeleteWithoutRecovery: true } : { recoveryWindowInDays }) };
    },
    confirm: ([secretName = ''], { forever }) =>
      forever ? [`delete secret ${secretName} with all of its versions, for good`, secretName] : undefined,
    text: ([secretName], _response, { forever, ...options }) =>
      forever
        ? `Deleted ${secretName}`
        : `${secretName} will be deleted in ${daysOf(options)} days; until then: kms secret restore ${secretName}`,
  });

  addCall(context, secret, {
    usage: 'restore <secret>',
    summary: 'restore a deleted secret',
    call: 'restoreSecret',
    request: ([secretName = '']) => ({ secretName }),
    text: ([secretName]) => `Restored ${secretName}`,
  });

  registerPolicy(secret, context, 'secret', {
    get: async (client, secretName, options) => (await client.getSecretPolicy({ secretName }, options)).policy,
    set: (client, secretName, policy, options) => client.setSecretPolicy({ secretName, policy }, options),
  });
}

const daysOf = ({ days }: { days?: string }): number => wholeNumber('--days', days) ?? 30;
