import {
  defaultKeySpec,
  defaultKeyUsage,
  type KeySpec,
  type KeyUsage,
  keySpecFacts,
  keySpecs,
  limits,
} from 'alibabacloud-kms-sdk/internal';
import { checkOrigin, checkUsageOfSpec } from '../../keys/key-rules.js';
import { invalidParameter } from '../../service-error.js';
import type { KeyOrigin } from '../../store/schema.js';
import { checkTag } from '../../store/tags.js';
import { optionalPolicyDocument } from '../access/policy-document.js';
import { boundedText, flag, jsonTags, optionalText } from '../parameters.js';
import type { OpenApiAction, Parameters } from '../types.js';
import { keyMetadata } from './key-metadata.js';
import { rotationIntervalMs } from './rotation-interval.js';

export const createKey: OpenApiAction = async (parameters, { kms }) => {
  const { spec, usage } = specAndUsage(parameters);
  const origin = (optionalText(parameters, 'Origin') ?? 'Aliyun_KMS') as KeyOrigin;
  checkOrigin(spec, origin);
  const tags = jsonTags(parameters, 'Tags');
  for (const tag of tags) checkTag('Tags', tag);
  const instanceId = optionalText(parameters, 'DKMSInstanceId') ?? null;
  if (instanceId !== null) await kms.instances.find(instanceId);
  const key = await kms.keys.create({
    spec,
    usage,
    origin,
    protectionLevel: optionalText(parameters, 'ProtectionLevel') ?? 'SOFTWARE',
    description: boundedText('Description', optionalText(parameters, 'Description') ?? '', limits.descriptionMaxChars),
    creator: kms.identity.accountId,
    instanceId,
    rotationIntervalMs: flag(parameters, 'EnableAutomaticRotation')
      ? rotationIntervalMs(parameters, { spec, origin })
      : undefined,
    policy: optionalPolicyDocument(parameters),
    tags,
  });
  return { KeyMetadata: keyMetadata(key, kms.identity) };
};

function specAndUsage(parameters: Parameters): { spec: KeySpec; usage: KeyUsage } {
  const spec = optionalText(parameters, 'KeySpec') ?? defaultKeySpec;
  const facts = keySpecFacts(spec);
  if (!facts) throw invalidParameter('KeySpec', `there is no ${spec}; known are ${Object.keys(keySpecs).join(', ')}`);
  const usage = (optionalText(parameters, 'KeyUsage') ?? defaultKeyUsage(facts)) as KeyUsage;
  checkUsageOfSpec(spec as KeySpec, usage);
  return { spec: spec as KeySpec, usage };
}
